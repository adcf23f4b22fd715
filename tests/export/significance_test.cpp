// Tests between groups, held against published values.
#include "export/tables/significance.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

namespace genpyo::exports {
namespace {

TEST_CASE("Fisher's exact test gives the published values") {
  // The lady tasting tea (Fisher, The Design of Experiments, 1935): 3 of 4 right, two-sided 34/70.
  CHECK(fisher_exact(3, 1, 1, 3) == Approx(34.0 / 70));
  // All four right: 2/70.
  CHECK(fisher_exact(4, 0, 0, 4) == Approx(2.0 / 70));
  // Convictions of like-sex twins (Fisher 1962; R's help of fisher.test): 0.0005367.
  CHECK(fisher_exact(2, 15, 10, 3) == Approx(0.0005367).epsilon(0.0005));
}

// The same by logarithms of factorials, table by table.
double fisher_by_factorials(int a, int b, int c, int d) {
  const auto chance = [&](int k) {
    const int first = a + b, second = c + d, with = a + c;
    return std::lgamma(first + 1) - std::lgamma(k + 1) - std::lgamma(first - k + 1) + std::lgamma(second + 1) -
           std::lgamma(with - k + 1) - std::lgamma(second - with + k + 1);
  };
  double unlikely = 0, all = 0;
  for (int k = std::max(0, a - d); k <= std::min(a + b, a + c); ++k) {
    all += std::exp(chance(k) - chance(a));
    if (chance(k) <= chance(a) + 1e-7) unlikely += std::exp(chance(k) - chance(a));
  }
  return unlikely / all;
}

TEST_CASE("Fisher's test is as exact with 100,000 cases, and far from the middle") {
  CHECK(fisher_exact(20'210, 29'790, 20'000, 30'000) == Approx(fisher_by_factorials(20'210, 29'790, 20'000, 30'000)).epsilon(1e-6));
  CHECK(fisher_exact(0, 60, 40, 0) == Approx(fisher_by_factorials(0, 60, 40, 0)).epsilon(1e-9));
  CHECK(fisher_exact(1, 99'998, 1, 0) == Approx(2.0 / 100'000).epsilon(1e-6));
  CHECK(fisher_exact(0, 50'000, 50'000, 0) == 0);
}

TEST_CASE("Fisher's test does not depend on which group or answer is named first") {
  const double p = fisher_exact(12, 2, 90, 16);
  CHECK(fisher_exact(90, 16, 12, 2) == Approx(p));
  CHECK(fisher_exact(2, 12, 16, 90) == Approx(p));
}

TEST_CASE("With an empty margin nothing can differ") {
  CHECK(fisher_exact(0, 0, 3, 4) == 1);
  CHECK(fisher_exact(5, 0, 7, 0) == 1);
}

TEST_CASE("Welch's test gives the published value") {
  // Student's sleep data in tenths of an hour (R: t.test(extra ~ group, data = sleep)): 0.07939.
  const int first[] = {7, -16, -2, -12, -1, 34, 37, 8, 0, 20};
  const int second[] = {19, 8, 11, 1, -1, 44, 55, 16, 46, 34};
  Moments one, two;
  for (const int x : first) one = {one.n + 1, one.sum + x, one.sum_of_squares + x * x};
  for (const int x : second) two = {two.n + 1, two.sum + x, two.sum_of_squares + x * x};
  REQUIRE(welch(one, two));
  CHECK(*welch(one, two) == Approx(0.07939).epsilon(0.0005));
}

TEST_CASE("Groups that are too small, or do not vary, have no p") {
  CHECK_FALSE(welch({1, 5, 25}, {3, 6, 14}));
  CHECK_FALSE(welch({3, 6, 12}, {3, 6, 12}));
}

TEST_CASE("A p value is printed with four decimals") {
  CHECK(printed_p(0.04206) == "0.0421");
  CHECK(printed_p(1) == "1.0000");
}

}  // namespace
}  // namespace genpyo::exports
