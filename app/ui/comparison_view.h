// ComparisonView: the two keyings of a case beside each other, where they differ.
#pragma once
#include <string>
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/ui_state.h"

namespace genpyo::ui {

// "Pass 1: Sato  2018-03-01 09:30  closed"
std::string pass_in_words(const session::State& state, const session::PassSummary& pass, const Texts& texts);

void draw_comparison(const session::State& state, const Texts& texts, UiState& ui, ImVec2 from, ImVec2 to,
                     std::vector<session::Action>& actions);

}  // namespace genpyo::ui
