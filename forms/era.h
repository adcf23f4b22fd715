// Era: the five 元号 since the Gregorian calendar holds in Japan, and the years that are counted by
// them.
//
// Borders: 大正 and 昭和 began within a day that was also the last of the era before (改元ノ詔書,
// 1912-07-30 and 1926-12-25), so these days are of both; 平成 and 令和 on the day after
// (元号を改める政令, 昭和64年政令第1号, and from 2019-05-01 平成31年政令第143号). 明治 is read from
// 1873-01-01, when the calendar changed (明治5年太政官布告第337号): the days before were those of
// the moon.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "forms/partial_date.h"

namespace genpyo::forms {

enum class Era { meiji, taisho, showa, heisei, reiwa };
inline constexpr int eras = 5;

// M, T, S, H, R: as forms and tables name them.
char letter_of(Era era);

// The Gregorian year of a year of an era: 昭和39年 → 1964. It may lie beyond the era's end.
int gregorian_year(Era era, int year_of_era);

bool before_the_calendar(Era era, int year_of_era);  // 明治1 to 5

struct EraYear {
  Era era = Era::showa;
  int year = 1;
  friend bool operator==(const EraYear&, const EraYear&) = default;
};

// The years in which a date may lie, the older first: two in a year of change of which too little
// is known; none before 1873, or where the year is unknown.
std::vector<EraYear> era_years_of(const PartialDate& date);

// "S39.4.1", "S39.4.*": as it may be keyed.
std::string in_era(const PartialDate& date, const EraYear& year);

}  // namespace genpyo::forms
