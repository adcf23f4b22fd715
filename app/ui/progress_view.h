// ProgressView: what of the survey is back, keyed and closed, by organization, with its bars; beside
// it how many cases the extractions have.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/ui_state.h"

namespace genpyo::ui {

void draw_progress(const session::State& state, const Texts& texts, UiState& ui, ImVec2 from, ImVec2 to,
                   std::vector<session::Action>& actions);

}  // namespace genpyo::ui
