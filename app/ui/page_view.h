// PageView: the sheet on the desk: the printed page, the pen's marks on it, the cursor in its box.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/ui_state.h"

namespace genpyo::ui {

// Fills the rectangle (pixels) of the present ImGui window. A click on a choice's number chooses
// it, elsewhere in a question it goes there; the wheel scrolls.
void draw_pages(const session::State& state, const Texts& texts, UiState& ui, ImVec2 from,
                ImVec2 to, std::vector<session::Action>& actions);

}  // namespace genpyo::ui
