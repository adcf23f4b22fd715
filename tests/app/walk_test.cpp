// Where the cursor goes.
#include "app/session/walk.h"

#include <catch2/catch.hpp>

#include "session_fixture.h"

using namespace genpyo;

namespace {

struct Walked {
  std::unique_ptr<session::Survey> survey = test::real_survey();
  const forms::Form& form = survey->form;
  forms::Case current = forms::blank_case(form, "11-001");
  validators::Evaluation evaluation = validators::evaluate(*survey->program, current, {2018, 3, 1});

  std::string found(std::string_view typed, forms::ItemIndex from = 0) const {
    const auto item = session::find_question(form, from, typed);
    return item ? form.items[*item].name : "";
  }
};

}  // namespace

TEST_CASE("a question is found by its number, with or without 問") {
  const Walked walked;
  CHECK(walked.found("1") == "founder");
  CHECK(walked.found("問12") == "house_call_intention");
  CHECK(walked.found("11-1") == "house_call_hours");
  CHECK(walked.found("１１-２") == "house_call_emergency");
  CHECK(walked.found("5") == "staff_doctors");
  CHECK(walked.found("7(2)") == "service_home_visit");
}

TEST_CASE("a question is found by a word of its label in any language, the next one first") {
  const Walked walked;
  CHECK(walked.found("歯科医師") == "staff_dentists");
  CHECK(walked.found("no such words anywhere") == "");
  CHECK(walked.found("") == "");
}

TEST_CASE("the walk passes over what is not asked and ends at the last question") {
  Walked walked;
  const auto first = session::first_asked(walked.form, walked.evaluation);
  REQUIRE(first);
  CHECK(walked.form.items[*first].name == "facility_type");
  const auto last = walked.form.items.size() - 1;
  CHECK_FALSE(session::next_asked(walked.form, walked.evaluation, last));
  CHECK_FALSE(session::previous_asked(walked.form, walked.evaluation, *first));
}

TEST_CASE("the next open point goes round past the end") {
  Walked walked;
  walked.evaluation.not_keyed = {3, 7};
  walked.evaluation.violations.clear();
  CHECK(session::next_open(walked.evaluation, 3) == 7);
  CHECK(session::next_open(walked.evaluation, 7) == 3);
  walked.evaluation.not_keyed.clear();
  CHECK_FALSE(session::next_open(walked.evaluation, 0));
}

TEST_CASE("a case is taken up after its last mark, but at a several-mark item itself") {
  const Walked walked;
  const auto name_at = [&](std::string_view last) {
    return walked.form.items[session::resume_at(walked.form, walked.evaluation, last)].name;
  };
  CHECK(name_at("founder") != "founder");
  CHECK(name_at("departments") == "departments");
  CHECK(name_at("") == "facility_type");
}
