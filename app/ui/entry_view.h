// EntryView: the sheet at the left, what there is to know about it at the right.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/ui_state.h"

namespace genpyo::ui {

void draw_entry(const session::State& state, const Texts& texts, UiState& ui, ImVec2 from,
                ImVec2 to, std::vector<session::Action>& actions);

}  // namespace genpyo::ui
