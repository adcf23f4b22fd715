#include <array>
#include <cmath>
#include <limits>

#include "validators/calculation.h"
#include "validators/function.h"
#include "validators/instant.h"

namespace genpyo::validators {
namespace {

using Node = Expression::Node;
using Type = Expression::Type;

double today(const Calculation& calculation, const Node&) {
  return instant_of(calculation.circumstances().today, calculation.circumstances().zone);
}

double now(const Calculation& calculation, const Node& call) {
  const auto& given = calculation.circumstances().now;
  return given ? static_cast<double>(*given) : today(calculation, call) + day_length / 2;
}

// Unlike everywhere else, 2018-4-1 is understood here.
double date(const Calculation& calculation, const Node& call) {
  const Node& operand = call.operands[0];
  const double instant = calculation.instant(operand);
  if (!std::isnan(instant) || calculation.type(operand) == Type::boolean) return instant;
  std::string buffer;
  return read_instant(with_leading_zeros(calculation.text(operand, buffer)),
                      calculation.circumstances().zone);
}

double decimal_date_time(const Calculation& calculation, const Node& call) {
  return calculation.instant(call.operands[0]) / day_length;
}

double decimal_time(const Calculation& calculation, const Node& call) {
  if (calculation.type(call.operands[0]) == Type::number)
    return std::numeric_limits<double>::quiet_NaN();
  std::string buffer;
  return read_time(calculation.text(call.operands[0], buffer), calculation.circumstances().zone);
}

std::string_view format_date(const Calculation& calculation, const Node& call,
                             std::string& buffer) {
  std::string format;
  const std::string_view wanted = calculation.text(call.operands[1], format);
  const Circumstances& circumstances = calculation.circumstances();
  return buffer = formatted(date(calculation, call), circumstances.zone, wanted,
                            circumstances.language);
}

}  // namespace

std::span<const FunctionEntry> date_functions() {
  using F = Function;
  static constexpr std::array table = {
      FunctionEntry{F::today, "today", 0, 0, Type::date, Takes::anything, "today()",
                    "The day on which the case is looked at, at midnight.", "", "",
                    {.instant = today}},
      FunctionEntry{F::now, "now", 0, 0, Type::date, Takes::anything, "now()",
                    "The moment at which the case is looked at; noon of today where only the day is "
                    "known.", "", "", {.instant = now}},
      FunctionEntry{F::date, "date", 1, 1, Type::date, Takes::anything, "date(value)",
                    "A text as a date, or a number of days since 1970.", "date('2018-4-1')",
                    "2018-04-01", {.instant = date}},
      FunctionEntry{F::date_time, "date-time", 1, 1, Type::date, Takes::anything,
                    "date-time(value)",
                    "The same: a date of the language has a time, and is written without it at "
                    "midnight.",
                    "date-time('2018-04-01T09:30:00Z')", "2018-04-01T09:30:00.000+00:00",
                    {.instant = date}},
      FunctionEntry{F::decimal_date_time, "decimal-date-time", 1, 1, Type::number, Takes::date,
                    "decimal-date-time(date)", "Days since 1970-01-01 UTC, with the time as a "
                    "fraction.", "decimal-date-time('1970-01-02T12:00:00Z')", "1.5",
                    {.number = decimal_date_time}},
      FunctionEntry{F::decimal_time, "decimal-time", 1, 1, Type::number, Takes::anything,
                    "decimal-time(time)", "A time of day as a fraction of the day.",
                    "decimal-time('06:00:00.000')", "0.25", {.number = decimal_time}},
      FunctionEntry{F::format_date, "format-date", 2, 2, Type::string, Takes::anything,
                    "format-date(date, '%Y/%n/%e')",
                    "A date in the signs %Y %y year, %m %n %b month, %d %e day, %a day of the week, "
                    "%W week, %H %h hour, %M minute, %S second, %3 milliseconds; of no date blank.",
                    "format-date('2018-04-01', '%Y/%n/%e (%a)')", "2018/4/1 (Sun)",
                    {.text = format_date}},
      FunctionEntry{F::format_date_time, "format-date-time", 2, 2, Type::string, Takes::anything,
                    "format-date-time(date, '%H:%M')", "The same.",
                    "format-date-time('2018-04-01T09:05:00', '%H:%M')", "09:05",
                    {.text = format_date}},
  };
  return table;
}

}  // namespace genpyo::validators
