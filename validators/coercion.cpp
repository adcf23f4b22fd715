#include "validators/coercion.h"

#include <algorithm>
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

// Too many digits before the point: infinite. Too small to be told from 0: 0.
double out_of_range(std::string_view text, std::size_t exponent) {
  const bool negative = text.starts_with('-');
  const std::string_view digits = text.substr(0, std::min(text.find('.'), text.size()));
  const bool small = exponent != std::string_view::npos
                         ? text[exponent + 1] == '-'
                         : digits.find_first_of("123456789") == std::string_view::npos;
  const double number = small ? 0 : std::numeric_limits<double>::infinity();
  return negative ? -number : number;
}

}  // namespace

double to_number(std::string_view text) {
  constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
  text = without_spaces(text);
  // from_chars would take "inf" and "nan", XPath does not; 1e-7 and 1e+21 are how the engines of
  // ODK write what is very small or large, 1.1e6 is written by none of them.
  const std::size_t exponent = text.find_first_of("eE");
  const bool has_exponent = exponent != std::string_view::npos;
  if (has_exponent && (exponent + 1 >= text.size() ||
                       (text[exponent + 1] != '-' && text[exponent + 1] != '+')))
    return not_a_number;
  if (text.empty() || text.find_first_not_of("-.0123456789eE+") != std::string_view::npos)
    return not_a_number;
  double number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number,
                      has_exponent ? std::chars_format::scientific : std::chars_format::fixed);
  if (end != text.data() + text.size()) return not_a_number;
  if (error == std::errc::result_out_of_range) return out_of_range(text, exponent);
  return error == std::errc() ? number : not_a_number;
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

bool same_number(double a, double b) {
  constexpr double nothing = 1e-12;  // what doubles lose of figures with a decimal point
  return a == b || std::fabs(a - b) < nothing;
}

}  // namespace genpyo::validators
