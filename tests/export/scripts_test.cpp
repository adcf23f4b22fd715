#include "export/scripts/read_scripts.h"

#include <catch2/catch.hpp>

#include "export/scripts/description.h"
#include "export/scripts/literals.h"
#include "export/scripts/read_python.h"
#include "export/scripts/read_r.h"
#include "export/scripts/read_spss.h"
#include "export/scripts/read_stata.h"
#include "tests/export/csv_dataset.h"
#include "tests/export/scratch_folder.h"
#include "tests/export/small_form.h"

namespace genpyo::exports {
namespace {

using forms::Codes;
using forms::ItemType;
using forms::Missing;
using Holds = DescribedColumn::Holds;
using Kind = Profile::Kind;

// A choice, several marks, a figure, a decimal, a text and a day.
forms::Form clinic() {
  forms::Form form;
  form.form_id = "clinic";
  form.languages = {"ja", "en"};
  form.lists = {{"founder", {{1, label("医療法人", "Corporation")}, {5, label("その他", "Other")}}},
                {"partners", {{1, label("病院", "Hospital")}, {2, label("訪問看護", "Nurses")}}}};
  form.items = {item("founder", ItemType::select_one, label("開設主体", "Founder")),
                item("partners", ItemType::select_multiple, label("連携機関", "Partners")),
                item("doctors", ItemType::integer, label("医師", "Doctors")),
                item("rate", ItemType::decimal, label("割合", "Rate")),
                item("features", ItemType::text, label("特徴", "Features")),
                item("opened", ItemType::date, label("開設日", "Opened"))};
  form.items[0].choices = 0;
  form.items[1].choices = 1;
  form.items[2].unit = label("人", "persons");
  return form;
}

validators::Evaluation answered(const forms::Form& form) {
  validators::Evaluation evaluation = evaluation_of(form, Missing::no_answer);
  state_of(evaluation, form, "founder").value = Codes{5};
  state_of(evaluation, form, "partners").value = Codes{2};
  state_of(evaluation, form, "doctors").value = std::int64_t{12};
  state_of(evaluation, form, "rate").value = forms::Decimal{125, 2};
  state_of(evaluation, form, "features").value = "顔の見える関係";
  state_of(evaluation, form, "opened").value = forms::PartialDate{1964, 4, 1};
  return evaluation;
}

// An export of the CSV with its scripts.
struct Exported {
  ScratchFolder folder;
  forms::Result<ExportOutcome> outcome = ExportOutcome{};

