#include "export/tables/exact.h"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <cassert>
#include <map>
#include <span>
#include <utility>

namespace genpyo::exports {
namespace {

using boost::multiprecision::cpp_int;

__extension__ using Wide = __int128;  // holds the product of any two 64-bit figures

// A sum under way. Not reduced: the greatest common divisor of large numbers costs more than the
// digits it saves.
struct Fraction {
  cpp_int numerator;
  cpp_int denominator;  // > 0
};

Fraction plus(const Fraction& left, const Fraction& right) {
  return {left.numerator * right.denominator + right.numerator * left.denominator,
          left.denominator * right.denominator};
}

// By halves, so that large numbers meet numbers of their own size: a file with 100,000 different
// denominators is then a matter of seconds, not of hours. The depth is the logarithm of the size.
Fraction sum(std::span<const Fraction> fractions) {
  assert(!fractions.empty());
  if (fractions.size() == 1) return fractions.front();
  const std::size_t half = fractions.size() / 2;
  return plus(sum(fractions.first(half)), sum(fractions.subspan(half)));
}

Fraction sum(const std::vector<Ratio>& ratios) {
  std::map<std::int64_t, cpp_int> by_denominator;  // few: a clinic has few doctors
  for (const Ratio& ratio : ratios) by_denominator[ratio.denominator] += ratio.numerator;
  std::vector<Fraction> fractions;
  fractions.reserve(by_denominator.size());
  for (auto& [denominator, numerator] : by_denominator) {
    fractions.push_back({std::move(numerator), denominator});
  }
  return sum(fractions);
}

// Towards minus infinity; cpp_int itself divides towards zero.
cpp_int floor_of(const Fraction& fraction) {
  cpp_int quotient, remainder;
  divide_qr(fraction.numerator, fraction.denominator, quotient, remainder);
  if (remainder < 0) --quotient;
  return quotient;
}

// 10 to the power of `decimals`.
cpp_int scale_of(int decimals) {
  assert(decimals >= 0 && decimals <= 9);
  return pow(cpp_int(10), static_cast<unsigned>(decimals));
}

std::string rounded(const Fraction& fraction, int decimals) {
  const cpp_int scaled =
      floor_of({2 * fraction.numerator * scale_of(decimals) + fraction.denominator,
                2 * fraction.denominator});
  const auto places = static_cast<std::size_t>(decimals);
  std::string digits = cpp_int(abs(scaled)).str();
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, 1, '.');
  return scaled < 0 ? '-' + digits : digits;
}

Fraction fraction_of(const Ratio& ratio) { return {ratio.numerator, ratio.denominator}; }

bool less(const Ratio& left, const Ratio& right) { return compare(left, right) < 0; }

}  // namespace

std::weak_ordering compare(const Ratio& left, const Ratio& right) {
  assert(left.denominator > 0 && right.denominator > 0);
  const Wide left_side = static_cast<Wide>(left.numerator) * right.denominator;
  const Wide right_side = static_cast<Wide>(right.numerator) * left.denominator;
  if (left_side < right_side) return std::weak_ordering::less;
  if (left_side > right_side) return std::weak_ordering::greater;
  return std::weak_ordering::equivalent;
}

std::string rounded(const Ratio& ratio, int decimals) {
  assert(ratio.denominator > 0);
  return rounded(fraction_of(ratio), decimals);
}

std::string rounded_mean(const std::vector<Ratio>& ratios, int decimals) {
  assert(!ratios.empty());
  Fraction mean = sum(ratios);
  mean.denominator *= ratios.size();
  return rounded(mean, decimals);
}

std::string rounded_median(std::vector<Ratio> ratios, int decimals) {
  assert(!ratios.empty());
  const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
  std::nth_element(ratios.begin(), middle, ratios.end(), less);
  if (ratios.size() % 2 == 1) return rounded(*middle, decimals);
  const Ratio below = *std::max_element(ratios.begin(), middle, less);
  Fraction mid_point = plus(fraction_of(below), fraction_of(*middle));
  mid_point.denominator *= 2;
  return rounded(mid_point, decimals);
}

}  // namespace genpyo::exports
