// Era: the five 元号 since the Gregorian calendar holds in Japan, and the years that are counted by
// them.
//
// Borders, by the texts themselves:
// - 大正: 明治四十五年七月三十日以後ヲ改メテ大正元年ト為ス (改元ノ詔書 of 1912-07-30).
// - 昭和: 大正十五年十二月二十五日以後ヲ改メテ昭和元年ト為ス (改元ノ詔書 of 1926-12-25, 国立公文書館
//   類01597). Papers of both days bear both eras (the first 詔書 itself is dated 明治), so both are
//   read; software that knows one only gives these days to the new era (java.time.chrono.JapaneseEra).
// - 平成: the day after its promulgation on 1989-01-07 (元号を改める政令, 昭和64年政令第1号, 附則).
// - 令和: the day after 2019-04-30, when 平成29年法律第63号 came into force (元号を改める政令,
//   平成31年政令第143号, 附則).
// - 明治 is read from 1873-01-01 (明治6年1月1日), the first day of the solar calendar
//   (明治5年太政官布告第337号; 国立天文台 暦Wiki): the dates before were those of the moon.
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
