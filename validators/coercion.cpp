#include "validators/coercion.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace genpyo::validators {
namespace {

std::string_view without_spaces(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\n";
  const std::size_t first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

}  // namespace

double to_number(std::string_view text) {
  constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
  text = without_spaces(text);
  // from_chars would take "inf" and "nan", XPath does not.
  if (text.empty() || text.find_first_not_of("-.0123456789") != std::string_view::npos)
    return not_a_number;
  double number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
  if (error != std::errc() || end != text.data() + text.size()) return not_a_number;
  return number;
}

std::string to_text(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number > 0 ? "Infinity" : "-Infinity";
  if (number == 0) return "0";   // also -0
  std::array<char, 512> digits;  // the smallest double has 324 places
  const auto [end, error] =
      std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
  return error == std::errc() ? std::string(digits.data(), end) : "NaN";
}

}  // namespace genpyo::validators
