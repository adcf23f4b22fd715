#include "export/tables/significance.h"

#include <algorithm>
#include <array>
#include <boost/math/distributions/hypergeometric.hpp>
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
using Hypergeometric = boost::math::hypergeometric_distribution<double, NoThrow>;
using StudentsT = boost::math::students_t_distribution<double, NoThrow>;

// Numbers of cases, which Boost wants in 32 bits.
unsigned whole(std::int64_t cases) { return static_cast<unsigned>(cases); }

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
  const Hypergeometric chance(whole(with), whole(first), whole(all));
  const double observed = pdf(chance, whole(with_first)) * tolerance;
  double p = 0;
  for (std::int64_t k = std::max<std::int64_t>(0, with - second); k <= std::min(with, first); ++k) {
    const double each = pdf(chance, whole(k));
    if (each <= observed) p += each;
  }
  return std::min(p, 1.0);
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
