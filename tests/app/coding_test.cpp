// After-coding, without a window.
#include "app/session/coding.h"

#include <catch2/catch.hpp>

#include "office_fixture.h"

using namespace genpyo;
using session::CodingPass;
using session::Key;
using session::Screen;
using test::Office;

TEST_CASE("an answer gets its codes by their numbers, on disk at once, and Enter goes to the next") {
  Office office;
  office.press(Key::f6);
  REQUIRE(office.state().screen == Screen::coding);
  REQUIRE(office.coding().answers.size() == 3);  // 11-003 wrote nothing
  CHECK(office.coding().answer().case_id == "11-001");
  CHECK(office.coding().left() == 3);
  office.type("13");
  CHECK(office.codes_in_force("11-001") == forms::Codes{1, 3});
  office.type("3");  // taken back
  CHECK(office.codes_in_force("11-001") == forms::Codes{1});
  office.type("\n");
  CHECK(office.coding().answer().case_id == "11-002");
  CHECK(office.coding().left() == 2);
  office.press(Key::up);
  CHECK(office.coding().answer().case_id == "11-001");
}

TEST_CASE("a code the list lacks and an answer without codes are told, and nothing is saved") {
  Office office;
  office.press(Key::f6);
  office.type("9");
  CHECK(office.state().notice.key == "notice.unknown_code");
  office.type("\n");
  CHECK(office.state().notice.key == "notice.no_code_given");
  CHECK(office.codes_in_force("11-001").empty());
}

TEST_CASE("full-width digits are codes, and letters find answers") {
  Office office;
  office.press(Key::f6);
  office.write("２");
  CHECK(office.codes_in_force("11-001") == forms::Codes{2});
  office.write("会議");
  REQUIRE(office.coding().shown.size() == 1);
  CHECK(office.coding().answer().case_id == "12-001");
  office.press(Key::escape);  // the filter first
  CHECK(office.coding().shown.size() == 3);
  office.press(Key::escape);
  CHECK(office.state().screen == Screen::start);
}

TEST_CASE("F8 goes round to the next answer without codes") {
  Office office;
  office.press(Key::f6);
  office.press(Key::down);
  office.type("1");
  office.press(Key::f8);
  CHECK(office.coding().answer().case_id == "12-001");
  office.press(Key::f8);
  CHECK(office.coding().answer().case_id == "11-001");
}

TEST_CASE("coding a closed sheet leaves it closed, and the journal whole") {
  Office office;
  office.press(Key::f6);
  office.type("1");
  auto reader = office.reader();
  CHECK(reader.read(test::office_survey()->form, "11-001")->current.state == forms::CaseState::closed);
  CHECK(reader.audit()->findings.empty());
  const auto line = reader.history(test::office_survey()->form, "11-001", "why_code")->back();
  CHECK(line.reason == "coded");
  CHECK(line.operator_name == "tester");
}

TEST_CASE("a code is added with its date, belongs to the answer, and is there after a restart") {
  Office office;
  office.press(Key::f6);
  office.press(Key::f2);
  REQUIRE(office.state().dialog == session::Dialog::new_code);
  office.write("長年の付き合い");
  office.press(Key::enter);
  CHECK(office.codes_in_force("11-001") == forms::Codes{4});
  office.restart();
  office.press(Key::f6);
  const auto& form = office.state().survey->form;
  const auto* choices = form.choices_of(form.items[*form.find("why_code")]);
  REQUIRE(choices->find(4) != nullptr);
  CHECK(choices->find(4)->label.in("ja") == "長年の付き合い");
  REQUIRE(office.coding().added.size() == 1);
  CHECK(office.coding().added.front().at.substr(0, 10) == "2018-03-01");
  auto reader = office.reader();
  CHECK(reader.form_hashes()->size() == 1);  // the archived form is the same
  CHECK(reader.audit()->findings.empty());
}

TEST_CASE("a code without a label is not added") {
  Office office;
  office.press(Key::f6);
  office.press(Key::f2);
  office.press(Key::enter);
  CHECK(office.state().notice.key == "notice.code_needs_label");
  CHECK(office.reader().added_codes()->empty());
}

