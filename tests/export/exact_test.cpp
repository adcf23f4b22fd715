#include "export/tables/exact.h"

#include <catch2/catch.hpp>
#include <limits>

namespace genpyo::exports {
namespace {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

struct Rounding {
  Ratio exact;
  int decimals;
  std::string printed;
};

TEST_CASE("A tie on the exact decimal value is rounded up") {
  const Rounding row = GENERATE(values<Rounding>({
      {{125, 100}, 1, "1.3"},
      {{215, 100}, 1, "2.2"},  // in binary 2.15 is 2.1499…
      {{43, 20}, 1, "2.2"},    // the same, as a clinic's ratio
      {{5, 100}, 1, "0.1"},
      {{2675, 1000}, 2, "2.68"},
      {{1005, 1000}, 2, "1.01"},
      {{1, 2}, 0, "1"},
      {{5, 2}, 0, "3"},
      {{995, 1000}, 2, "1.00"},
  }));
  CHECK(rounded(row.exact, row.decimals) == row.printed);
}

TEST_CASE("What is no tie is rounded to the nearest") {
  const Rounding row = GENERATE(values<Rounding>({
      {{1, 3}, 1, "0.3"},
      {{1, 3}, 9, "0.333333333"},
      {{2, 3}, 2, "0.67"},
      {{2149999, 1000000}, 1, "2.1"},
      {{2150001, 1000000}, 1, "2.2"},
      {{49, 1000}, 1, "0.0"},
      {{999, 1000}, 1, "1.0"},
  }));
  CHECK(rounded(row.exact, row.decimals) == row.printed);
}

TEST_CASE("Every figure is printed with all of its decimals") {
  CHECK(rounded({0, 1}, 1) == "0.0");
  CHECK(rounded({27, 1}, 1) == "27.0");
  CHECK(rounded({27, 1}, 0) == "27");
  CHECK(rounded({1, 20}, 3) == "0.050");
}

TEST_CASE("Half up means towards plus infinity below zero too, and there is no minus zero") {
  CHECK(rounded({-125, 100}, 1) == "-1.2");
  CHECK(rounded({-126, 100}, 1) == "-1.3");
  CHECK(rounded({-5, 100}, 1) == "0.0");
  CHECK(rounded({-1, 3}, 2) == "-0.33");
}

TEST_CASE("Large figures lose nothing") {
  CHECK(rounded({largest, 1}, 2) == "9223372036854775807.00");
  CHECK(rounded({9'999'999'999, 8}, 2) == "1249999999.88");  // …9.875
  CHECK(rounded_mean({{largest, 1}, {largest, 1}, {largest - 3, 1}}, 1) == "9223372036854775806.0");
}

TEST_CASE("Ratios compare by value, also where a double cannot tell them apart") {
  CHECK(compare({1, 2}, {2, 4}) == std::weak_ordering::equivalent);
  CHECK(compare({1, 3}, {333333333, 1000000000}) == std::weak_ordering::greater);
  CHECK(compare({largest - 1, largest}, {largest - 2, largest - 1}) == std::weak_ordering::greater);
  CHECK(compare({-1, 2}, {0, 5}) == std::weak_ordering::less);
}

TEST_CASE("The mean is the plain mean of the ratios, not the ratio of the sums") {
  // 10 visits of 1 doctor and 10 of 4: (10 + 2.5) / 2 = 6.25, while 20 / 5 = 4.
  CHECK(rounded_mean({{10, 1}, {10, 4}}, 1) == "6.3");
  CHECK(rounded_mean({{10, 1}, {10, 4}}, 2) == "6.25");
}

TEST_CASE("A mean of thirds is a whole number again") {
  CHECK(rounded_mean({{1, 3}, {1, 3}, {1, 3}}, 9) == "0.333333333");
  CHECK(rounded_mean({{1, 3}, {2, 3}}, 1) == "0.5");
  CHECK(rounded_mean({{1, 3}, {1, 6}, {1, 2}, {1, 1}}, 0) == "1");  // exactly 0.5
}

TEST_CASE("The mean of figures with many different divisors is exact") {
  // The sum of 1/k(k+1) for k from 1 to 2,000 telescopes to 2000/2001; its mean is 1/2001.
  std::vector<Ratio> ratios;
  for (std::int64_t k = 1; k <= 2000; ++k) ratios.push_back({1, k * (k + 1)});
  CHECK(rounded_mean(ratios, 9) == "0.000499750");
  ratios.push_back({1, 2001});  // now the sum is 1, of 2,001 figures
  CHECK(rounded_mean(ratios, 9) == rounded({1, 2001}, 9));
}

TEST_CASE("The median of an odd number is the value in the middle") {
  CHECK(rounded_median({{7, 1}}, 1) == "7.0");
  CHECK(rounded_median({{9, 1}, {1, 1}, {4, 1}}, 1) == "4.0");
  CHECK(rounded_median({{1, 3}, {1, 2}, {1, 4}}, 2) == "0.33");
}

TEST_CASE("The median of an even number is the mid-point of the two middle values") {
  CHECK(rounded_median({{4, 1}, {1, 1}}, 1) == "2.5");
  CHECK(rounded_median({{9, 1}, {1, 1}, {4, 1}, {5, 1}}, 1) == "4.5");
  CHECK(rounded_median({{21, 10}, {22, 10}}, 1) == "2.2");  // 2.15 exactly
  CHECK(rounded_median({{3, 1}, {3, 1}, {3, 1}, {8, 1}}, 0) == "3");
}

}  // namespace
}  // namespace genpyo::exports