  std::string text(const std::string& name) const { return content_of(folder.file(name)); }
};

void export_scripts(Exported& made, const forms::Form& form, const CasesOfTest& cases, const Profile& profile = {},
                    const DatasetOptions& options = {}) {
  const auto dataset = Dataset::of(form, options, profile);
  REQUIRE(dataset);
  ExportParts parts;
  parts.writers.push_back(std::make_unique<CsvWriter>(profile));
  parts.writers.push_back(std::make_unique<ReadScripts>());
  made.outcome = run_export(*dataset, made.folder.path(), source_of(cases), std::move(parts));
  REQUIRE(made.outcome);
}

CasesOfTest two_cases(const forms::Form& form) {
  return {{forms::blank_case(form, "01-001"), answered(form)},
          {forms::blank_case(form, "01-002"), evaluation_of(form, Missing::illegible)}};
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string golden(const std::string& name) { return content_of(std::string(GENPYO_SOURCE "/tests/golden/scripts/") + name); }

const DescribedColumn& column(const CsvDescription& described, const std::string& name) {
  for (const DescribedColumn& each : described.columns) {
    if (each.name == name) return each;
  }
  FAIL("no column " << name);
  return described.columns.front();
}

TEST_CASE("The four scripts of a small form are the golden files") {
  const forms::Form form = clinic();
  Exported made;
  export_scripts(made, form, two_cases(form));
  for (const char* name : {"read_csv.R", "read_csv.py", "read_csv.do", "read_csv.sps"}) {
    CAPTURE(name);
    CHECK(made.text(name) == golden(name));
  }
  CHECK(made.outcome->paths.size() == 6);
  CHECK(made.outcome->report.files.size() == 6);
}

TEST_CASE("The same dataset gives the same scripts") {
  const forms::Form form = clinic();
  Exported first, second;
  export_scripts(first, form, two_cases(form));
  export_scripts(second, form, two_cases(form));
  for (const char* name : {"read_csv.R", "read_csv.py", "read_csv.do", "read_csv.sps"}) {
    CHECK(first.text(name) == second.text(name));
  }
}

TEST_CASE("A date of which one case knows a part only makes the variable text in every script") {
  const forms::Form form = clinic();
  CasesOfTest cases = two_cases(form);
  state_of(cases[1].second, form, "opened").value = forms::PartialDate{1964, 4, {}};
  Exported made;
  export_scripts(made, form, cases);
  CHECK(has(made.text("read_csv.R"), R"(list(name = "opened", holds = "text")"));
  CHECK(has(made.text("read_csv.py"), R"(dict(name="opened", holds="text")"));
  CHECK_FALSE(has(made.text("read_csv.do"), "daily("));
  CHECK(has(made.text("read_csv.sps"), "    opened A10\n"));
}

TEST_CASE("The legacy profile's codes are those of each variable, and its bytes CP932") {
  const forms::Form form = clinic();
  Exported made;
  export_scripts(made, form, two_cases(form), {Kind::legacy});
  CHECK(has(made.text("read_csv.R"), "encoding <- \"CP932\""));
  CHECK(has(made.text("read_csv.R"), R"(missing = c("", "", "", "66", "", "", "")"));  // of two digits
  CHECK(has(made.text("read_csv.py"), R"(missing={"6": "illegible"})"));               // of one
  CHECK(has(made.text("read_csv.do"), "encoding(\"Shift_JIS\")"));
  CHECK(has(made.text("read_csv.do"), "mvdecode doctors, mv(66=.d)\n"));
  CHECK(has(made.text("read_csv.sps"), "MISSING VALUES doctors (66).\n"));
}

TEST_CASE("More than three legacy codes become the negative ones in SPSS, which declares three") {
  const forms::Form form = clinic();
  CasesOfTest cases;
  for (const Missing kind : {Missing::no_answer, Missing::dont_know, Missing::illegible, Missing::page_absent}) {
    cases.emplace_back(forms::blank_case(form, "01-00" + std::to_string(cases.size() + 1)), evaluation_of(form, kind));
  }
  Exported made;
  export_scripts(made, form, cases, {Kind::legacy});
  CHECK(has(made.text("read_csv.sps"), "RECODE doctors (9=-2) (7=-3) (6=-4) (4=-7).\n"));
  CHECK(has(made.text("read_csv.sps"), "MISSING VALUES doctors (-7 THRU -1).\n"));
  CHECK(has(made.text("read_csv.sps"), "    -2 '無回答'\n"));
}

TEST_CASE("Words of the profile labels lead back to codes") {
  const forms::Form form = clinic();
  Exported made;
  export_scripts(made, form, two_cases(form), {Kind::labels, "en"});
  CHECK(has(made.text("read_csv.R"), R"(words = c("Corporation", "Other"), worded = TRUE)"));
  CHECK(has(made.text("read_csv.do"), "replace founder = \"5\" if `cell' == \"Other\"\n"));
  CHECK(has(made.text("read_csv.do"), "replace doctors = \"-4\" if `cell' == \"Illegible\"\n"));
  CHECK(has(made.text("read_csv.sps"), "RECODE @2\n    ('Corporation'=1)\n    ('Other'=5)\n"));
}

TEST_CASE("Words that two codes share stay words") {
  forms::Form form = clinic();
  form.lists[0].choices[1].label = label("医療法人", "Corporation");
  Exported made;
  export_scripts(made, form, two_cases(form), {Kind::labels, "en"});
  CHECK(has(made.text("read_csv.R"), R"(list(name = "founder", holds = "text")"));
  CHECK_FALSE(has(made.text("read_csv.do"), "destring founder"));
}

TEST_CASE("Where a text has a line break the SPSS syntax says so and reads nothing") {
  const forms::Form form = clinic();
  CasesOfTest cases = two_cases(form);
  state_of(cases[0].second, form, "features").value = "one\ntwo";
  Exported made;
  export_scripts(made, form, cases);
  CHECK(has(made.text("read_csv.sps"), "ECHO 'clinic.csv: 1 texts have a line break"));
  CHECK_FALSE(has(made.text("read_csv.sps"), "GET DATA"));
  CHECK(has(made.text("read_csv.do"), "bindquote(strict)"));  // the others read it
}

TEST_CASE("An export of no cases has scripts too") {
  Exported made;
  export_scripts(made, clinic(), {}, {Kind::legacy});
  CHECK(has(made.text("read_csv.R"), R"(name = "founder")"));
}

TEST_CASE("A name that a program cannot hold is told with its script") {
  forms::Form form = clinic();
  const CasesOfTest cases = two_cases(form);
  form.items[2].name = "doctors_who_work_in_this_facility_all_day";
  Exported made;
  export_scripts(made, form, cases);
  REQUIRE(made.outcome->report.renamed.size() == 1);
  const Renamed& renamed = made.outcome->report.renamed[0];
  CHECK(renamed.variable == "doctors_who_work_in_this_facility_all_day");
  CHECK(renamed.format == "read_csv.do");
  CHECK(has(made.text("read_csv.do"), "destring " + renamed.name + ", replace\n"));
  CHECK(has(made.text("read_csv.R"), "doctors_who_work_in_this_facility_all_day"));
}

TEST_CASE("A column knows what it holds, what its codes mean and where its missing kind stands") {
  const forms::Form form = clinic();
  const auto dataset = Dataset::of(form, {}, {});
  REQUIRE(dataset);
  const CsvDescription described = description_of(*dataset, {});
  CHECK(column(described, "founder").holds == Holds::integer);
  CHECK(column(described, "founder").codes.size() == 2);
  CHECK(column(described, "founder").missing.size() == 7);
  CHECK(column(described, "doctors").label == "医師 (人)");
  CHECK(column(described, "rate").holds == Holds::decimal);
  CHECK(column(described, "rate").beside == "rate_missing");
  CHECK(column(described, "rate").missing.empty());
  CHECK(column(described, "rate_missing").says_kind);
  CHECK(column(described, "opened").holds == Holds::date);
  CHECK(column(described, "case_id").missing.empty());
}

TEST_CASE("A literal of R and Python keeps every character and ends where it should") {
  CHECK(escaped_literal("医療法人") == "\"医療法人\"");
  CHECK(escaped_literal("a\"b\\c") == R"("a\"b\\c")");
  CHECK(escaped_literal("one\ntwo\r\t") == R"("one\ntwo\r\t")");
  CHECK(escaped_literal("\x1B") == R"("\u001b")");
  CHECK(escaped_literal("医\u202Eb") == R"("\u533b\u202eb")");  // R mixes no escapes with bytes
  CHECK(escaped_literal("👨\u200D") == R"("\U0001f468\u200d")");
  CHECK(escaped_literal("a\u2028b") == R"("a\u2028b")");
  CHECK(escaped_literal(std::string_view("a\0b", 3)) == R"("a\ufffdb")");
  CHECK(escaped_literal("") == "\"\"");
}

TEST_CASE("An expression of Stata has no quote, macro, comment or line end from a text") {
  CHECK(stata_expression("Don't know") == "\"Don't know\"");
  CHECK(stata_expression("1/2") == "\"1/2\"");
  CHECK(stata_expression("a\"b") == "\"a\" + char(34) + \"b\"");
  CHECK(stata_expression("`x' $y") == "char(96) + \"x' \" + char(36) + \"y\"");
  CHECK(stata_expression("a */ b // c") == "\"a *\" + char(47) + \" b \" + char(47) + char(47) + \" c\"");
  CHECK(stata_expression("one\ntwo\\") == "\"one\" + char(10) + \"two\" + char(92)");
  CHECK(stata_expression("医\u202E") == "\"医\" + uchar(8238)");
  CHECK(stata_expression("") == "\"\"");
}

TEST_CASE("A literal of SPSS stands on lines that are short enough and loses no character of a text") {
  CHECK(spss_literal("it's") == "'it''s'");
  CHECK(spss_literal("one\ntwo.") == "'one two.'");
  CHECK(spss_literal("") == "''");
  std::string kana;
  for (int count = 0; count < 30; ++count) kana += "あ";
  CHECK(spss_literal(kana) == "'" + kana.substr(0, 78) + "' +\n    '" + kana.substr(78) + "'");
}

TEST_CASE("A hostile label is a text in each script, never a word of its language") {
  const std::string hostile = "x\"'); ECHO '`$y */\n";
  forms::Form form = clinic();
  form.items[0].label = label(hostile.c_str(), hostile.c_str());
  form.lists[0].choices[0].label = form.items[0].label;
  Exported made;
  export_scripts(made, form, two_cases(form));
  CHECK(has(made.text("read_csv.R"), R"(label = "x\"'); ECHO '`$y */\n")"));
  CHECK(has(made.text("read_csv.py"), R"(label="x\"'); ECHO '`$y */\n")"));
  const std::string stata = R"("x" + char(34) + "'); ECHO '" + char(96) + char(36) + "y *" + char(47) + char(10))";
  CHECK(has(made.text("read_csv.do"), "mata: st_varlabel(\"founder\", " + stata + ")\n"));
  CHECK(has(made.text("read_csv.do"), "mata: st_vlmodify(\"founder\", 1, " + stata + ")\n"));
  CHECK(has(made.text("read_csv.sps"), "VARIABLE LABELS founder 'x\"''); ECHO ''`$y */ '.\n"));
}

}  // namespace
}  // namespace genpyo::exports
