#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "validators/calculation.h"
#include "validators/coercion.h"
#include "validators/function.h"

namespace genpyo::validators {
namespace {

using Node = Expression::Node;
using Type = Expression::Type;

template <double (*function)(double)>
double of(const Calculation& calculation, const Node& call) {
  return function(calculation.number(call.operands[0]));
}

template <double (*function)(double, double)>
double of_two(const Calculation& calculation, const Node& call) {
  return function(calculation.number(call.operands[0]), calculation.number(call.operands[1]));
}

double same(double number) { return number; }
// The nearest whole number, of two the greater: XPath 1.0 §4.4; -0.5 gives -0.
double nearest(double number) {
  const double rounded = std::floor(number + 0.5);
  return rounded == 0 && std::signbit(number) ? -0.0 : rounded;
}
double exp10(double number) { return std::pow(10, number); }
// C's pow(1, NaN) is 1.
double power(double base, double exponent) {
  return std::isnan(base) || std::isnan(exponent) ? std::numeric_limits<double>::quiet_NaN()
                                                  : std::pow(base, exponent);
}

// ODK reads a decimal comma here, and here only.
double to_round(const Calculation& calculation, const Node& operand) {
  if (operand.operation != Operation::text) return calculation.number(operand);
  std::string text = operand.text;
  std::replace(text.begin(), text.end(), ',', '.');
  return to_number(text);
}

double round(const Calculation& calculation, const Node& call) {
  const double number = to_round(calculation, call.operands[0]);
  if (call.operands.size() == 1) return nearest(number);
  const double places = std::trunc(calculation.number(call.operands[1]));
  if (std::isnan(places)) return places;
  const double power_of_ten = std::pow(10, std::min(std::fabs(places), 300.0));
  const double rounded = places < 0 ? nearest(number / power_of_ten) * power_of_ten
                                    : nearest(number * power_of_ten) / power_of_ten;
  return std::isfinite(rounded) ? rounded : number;  // so many places that nothing is cut
}

double pi(const Calculation&, const Node&) { return std::numbers::pi; }

double random(const Calculation& calculation, const Node& call) {
  return static_cast<double>(calculation.chance(call) >> 11) * 0x1p-53;
}

constexpr FunctionEntry entry(Function function, std::string_view name, std::string_view usage,
                              std::string_view meaning, std::string_view example,
                              std::string_view gives,
                              double (*code)(const Calculation&, const Node&)) {
  return {function, name, 1, 1, Type::number, Takes::anything, usage, meaning, example, gives,
          {.number = code}};
}

constexpr FunctionEntry with(FunctionEntry made, std::size_t least, std::size_t most) {
  made.least = least;
  made.most = most;
  return made;
}

}  // namespace

std::span<const FunctionEntry> number_functions() {
  using F = Function;
  static constexpr std::array table = {
      entry(F::number, "number", "number(value)",
            "A text as a number, NaN when it is none; true as 1; a date as days since 1970.",
            "number(' -12.50 ')", "-12.5", of<same>),
      entry(F::whole, "int", "int(number)", "Cut towards zero.", "int(-2.9)", "-2", of<std::trunc>),
      with(entry(F::round, "round", "round(number, places)",
                 "To the nearest, of two the greater; with a second argument to so many decimal "
                 "places, below 0 to tens and hundreds.",
                 "round(12.345, 1)", "12.3", round),
           1, 2),
      entry(F::floor, "floor", "floor(number)", "The whole number at or below.", "floor(-3.75)",
            "-4", of<std::floor>),
      entry(F::ceiling, "ceiling", "ceiling(number)", "The whole number at or above.",
            "ceiling(0.001)", "1", of<std::ceil>),
      entry(F::abs, "abs", "abs(number)", "Without its sign.", "abs(-10.5)", "10.5",
            of<std::fabs>),
      with(entry(F::pow, "pow", "pow(base, exponent)", "The base to the power of the exponent.",
                 "pow(2, 10)", "1024", of_two<power>),
           2, 2),
      entry(F::sqrt, "sqrt", "sqrt(number)", "The square root.", "sqrt(9)", "3", of<std::sqrt>),
      entry(F::exp, "exp", "exp(number)", "e to the power of it.", "exp(0)", "1", of<std::exp>),
      entry(F::exp10, "exp10", "exp10(number)", "10 to the power of it.", "exp10(-2)", "0.01",
            of<exp10>),
      entry(F::log, "log", "log(number)", "The natural logarithm.", "log(1)", "0", of<std::log>),
      entry(F::log10, "log10", "log10(number)", "The decimal logarithm.", "log10(100)", "2",
            of<std::log10>),
      with(entry(F::pi, "pi", "pi()", "The circle's.", "pi()", "3.141592653589793", pi), 0, 0),
      entry(F::sin, "sin", "sin(radians)", "The sine.", "sin(0)", "0", of<std::sin>),
      entry(F::cos, "cos", "cos(radians)", "The cosine.", "cos(0)", "1", of<std::cos>),
      entry(F::tan, "tan", "tan(radians)", "The tangent.", "tan(0)", "0", of<std::tan>),
      entry(F::asin, "asin", "asin(number)", "The angle of a sine.", "asin(0)", "0",
            of<std::asin>),
      entry(F::acos, "acos", "acos(number)", "The angle of a cosine.", "acos(1)", "0",
            of<std::acos>),
      entry(F::atan, "atan", "atan(number)", "The angle of a tangent.", "atan(0)", "0",
            of<std::atan>),
      with(entry(F::atan2, "atan2", "atan2(y, x)", "The angle of a point.", "atan2(0, 1)", "0",
                 of_two<std::atan2>),
           2, 2),
      with(entry(F::random, "random", "random()",
                 "A number from 0 to below 1. The same case gives the same one each time.", "", "",
                 random),
           0, 0),
  };
  return table;
}

}  // namespace genpyo::validators
