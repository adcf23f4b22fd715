// The line that tells a person how far a long work is:
// "exported  1200/100000 [###.......], 42 s left".
#pragma once
#include <cstddef>
#include <string>

namespace genpyo::cli {

// How far a work is that goes through the same cases once or several times.
struct Standing {
  std::string what;  // what this walk does: "exported"; ASCII, so that a letter is a column
  std::size_t count = 0, total = 0;  // cases; total 0: between walks, or it is not known
  double seconds = 0;                         // that this walk has taken so far
  std::size_t walks_before = 0, walks_after = 0;
};

// The figures are of this walk; the bar and the time are of the whole work, where each walk to come
// is held to take as long as this one. Of so many columns at most: what has no room is left out, the
// bar first. The bar never shrinks while `columns` stays as it is. Without a total, or before the
// first step, nothing is said of the time.
std::string progress_line(const Standing& standing, std::size_t columns);

}  // namespace genpyo::cli
