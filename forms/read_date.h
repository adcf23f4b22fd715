// From how people write a date, in 西暦 and in 和暦, to the date.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "forms/era.h"

namespace genpyo::forms {

// A date and how the sheet has its year.
struct WrittenDate {
  PartialDate date;
  std::optional<Era> era;          // nothing: 西暦
  std::optional<int> year_of_era;  // nothing: unknown, 昭和?年
};

struct DateFault {
  enum class Kind {
    no_form,       // not written like a date, or nothing in it is known
    no_such_day,   // 2018/2/30
    outside_era,   // S64.2.1: `rather` is the same day in its own era
    old_calendar,  // 明治 before 1873
  };
  Kind kind = Kind::no_form;
  std::string rather = {};  // "H1.2.1"
};

// Year, month, day with / - . or spaces between them, or 年 月 日 behind them: 1964/4/1,
// 1964-04-01, S39.4.1, 昭和39年4月1日, 令和元年5月1日; with nothing between them 19640401, S390401.
// An era is M T S H R, 明 大 昭 平 令, its name, or a digit in front, as forms number them:
// 3/39/4/1 (1 明治, 2 大正, 3 昭和, 4 平成, 5 令和). A year without an era has four digits. An
// unknown part is
// * or ? or X or 不明; at the end it may be left off, and before one that bears 月 or 日.
// Full-width forms are read like plain ones.
std::variant<WrittenDate, DateFault> read_date(std::string_view text);

}  // namespace genpyo::forms
