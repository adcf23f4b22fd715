// Rank test: whether the figures of one group lie above those of another (Mann and Whitney 1947;
// Wilcoxon's rank sum test). Two-sided, as R's wilcox.test has it by default: exact where both groups
// are under 50 and no two figures are equal, else the normal distribution, corrected for ties and
// for continuity.
#pragma once
#include <optional>
#include <vector>

#include "export/tables/exact.h"

namespace genpyo::exports {

struct RankTest {
  double u = 0;       // pairs in which the first group's figure is larger; an equal pair is a half (R's W)
  double p = 1;
  double effect = 0;  // Cliff's delta: 2 U / (n1 n2) - 1, from -1 (all of the first below) to 1
  bool exact = false;
};

// Nothing where a group has no figure, or all figures are equal.
std::optional<RankTest> mann_whitney(const std::vector<Ratio>& first, const std::vector<Ratio>& second);

}  // namespace genpyo::exports
