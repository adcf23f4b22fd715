#include "forms/era.h"

#include <array>

namespace genpyo::forms {
namespace {

struct EraDays {
  char letter;
  int year_one;
  Date first, last;
};

constexpr std::array<EraDays, eras> table = {{
    {'M', 1868, {1873, 1, 1}, {1912, 7, 30}},
    {'T', 1912, {1912, 7, 30}, {1926, 12, 25}},
    {'S', 1926, {1926, 12, 25}, {1989, 1, 7}},
    {'H', 1989, {1989, 1, 8}, {2019, 4, 30}},
    {'R', 2019, {2019, 5, 1}, {9999, 12, 31}},
}};

const EraDays& days_of(Era era) { return table[static_cast<std::size_t>(era)]; }

std::string part(const std::optional<int>& number) {
  return number ? std::to_string(*number) : "*";
}

}  // namespace

char letter_of(Era era) { return days_of(era).letter; }

int gregorian_year(Era era, int year_of_era) { return days_of(era).year_one + year_of_era - 1; }

bool before_the_calendar(Era era, int year_of_era) {
  return gregorian_year(era, year_of_era) < table.front().first.year;
}

std::vector<EraYear> era_years_of(const PartialDate& date) {
  std::vector<EraYear> years;
  const auto range = range_of(date);
  if (!range) return years;
  for (int index = 0; index < eras; ++index) {
    const auto era = static_cast<Era>(index);
    const EraDays& days = days_of(era);
    if (range->last < day_number(days.first) || range->first > day_number(days.last)) continue;
    years.push_back({era, *date.year - days.year_one + 1});
  }
  return years;
}

std::string in_era(const PartialDate& date, const EraYear& year) {
  return letter_of(year.era) + std::to_string(year.year) + '.' + part(date.month) + '.' +
         part(date.day);
}

}  // namespace genpyo::forms
