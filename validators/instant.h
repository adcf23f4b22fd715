// Instant: a moment as the rule language has it, in milliseconds since 1970-01-01 UTC; not a number
// where there is no such moment. Zone null = UTC.
#pragma once
#include <string>
#include <string_view>

#include "forms/date.h"
#include "forms/zone.h"

namespace genpyo::validators {

inline constexpr double day_length = 86'400'000;  // milliseconds

// Midnight of a day where the zone is.
double instant_of(const forms::Date& day, const forms::Zone* zone);

// ISO 8601: 2018-04-01, 2018-04-01T09:30, …:15.250, each with Z or +09:00 at the end, without it
// as local time. Anything else, and a day that is not, gives no moment.
double read_instant(std::string_view text, const forms::Zone* zone);
// Whether a text may be one: cheap, so that numbers need not pay for it.
inline bool may_be_instant(std::string_view text) {
  return text.size() >= 10 && text[4] == '-' && text[7] == '-';
}
// 2018-4-1 as 2018-04-01, everything else as it is.
std::string with_leading_zeros(std::string_view text);

// As a part of its day, 0 to 1: 06:00:00.000+09:00, or the time of a read_instant.
double read_time(std::string_view text, const forms::Zone* zone);

// 2018-04-01 at midnight, else 2018-04-01T09:30:00.000+09:00.
std::string instant_text(double instant, const forms::Zone* zone);

// ODK's signs: %Y %y %m %n %b %d %e %a %W %H %h %M %S %3, %% and whatever else as it stands.
// Names of months and days in English, or Japanese where the language is ja.
std::string formatted(double instant, const forms::Zone* zone, std::string_view format,
                      std::string_view language);

// Days since 1970 as a local clock has them: whole at midnight.
double local_days(double instant, const forms::Zone* zone);

}  // namespace genpyo::validators
