// How people are told of items, values and violations.
#include "app/session/words.h"

#include <catch2/catch.hpp>

#include "tests/app/session_fixture.h"

using namespace genpyo;
using validators::Violation;

namespace {

const session::Strings& strings() {
  static const session::Strings loaded = *session::Strings::load(GENPYO_SOURCE);
  return loaded;
}

const session::Survey& survey() {
  static const auto real = test::real_survey();
  return *real;
}

forms::ItemIndex item(const char* name) { return *survey().form.find(name); }

}  // namespace

TEST_CASE("an item is named as on the paper of its language") {
  const auto& form = survey().form;
  CHECK(session::name_of(form, item("founder"), "ja") == "問1 開設主体");
  CHECK(session::number_of(form, item("founder"), "en") == "Q1");
  CHECK(session::number_of(form, item("house_call_hours"), "ja") == "問11-1");
}

TEST_CASE("a grid's row is named with its block's number") {
  CHECK(session::number_of(survey().form, item("staff_doctors_home_care"), "ja") == "問5 1-1)");
}

TEST_CASE("the line for other answers bears the number of its question") {
  CHECK(session::number_of(survey().form, item("founder_other"), "ja") == "問1");
  CHECK(session::number_of(survey().form, item("facility_name"), "ja").empty());
}

TEST_CASE("values are told in words") {
  const auto& form = survey().form;
  const auto told = [&](const forms::Value& value, const char* name) {
    return session::word(value, form, item(name), "ja", strings());
  };
  CHECK(told(std::int64_t{0}, "staff_doctors") == "0 人");
  CHECK(told(forms::Codes{2}, "founder") == "2 個人");
  CHECK(told(forms::Codes{1, 2}, "sharing_methods") == "1 電話、2 FAX");
  CHECK(told(forms::Missing::no_answer, "founder") == "無回答");
}

TEST_CASE("a violation that the program words itself names the item") {
  Violation violation;
  violation.kind = Violation::Kind::several_marks;
  violation.item = item("founder");
  const std::string ja = session::word(violation, survey().form, {}, "ja", strings());
  CHECK(ja.starts_with("問1 開設主体: "));
  CHECK(ja.find("二つ以上") != std::string::npos);
  CHECK(session::word(violation, survey().form, {}, "en", strings()).starts_with("Q1 "));
}

TEST_CASE("a violation's words say the answers that they name") {
  Violation violation;
  violation.kind = Violation::Kind::check;
  violation.item = item("founder");
  violation.message = genpyo::forms::Label({{"ja", "${founder}、${staff_doctors}です"}, {"en", ""}});
  std::vector<genpyo::validators::ItemState> items(survey().form.items.size());
  items[item("founder")].value = genpyo::forms::Codes{2};
  const std::string told = session::word(violation, survey().form, items, "ja", strings());
  CHECK_THAT(told, Catch::Matchers::Contains("2 個人、"));
  CHECK_THAT(told, !Catch::Matchers::Contains("${"));
}

TEST_CASE("a violation with the author's words says those") {
  Violation violation;
  violation.kind = Violation::Kind::check;
  violation.item = item("staff_doctors");
  violation.message =
      forms::Label({{"ja", "問5を見直してください。"}, {"en", "Look at 問5 again."}});
  CHECK(session::word(violation, survey().form, {}, "ja", strings()) ==
        "問5 1) 医師: 問5を見直してください。");
  CHECK(session::word(violation, survey().form, {}, "en", strings()) ==
        "Q5 1) Doctors: Look at Q5 again.");
}

TEST_CASE("who is left out of a table is told which table and by how many items") {
  Violation violation;
  violation.kind = Violation::Kind::extraction;
  violation.key = "extraction:patients_complete";
  violation.item = item("patients_total");
  violation.items = {item("patients_total"), item("patients_children")};
  const std::string told = session::word(violation, survey().form, {}, "ja", strings());
  CHECK(told.find("II-2-8、II-5-1") != std::string::npos);
  CHECK(told.find("2 項目") != std::string::npos);
}

TEST_CASE("every kind of violation and every missing kind has words in both languages") {
  for (const char* language : {"ja", "en"}) {
    for (const auto kind :
         {Violation::Kind::required, Violation::Kind::constraint, Violation::Kind::check,
          Violation::Kind::several_marks, Violation::Kind::exclusive, Violation::Kind::off_path,
          Violation::Kind::extraction}) {
      Violation violation;
      violation.kind = kind;
      violation.item = item("founder");
      CHECK(session::word(violation, survey().form, {}, language, strings()).find("violation.") ==
            std::string::npos);
    }
    for (const forms::Missing kind : forms::all_missing) {
      CHECK(session::word(kind, survey().form, item("founder"), language, strings())
                .find("missing.") == std::string::npos);
    }
  }
}

TEST_CASE("what CP932 lacks is named once, and many are not all named") {
  CHECK(session::outside_cp932("髙﨑").empty());
  CHECK(session::outside_cp932("𠮷野𠮷 ¥") == "𠮷 ¥");
  CHECK(session::outside_cp932("àáâãäåæçèé") == "à á â ã ä å æ ç …");
}
