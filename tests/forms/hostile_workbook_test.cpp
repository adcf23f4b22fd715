// Workbooks of any shape: read, or refused with one sentence; never a crash, never long.
#include <catch2/catch.hpp>
#include <chrono>

#include "archive.h"
#include "forms/workbook.h"
#include "sheets.h"
#include "validators/program.h"

using namespace genpyo::forms;
using namespace genpyo::forms::test;
using Catch::Matchers::Contains;

namespace {

std::string sheet_xml(const std::string& rows) { return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"; }
std::string cell(const std::string& text) { return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>"; }

// Row by row "1:type|name", or the one sentence.
std::string read(const std::map<std::string, Packed>& files) {
  const auto book = read_workbook(archive(files), "h.xlsx", xlsform_sheets());
  if (!book) return book.failure().sentence;
  std::string text;
  for (const SheetRow& row : book->sheets.at(0).rows) {
    text += (text.empty() ? "" : " ") + std::to_string(row.row) + ":";
    for (const Cell& one : row.cells) text += (one.column > row.cells[0].column ? "|" : "") + one.text;
  }
  return text;
}
std::string read(const std::string& rows) { return read(parts(sheet_xml(rows))); }

double seconds_of(const std::function<void()>& act) {
  const auto begin = std::chrono::steady_clock::now();
  act();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace

TEST_CASE("Cells of every kind are read as a person sees them") {
  CHECK(read("<row r=\"1\">" + cell(" type ") + "<c t=\"b\"><v>1</v></c><c><v>1.0</v></c><c><v>0.50</v></c></row>") == "1:type|TRUE|1|0.5");
  CHECK(read("<row r=\"1\"><c t=\"str\"><f>A9&amp;\"x\"</f><v>kept</v></c><c><f>1+1</f><v>2</v></c></row>") == "1:kept|2");
  CHECK(read("<row r=\"1\"><c t=\"inlineStr\"><is><r><rPr><b/></rPr><t>rich </t></r><r><t>text</t></r></is></c></row>") == "1:rich text");
}

TEST_CASE("Merged cells, blank rows and blank cells keep the places of the others") {
  CHECK(read("<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"C2\"/></row><row r=\"9\"/><row r=\"12\">" +
             cell("b") + "</row></sheetData><mergeCells><mergeCell ref=\"B2:C2\"/></mergeCells><sheetData>") == "2:a 12:b");
}

TEST_CASE("A date is read as ISO 8601 by its cell's format") {
  auto files = parts(sheet_xml("<row r=\"1\"><c s=\"1\"><v>43191</v></c></row>"));
  files["xl/styles.xml"] = stored("<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
  files["xl/_rels/workbook.xml.rels"] = stored(
      R"(<Relationships><Relationship Id="a" Target="worksheets/s.xml"/><Relationship Id="s" Target="styles.xml"/></Relationships>)");
  CHECK(read(files) == "1:2018-04-01");
}

TEST_CASE("Shared strings that are not there give no text and no crash") {
  CHECK(read("<row r=\"1\"><c t=\"s\"><v>99</v></c>" + cell("a") + "</row>").find("a") != std::string::npos);
  CHECK_NOTHROW(read("<row r=\"1\"><c t=\"s\"><v>-1</v></c><c t=\"s\"><v>99999999999999999999</v></c></row>"));
}

TEST_CASE("Paths from the archive's root are followed, paths out of it are not") {
  auto files = parts(sheet_xml("<row r=\"1\">" + cell("a") + "</row>"));
  files["xl/_rels/workbook.xml.rels"] = stored(R"(<Relationships><Relationship Id="a" Target="/xl/worksheets/s.xml"/></Relationships>)");
  CHECK(read(files) == "1:a");
  files["xl/_rels/workbook.xml.rels"] = stored(R"(<Relationships><Relationship Id="a" Target="../../../etc/passwd"/></Relationships>)");
  CHECK_THAT(read(files), !Contains("root"));
}

TEST_CASE("A hidden sheet is a sheet") {
  auto files = parts(sheet_xml("<row r=\"1\">" + cell("a") + "</row>"));
  files["xl/workbook.xml"] = stored(R"(<workbook xmlns:r="r"><sheets><sheet name="Survey" state="hidden" r:id="a"/></sheets></workbook>)");
  CHECK(read(files) == "1:a");
}

TEST_CASE("A byte order mark harms nobody, UTF-16 is refused in words") {
  CHECK(read(parts("\xEF\xBB\xBF<?xml version=\"1.0\"?>" + sheet_xml("<row r=\"1\">" + cell("a") + "</row>"))) == "1:a");
  CHECK(read(parts(std::string("\xFF\xFE<\0w\0>\0", 8))).size() > 10);
}

TEST_CASE("Damaged and locked archives say so in one sentence") {
  const auto said = [](const Packed& sheet) {
    auto files = parts("");
    files["xl/worksheets/s.xml"] = sheet;
    return read(files);
  };
  Packed wrong = stored(sheet_xml("<row r=\"1\">" + cell("a") + "</row>"));
  wrong.sum ^= 1;
  CHECK_THAT(said(wrong), Contains("damaged"));
  Packed locked = stored(sheet_xml(""));
  locked.flags = 1;
  CHECK(said(locked).ends_with("."));
  CHECK_THAT(said(stored("<worksheet><sheetData><row r=\"1\"><c>")), !Contains("1:"));
  CHECK(said(stored(archive(parts("")))) == "");  // an archive inside is a sheet without rows
  CHECK_THAT(read_workbook("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "old.xlsx", xlsform_sheets()).failure().sentence, Contains(".xls"));
}

TEST_CASE("A bomb that claims ten bytes is put out within five seconds") {
  auto files = parts("");
  files["xl/worksheets/s.xml"] = bomb(400'000'000);
  std::string said;
  CHECK(seconds_of([&] { said = read(files); }) < 5);
  CHECK(said.ends_with("."));
}

TEST_CASE("A million blank rows and ten thousand columns are read within five seconds") {
  std::string rows = "<row r=\"1\">" + cell("type") + cell("name") + cell("label") + "</row><row r=\"2\">" + cell("text") + cell("a") + cell("A") + "</row>";
  for (int row = 3; row < 1'000'003; ++row) rows += "<row r=\"" + std::to_string(row) + "\"><c s=\"1\"/></row>";
  std::string wide = "<row r=\"1\">";
  for (int column = 0; column < 10'000; ++column) wide += cell("c" + std::to_string(column));
  std::string first, second;
  CHECK(seconds_of([&] { first = read(rows); }) < 5);
  CHECK(first == "1:type|name|label 2:text|a|A");
  CHECK(seconds_of([&] {
    const auto book = read_workbook(archive(parts(sheet_xml(wide + "</row>"))), "h.xlsx", xlsform_sheets());
    if (book) second = faults_of(*book);
  }) < 5);
  CHECK_THAT(second, Contains("survey!1: FORM-003"));
}

TEST_CASE("Five thousand questions are checked within five seconds, rules and all") {
  Rows rows = {{"type", "name", "label", "relevant"}};
  for (int item = 0; item < 5'000; ++item) {
    rows.push_back({"integer", "q" + std::to_string(item), "Q", item == 0 ? "" : "${q" + std::to_string(item - 1) + "} > 0"});
  }
  const Workbook book = workbook(rows);
  std::size_t faults = 1;
  CHECK(seconds_of([&] {
    const FormReading reading = read_xlsform(book, nothing_beside);
    faults = genpyo::validators::compile(reading.form).diagnostics.size();
  }) < 5);
  CHECK(faults == 0);
}
