// PartialDate: a day of the Gregorian calendar of which any part may be unknown (1964年4月?日).
//
// A value: it keeps no era. The era that stands on the sheet stays in Mark::raw, as keyed.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "forms/date.h"

namespace genpyo::forms {

// At least one part is known, and some day of the calendar has all the known ones.
struct PartialDate {
  std::optional<int> year;   // 1000 to 9999
  std::optional<int> month;  // 1 to 12
  std::optional<int> day;    // 1 to 31
  friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

// Whether the parts make a PartialDate: 2018/2/30 does not, ?/2/29 does.
bool is_possible(const PartialDate& date);

// "1964-04-01", "1964-04-XX", "XXXX-04-01": the Extended Date/Time Format of ISO 8601-2:2019, whose
// X stands for an unspecified digit. A complete date is plain ISO 8601.
std::string edtf(const PartialDate& date);
std::optional<PartialDate> read_edtf(std::string_view text);  // exactly as edtf writes it

// The first and the last day that a date may be. Nothing where the year is unknown.
struct DateRange {
  int first = 0, last = 0;  // in day numbers
};
std::optional<DateRange> range_of(const PartialDate& date);

int day_number(const Date& date);  // days since 1970-01-01

}  // namespace genpyo::forms
