// From how people write a time of day to the time, in ISO 8601: 14:30, or 14:30:15 where seconds are
// given.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace genpyo::forms {

// 14:30, 9:05, 14:30:15, 14.30, 1430, 930, 14時30分, 14時; from 00:00 to 23:59:59.
std::optional<std::string> read_time(std::string_view text);

// A complete day as read_date reads it, then a space or T, then a time: 2018-04-01T14:30.
std::optional<std::string> read_moment(std::string_view text);

}  // namespace genpyo::forms
