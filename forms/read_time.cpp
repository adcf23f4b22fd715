#include "forms/read_time.h"

#include <algorithm>
#include <array>
#include <vector>

#include "forms/read_date.h"

namespace genpyo::forms {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

// 14時30分15秒 and 14.30.15 as 14:30:15.
std::string with_colons(std::string_view text) {
  std::string plain(text);
  for (const std::string_view sign : {"時", "分", "秒", "."}) {
    for (auto at = plain.find(sign); at != std::string::npos; at = plain.find(sign, at)) {
      plain.replace(at, sign.size(), ":");
    }
  }
  if (plain.ends_with(':')) plain.pop_back();
  return plain;
}

// 1430, 930 and 143015, as keyed without a sign between; 14 alone only where 時 stood behind it.
std::string set_apart(const std::string& digits) {
  if (digits.size() < 3 || digits.size() > 6) return digits;
  const std::string whole = digits.size() % 2 == 0 ? digits : "0" + digits;
  std::string apart = whole.substr(0, 2) + ":" + whole.substr(2, 2);
  if (whole.size() == 6) apart += ":" + whole.substr(4, 2);
  return apart;
}

// The parts between colons, each of one or two digits; none where something else stands there.
std::vector<int> parts_of(const std::string& text) {
  std::vector<int> parts(1, 0);
  int digits = 0;
  for (const char byte : text) {
    if (byte == ':' && digits > 0) {
      parts.push_back(0);
      digits = 0;
    } else if (is_digit(byte) && ++digits <= 2) {
      parts.back() = parts.back() * 10 + (byte - '0');
    } else {
      return {};
    }
  }
  return digits > 0 ? parts : std::vector<int>{};
}

std::string two_digits(int part) { return (part < 10 ? "0" : "") + std::to_string(part); }

}  // namespace

std::optional<std::string> read_time(std::string_view text) {
  const bool bare = !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
  const bool hours_alone = text.ends_with("時");
  std::vector<int> parts = parts_of(bare ? set_apart(std::string(text)) : with_colons(text));
  if (hours_alone && parts.size() == 1) parts.push_back(0);
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  constexpr std::array most = {23, 59, 59};
  std::string time;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (parts[part] > most[part]) return std::nullopt;
    time += (part > 0 ? ":" : "") + two_digits(parts[part]);
  }
  return time;
}

std::optional<std::string> read_moment(std::string_view text) {
  // The last of them: a T alone in front of a year is 大正.
  const auto between = text.find_last_of(" T");
  if (between == std::string_view::npos || between == 0) return std::nullopt;
  const auto day = read_date(text.substr(0, between));
  const auto time = read_time(text.substr(between + 1));
  const auto* written = std::get_if<WrittenDate>(&day);
  if (written == nullptr || !time) return std::nullopt;
  const PartialDate& date = written->date;
  if (!date.year || !date.month || !date.day) return std::nullopt;
  return edtf(date) + "T" + *time;
}

}  // namespace genpyo::forms
