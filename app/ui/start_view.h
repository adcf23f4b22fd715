// StartView: a case number is typed, or a case taken from the list.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/ui_state.h"

namespace genpyo::ui {

void draw_start(const session::State& state, const Texts& texts, UiState& ui, ImVec2 from,
                ImVec2 to, std::vector<session::Action>& actions);

}  // namespace genpyo::ui
