// Significance: whether two groups differ by more than chance would have it. Two-sided p values, in
// floating point: unlike counts and means they are no exact figures of the survey.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "export/tables/exact.h"

namespace genpyo::exports {

// Fisher's exact test of a 2 × 2 table (Fisher 1922; two-sided as R's fisher.test: the sum of all
// tables with the same margins that are no more likely than this one). With an empty margin: 1.
double fisher_exact(std::int64_t with_first, std::int64_t without_first, std::int64_t with_second,
                    std::int64_t without_second);

// What a group's figures come to.
struct Moments {
  std::int64_t n = 0;
  std::int64_t sum = 0;
  std::int64_t sum_of_squares = 0;
};

// Welch's t test of two means with unequal variances (Welch 1947). Nothing where a group has fewer
// than two figures, or neither varies.
std::optional<double> welch(const Moments& first, const Moments& second);

struct WelchTest {
  double t = 0, freedom = 0, p = 1;
  double effect = 0;  // Cohen's d, by the root of the mean of both variances
};

// The same of figures that are ratios.
std::optional<WelchTest> welch(const std::vector<Ratio>& first, const std::vector<Ratio>& second);

// "0.0421"; four decimals.
std::string printed_p(double p);

}  // namespace genpyo::exports
