// The clean dataset as a workbook, read back with the reader of forms/.
#include "export/xlsx_dataset.h"

#include <catch2/catch.hpp>
#include <map>

#include "export/excel_text.h"
#include "forms/workbook.h"
#include "forms/zip.h"
#include "tests/export/csv_dataset.h"
#include "tests/export/hostile_texts.h"
#include "tests/export/scratch_folder.h"

namespace genpyo::exports {
namespace {

using Sheet = std::vector<std::map<int, std::string>>;  // by row, by column from 1

Sheet sheet_of(const std::string& path, const std::string& name) {
  const std::string bytes = content_of(path);
  const auto book = forms::read_workbook(bytes, "x.xlsx", {name});
  REQUIRE(book);
  const forms::Sheet* found = book->find(name);
  REQUIRE(found != nullptr);
  Sheet sheet;
  for (const auto& row : found->rows) {
    sheet.resize(std::max(sheet.size(), static_cast<std::size_t>(row.row)));
    for (const auto& cell : row.cells) sheet[static_cast<std::size_t>(row.row) - 1][cell.column] = cell.text;
  }
  return sheet;
}

std::string xml_of(const std::string& path, const std::string& name) {
  const std::string bytes = content_of(path);
  const auto zip = forms::Zip::open(bytes);
  REQUIRE(zip);
  const auto xml = zip->read(name, 1u << 26);
  REQUIRE(xml);
  return *xml;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

// A text of the sheet as Excel shows it, blanks and control characters too.
std::string text_at(const std::string& xml, const std::string& cell) {
  const auto from = xml.find("<c r=\"" + cell + "\"");
  REQUIRE(from != xml.npos);
  const auto begin = xml.find('>', xml.find("<t", from) + 1) + 1;
  std::string text = xml.substr(begin, xml.find("</t>", begin) - begin);
  for (const char* byte : {"\x1B", "\r"}) {
    text = replaced(text, byte[0] == '\r' ? "_x000D_" : "_x001B_", byte);
  }
  return replaced(replaced(replaced(text, "&lt;", "<"), "&gt;", ">"), "&amp;", "&");
}

struct Exported {
  bool appeared = false;
  std::size_t altered = 0;
  std::vector<Told> against;
};

Exported export_xlsx(const std::string& folder, const forms::Form& form, const CasesOfTest& cases, Profile profile = {},
                     std::size_t most = XlsxWriter::most_cases) {
  Exported made;
  const auto dataset = Dataset::of(form, {}, profile);
  REQUIRE(dataset);
  ExportParts parts;
  parts.writers.push_back(std::make_unique<XlsxWriter>(profile, most));
  parts.against = [&](std::string_view case_id, std::string_view variable, std::string_view why) {
    made.against.push_back({std::string(case_id), std::string(variable), std::string(why)});
  };
  const auto outcome = run_export(*dataset, folder, source_of(cases), std::move(parts));
  REQUIRE(outcome);
  made.appeared = outcome->appeared;
  made.altered = outcome->report.altered;
  return made;
}

// As one case of a form with this item alone.
CasesOfTest one_case(const forms::Form& form, const forms::Value& value) {
  return {{forms::blank_case(form, "01-001"), evaluation_of(form, value)}};
}

forms::Form form_of(forms::ItemType type) {
  forms::Form form;
  form.form_id = "survey";
  form.languages = {"ja", "en"};
  form.items = {item("it", type, label("それ", "It"))};
  return form;
}

TEST_CASE("a workbook keeps every hostile text as a text, or shows and lists where it could not") {
  const ScratchFolder folder;
  const forms::Form form = hostile_form();
  CasesOfTest cases;
  for (const HostileText& each : hostile_texts()) {
    cases.emplace_back(forms::blank_case(form, "01-" + std::to_string(100 + cases.size())), saying(form, each.text));
  }
  const Exported made = export_xlsx(folder.path(), form, cases);
  REQUIRE(made.appeared);
  CHECK(made.altered == 4);  // NUL, two broken ones, and one that is too long
  const std::string remarks = content_of(folder.file("remarks.csv"));
  CHECK_THAT(remarks, Catch::Contains("01-116,features,\"xlsx: cut: a cell holds 32,767 characters\""));
  const std::string xml = xml_of(folder.file("survey.xlsx"), "xl/worksheets/sheet1.xml");
  const auto texts = hostile_texts();
  for (std::size_t row = 0; row < texts.size(); ++row) {
    INFO(texts[row].name);
    const bool is_long = texts[row].text.size() > 40'000;
    const std::string kept = is_long ? texts[row].text.substr(0, texts[row].text.size() - 3) : texts[row].in_utf8;
    CHECK(text_at(xml, "B" + std::to_string(row + 2)) == kept);
  }
  CHECK_THAT(xml, Catch::Contains("<t xml:space=\"preserve\">  a  </t>") && !Catch::Contains("<f>"));
  CHECK(sheet_of(folder.file("survey.xlsx"), "data").at(texts.size())[4] == "7");
}

TEST_CASE("a text that looks like one of Excel's own escapes comes back as it was") {
  const ScratchFolder folder;
  const forms::Form form = hostile_form();
  const CasesOfTest cases = {{forms::blank_case(form, "01-100"), saying(form, "_x0041__x005F_ _x00e9 _xyz_")}};
  REQUIRE(export_xlsx(folder.path(), form, cases).altered == 0);
  CHECK_THAT(xml_of(folder.file("survey.xlsx"), "xl/worksheets/sheet1.xml"),
             Catch::Contains(">_x005F_x0041__x005F_x005F_ _x00e9 _xyz_<"));
}

TEST_CASE("what a cell holds is counted as Excel counts it, and never cut within a character") {
  std::string scratch;
  std::vector<std::string_view> how;
  std::string rare, escape;
  for (int count = 0; count < 16'384; ++count) rare += "𠮷";  // 32,768 of UTF-16
  for (int count = 0; count < 3'000; ++count) escape += "_x0041_";  // 13 characters each, as written
  CHECK(cell_text(rare, scratch, how).size() == rare.size() - 4);
  CHECK(how.size() == 1);
  CHECK(cell_text(escape, scratch, how).size() < 7 * 2'521);
  CHECK(how.size() == 2);
  CHECK(fits_cell(cell_text(escape, scratch, how)));
  CHECK(cell_text("a\uFFFE\uFFFFz", scratch, how) == "a\uFFFD\uFFFDz");
  CHECK_FALSE(fits_cell("a\uFFFE"));
  CHECK_FALSE(fits_cell("a\xFF"));
}

TEST_CASE("a complete date from March 1900 on is a day of the workbook, any other a text that is listed") {
  const ScratchFolder folder;
  const forms::Form form = form_of(forms::ItemType::date);
  struct Each { forms::PartialDate date; const char* in_cell; std::size_t altered; };
  const auto each = GENERATE(Each{{1964, 4, 1}, ">23468<", 0}, Each{{1900, 3, 1}, ">61<", 0},
                             Each{{1900, 2, 28}, ">1900-02-28<", 1}, Each{{1964, 4, std::nullopt}, ">1964-04-XX<", 1},
                             Each{{9999, 12, 31}, ">2958465<", 0});
  INFO(each.in_cell);
  const Exported made = export_xlsx(folder.path(), form, one_case(form, each.date));
  REQUIRE(made.appeared);
  CHECK(made.altered == each.altered);
  CHECK_THAT(xml_of(folder.file("survey.xlsx"), "xl/worksheets/sheet1.xml"), Catch::Contains(each.in_cell));
}

TEST_CASE("a number of more than fifteen digits is a text that is listed") {
  const ScratchFolder folder;
  const forms::Form form = form_of(forms::ItemType::integer);
  CHECK(export_xlsx(folder.path(), form, one_case(form, std::int64_t{999'999'999'999'999})).altered == 0);
  CHECK(export_xlsx(folder.path(), form, one_case(form, std::int64_t{1'000'000'000'000'001})).altered == 1);
  CHECK(sheet_of(folder.file("survey.xlsx"), "data").at(1)[2] == "1000000000000001");
}

TEST_CASE("missing kinds are the profile's numbers, or its words") {
  const ScratchFolder folder;
  const forms::Form form = form_of(forms::ItemType::integer);
  struct Each { Profile profile; const char* in_cell; };
  const auto each = GENERATE(Each{{Profile::Kind::analysis, "ja", false}, "-2"}, Each{{Profile::Kind::excel, "ja", false}, "-2"},
                             Each{{Profile::Kind::legacy, "ja", false}, "9"}, Each{{Profile::Kind::labels, "ja", false}, "無回答"});
  CasesOfTest cases = one_case(form, forms::Missing::no_answer);
  REQUIRE(export_xlsx(folder.path(), form, cases, each.profile).appeared);
  CHECK(sheet_of(folder.file("survey.xlsx"), "data").at(1)[2] == each.in_cell);
}

TEST_CASE("an answer that is the code of a missing kind stops the export") {
  const ScratchFolder folder;
  const forms::Form form = form_of(forms::ItemType::integer);
  const Exported made = export_xlsx(folder.path(), form, one_case(form, std::int64_t{-2}));
  CHECK_FALSE(made.appeared);
  CHECK(made.against == std::vector<Told>{{"01-001", "it", "the answer -2 is the code of a missing kind too."}});
  CHECK(folder.entries() == 0);
}

TEST_CASE("more cases than a sheet has rows stop the export with one sentence") {
  const ScratchFolder folder;
  const forms::Form form = form_of(forms::ItemType::integer);
  CasesOfTest cases;
  for (int number = 1; number <= 5; ++number) {
    cases.emplace_back(forms::blank_case(form, "01-00" + std::to_string(number)), evaluation_of(form, std::int64_t{number}));
  }
  CHECK(export_xlsx(folder.path(), form, cases, {}, 5).appeared);
  const ScratchFolder other;
  const Exported made = export_xlsx(other.path(), form, cases, {}, 3);
  CHECK_FALSE(made.appeared);
  REQUIRE(made.against.size() == 1);
  CHECK(made.against[0].case_id == "01-004");
  CHECK(other.entries() == 0);
}

TEST_CASE("more variables than a sheet has columns stop the export with one sentence") {
  const ScratchFolder folder;
  forms::Form form = form_of(forms::ItemType::integer);
  for (int number = 0; number < 16'384; ++number) {
    form.items.push_back(item(("i" + std::to_string(number)).c_str(), forms::ItemType::integer, label("a", "a")));
  }
  const Exported made = export_xlsx(folder.path(), form, {});
  CHECK_FALSE(made.appeared);
  REQUIRE(made.against.size() == 1);
  CHECK_THAT(made.against[0].why, Catch::Contains("16,384 columns"));
}

TEST_CASE("the sheets behind the data say what variables and missing kinds mean") {
  const ScratchFolder folder;
  forms::Form form = form_of(forms::ItemType::integer);
  form.items[0].unit = label("人", "persons");
  REQUIRE(export_xlsx(folder.path(), form, one_case(form, std::int64_t{3})).appeared);
  const std::string path = folder.file("survey.xlsx");
  Sheet variables = sheet_of(path, "variables"), missing = sheet_of(path, "missing");
  CHECK(variables.at(2) == std::map<int, std::string>{{1, "it"}, {2, "it"}, {4, "それ"}, {5, "It"}, {6, "integer"}, {7, "人"}, {8, "persons"}, {9, "scale"}});
  REQUIRE(missing.size() == 8);
  CHECK(missing[2] == std::map<int, std::string>{{2, "-2"}, {3, "no_answer"}, {4, "無回答"}, {5, "No answer"}});
}

}  // namespace
}  // namespace genpyo::exports
