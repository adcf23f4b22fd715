// GateView: the name and the PIN that are asked for. When it covers, nothing else is drawn: only
// the program's name, whose PIN it is, and the field for it.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/ui_state.h"

namespace genpyo::ui {

// Whether nothing of what is behind the gates may be seen.
bool is_covered(const session::State& state);

// Nothing when no gate is up. `size` is the whole window's.
void draw_gate(const session::State& state, const Texts& texts, UiState& ui, ImVec2 size,
               std::vector<session::Action>& actions);

}  // namespace genpyo::ui
