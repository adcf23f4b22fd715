// The files that export writes, read back; and files that only bear their names.
#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>
#include <functional>
#include <map>

#include "export/json_dataset.h"
#include "export/json_reader.h"
#include "export/readstat_dta.h"
#include "export/readstat_reader.h"
#include "export/readstat_sav.h"
#include "export/sqlite_dataset.h"
#include "export/sqlite_reader.h"
#include "export/xlsx_dataset.h"
#include "export/xlsx_reader.h"
#include "forms/csv.h"
#include "tests/export/csv_dataset.h"
#include "tests/export/hostile_texts.h"
#include "tests/export/scratch_folder.h"
#include "tests/forms/archive.h"

namespace genpyo::exports {
namespace {

using Catch::Contains;
using forms::Missing;
using Read = forms::Result<DatasetRows>;

const std::string moment = "2018-04-01T00:00:00Z";

Read read_as(const std::string& format, const std::string& path, std::size_t most = most_rows_bytes) {
  if (format == "sav") return read_sav(path, most);
  if (format == "dta") return read_dta(path, most);
  if (format == "sqlite") return read_sqlite(path, most);
  if (format == "json") return read_json(content_of(path), path, most);
  return read_xlsx(content_of(path), path, most);
}

std::vector<std::unique_ptr<DatasetWriter>> all_writers() {
  std::vector<std::unique_ptr<DatasetWriter>> writers;
  writers.push_back(std::make_unique<SavWriter>(moment));
  writers.push_back(std::make_unique<DtaWriter>(moment));
  writers.push_back(std::make_unique<SqliteWriter>());
  writers.push_back(std::make_unique<JsonWriter>());
  writers.push_back(std::make_unique<XlsxWriter>(Profile{}));
  return writers;
}

void export_all(const std::string& folder, const forms::Form& form, const CasesOfTest& cases) {
  const auto dataset = Dataset::of(form, {}, {});
  REQUIRE(dataset);
  ExportParts parts;
  parts.writers = all_writers();
  const auto outcome = run_export(*dataset, folder, source_of(cases), std::move(parts));
  REQUIRE(outcome);
  REQUIRE(outcome->appeared);
}

CasesOfTest hostile_cases(const forms::Form& form) {
  CasesOfTest cases;
  for (const HostileText& each : hostile_texts()) {
    cases.emplace_back(forms::blank_case(form, "01-" + std::to_string(100 + cases.size())), saying(form, each.text));
  }
  return cases;
}

const ReadCell& cell(const DatasetRows& read, std::size_t row, const std::string& name) {
  for (std::size_t column = 0; column < read.names.size(); ++column) {
    if (read.names[column] == name) return read.rows.at(row).cells.at(column);
  }
  FAIL("no variable " << name);
  return read.rows.at(row).cells.at(0);
}

std::string write(const ScratchFolder& folder, const std::string& name, const std::string& bytes) {
  std::ofstream(folder.file(name), std::ios::binary) << bytes;
  return folder.file(name);
}

// A dataset in SQLite as `sql` makes it.
std::string database(const ScratchFolder& folder, const std::string& sql) {
  SQLite::Database(folder.file("h.sqlite"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
  return folder.file("h.sqlite");
}

std::string failure_of(const Read& read) {
  REQUIRE_FALSE(read);
  return read.failure().sentence;
}

TEST_CASE("every hostile text is read back from every format as it was, or remarks.csv lists it") {
  const ScratchFolder folder;
  const forms::Form form = hostile_form();
  export_all(folder.path(), form, hostile_cases(form));
  const std::string remarks = content_of(folder.file("remarks.csv"));
  const auto texts = hostile_texts();
  for (const std::string format : {"sav", "dta", "sqlite", "json", "xlsx"}) {
    const auto read = read_as(format, folder.file("survey." + format));
    REQUIRE(read);
    REQUIRE(read->rows.size() == texts.size());
    for (std::size_t row = 0; row < texts.size(); ++row) {
      INFO(format << " " << texts[row].name);
      const std::string place = "01-" + std::to_string(100 + row) + ",features,";
      const bool has_name = format == "sav" || format == "dta" || format == "xlsx";
      const bool is_listed = remarks.find(has_name ? place + format : place) != std::string::npos ||
                             remarks.find(place + '"' + format) != std::string::npos;
      const bool is_same = cell(*read, row, "features").text == texts[row].text;
      CHECK((is_same || is_listed));
      CHECK(cell(*read, row, "days").text == "7");
    }
  }
}

TEST_CASE("a missing kind is read as a kind from Stata and JSON, and as its code from the others") {
  const ScratchFolder folder;
  const forms::Form form = hostile_form();
  CasesOfTest cases;
  for (const Missing kind : forms::all_missing) {
    cases.emplace_back(forms::blank_case(form, "01-00" + std::to_string(cases.size() + 1)), evaluation_of(form, kind));
  }
  export_all(folder.path(), form, cases);
  for (const std::string format : {"sav", "dta", "sqlite", "json", "xlsx"}) {
    const auto read = read_as(format, folder.file("survey." + format));
    REQUIRE(read);
    for (std::size_t row = 0; row < forms::all_missing.size(); ++row) {
      INFO(format << " " << row);
      const ReadCell& days = cell(*read, row, "days");
      const bool says_kind = format == "dta" || format == "json";
      CHECK(days.missing == (says_kind ? std::optional(forms::all_missing[row]) : std::nullopt));
      CHECK(days.text == (says_kind ? "" : "-" + std::to_string(row + 1)));
    }
  }
}

TEST_CASE("the sheet of missing kinds says the codes of a workbook") {
  const ScratchFolder folder;
  const forms::Form form = hostile_form();
  export_all(folder.path(), form, hostile_cases(form));
  const auto read = read_as("xlsx", folder.file("survey.xlsx"));
  REQUIRE(read);
  REQUIRE(read->kinds.size() == forms::all_missing.size());
  CHECK(read->kinds[1].variable.empty());
  CHECK(read->kinds[1].code == "-2");
  CHECK(read->kinds[1].kind == Missing::no_answer);
}

TEST_CASE("a file that is cut off anywhere is refused with a sentence, and so is one without room") {
  const ScratchFolder folder;
  const forms::Form form = hostile_form();
  export_all(folder.path(), form, hostile_cases(form));
  const std::string format = GENERATE("sav", "dta", "sqlite", "json", "xlsx");
  const std::string whole = content_of(folder.file("survey." + format));
  CHECK(read_as(format, folder.file("survey." + format)));
  CHECK_THAT(failure_of(read_as(format, folder.file("survey." + format), 1'000)), Contains("too large to be read"));
  for (const std::size_t bytes : {std::size_t{0}, std::size_t{1}, std::size_t{4}, std::size_t{16}, std::size_t{100}, std::size_t{500},
                                  whole.size() / 4, whole.size() / 2, whole.size() * 3 / 4, whole.size() - 40, whole.size() - 9}) {
    INFO(format << " " << bytes);
    CHECK_THAT(failure_of(read_as(format, write(folder, "cut", whole.substr(0, bytes)))), Contains("cut"));
  }
}

TEST_CASE("bytes changed anywhere in a file end no reader") {
  const ScratchFolder folder;
  const forms::Form form = hostile_form();
  CasesOfTest cases = hostile_cases(form);
  cases.erase(cases.begin() + 16);  // the long text would take all the changes
  export_all(folder.path(), form, cases);
  const std::string format = GENERATE("sav", "dta", "sqlite", "json", "xlsx");
  const std::string whole = content_of(folder.file("survey." + format));
  std::size_t ended = 0;
  for (std::size_t at = 0; at < whole.size(); at += whole.size() / 200 + 1) {
    std::string changed = whole;
    for (const int mask : {0xFF, 0x01}) {
      changed[at] = static_cast<char>(whole[at] ^ mask);
      const auto read = read_as(format, write(folder, "changed", changed), 64u << 20);
      CHECK((read || !read.failure().sentence.empty()));
      ++ended;
    }
  }
  CHECK(ended > 300);
}

TEST_CASE("JSON nested a million times, or of another shape, is refused with a sentence") {
  const auto said = [](const std::string& json) { return failure_of(read_json(json, "h.json")); };
  CHECK_THAT(said(std::string(1'000'000, '[')), Contains("nested too deeply"));
  std::string objects;
  for (int depth = 0; depth < 1'000'000; ++depth) objects += "{\"a\":";
  CHECK_THAT(said(objects), Contains("nested too deeply"));
  CHECK_THAT(said(R"({"form_id":"survey"})"), Contains("holds no cases"));
  CHECK_THAT(said(R"({"cases":[{"a":1},{"b":1}]})"), Contains("case 2 of the list has \"b\", which the first one lacks"));
  CHECK_THAT(said(R"({"cases":[{"a":1,"b":1},{"a":1}]})"), Contains("case 2 of the list lacks"));
  CHECK_THAT(said(R"({"cases":[{"a":1,"a":2}]})"), Contains("\"a\" twice"));
  CHECK_THAT(said(R"({"cases":[{"a":true}]})"), Contains("true where an answer is expected"));
  CHECK_THAT(said(R"({"cases":[{"a":[1]}]})"), Contains("a list stands"));
  CHECK_THAT(said(R"({"cases":[{"a":{"missing":"lost"}}]})"), Contains("\"lost\" where a missing kind"));
  CHECK_THAT(said(R"({"cases":[{"a":{}}]})"), Contains("says nothing"));
  CHECK_THAT(said(R"({"cases":[1]})"), Contains("something else than a case"));
  CHECK_THAT(said("{\"cases\":[{\"a\":\"\xFF\"}]}"), Contains("damaged at byte"));
  CHECK_THAT(said(R"({"cases":[],"cases":[]})"), Contains("two lists of cases"));
}

TEST_CASE("labels of variables and codes are read from JSON, and what lies elsewhere is none") {
  const auto read = read_json(R"({"other":[{"name":"no","label":{"ja":"x"}}],
"variables":["a",[["b"]],null,{"unit":{"ja":"人"},"codes":[{"label":{"ja":"一","en":"One"},"code":1},{"code":"2"},{"code":-3.5}],"label":{"ja":"問"},"name":"q"}],
"cases":[{"name":"c"}]})", "h.json");
  REQUIRE(read);
  REQUIRE(read->labels.size() == 4);
  CHECK(read->labels[0].variable == "q");
  CHECK_FALSE(read->labels[0].code);
  CHECK(read->labels[0].label.texts() == std::map<std::string, std::string>{{"ja", "問"}});
  CHECK(read->labels[1].variable == "q");
  CHECK(read->labels[1].code == 1);
  CHECK(read->labels[1].label.in("en") == "One");
  CHECK(read->labels[2].code == 0);  // nobody's
  CHECK(read->labels[3].code == 0);
  CHECK(read->rows.front().cells.front().text == "c");
}

TEST_CASE("a figure is read from JSON as it is written") {
  const auto read = read_json(R"({"cases":[{"a":1.50,"b":-7,"c":9999999999,"d":null}]})", "h.json");
  REQUIRE(read);
  CHECK(read->rows.at(0).cells.at(0).text == "1.50");
  CHECK(read->rows.at(0).cells.at(1).text == "-7");
  CHECK(read->rows.at(0).cells.at(2).text == "9999999999");
  CHECK(read->rows.at(0).cells.at(3).text.empty());
}

TEST_CASE("SQLite gives the table of cases alone: no view, no virtual table, nothing computed") {
  const ScratchFolder folder;
  const std::string sql = GENERATE(
      "CREATE TABLE t (case_id TEXT); CREATE VIEW cases AS SELECT * FROM t",
      "CREATE VIRTUAL TABLE cases USING fts5(case_id)",
      "CREATE TABLE cases (case_id TEXT, a TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))))",
      "CREATE TABLE Cases (case_id TEXT)",
      "CREATE TABLE other (case_id TEXT)");
  INFO(sql);
  CHECK_THAT(failure_of(read_sqlite(database(folder, sql))), Contains("no table of cases"));
}

TEST_CASE("a trigger, a wrong index and bytes in place of texts do no harm to the reading of SQLite") {
  const ScratchFolder folder;
  const std::string path = database(folder, "CREATE TABLE cases (case_id TEXT, a); CREATE INDEX i ON cases (case_id, a);"
                                            "CREATE TRIGGER evil AFTER INSERT ON cases BEGIN DELETE FROM cases; END;"
                                            "DROP TRIGGER evil; INSERT INTO cases VALUES ('11-001', 1.5), ('11-002', NULL)");
  const std::string before = content_of(path);
  const auto read = read_sqlite(path);
  REQUIRE(read);
  CHECK(read->rows.size() == 2);
  CHECK(read->rows[0].cells[1].text == "1.5");
  CHECK(read->rows[1].line == 3);
  CHECK(content_of(path) == before);
  CHECK(folder.entries() == 1);
  SQLite::Database(path, SQLite::OPEN_READWRITE).exec("UPDATE cases SET a = x'00FF'");
  CHECK_THAT(failure_of(read_sqlite(path)), Contains("row 1 holds bytes"));
}

TEST_CASE("a path is a path to the SQLite reader, whatever signs it has") {
  const ScratchFolder folder;
  const std::string path = folder.file("a?mode=rwc&b#c%41 表.sqlite");
  CHECK_FALSE(read_sqlite(path));
  CHECK(folder.entries() == 0);
  std::filesystem::rename(database(folder, "CREATE TABLE cases (case_id TEXT)"), path);
  CHECK(read_sqlite(path));
}

TEST_CASE("a workbook that is a bomb, has no data or has cells without a name is refused with a sentence") {
  using namespace forms::test;
  const auto said = [](std::map<std::string, Packed> files) { return failure_of(read_xlsx(archive(files), "h.xlsx")); };
  const auto sheet = [](const std::string& rows) { return parts("<worksheet><sheetData>" + rows + "</sheetData></worksheet>"); };
  auto files = sheet("");
  files["xl/worksheets/s.xml"] = bomb(300u << 20);
  CHECK_THAT(said(files), Contains("longer than 256 MiB"));
  CHECK_THAT(said(sheet("")), Contains("names no variables"));
  CHECK_THAT(said(sheet(R"(<row r="1"><c r="B1" t="str"><v>a</v></c></row>)")), Contains("without a name"));
  CHECK_THAT(said(sheet(R"(<row r="1"><c r="A1" t="str"><v>a</v></c></row><row r="9"><c r="C9"><v>1</v></c></row>)")),
             Contains("row 9 of its sheet data has a cell beyond"));
}

TEST_CASE("names that are empty or stand there twice are refused, and numbers are written out") {
  CHECK(check_names({"a", "b"}));
  CHECK_FALSE(check_names({"a", ""}));
  CHECK_FALSE(check_names({"a", "a"}));
  CHECK(digits(1e-7) == "0.0000001");
  CHECK(digits(36.5) == "36.5");
  CHECK(digits(9'999'999'999.0) == "9999999999");
  CHECK(digits(-2) == "-2");
}

}  // namespace
}  // namespace genpyo::exports
