// TextMouse: the mouse in the box of the text that is being keyed.
#pragma once
#include <optional>

#include "app/session/action.h"
#include "app/session/state.h"
#include "forms/paper/layout.h"

namespace genpyo::ui {

// The box of the cursor's text on this page; null when it is elsewhere or no text.
const paper::Box* text_box(const session::State& state, const paper::Page& page);

// Where the caret goes for a point in mm of the page; outside the box to the nearest line, above
// and below it to a hidden one.
session::PlaceCaret caret_at(const session::State& state, const paper::FontSet& fonts,
                             const paper::Box& box, paper::Point point, bool select);

}  // namespace genpyo::ui
