// TablesView: the report's tables to choose from, one of them with its bars, its filters, and the
// cases behind a figure.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/ui_state.h"

namespace genpyo::ui {

void draw_tables(const session::State& state, const Texts& texts, UiState& ui, ImVec2 from, ImVec2 to,
                 std::vector<session::Action>& actions);

}  // namespace genpyo::ui
