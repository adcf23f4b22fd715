// Every hostile text through every format of this folder: it comes back, or it is listed.
#include "tests/export/hostile_texts.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "export/json_dataset.h"
#include "export/side_file.h"
#include "export/sqlite_dataset.h"
#include "forms/csv.h"
#include "forms/text.h"
#include "tests/export/csv_dataset.h"
#include "tests/export/scratch_folder.h"

namespace genpyo::exports {
namespace {

// One case for each text of the table, in its order.
CasesOfTest hostile_cases(const forms::Form& form) {
  CasesOfTest cases;
  for (const HostileText& each : hostile_texts()) {
    cases.emplace_back(forms::blank_case(form, "01-" + std::to_string(100 + cases.size())), saying(form, each.text));
  }
  return cases;
}

// The number of texts that the export altered.
std::size_t export_with(std::unique_ptr<DatasetWriter> writer, const std::string& folder, const forms::Form& form) {
  const auto dataset = Dataset::of(form, {}, {});
  REQUIRE(dataset);
  const CasesOfTest cases = hostile_cases(form);
  ExportParts parts;
  parts.writers.push_back(std::move(writer));
  const auto outcome = run_export(*dataset, folder, source_of(cases), std::move(parts));
  REQUIRE(outcome);
  REQUIRE(outcome->appeared);
  return outcome->report.altered;
}

TEST_CASE("CSV keeps every hostile text, or shows and lists where it could not") {
  const ScratchFolder folder;
  const forms::Form form = hostile_form();
  const auto kind = GENERATE(Profile::Kind::analysis, Profile::Kind::excel, Profile::Kind::labels);
  const auto made = export_csv(folder.path(), form, hostile_cases(form), {}, {.kind = kind});
  REQUIRE(made.outcome);
  CHECK(made.outcome->report.altered == 3);
  const auto data = forms::csv::parse(content_of(folder.file("survey.csv")));
  const auto remarks = forms::csv::parse(content_of(folder.file("remarks.csv")));
  REQUIRE(data);
  REQUIRE(remarks);
  CHECK(remarks->rows.size() == 3);
  const auto texts = hostile_texts();
  REQUIRE(data->rows.size() == texts.size());
  for (std::size_t row = 0; row < texts.size(); ++row) {
    INFO(texts[row].name);
    const bool guarded = kind == Profile::Kind::excel && needs_guard(texts[row].in_utf8);
    CHECK(data->rows[row].cells[1] == (guarded ? "'" : "") + texts[row].in_utf8);
    CHECK(data->rows[row].cells[3] == "7");
  }
}

TEST_CASE("No text of the excel profile begins like a formula") {
  for (const char* text : {"=1", "+1", "-1", "@a", "\t=1", "\r", "＝1", "＋1", "－1", "＠a", "'=1"}) CHECK(needs_guard(text));
  for (const char* text : {"", "a=1", " =1", "1+1", "あ"}) CHECK_FALSE(needs_guard(text));
}

TEST_CASE("Cells of a list that were made once stand in it as those that are made line by line") {
  const auto kind = GENERATE(Profile::Kind::analysis, Profile::Kind::excel);
  const ScratchFolder folder;
  const forms::Form form = hostile_form();
  const auto dataset = Dataset::of(form, {}, {.kind = kind});
  auto files = FileSet::create(folder.path());
  REQUIRE(files);
  SideFile list;
  REQUIRE(list.begin(*dataset, *files, "list.csv", {"case", "item", "rule", "why"}));
  list.add({"", "=1, \"2\"", "\xFF", ""});
  list.text("");
  list.made(list.make({"=1, \"2\"", "\xFF", ""}));
  list.end_line();
  REQUIRE(files->complete());
  REQUIRE(files->appear());
  const bool excel = kind == Profile::Kind::excel;
  const std::string line = excel ? ",\"'=1, \"\"2\"\"\",\uFFFD,\r\n" : ",\"=1, \"\"2\"\"\",\uFFFD,\n";
  CHECK(content_of(folder.file("list.csv")) == (excel ? "\xEF\xBB\xBF" "case,item,rule,why\r\n" : "case,item,rule,why\n") + line + line);
}

TEST_CASE("CP932 lists every character that it lacks, with case and item, and writes nothing") {
  const ScratchFolder folder;
  const forms::Form form = hostile_form();
  const auto made = export_csv(folder.path(), form, hostile_cases(form), {}, {.kind = Profile::Kind::legacy});
  REQUIRE(made.outcome);
  CHECK_FALSE(made.outcome->appeared);
  CHECK(folder.entries() == 0);
  std::size_t lacking = 0;
  for (const HostileText& each : hostile_texts()) lacking += each.in_cp932 ? 0 : 1;
  std::set<std::string> cases;
  for (const Told& told : made.against) {
    CHECK(told.variable == "features");
    cases.insert(told.case_id);
  }
  CHECK(cases.size() == lacking);
  CHECK(made.against.front() == Told{"01-117", "features", "CP932 lacks 𠮷 (U+20BB7)"});
}

TEST_CASE("CP932 keeps every hostile text that it has") {
  const ScratchFolder folder;
  const forms::Form form = hostile_form();
  CasesOfTest cases;
  std::vector<std::string> texts;
  for (const HostileText& each : hostile_texts()) {
    if (!each.in_cp932) continue;
    texts.push_back(each.text);
    cases.emplace_back(forms::blank_case(form, "01-" + std::to_string(cases.size())), saying(form, each.text));
  }
  REQUIRE(export_csv(folder.path(), form, cases, {}, {.kind = Profile::Kind::legacy}).outcome->appeared);
  std::string utf8;
  REQUIRE(forms::from_cp932(content_of(folder.file("survey.csv")), utf8));
  const auto data = forms::csv::parse(utf8);
  REQUIRE(data);
  for (std::size_t row = 0; row < texts.size(); ++row) CHECK(data->rows.at(row).cells[1] == texts[row]);
}

TEST_CASE("JSON keeps every hostile text, NUL too, and lists broken bytes") {
  const ScratchFolder folder;
  const forms::Form form = hostile_form();
  CHECK(export_with(std::make_unique<JsonWriter>(), folder.path(), form) == 2);
  const auto json = nlohmann::json::parse(content_of(folder.file("survey.json")));
  const auto texts = hostile_texts();
  REQUIRE(json["cases"].size() == texts.size());
  for (std::size_t row = 0; row < texts.size(); ++row) {
    INFO(texts[row].name);
    const bool is_nul = texts[row].name == std::string("NUL");
    CHECK(json["cases"][row]["features"] == (is_nul ? texts[row].text : texts[row].in_utf8));
  }
}

TEST_CASE("SQLite keeps every hostile text, or shows and lists where it could not") {
  const ScratchFolder folder;
  const forms::Form form = hostile_form();
  CHECK(export_with(std::make_unique<SqliteWriter>(), folder.path(), form) == 3);
  SQLite::Database database(folder.file("survey.sqlite"));
  SQLite::Statement rows(database, "SELECT features, days FROM cases ORDER BY case_id");
  for (const HostileText& each : hostile_texts()) {
    INFO(each.name);
    REQUIRE(rows.executeStep());
    CHECK(rows.getColumn(0).getString() == each.in_utf8);
    CHECK(rows.getColumn(1).getInt() == 7);
  }
  CHECK(database.execAndGet("PRAGMA integrity_check").getString() == "ok");
}

}  // namespace
}  // namespace genpyo::exports
