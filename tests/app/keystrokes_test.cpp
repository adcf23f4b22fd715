// What keying costs a clerk: counted from a sheet, and the same as what a robot really presses.
#include "app/session/keystrokes.h"

#include <catch2/catch.hpp>

#include "app/session/intake.h"
#include "session_fixture.h"
#include "tests/support/typist.h"

using namespace genpyo;
using forms::Missing;

namespace {

constexpr forms::Date day{2018, 3, 1};

session::Keystrokes count(const session::Survey& survey, const forms::Case& sheet) {
  return session::count_keystrokes(survey.form, sheet, validators::evaluate(*survey.program, sheet, day));
}

// The small form: asked, reason (asked = 1), kinds (of two digits), days, remark.
forms::Case small_sheet(const session::Survey& survey, const std::vector<std::string>& cells) {
  forms::Case sheet = forms::blank_case(survey.form, "1");
  for (std::size_t item = 0; item < cells.size(); ++item) {
    const forms::Item& asked = survey.form.items[item];
    sheet.marks[item] = std::get<forms::Mark>(read_value(asked, survey.form.choices_of(asked), cells[item]));
  }
  return sheet;
}

std::vector<session::IntakeCase> sample(const session::Survey& survey) {
  const auto bytes = forms::read_file(std::string(GENPYO_SOURCE) + "/forms/home_care_2018/sample.csv", 8u << 20);
  REQUIRE(bytes);
  const auto table = forms::csv::parse(*bytes);
  REQUIRE(table);
  return session::read_rows(survey, *table, day).cases;
}

}  // namespace

TEST_CASE("each type of item has its keys") {
  const auto survey = test::small_survey();
  const forms::Case sheet = small_sheet(*survey, {"1", "+1 2", "2 12", "31", "山田"});
  std::vector<std::string> keys;
  for (forms::ItemIndex item = 0; item < sheet.marks.size(); ++item) {
    keys.push_back(session::keys_for(survey->form, item, sheet.marks[item]));
  }
  CHECK(keys == std::vector<std::string>{"1", "+12\n", "0212\n", "31\n", "山田\n"});
  CHECK(session::keys_for(survey->form, 3, forms::mark_missing(Missing::dont_know)) == "-");
  CHECK(session::keys_for(survey->form, 3, forms::mark_missing(Missing::no_answer)) == "\n");
}

TEST_CASE("letters are counted apart and a several-mark item is as many variables as choices") {
  const auto survey = test::small_survey();
  const auto keys = count(*survey, small_sheet(*survey, {"1", "2", "2 12", "31", "山田"}));
  CHECK(keys.keys == 1 + 1 + 5 + 3 + 1);
  CHECK(keys.letters == 2);
  CHECK(keys.items == 5);
  CHECK(keys.variables == 1 + 1 + 3 + 1 + 1);
}

TEST_CASE("a blank costs its Enter and answers nothing; what is skipped costs nothing") {
  const auto survey = test::small_survey();
  forms::Case sheet = small_sheet(*survey, {"2", "", "", "", ""});
  sheet.marks[1] = {};
  const auto keys = count(*survey, sheet);
  CHECK(keys.keys == 1 + 3);
  CHECK(keys.items == 1);
}

TEST_CASE("a mark where nothing is asked costs the way there as well") {
  const auto survey = test::small_survey();
  const auto keys = count(*survey, small_sheet(*survey, {"2", "1", "", "", ""}));
  CHECK(keys.keys == 1 + 2 + 1 + 3);  // ↑ and Ctrl+↓ before the 1
}

TEST_CASE("the keys counted for the sample are the keys that a robot presses") {
  const test::Folder folder;
  const auto survey = test::real_survey();
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  auto cases = sample(*survey);
  REQUIRE(cases.size() == 129);
  for (std::size_t row = 0; row < cases.size(); row += 16) {
    forms::Case sheet = cases[row].current;
    for (forms::ItemIndex item = 0; item < sheet.marks.size(); ++item) {
      if (!survey->form.items[item].codes_of.empty()) sheet.marks[item] = {};
    }
    support::Typist typist(*session);
    typist.open(sheet.id);
    const std::size_t opening = typist.strokes().size();
    REQUIRE(typist.key(sheet));
    const auto keys = count(*survey, sheet);
    CHECK(keys.keys + keys.letters == typist.strokes().size() - opening);
    test::press(*session, session::Key::escape);
    test::press(*session, session::Key::escape);
  }
}

TEST_CASE("the survey of 2018 needs at most 1.25 keys a variable that has an answer") {
  const auto survey = test::real_survey();
  session::Keystrokes sum;
  for (const session::IntakeCase& taken : sample(*survey)) {
    const auto keys = session::count_keystrokes(survey->form, taken.current, taken.evaluation);
    sum.keys += keys.keys, sum.items += keys.items, sum.variables += keys.variables;
  }
  const auto per = [&](std::size_t answered) { return static_cast<double>(sum.keys) / static_cast<double>(answered); };
  CHECK(per(sum.variables) <= 1.25);
  CHECK(per(sum.items) <= 2.6);  // a figure costs its digits and Enter, a list its codes
}
