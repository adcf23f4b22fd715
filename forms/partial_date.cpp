#include "forms/partial_date.h"

#include <algorithm>
#include <chrono>

namespace genpyo::forms {
namespace {

constexpr int first_year = 1000, last_year = 9999;

int days_in(int year, int month) {
  namespace chrono = std::chrono;
  const auto last = chrono::year(year) / chrono::month(static_cast<unsigned>(month)) / chrono::last;
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

std::string part(const std::optional<int>& number, std::size_t width) {
  if (!number) return std::string(width, 'X');
  const std::string digits = std::to_string(*number);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

// Digits, or as many X; false for anything else.
bool read_part(std::string_view text, std::optional<int>& number) {
  if (text.find_first_not_of('X') == std::string_view::npos) return true;
  int value = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return false;
    value = value * 10 + (digit - '0');
  }
  number = value;
  return true;
}

}  // namespace

bool is_possible(const PartialDate& date) {
  if (!date.year && !date.month && !date.day) return false;
  if (date.year && (*date.year < first_year || *date.year > last_year)) return false;
  if (date.month && (*date.month < 1 || *date.month > 12)) return false;
  constexpr int leap_year = 2000, long_month = 1;
  return !date.day || (*date.day >= 1 && *date.day <= days_in(date.year.value_or(leap_year),
                                                              date.month.value_or(long_month)));
}

std::string edtf(const PartialDate& date) {
  return part(date.year, 4) + '-' + part(date.month, 2) + '-' + part(date.day, 2);
}

std::optional<PartialDate> read_edtf(std::string_view text) {
  PartialDate date;
  const bool parted = text.size() == 10 && text[4] == '-' && text[7] == '-';
  if (!parted || !read_part(text.substr(0, 4), date.year) ||
      !read_part(text.substr(5, 2), date.month) || !read_part(text.substr(8, 2), date.day) ||
      !is_possible(date)) {
    return std::nullopt;
  }
  return date;
}

// January and December have all the days that an unknown month may have.
std::optional<DateRange> range_of(const PartialDate& date) {
  if (!date.year) return std::nullopt;
  const int first_month = date.month.value_or(1), last_month = date.month.value_or(12);
  return DateRange{
      day_number({*date.year, first_month, date.day.value_or(1)}),
      day_number({*date.year, last_month, date.day.value_or(days_in(*date.year, last_month))})};
}

int day_number(const Date& date) {
  namespace chrono = std::chrono;
  const chrono::sys_days day = chrono::year(date.year) /
                               chrono::month(static_cast<unsigned>(date.month)) /
                               chrono::day(static_cast<unsigned>(date.day));
  return static_cast<int>(day.time_since_epoch().count());
}

}  // namespace genpyo::forms
