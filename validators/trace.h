// Trace: points on the globe, read from a text.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

namespace genpyo::validators {

struct Point {
  double latitude = 0, longitude = 0;  // degrees
};
using Trace = std::vector<Point>;

// "0 0;0 1 12.5 3": nothing where one of them is no point, or there is none.
std::optional<Trace> read_trace(std::string_view text);

}  // namespace genpyo::validators
