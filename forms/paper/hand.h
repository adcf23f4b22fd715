// Hand: strokes as a pen makes them, irregular but the same at every drawing.
#pragma once
#include <cstdint>

#include "forms/paper/geometry.h"

namespace genpyo::paper {

// A closed round around the middle of `around`, its ends overlapping a little. It keeps within 15 %
// of the rectangle's inscribed ellipse and never cuts into its inner 90 %.
Stroke circle_by_hand(const Rect& around, std::uint64_t seed, Tone tone);

}  // namespace genpyo::paper
