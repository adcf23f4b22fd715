#include "forms/partial_date.h"

#include <catch2/catch.hpp>

#include "forms/era.h"

using namespace genpyo::forms;

namespace {

constexpr auto unknown = std::nullopt;

std::string eras_of(const PartialDate& date) {
  std::string words;
  for (const EraYear& year : era_years_of(date)) {
    words += (words.empty() ? "" : " ") + in_era(date, year);
  }
  return words;
}

}  // namespace

TEST_CASE("Every date is written in ten characters and reads back") {
  const std::vector<std::pair<PartialDate, const char*>> dates = {
      {{1964, 4, 1}, "1964-04-01"},       {{1964, 4, unknown}, "1964-04-XX"},
      {{1964, unknown, 1}, "1964-XX-01"}, {{1964, unknown, unknown}, "1964-XX-XX"},
      {{unknown, 4, 1}, "XXXX-04-01"},    {{unknown, unknown, 31}, "XXXX-XX-31"},
      {{unknown, 2, 29}, "XXXX-02-29"}};
  for (const auto& [date, text] : dates) {
    CHECK(edtf(date) == text);
    CHECK(read_edtf(text) == date);
  }
}

TEST_CASE("Only what is so written is read, and only if there is such a day") {
  for (const char* text : {"", "1964-4-1", "1964/04/01", "19640401", "1964-04-0X", "XXXX-XX-XX",
                           "1964-04-31", "0964-04-01", "1964-13-01", "1964-04-01 ", "xxxx-04-01",
                           "196a-04-01", "-964-04-01", "XXXX-02-30"}) {
    CAPTURE(text);
    CHECK_FALSE(read_edtf(text));
  }
}

TEST_CASE("A date ranges over every day that it may be") {
  const auto range = [](const PartialDate& date) {
    const auto days = range_of(date);
    return days ? std::pair(days->first, days->last) : std::pair(0, 0);
  };
  CHECK(day_number({1970, 1, 1}) == 0);
  CHECK(day_number({1969, 12, 31}) == -1);
  CHECK(day_number({2000, 3, 1}) == 11'017);
  CHECK(range({1970, 1, 2}) == std::pair(1, 1));
  CHECK(range({2000, 2, unknown}) == std::pair(11'017 - 29, 11'017 - 1));
  CHECK(range({1970, unknown, unknown}) == std::pair(0, 364));
  CHECK(range({1970, unknown, 31}) == std::pair(30, 364));
  CHECK_FALSE(range_of({unknown, 4, 1}));
}

TEST_CASE("A date lies in its era; in a year of change perhaps in either") {
  CHECK(eras_of({1964, 4, 1}) == "S39.4.1");
  CHECK(eras_of({1989, 1, 7}) == "S64.1.7");
  CHECK(eras_of({1989, 1, 8}) == "H1.1.8");
  CHECK(eras_of({1989, 1, unknown}) == "S64.1.* H1.1.*");
  CHECK(eras_of({1989, unknown, unknown}) == "S64.*.* H1.*.*");
  CHECK(eras_of({1926, 12, 25}) == "T15.12.25 S1.12.25");
  CHECK(eras_of({1873, 1, 1}) == "M6.1.1");
  CHECK(eras_of({1872, 12, 31}) == "");
  CHECK(eras_of({unknown, 4, 1}) == "");
}
