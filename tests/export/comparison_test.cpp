// The further tests between groups, held against what R gives and what is published.
#include <catch2/catch.hpp>
#include <cmath>

#include "export/tables/test_lines.h"

namespace genpyo::exports {
namespace {

std::vector<Ratio> whole(const std::vector<std::int64_t>& figures) {
  std::vector<Ratio> ratios;
  for (const std::int64_t figure : figures) ratios.push_back({figure, 1});
  return ratios;
}

// Student's sleep data in tenths of an hour (R: datasets::sleep).
const auto sleep_first = whole({7, -16, -2, -12, -1, 34, 37, 8, 0, 20});
const auto sleep_second = whole({19, 8, 11, 1, -1, 44, 55, 16, 46, 34});

TEST_CASE("The exact Mann–Whitney test gives the published value") {
  // Permeability constants of the human chorioamnion (Hollander & Wolfe 1973, p. 69 f.; R's help of
  // wilcox.test): W = 35, one-sided p = 0.1272.
  const auto term = whole({80, 83, 189, 104, 145, 138, 191, 164, 73, 146});
  const auto earlier = whole({115, 88, 90, 74, 121});
  const auto test = mann_whitney(term, earlier);
  REQUIRE(test);
  CHECK(test->exact);
  CHECK(test->u == 35);
  CHECK(test->p == Approx(2 * 0.1272).epsilon(0.0005));
  CHECK(test->effect == Approx(0.4));
}

TEST_CASE("With ties it is the normal distribution, corrected as R does") {
  // R: wilcox.test(Ozone ~ Month, data = airquality, subset = Month %in% c(5, 8)), its help's example:
  // W = 127.5, p-value = 0.0001208.
  const auto may = whole({41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37});
  const auto august = whole({39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85});
  const auto ozone = mann_whitney(may, august);
  REQUIRE(ozone);
  CHECK_FALSE(ozone->exact);
  CHECK(ozone->u == 127.5);
  CHECK(ozone->p == Approx(0.0001208).epsilon(0.0005));
  // R: wilcox.test(extra ~ group, data = sleep, exact = FALSE): W = 25.5, p-value = 0.06933.
  const auto sleep = mann_whitney(sleep_first, sleep_second);
  CHECK(sleep->u == 25.5);
  CHECK(sleep->p == Approx(0.06933).epsilon(0.0005));
}

TEST_CASE("The exact test at its bounds counts every order of the figures") {
  // One of three against two of three: C(5, 2) = 10 orders, each as likely.
  CHECK(mann_whitney(whole({1, 2}), whole({3, 4, 5}))->p == Approx(2.0 / 10));
  CHECK(mann_whitney(whole({4, 5}), whole({1, 2, 3}))->p == Approx(2.0 / 10));
  CHECK(mann_whitney(whole({1}), whole({2}))->p == 1);
  // 49 below 49: 2 of C(98, 49) orders, by the logarithms of factorials.
  std::vector<std::int64_t> low, high;
  for (int i = 0; i < 49; ++i) low.push_back(i), high.push_back(100 + i);
  const double orders = std::exp(std::lgamma(99.0) - 2 * std::lgamma(50.0));
  CHECK(mann_whitney(whole(low), whole(high))->p == Approx(2 / orders).epsilon(1e-6));
}

TEST_CASE("Ratios are ranked by their value, and equal ones share a rank") {
  const auto halves = mann_whitney({{1, 2}, {3, 6}}, {{2, 4}, {7, 2}});
  REQUIRE(halves);
  CHECK(halves->u == 1);  // two halves equal to one, both below the other
}

TEST_CASE("Without figures, or with all of them equal, there is no rank test") {
  CHECK_FALSE(mann_whitney({}, whole({1, 2})));
  CHECK_FALSE(mann_whitney(whole({3, 3}), whole({3, 3, 3})));
}

TEST_CASE("Welch's test of ratios says t, degrees of freedom and effect too") {
  // R: t.test(extra ~ group, data = sleep): t = -1.8608, df = 17.776, p-value = 0.07939.
  const auto test = welch(sleep_first, sleep_second);
  REQUIRE(test);
  CHECK(test->t == Approx(-1.8608).epsilon(0.0001));
  CHECK(test->freedom == Approx(17.776).epsilon(0.0001));
  CHECK(test->p == Approx(0.07939).epsilon(0.0005));
  CHECK(test->effect == Approx(-0.8321811).epsilon(0.0001));  // Cohen's d of the same data (R: effsize)
}

TEST_CASE("The chi-square test gives the published value") {
  // Party by gender (Agresti 2007, p. 39; R's help of chisq.test): X-squared = 30.07, df = 2, p = 2.954e-07.
  const auto party = chi_square({{762, 327, 468}, {484, 239, 477}});
  REQUIRE(party);
  CHECK(party->chi_square == Approx(30.07).epsilon(0.0002));
  CHECK(party->freedom == 2);
  CHECK(party->p == Approx(2.954e-07).epsilon(0.0005));
  CHECK(party->v == Approx(std::sqrt(30.0701 / 2757)).epsilon(0.0001));
  CHECK(party->cells_below_5 == 0);
  // Hair by eye colour (R: chisq.test(margin.table(HairEyeColor, c(1, 2)))): X-squared = 138.29, df = 9.
  const auto hair = chi_square({{68, 20, 15, 5}, {119, 84, 54, 29}, {26, 17, 14, 14}, {7, 94, 10, 16}});
  CHECK(hair->chi_square == Approx(138.29).epsilon(0.0001));
  CHECK(hair->freedom == 9);
  CHECK(hair->v == Approx(std::sqrt(138.2898 / (592 * 3))).epsilon(0.0001));
}

TEST_CASE("An empty row or column is no row, and small expected counts are said") {
  const auto test = chi_square({{3, 0, 1}, {0, 0, 0}, {1, 0, 3}});
  REQUIRE(test);
  CHECK(test->chi_square == Approx(2));  // n (ad - bc)² / (4·4·4·4) = 8·64/256
  CHECK(test->freedom == 1);
  CHECK(test->cells_below_5 == 4);
  CHECK_FALSE(chi_square({{3, 4}, {0, 0}}));
  CHECK_FALSE(chi_square({}));
}

TEST_CASE("Holm's adjustment gives what R's p.adjust gives") {
  // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") is 0.03 0.06 0.06 0.02.
  const auto adjusted = holm({0.01, 0.04, 0.03, 0.005});
  REQUIRE(adjusted.size() == 4);
  CHECK(adjusted[0] == Approx(0.03));
  CHECK(adjusted[1] == Approx(0.06));
  CHECK(adjusted[2] == Approx(0.06));
  CHECK(adjusted[3] == Approx(0.02));
  CHECK(holm({0.6, 0.7}) == std::vector<double>{1, 1});
  CHECK(holm({}).empty());
}

}  // namespace
}  // namespace genpyo::exports
