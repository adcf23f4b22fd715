// Distribution: how many of the figures behind a mean lie in each class of equal width. The classes
// are exact; a few far figures are gathered into a last class without an upper edge.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "export/tables/exact.h"

namespace genpyo::exports {

struct Distribution {
  std::string table, row, column;
  // Printed lower edges; of a closed last class its upper one too, unless classes are single numbers.
  std::vector<std::string> edges;
  std::vector<std::int64_t> counts;   // at least one class; an edge belongs to the class above it
  bool open = false;    // the last class has no upper edge
  bool single = false;  // every class is one whole number
};

// At most `most` classes (3 or more), of a width of 1, 2 or 5 times a power of ten; whole figures
// have whole edges. Nothing without a figure, or with one beyond 10^12.
std::optional<Distribution> distribution_of(std::vector<Ratio> ratios, std::int64_t most = 12);

}  // namespace genpyo::exports
