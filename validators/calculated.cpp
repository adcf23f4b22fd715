#include "validators/calculated.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "forms/read_value.h"
#include "validators/coercion.h"

namespace genpyo::validators {
namespace {

using forms::ItemType;
using forms::Value;

constexpr double largest_whole = 999'999'999'999'999.0;  // 15 digits: all that a double holds surely

bool is_word(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '-' ||
         byte == '_' || (byte >= '0' && byte <= '9');
}

bool is_quoted(std::string_view text) {
  return text.size() >= 2 && (text.front() == '\'' || text.front() == '"') &&
         text.back() == text.front();
}

// 15 digits in all, at most 9 of them behind the point, and no zeros at the end.
std::optional<forms::Decimal> decimal_of(double number) {
  std::array<char, 64> digits;
  const double size = std::max(1.0, std::abs(number));
  const int before = static_cast<int>(std::floor(std::log10(size))) + 1;
  const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                          std::chars_format::fixed, std::clamp(15 - before, 0, 9));
  if (error != std::errc{}) return std::nullopt;
  std::string text(digits.data(), end);
  if (text.find('.') != std::string::npos) text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return forms::read_decimal(text);
}

std::optional<Value> value_of(double number) {
  if (!std::isfinite(number)) return std::nullopt;
  if (std::abs(number) > largest_whole) return Value(to_text(number));
  if (number == std::trunc(number)) return Value(static_cast<std::int64_t>(number));
  const auto decimal = decimal_of(number);
  return decimal ? std::optional<Value>(*decimal) : std::nullopt;
}

std::optional<Value> value_of(const std::string& text) {
  if (text.empty()) return std::nullopt;
  if (const auto date = forms::read_edtf(text)) return Value(*date);
  return Value(text);
}

std::string text_of(const Operand& result) {
  if (const auto* number = std::get_if<double>(&result))
    return std::isfinite(*number) ? to_text(*number) : "";
  if (const auto* truth = std::get_if<bool>(&result)) return *truth ? "true" : "false";
  return std::get<std::string>(result);
}

double number_of(const Operand& result) {
  if (const auto* number = std::get_if<double>(&result)) return *number;
  if (const auto* truth = std::get_if<bool>(&result)) return *truth ? 1 : 0;
  return to_number(std::get<std::string>(result));
}

}  // namespace

bool is_expression(std::string_view text) {
  if (text.find("${") != std::string_view::npos || is_quoted(text)) return true;
  for (auto at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
    if (at > 0 && is_word(text[at - 1])) return true;
  }
  return false;
}

std::optional<Value> value_of(const Operand& result, const forms::Item& item,
                              const forms::ChoiceList* choices) {
  if (item.type == ItemType::calculate) {
    if (const auto* number = std::get_if<double>(&result)) return value_of(*number);
    return value_of(text_of(result));
  }
  if (item.type == ItemType::integer) {
    const double number = number_of(result);
    return std::abs(number) <= largest_whole ? value_of(std::trunc(number)) : std::nullopt;
  }
  if (item.type == ItemType::decimal) {
    const double number = number_of(result);
    if (!(std::abs(number) <= largest_whole)) return std::nullopt;
    const auto decimal = decimal_of(number);
    return decimal ? std::optional<Value>(*decimal) : std::nullopt;
  }
  const auto reading = forms::read_value(item, choices, text_of(result));
  const auto* mark = std::get_if<forms::Mark>(&reading);
  if (mark == nullptr || !forms::is_answer(mark->content)) return std::nullopt;
  return mark->content;
}

}  // namespace genpyo::validators
