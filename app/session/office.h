// The survey office's screens: progress, tables, after-coding. What they have in common.
#pragma once
#include <cstddef>

namespace genpyo::session {

// The parts of these screens. Tab goes from one to the next; the one with the keys is framed.
enum class Pane { list, filters, grid, cases };

// More cases than this are not held in memory at once: the command line is for them.
inline constexpr std::size_t most_cases_held = 5'000;

}  // namespace genpyo::session
