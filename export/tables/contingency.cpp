#include "export/tables/contingency.h"

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <numeric>

namespace genpyo::exports {
namespace {

std::size_t not_empty(const std::vector<double>& margin) {
  return margin.size() - static_cast<std::size_t>(std::count(margin.begin(), margin.end(), 0.0));
}

}  // namespace

std::optional<Contingency> chi_square(const std::vector<std::vector<std::int64_t>>& counts) {
  if (counts.empty()) return std::nullopt;
  std::vector<double> rows(counts.size()), columns(counts.front().size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
      rows[row] += static_cast<double>(counts[row][column]);
      columns[column] += static_cast<double>(counts[row][column]);
    }
  }
  const std::size_t height = not_empty(rows), width = not_empty(columns);
  if (height < 2 || width < 2) return std::nullopt;
  const double all = std::accumulate(rows.begin(), rows.end(), 0.0);
  Contingency result;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
      const double expected = rows[row] * columns[column] / all;
      if (expected <= 0) continue;
      const double off = static_cast<double>(counts[row][column]) - expected;
      result.chi_square += off * off / expected;
      if (expected < 5) ++result.cells_below_5;
    }
  }
  result.freedom = (height - 1) * (width - 1);
  const boost::math::chi_squared_distribution<double> chance(static_cast<double>(result.freedom));
  result.p = cdf(complement(chance, result.chi_square));
  result.v = std::sqrt(result.chi_square / (all * static_cast<double>(std::min(height, width) - 1)));
  return result;
}

}  // namespace genpyo::exports
