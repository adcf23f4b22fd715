// Coercion: numbers and texts into each other, as XPath 1.0 §3.5 and §4 define it.
#pragma once
#include <string>
#include <string_view>

namespace genpyo::validators {

// '' and whatever is no plain decimal number gives NaN; spaces around it do not matter.
double to_number(std::string_view text);

// 1 (never 1.0), 0.5, -3, NaN, Infinity; no exponent.
std::string to_text(double number);

// Whether two numbers are one to = and !=: 6.1 - 7.8 is -1.7, as JavaRosa has it.
bool same_number(double a, double b);

}  // namespace genpyo::validators
