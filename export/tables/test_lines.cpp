#include "export/tables/test_lines.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <numeric>

#include "export/tables/tabulator.h"

namespace genpyo::exports {
namespace {

std::string printed(double value, int decimals) {
  std::array<char, 400> text{};  // the largest double has 309 digits
  std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
  return text.data();
}

}  // namespace

std::vector<double> holm(const std::vector<double>& p) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) { return p[left] < p[right]; });
  std::vector<double> adjusted(p.size());
  double least = 0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    least = std::min(1.0, std::max(least, p[order[rank]] * static_cast<double>(p.size() - rank)));
    adjusted[order[rank]] = least;
  }
  return adjusted;
}

void TestLines::put(const std::string& row, const std::string& statistic, std::string value) {
  figures_.push_back({table_.id, row, "all", statistic, std::move(value)});
}

void TestLines::p(const std::string& row, const std::string& statistic, std::optional<double> value) {
  put(row, statistic, value ? printed_p(*value) : std::string(no_case));
  if (value) made_.push_back({row, statistic, *value});
}

void TestLines::number(const std::string& row, const std::string& statistic, std::optional<double> value,
                       int decimals) {
  put(row, statistic, value ? printed(*value, decimals) : std::string(no_case));
}

void TestLines::chi_square(const std::string& row, const std::optional<Contingency>& test) {
  const auto of = [&](auto part) { return test ? std::optional(static_cast<double>((*test).*part)) : std::nullopt; };
  number(row, "chi2", of(&Contingency::chi_square), 2);
  number(row, "chi2_df", of(&Contingency::freedom), 0);
  p(row, "chi2_p", of(&Contingency::p));
  number(row, "cramers_v", of(&Contingency::v), 3);
  number(row, "expected_below_5", of(&Contingency::cells_below_5), 0);
}

void TestLines::mann_whitney(const std::string& row, const std::optional<RankTest>& test) {
  const auto of = [&](auto part) { return test ? std::optional((*test).*part) : std::nullopt; };
  number(row, "mann_whitney_u", of(&RankTest::u), 1);
  p(row, "mann_whitney_p", of(&RankTest::p));
  number(row, "cliffs_delta", of(&RankTest::effect), 3);
}

void TestLines::welch(const std::string& row, const std::optional<WelchTest>& test) {
  const auto of = [&](auto part) { return test ? std::optional((*test).*part) : std::nullopt; };
  number(row, "welch_t", of(&WelchTest::t), 2);
  number(row, "welch_df", of(&WelchTest::freedom), 1);
  p(row, "welch_p", of(&WelchTest::p));
  number(row, "cohens_d", of(&WelchTest::effect), 3);
}

void TestLines::finish() {
  if (!table_.has(Table::Test::holm)) return;
  std::vector<double> values;
  for (const Made& made : made_) values.push_back(made.p);
  const std::vector<double> adjusted = holm(values);
  for (std::size_t index = 0; index < made_.size(); ++index) {
    put(made_[index].row, made_[index].statistic + "_holm", printed_p(adjusted[index]));
  }
}

}  // namespace genpyo::exports
