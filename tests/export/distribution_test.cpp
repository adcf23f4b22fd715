#include "export/tables/distribution.h"

#include <catch2/catch.hpp>
#include <numeric>

namespace genpyo::exports {
namespace {

std::vector<Ratio> whole(std::initializer_list<std::int64_t> figures) {
  std::vector<Ratio> ratios;
  for (const std::int64_t figure : figures) ratios.push_back({figure, 1});
  return ratios;
}

std::string told(const Distribution& distribution) {
  std::string text;
  for (const std::string& edge : distribution.edges) text += edge + " ";
  text += ":";
  for (const std::int64_t count : distribution.counts) text += " " + std::to_string(count);
  return text + (distribution.open ? " open" : "") + (distribution.single ? " single" : "");
}

TEST_CASE("few whole numbers are classes of their own") {
  CHECK(told(*distribution_of(whole({3, 1, 1, 0}))) == "0 1 2 3 : 1 2 0 1 single");
  CHECK(told(*distribution_of(whole({5, 5}))) == "5 : 2 single");
}

TEST_CASE("a figure on an edge belongs to the class above it, exactly") {
  const std::vector<Ratio> thirds = {{1, 3}, {2, 3}, {3, 3}, {6, 3}};  // the third is 1, without rounding
  CHECK(told(*distribution_of(thirds, 4)) == "0.0 0.5 1.0 1.5 : 1 1 1 1 open");
}

TEST_CASE("a few far figures are gathered into an open class") {
  std::vector<Ratio> figures;
  for (std::int64_t each = 0; each < 100; ++each) figures.push_back({each % 5, 1});
  figures.push_back({9000, 1});
  CHECK(told(*distribution_of(figures)) == "0 1 2 3 4 5 : 20 20 20 20 20 1 open single");
}

TEST_CASE("every figure is in one class, and there are never too many classes") {
  const std::int64_t factor = GENERATE(std::int64_t{1}, std::int64_t{37}, std::int64_t{999'983}, std::int64_t{10'000'000'000});
  const std::int64_t divisor = GENERATE(std::int64_t{1}, std::int64_t{7});
  std::vector<Ratio> figures;
  for (std::int64_t each = -20; each < 80; ++each) figures.push_back({each * factor, divisor});
  const Distribution classes = *distribution_of(figures);
  CHECK(classes.counts.size() <= 12);
  CHECK(std::accumulate(classes.counts.begin(), classes.counts.end(), std::int64_t{0}) == 100);
}

TEST_CASE("without figures, or with one beyond all measure, there is no distribution") {
  CHECK_FALSE(distribution_of({}));
  CHECK_FALSE(distribution_of(whole({1, 9'000'000'000'000'000'000})));
}

}  // namespace
}  // namespace genpyo::exports