TEST_CASE("who codes second sees nothing of the first, and changes nothing in force") {
  Office office;
  office.press(Key::f6);
  office.type("1\n2\n3\n");
  office.press(Key::tab);
  REQUIRE(office.coding().pass == CodingPass::second);
  for (const auto& answer : office.coding().answers) {
    CHECK(answer.codes.empty());
    CHECK(answer.first.empty());
    CHECK_FALSE(answer.is_coded);
  }
  CHECK(office.coding().agreement.empty());
  office.type("3");
  CHECK(office.coding().answer().codes == forms::Codes{3});
  CHECK(office.codes_in_force("11-001") == forms::Codes{1});
  CHECK(office.reader().audit()->findings.empty());
}

namespace {

// Three answers coded by both: the same codes, other codes, one more.
void code_twice(Office& office) {
  office.press(Key::f6);
  office.type("1\n2\n3\n");
  office.press(Key::tab);
  office.type("1\n3\n23\n");
  office.press(Key::tab);
}

}  // namespace

TEST_CASE("the comparison lists what differs, and Enter settles it") {
  Office office;
  code_twice(office);
  REQUIRE(office.coding().pass == CodingPass::compare);
  CHECK(office.coding().compared == 3);
  REQUIRE(office.coding().answers.size() == 2);
  CHECK(office.coding().answer().case_id == "11-002");
  CHECK(office.coding().answer().first == forms::Codes{2});
  CHECK(office.coding().answer().second == forms::Codes{3});
  office.press(Key::right);  // what the second gave
  office.type("\n");
  CHECK(office.codes_in_force("11-002") == forms::Codes{3});
  CHECK(office.coding().left() == 1);
  office.type("2\n");  // the first's 3, and 2
  CHECK(office.codes_in_force("12-001") == forms::Codes{2, 3});
  CHECK(office.coding().left() == 0);
  CHECK(office.state().notice.key == "notice.all_settled");
  CHECK(office.reader().history(test::office_survey()->form, "11-002", "why_code")->back().reason == "settled");
}

TEST_CASE("what is settled does not raise the agreement that was measured") {
  Office office;
  code_twice(office);
  const std::string before = session::pooled_kappa_of(office.coding().agreement);
  office.type("\n\n");
  office.press(Key::tab);
  office.press(Key::tab);
  office.press(Key::tab);
  REQUIRE(office.coding().pass == CodingPass::compare);
  CHECK(session::pooled_kappa_of(office.coding().agreement) == before);
  // Of n = 3, times n²: p_o 9 + 3 + 6, p_e 5 + 5 + 4 of 27; (18 − 14) / (27 − 14) = 0.3077.
  CHECK(before == "0.31");
}

TEST_CASE("a code given anew after settling is to be settled again") {
  session::CodingRecord record;
  store::Entry line;
  const auto say = [&](std::int64_t at, const char* subject, forms::Codes codes, const char* reason) {
    line.sequence = at;
    line.subject = subject;
    line.mark.content = codes;
    line.reason = reason;
    session::take_up(record, line, "why_code");
  };
  say(1, "why_code", {1}, "coded");
  say(2, "second:why_code", {2}, "coded");
  CHECK_FALSE(record.is_settled());
  say(3, "why_code", {2}, "settled");
  CHECK(record.is_settled());
  CHECK(record.first == forms::Codes{1});
  say(4, "why_code", {3}, "coded");
  CHECK_FALSE(record.is_settled());
}

TEST_CASE("where people sign in, one who coded cannot code the same texts again as the second") {
  Office office(test::people());
  office.type("1\n1234\n");  // 佐藤
  REQUIRE(office.state().gates.empty());
  office.press(Key::f6);
  office.type("1\n");
  office.press(Key::tab);
  CHECK(office.coding().pass == CodingPass::first);
  CHECK(office.state().notice.key == "notice.only_this_pass");
  office.press(Key::f12);  // locks, and the office is left
  CHECK(office.state().screen == Screen::start);
  office.press(Key::escape);  // another name
  office.type("2\n2468\n");  // 加藤
  REQUIRE(office.state().operator_name == "加藤");
  office.press(Key::f6);
  CHECK(office.coding().pass == CodingPass::second);
  CHECK(office.coding().answer().codes.empty());
}

TEST_CASE("a list that another item has too keeps its choices for that one") {
  auto survey = test::office_survey();
  forms::Form form = survey->form;
  const auto cooperates = *form.find("cooperates"), coded = *form.find("why_code");
  form.items[coded].choices = form.items[cooperates].choices;
  session::add_codes(form, {{"why_code", 3, "ほか", "x", "2018"}, {"days", 9, "?", "x", "2018"}});
  CHECK(form.choices_of(form.items[coded])->find(3) != nullptr);
  CHECK(form.choices_of(form.items[cooperates])->find(3) == nullptr);
}
