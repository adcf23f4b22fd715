// Exact: means and medians of ratios without a floating point number between. A report prints
// 1.25 as 1.3 and 2.15 as 2.2; in binary 2.15 lies below itself and would come out as 2.1.
//
// Rounding is half up on the exact value: a tie goes towards plus infinity (1.25 → 1.3,
// -1.25 → -1.2). Every function prints with exactly `decimals` decimals, 0 to 9.
#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace genpyo::exports {

// One case's figure: a whole number, or a whole number per another. Not reduced.
struct Ratio {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;  // > 0
};

// By value: 2/4 and 1/2 are equivalent.
std::weak_ordering compare(const Ratio& left, const Ratio& right);

std::string rounded(const Ratio& ratio, int decimals);

// Of at least one ratio each.
std::string rounded_mean(const std::vector<Ratio>& ratios, int decimals);
// The value in the middle; of an even number the mid-point of the two middle ones.
std::string rounded_median(std::vector<Ratio> ratios, int decimals);

}  // namespace genpyo::exports
