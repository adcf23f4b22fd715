// FormView: the questionnaire to browse: its items in order, and of the picked one all that the
// form says of it: words, choices with their sources, rules as written.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/ui_state.h"
#include "app/ui/writer.h"

namespace genpyo::ui {

// Into the present ImGui window, all of it.
void draw_form(const session::State& state, const Texts& texts, const Writer& writer, UiState& ui,
               std::vector<session::Action>& actions);

}  // namespace genpyo::ui
