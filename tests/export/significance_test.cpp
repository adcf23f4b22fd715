// Tests between groups, held against published values.
#include "export/tables/significance.h"

#include <catch2/catch.hpp>

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
