// Screen: one frame of the whole window, from the state; what was clicked comes back as actions.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/session/strings.h"
#include "app/ui/ui_state.h"

namespace genpyo::ui {

// Between ImGui::NewFrame and ImGui::Render.
void draw_screen(const session::State& state, const session::Strings& strings, UiState& ui,
                 std::vector<session::Action>& actions);

}  // namespace genpyo::ui
