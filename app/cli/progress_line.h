// The line that tells a person how far a long walk is: "exported 1200/100000 [###.......] 42 s left".
#pragma once
#include <cstddef>
#include <string>

namespace genpyo::cli {

// Of so many columns at most; no control characters. Without a total, or before the first step,
// nothing is said of the time; what has no room is left out, the bar first.
std::string progress_line(const std::string& what, std::size_t count, std::size_t total, double elapsed_seconds,
                          std::size_t columns);

}  // namespace genpyo::cli
