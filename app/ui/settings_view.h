// The settings screen: each setting a row, its options beside each other; a click or a key holds at
// once.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/ui_state.h"
#include "app/ui/writer.h"

namespace genpyo::ui {

void draw_settings(const session::State& state, const Texts& texts, const Writer& writer,
                   UiState& ui, std::vector<session::Action>& actions);

// An option in words: "dark", "150 %".
std::string option_word(session::Setting setting, std::size_t option, const Texts& texts);

}  // namespace genpyo::ui
