// Contingency: whether the rows and columns of a table of counts have to do with each other
// (Pearson's χ², without a correction for continuity) and how much (Cramér's V, 0 to 1).
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace genpyo::exports {

struct Contingency {
  double chi_square = 0;
  std::size_t freedom = 0;       // degrees of
  double p = 1;
  double v = 0;
  std::size_t cells_below_5 = 0;  // cells whose expected count is under 5: with many, p means little
};

// `counts[row][column]`, all rows as long. Rows and columns without a case are left out. Nothing
// where then fewer than two rows or columns are left.
std::optional<Contingency> chi_square(const std::vector<std::vector<std::int64_t>>& counts);

}  // namespace genpyo::exports
