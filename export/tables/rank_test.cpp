#include "export/tables/rank_test.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <cstddef>

namespace genpyo::exports {
namespace {

constexpr std::size_t exact_below = 50;  // figures in each group, as in R

struct Ranked {
  Ratio figure;
  bool is_first;
};

struct Ranks {
  double sum_of_first = 0;  // equal figures share the mean of their ranks
  double ties = 0;          // Σ t³ - t
};

Ranks ranks_of(const std::vector<Ratio>& first, const std::vector<Ratio>& second) {
  std::vector<Ranked> all;
  for (const Ratio& figure : first) all.push_back({figure, true});
  for (const Ratio& figure : second) all.push_back({figure, false});
  std::sort(all.begin(), all.end(),
            [](const Ranked& left, const Ranked& right) { return compare(left.figure, right.figure) < 0; });
  Ranks ranks;
  for (std::size_t from = 0, to = 0; from < all.size(); from = to) {
    std::size_t firsts = 0;
    for (to = from; to < all.size() && compare(all[to].figure, all[from].figure) == 0; ++to) firsts += all[to].is_first ? 1 : 0;
    const auto equal = static_cast<double>(to - from);
    ranks.sum_of_first += static_cast<double>(firsts) * static_cast<double>(from + to + 1) / 2;
    ranks.ties += equal * equal * equal - equal;
  }
  return ranks;
}

__extension__ using Ways = unsigned __int128;  // C(98, 49) has 95 bits

// In how many orders of the figures U is 0, 1, …: the coefficients of the Gaussian binomial
// Π (1 - x^(second + i)) / (1 - x^i), i = 1 … first. Whole numbers modulo 2^128: exact.
std::vector<Ways> ways_of(std::size_t first, std::size_t second) {
  std::vector<Ways> ways(first * second + 1);
  ways[0] = 1;
  for (std::size_t i = 1; i <= first; ++i) {
    for (std::size_t u = ways.size() - 1; u >= second + i; --u) ways[u] -= ways[u - second - i];
    for (std::size_t u = i; u < ways.size(); ++u) ways[u] += ways[u - i];
  }
  return ways;
}

double exact_p(std::size_t first, std::size_t second, double u) {
  const std::vector<Ways> ways = ways_of(first, second);
  const auto observed = static_cast<std::size_t>(u);
  const std::size_t nearer_end = std::min(observed, first * second - observed);  // it is symmetric
  Ways outside = 0, all = 0;
  for (std::size_t each = 0; each < ways.size(); ++each) {
    all += ways[each];
    if (each <= nearer_end) outside += ways[each];
  }
  return std::min(1.0, 2 * static_cast<double>(outside) / static_cast<double>(all));
}

double normal_p(double from_mean, double deviation) {
  const double corrected = std::max(0.0, std::fabs(from_mean) - 0.5) / deviation;
  return 2 * cdf(complement(boost::math::normal_distribution<double>(), corrected));
}

}  // namespace

std::optional<RankTest> mann_whitney(const std::vector<Ratio>& first, const std::vector<Ratio>& second) {
  if (first.empty() || second.empty()) return std::nullopt;
  const Ranks ranks = ranks_of(first, second);
  const auto one = static_cast<double>(first.size()), other = static_cast<double>(second.size());
  const double all = one + other;
  const double variance = one * other / 12 * (all + 1 - ranks.ties / (all * (all - 1)));
  if (variance <= 0) return std::nullopt;
  RankTest test;
  test.u = ranks.sum_of_first - one * (one + 1) / 2;
  test.effect = 2 * test.u / (one * other) - 1;
  test.exact = ranks.ties == 0 && first.size() < exact_below && second.size() < exact_below;
  test.p = test.exact ? exact_p(first.size(), second.size(), test.u)
                      : std::min(1.0, normal_p(test.u - one * other / 2, std::sqrt(variance)));
  return test;
}

}  // namespace genpyo::exports
