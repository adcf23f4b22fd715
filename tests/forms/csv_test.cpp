#include "forms/csv.h"

#include <catch2/catch.hpp>

using namespace genpyo::forms;
using Cells = std::vector<std::string>;

namespace {

std::string sentence_of(std::string_view bytes) {
  const auto table = csv::parse(bytes);
  return table ? "" : table.failure().sentence;
}

}  // namespace

TEST_CASE("A table is read with the line of every row") {
  const auto table = csv::parse("case_id,founder\n11-001,1\n11-002,\"2\"\n");
  REQUIRE(table);
  CHECK(table->header == Cells{"case_id", "founder"});
  REQUIRE(table->rows.size() == 2);
  CHECK(table->rows[0].cells == Cells{"11-001", "1"});
  CHECK(table->rows[1].cells == Cells{"11-002", "2"});
  CHECK(table->rows[1].line == 3);
}

TEST_CASE("BOM, CRLF and a last line without an end change nothing") {
  const auto table = csv::parse("\xEF\xBB\xBF a ,b\r\n1,2\r\n3,");
  REQUIRE(table);
  CHECK(table->header == Cells{"a", "b"});
  REQUIRE(table->rows.size() == 2);
  CHECK(table->rows[0].cells == Cells{"1", "2"});
  CHECK(table->rows[1].cells == Cells{"3", ""});
}

TEST_CASE("A quoted cell holds commas, quotes and line ends, and the lines go on counting") {
  const auto table = csv::parse("a,b\n\"x,\n\"\"y\"\"\r\nz\",1\n2,3\n");
  REQUIRE(table);
  CHECK(table->rows[0].cells == Cells{"x,\n\"y\"\r\nz", "1"});
  CHECK(table->rows[0].line == 2);
  CHECK(table->rows[1].line == 5);
}

TEST_CASE("CP932 is read where the bytes are not UTF-8") {
  const auto table = csv::parse("a,b\n\x8A\x98\x90\xCE,\xFB\xFC\n");
  REQUIRE(table);
  CHECK(table->rows[0].cells == Cells{"釜石", "髙"});
}

TEST_CASE("Empty lines are passed over, except in a single column, where they are empty cells") {
  CHECK(csv::parse("a,b\n\n1,2\n\n\n")->rows.size() == 1);
  const auto column = csv::parse("a\n1\n\n2\n");
  REQUIRE(column);
  CHECK(column->rows.size() == 3);
  CHECK(column->rows[1].cells == Cells{""});
}

TEST_CASE("A row of another length is refused with what was found and expected") {
  CHECK(sentence_of("a,b\n1,2\n1,2,3\n") ==
        "Line 3: the number of cells is 3, but the header has 2. Look for a missing or unquoted "
        "comma.");
  CHECK(sentence_of("a,b\n1\n") ==
        "Line 2: the number of cells is 1, but the header has 2. Look for a missing or unquoted "
        "comma.");
}

TEST_CASE("Quotes that do not fit are refused where they begin") {
  CHECK(sentence_of("a,b\n1,2\n1,\"x\ny\n") ==
        "Line 3: the quote that begins here is never closed. Close it, or write \"\" for a quote "
        "inside a cell.");
  CHECK(sentence_of("a,b\n1,x\"y\n") ==
        "Line 2: a quote stands inside a cell that does not begin with one. Put the whole cell in "
        "quotes and write \"\" for the quote.");
  CHECK(sentence_of("a,b\n1,\"x\"y\n") ==
        "Line 2: text stands behind a closing quote. Put the whole cell in quotes.");
}

TEST_CASE("What is no text is refused") {
  CHECK(sentence_of(std::string_view("a\n1\n\0\n", 6)) ==
        "Line 3: a NUL byte: this is not text. Save the file as CSV (UTF-8).");
  CHECK(sentence_of("a\n\xFF\xFE\n") ==
        "The file is neither UTF-8 nor CP932 (Shift_JIS). Save it as CSV (UTF-8).");
}

TEST_CASE("A header must name every column, each once") {
  CHECK(sentence_of("") == "The file is empty. Its first line must name the columns.");
  CHECK(sentence_of("a,,c\n") ==
        "Line 1: column 2 of the header has no name. Name it, or remove the column.");
  CHECK(sentence_of("a,b, a\n") ==
        "Line 1: the header names \"a\" twice. Rename or remove one of the columns.");
}

TEST_CASE("A cell may have 1 MiB and not a byte more") {
  const std::string most(1 << 20, 'x');
  CHECK(csv::parse("a\n" + most + "\n")->rows[0].cells[0] == most);
  CHECK(sentence_of("a\n" + most + "x\n") ==
        "Line 2: a cell is longer than 1 MiB. Is a closing quote missing?");
  CHECK(sentence_of("a\n\"" + std::string(10 << 20, 'x') + "\"\n") ==
        "Line 2: a cell is longer than 1 MiB. Is a closing quote missing?");
}

TEST_CASE("A row of a million cells is counted, not kept") {
  CHECK(sentence_of("a\n" + std::string(1'000'000, ',')) ==
        "Line 2: the number of cells is 1000001, but the header has 1. Look for a missing or "
        "unquoted comma.");
  CHECK(sentence_of(std::string(1'000'000, ',')) ==
        "Line 1: the header has over 10,000 columns. Is this a CSV file?");
}

TEST_CASE("A cell is quoted only where it must be, and reads back the same") {
  CHECK(csv::quote("1 5 6") == "1 5 6");
  CHECK(csv::quote("") == "");
  CHECK(csv::quote("a,\"b\"\n") == "\"a,\"\"b\"\"\n\"");
  for (const std::string cell : {"plain", "a,b", "\"", "\r\n", " x ", "釜石, 鶴岡"}) {
    CAPTURE(cell);
    const auto table = csv::parse("a,b\n1," + csv::quote(cell) + "\n");
    REQUIRE(table);
    CHECK(table->rows[0].cells[1] == cell);
  }
  std::string line = "before,";
  csv::append_quoted(line, "a,b");
  CHECK(line == "before,\"a,b\"");
}
