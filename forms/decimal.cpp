#include "forms/decimal.h"

#include <cmath>
#include <cstdlib>

namespace genpyo::forms {
namespace {

constexpr int most_digits = 15;
constexpr int largest_scale = 9;

bool is_digit(char character) { return character >= '0' && character <= '9'; }

}  // namespace

std::optional<Decimal> read_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const bool has_point = point != std::string_view::npos;
  if (text.empty() || point == 0 || (has_point && point + 1 == text.size())) return std::nullopt;
  Decimal decimal;
  int digits = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at == point) continue;
    if (!is_digit(text[at]) || ++digits > most_digits) return std::nullopt;
    decimal.units = decimal.units * 10 + (text[at] - '0');
  }
  if (has_point) decimal.scale = static_cast<int>(text.size() - point - 1);
  if (decimal.scale > largest_scale) return std::nullopt;
  if (negative) decimal.units = -decimal.units;
  return decimal;
}

std::string plain_text(const Decimal& decimal) {
  std::string digits = std::to_string(std::llabs(decimal.units));
  const auto scale = static_cast<std::size_t>(decimal.scale);
  if (scale > 0) {
    if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
    digits.insert(digits.size() - scale, 1, '.');
  }
  return decimal.units < 0 ? "-" + digits : digits;
}

// One division of two numbers that doubles hold exactly: correctly rounded.
double nearest_double(const Decimal& decimal) {
  return static_cast<double>(decimal.units) / std::pow(10.0, decimal.scale);
}

}  // namespace genpyo::forms
