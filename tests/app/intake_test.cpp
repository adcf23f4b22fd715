// Rows of a CSV file as sheets.
#include "app/session/intake.h"

#include <catch2/catch.hpp>

#include "session_fixture.h"

using namespace genpyo;
using forms::Codes;
using forms::Missing;
using forms::Value;

namespace {

session::Intake taken(const session::Survey& survey, const std::string& csv) {
  const auto table = forms::csv::parse(csv);
  REQUIRE(table);
  return session::read_rows(survey, *table, {2018, 3, 1});
}

}  // namespace

TEST_CASE("a row is keyed as a sheet: codes, figures, blanks and missing keys") {
  const auto survey = test::small_survey();
  const auto intake = taken(*survey, "case_id,asked,reason,kinds,days,remark\n11-001,1,+1 2,1 2,*,-\n");
  REQUIRE(intake.faults.empty());
  const auto& marks = intake.cases.at(0).current.marks;
  CHECK(marks[0].content == Value(Codes{1}));
  CHECK(marks[1].content == Value(Missing::several_marks));
  CHECK(marks[2].content == Value(Codes{1, 2}));
  CHECK(marks[3].content == Value(Missing::illegible));
  CHECK(marks[4].content == Value(std::string("-")));
}

TEST_CASE("the empty box of a skipped question is not keyed, a mark in it is kept") {
  const auto survey = test::small_survey();
  const auto intake = taken(*survey, "case_id,asked,reason,kinds,days,remark\n11-001,2,,1,3,\n11-002,2,1,1,3,\n");
  REQUIRE(intake.cases.size() == 2);
  CHECK_FALSE(intake.cases[0].current.marks[1].keyed());
  CHECK(intake.cases[1].evaluation.items[1].off_path);
}

TEST_CASE("a wrong header names the column and what it may have been") {
  const auto survey = test::small_survey();
  const auto intake = taken(*survey, "case_id,dais\n11-001,1\n");
  REQUIRE(intake.faults.size() == 1);
  CHECK(intake.faults[0].line == 1);
  CHECK(intake.faults[0].arguments == std::vector<std::string>{"dais", "days"});
  CHECK(taken(*survey, "days\n1\n").faults.at(0).key == "intake.no_case_id");
}

TEST_CASE("an unknown code is told by row and column, and nothing of the file is of use") {
  const auto survey = test::small_survey();
  const auto intake = taken(*survey, "case_id,asked\n11-001,1\n11-002,9\n");
  REQUIRE(intake.faults.size() == 1);
  CHECK(intake.faults[0].line == 3);
  CHECK(intake.faults[0].column == "asked");
  CHECK(intake.faults[0].key == "notice.unknown_code");
}

TEST_CASE("a case number twice is told with the line where it stood first") {
  const auto survey = test::small_survey();
  const auto intake = taken(*survey, "case_id,asked\n11-001,1\n11-1,2\n");
  REQUIRE(intake.faults.size() == 1);
  CHECK(intake.faults[0].arguments == std::vector<std::string>{"11-1", "2"});
}

TEST_CASE("columns that the file lacks are no answer, and are listed") {
  const auto survey = test::small_survey();
  const auto intake = taken(*survey, "case_id,asked\n11-001,1\n");
  CHECK(intake.absent_columns == std::vector<std::string>{"reason", "kinds", "days", "remark"});
  CHECK(intake.cases.at(0).current.marks[3].content == Value(Missing::no_answer));
}

TEST_CASE("organization and region come from the frame where the file has none") {
  const auto survey = test::real_survey();
  const auto intake = taken(*survey, "case_id,facility_type\n11-001,1\n");
  REQUIRE(intake.faults.empty());
  const auto organization = *survey->form.find("organization");
  const auto region = *survey->form.find("region");
  CHECK(intake.cases.at(0).current.marks[organization].content == Value(Codes{11}));
  CHECK(intake.cases.at(0).current.marks[region].content == Value(Codes{11}));
}

TEST_CASE("a serial beyond the sheets that were sent is taken, with a remark") {
  const auto survey = test::real_survey();
  const auto intake = taken(*survey, "case_id,facility_type\n02-018,1\n02-019,1\n");
  CHECK(intake.cases.size() == 2);
  REQUIRE(intake.remarks.size() == 1);
  CHECK(intake.remarks[0].line == 3);
  CHECK(intake.remarks[0].arguments == std::vector<std::string>{"02-019"});
}

TEST_CASE("an organization that was not surveyed is refused") {
  const auto survey = test::real_survey();
  CHECK(taken(*survey, "case_id\n08-001\n").faults.at(0).key == "notice.case_not_surveyed");
  CHECK(taken(*survey, "case_id\n15-001\n").faults.at(0).key == "notice.case_not_in_frame");
}

TEST_CASE("a date of a row is read in either calendar, and what the dataset says reads back") {
  const auto survey = session::make_survey(
      "form_id: dates\nversion: \"1\"\ntitle: {ja: 日付, en: Dates}\nsurvey:\n  - section: one\n"
      "    label: {ja: 一, en: One}\n    items:\n"
      "      - {name: born, type: date, label: {ja: 生年月日, en: Born}}\n",
      "dates.yaml");
  const auto intake =
      taken(*survey, "case_id,born\n11-001,昭和39年4月1日\n11-002,1964-04-XX\n11-003,-\n11-004,\n");
  REQUIRE(intake.faults.empty());
  const auto mark = [&](std::size_t row) { return intake.cases.at(row).current.marks.at(0); };
  CHECK(mark(0).content == Value(forms::PartialDate{1964, 4, 1}));
  CHECK(mark(0).raw == "昭和39年4月1日");
  CHECK(mark(1).content == Value(forms::PartialDate{1964, 4, {}}));
  CHECK(mark(2).content == Value(Missing::dont_know));
  CHECK(mark(3).content == Value(Missing::no_answer));

  const auto wrong = taken(*survey, "case_id,born\n11-001,S64.2.1\n11-002,2018/2/30\n");
  REQUIRE(wrong.faults.size() == 2);
  CHECK(wrong.faults[0].key == "notice.outside_era");
  CHECK(wrong.faults[0].arguments == std::vector<std::string>{"S64.2.1", "H1.2.1"});
  CHECK(wrong.faults[1].key == "notice.no_such_day");
}
