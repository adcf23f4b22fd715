// Decimal: a number as written in decimals, exactly. 1.50 stays 1.50; nothing is ever rounded.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace genpyo::forms {

// units / 10^scale.
struct Decimal {
  std::int64_t units = 0;
  int scale = 0;  // 0 to 9 digits after the point
  friend bool operator==(const Decimal&, const Decimal&) = default;
};

// "36.5", "-0.25", "12": a sign, digits with at most 15 of them, and a point with digits on both
// sides. Nothing for everything else.
std::optional<Decimal> read_decimal(std::string_view text);
std::string plain_text(const Decimal& decimal);  // exactly as read_decimal reads it
double nearest_double(const Decimal& decimal);   // for the rule language, whose numbers are doubles

}  // namespace genpyo::forms
