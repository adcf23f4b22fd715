#include "export/tables/significance.h"

#include <algorithm>
#include <array>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <cstdio>

namespace genpyo::exports {
namespace {

// Tables as likely as this one but for the last digits of a double count as likely (R does so too).
constexpr double tolerance = 1 + 1e-7;

// A result that cannot be computed is no number; nothing is thrown.
using NoThrow = boost::math::policies::policy<
    boost::math::policies::domain_error<boost::math::policies::ignore_error>,
    boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
    boost::math::policies::evaluation_error<boost::math::policies::ignore_error>>;
using StudentsT = boost::math::students_t_distribution<double, NoThrow>;

// The margins of a 2 × 2 table. With k at the crossing of the first two, the chance of k + 1 is
// `step` times that of k: from the likeliest table outwards each costs one product, where a density
// anew for each would take minutes on 100,000 cases.
struct Margins {
  std::int64_t with, first, all;
  double step(std::int64_t k) const {
    return static_cast<double>(with - k) * static_cast<double>(first - k) /
           (static_cast<double>(k + 1) * static_cast<double>(all - with - first + k + 1));
  }
};

// Of the table with `observed`, as a share of the likeliest one's.
double relative_chance(const Margins& margins, std::int64_t most_likely, std::int64_t observed) {
  double chance = 1;
  for (std::int64_t k = most_likely; k < observed; ++k) chance *= margins.step(k);
  for (std::int64_t k = most_likely; k > observed; --k) chance /= margins.step(k - 1);
  return chance;
}

struct Sums {
  double bound;  // what is no more likely than the table observed
  double unlikely = 0, all = 0;
  void add(double chance) {
    all += chance;
    if (chance <= bound) unlikely += chance;
  }
};

struct MeanAndError {
  double mean, error;  // the error is the variance of the mean
};

MeanAndError of(const Moments& moments) {
  const auto n = static_cast<double>(moments.n);
  const double mean = static_cast<double>(moments.sum) / n;
  // n Σx² − (Σx)² in whole numbers first: no digits are lost in the difference.
  const auto spread = static_cast<double>(moments.n * moments.sum_of_squares - moments.sum * moments.sum);
  return {mean, spread / (n * (n - 1)) / n};
}

}  // namespace

double fisher_exact(std::int64_t with_first, std::int64_t without_first, std::int64_t with_second,
                    std::int64_t without_second) {
  const std::int64_t first = with_first + without_first, second = with_second + without_second;
  const std::int64_t with = with_first + with_second;
  const std::int64_t all = first + second;
  if (first == 0 || second == 0 || with == 0 || with == all) return 1;
  const Margins margins{with, first, all};
  const std::int64_t most_likely = (with + 1) * (first + 1) / (all + 2);
  Sums sums{relative_chance(margins, most_likely, with_first) * tolerance};
  sums.add(1);
  double up = 1, down = 1;
  for (std::int64_t k = most_likely; up > 0; ++k) sums.add(up *= margins.step(k));
  for (std::int64_t k = most_likely; down > 0; --k) sums.add(down = k > 0 ? down / margins.step(k - 1) : 0);
  return std::min(sums.unlikely / sums.all, 1.0);
}

std::optional<double> welch(const Moments& first, const Moments& second) {
  if (first.n < 2 || second.n < 2) return std::nullopt;
  const MeanAndError one = of(first), two = of(second);
  const double error = one.error + two.error;
  if (error <= 0) return std::nullopt;
  const double t = (one.mean - two.mean) / std::sqrt(error);
  const double freedom = error * error / (one.error * one.error / static_cast<double>(first.n - 1) +
                                          two.error * two.error / static_cast<double>(second.n - 1));
  const StudentsT chance(freedom);
  return 2 * cdf(complement(chance, std::fabs(t)));
}

std::string printed_p(double p) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.4f", p);
  return text.data();
}

}  // namespace genpyo::exports
