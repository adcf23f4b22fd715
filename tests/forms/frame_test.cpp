#include "forms/frame.h"

#include <catch2/catch.hpp>

using namespace genpyo::forms;

namespace {

constexpr std::string_view small =
    "number,organization,clinics,hospitals,region\n"
    "1,釜石医師会,1,,釜石市\n"
    "8,長岡市医師会,,,長岡市\n"
    "9,坂井地区医師会,20,4,坂井市\n";

std::string sentence_of(std::string_view csv) {
  const auto frame = parse_frame(csv);
  return frame ? "" : frame.failure().sentence;
}

CaseNumberReading read(std::string_view text) {
  return read_case_number(*parse_frame(small), text);
}

}  // namespace

TEST_CASE("A frame keeps every column and counts an empty cell as no sheet") {
  const auto frame = parse_frame(small);
  REQUIRE(frame);
  REQUIRE(frame->rows.size() == 3);
  const FrameRow* row = frame->find(9);
  REQUIRE(row != nullptr);
  CHECK(row->clinics == 20);
  CHECK(row->hospitals == 4);
  CHECK(row->columns.at("region") == "坂井市");
  CHECK(frame->find(8)->clinics == 0);
  CHECK(frame->find(2) == nullptr);
}

TEST_CASE("A frame that cannot be right is refused by line") {
  const std::string header = "number,organization,clinics,hospitals\n";
  CHECK(sentence_of("number,organization,clinics\n1,a,1\n") ==
        "The frame has no column \"hospitals\". Add it to the header.");
  CHECK(sentence_of(header + "x,a,1,1\n") ==
        "Line 2: the organization's number \"x\" is not a number from 1 to 99.");
  CHECK(sentence_of(header + "0,a,1,1\n") ==
        "Line 2: the organization's number \"0\" is not a number from 1 to 99.");
  CHECK(sentence_of(header + "1,a,1,1\n1,b,1,1\n") ==
        "Line 3: the organization 1 stands in the frame twice. Remove one of the rows.");
  for (const char* counts : {"-1,1", "1.5,1", "999,1", "many,1", "99999999999,1"}) {
    CAPTURE(counts);
    CHECK(sentence_of(header + "1,a," + counts + "\n") ==
          "Line 2: clinics and hospitals must be numbers of sheets, or empty, and at most 999 "
          "together.");
  }
}

TEST_CASE("A frame is at most 10,000 rows") {
  std::string csv = "number,organization,clinics,hospitals\n";
  for (int row = 0; row <= 10'000; ++row) csv += "1,a,1,1\n";
  CHECK(sentence_of(csv) ==
        "The frame has over 10,000 rows. It must have one for each organization.");
}

TEST_CASE("A case number is read as printed, as keyed on the keypad, and in full width") {
  for (const char* text :
       {"09-011", "09011", "9-11", "09-11", "９－１１", " 09-011 ", "０９０１１", "9ー11"}) {
    CAPTURE(text);
    CHECK(read(text).fault == CaseNumberFault::none);
    CHECK(read(text).number.text() == "09-011");
  }
}

TEST_CASE("What is not OO-SSS is malformed, also where a digit was lost") {
  for (const char* text : {"", "-", "9", "9011", "090111", "09-", "-011", "09-000", "00-001",
                           "09-0111111111111", "09-01x", "a9-011", "09--11", "09-+1", "①-11"}) {
    CAPTURE(text);
    CHECK(read(text).fault == CaseNumberFault::malformed);
  }
}

TEST_CASE("A case number says how it stands to the frame") {
  CHECK(read("02-001").fault == CaseNumberFault::not_in_frame);
  CHECK(read("08-001").fault == CaseNumberFault::not_surveyed);
  CHECK(read("09-024").fault == CaseNumberFault::none);  // 20 clinics and 4 hospitals
  CHECK(read("09-025").fault == CaseNumberFault::beyond_frame);
  CHECK(read("09-025").number.text() == "09-025");
}
