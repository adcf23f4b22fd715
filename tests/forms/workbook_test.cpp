#include "forms/workbook.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "../export/scratch_folder.h"
#include "export/workbook.h"
#include "forms/zip.h"

using namespace genpyo::forms;
using genpyo::exports::ScratchFolder;
using genpyo::exports::WorkbookFile;
using genpyo::exports::content_of;
using Catch::Matchers::Contains;

namespace {

std::string written(const std::string& path) {
  WorkbookFile file(path);
  file.add_sheet("Survey");
  file.heading(0, "type");
  file.text(1, 0, "  kanji 原票\u00A0 ");
  file.number(1, 1, 1);
  file.number(1, 2, 0.5);
  file.text(4, 27, "AB5");
  file.add_sheet("scrap");
  file.text(0, 0, "not asked for");
  const auto finished = file.finish();
  if (!finished) FAIL(finished.failure().sentence);
  return content_of(path);
}

}  // namespace

TEST_CASE("Cells come with their place, trimmed, figures as a person writes them") {
  const ScratchFolder folder;
  const auto book = read_workbook(written(folder.file("a.xlsx")), "a.xlsx", {"survey"});
  REQUIRE(book);
  REQUIRE(book->sheets.size() == 1);
  const auto& rows = book->find("survey")->rows;
  REQUIRE(rows.size() == 3);
  CHECK(rows[1].row == 2);
  CHECK(rows[1].cells[0].text == "kanji 原票");
  CHECK(rows[1].cells[1].text == "1");
  CHECK(rows[1].cells[2].text == "0.5");
  CHECK(rows[2].row == 5);
  CHECK(rows[2].cells[0].column == 28);
  CHECK(book->names == std::vector<std::string>{"Survey", "scrap"});
}

TEST_CASE("The same cells give the same bytes, and nothing stands beside them") {
  const ScratchFolder folder;
  CHECK(written(folder.file("a.xlsx")) == written(folder.file("b.xlsx")));
  CHECK(folder.entries() == 2);
}

TEST_CASE("A workbook cut off or changed anywhere is refused or read, and never more") {
  const ScratchFolder folder;
  const std::string whole = written(folder.file("a.xlsx"));
  for (std::size_t end = 0; end < whole.size(); end += 7) {
    CHECK_FALSE(read_workbook(whole.substr(0, end), "a.xlsx", {"survey"}));
  }
  int read = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    if (read_workbook(changed, "a.xlsx", {"survey"})) ++read;
  }
  CHECK(read > 0);  // a changed date in the directory harms nobody
}

TEST_CASE("What is no workbook says what it is") {
  const auto said = [](const std::string& bytes) { return read_workbook(bytes, "a.xls", {"survey"}).failure().sentence; };
  CHECK_THAT(said("\xD0\xCF\x11\xE0 and more"), Contains("old .xls file"));
  CHECK_THAT(said("type,name\n"), Contains("it is no archive"));
  CHECK_THAT(said(""), Contains("it is no archive"));
}

TEST_CASE("Sheets are read from CSV files in a folder") {
  const ScratchFolder folder;
  std::ofstream(folder.file("survey.csv")) << "type,name,label\ntext,a,\"A, B\"\n";
  const auto book = read_csv_workbook(folder.path(), {"survey", "choices"});
  REQUIRE(book);
  REQUIRE(book->sheets.size() == 1);
  CHECK(book->sheets[0].rows[1].cells[2].text == "A, B");
  CHECK(book->sheets[0].rows[1].row == 2);
}
