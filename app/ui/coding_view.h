// CodingView: an answer large, beside it the list of codes with their numbers; in the comparison
// what either coder gave, and how far they agree.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/ui_state.h"

namespace genpyo::ui {

void draw_coding(const session::State& state, const Texts& texts, UiState& ui, ImVec2 from, ImVec2 to,
                 std::vector<session::Action>& actions);

}  // namespace genpyo::ui
