// DialogView: what lies over the screen. Every dialog is left with Esc.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/ui_state.h"

namespace genpyo::ui {

// The upper part of the window, `size` pixels, dimmed, with the dialog in its middle; nothing when
// none is open. The foot stays bright: it answers to what is keyed into the dialog.
void draw_dialog(const session::State& state, const Texts& texts, UiState& ui, ImVec2 size,
                 std::vector<session::Action>& actions);

// ↑ ↓ PgUp PgDn move a dialog's content, so that nobody needs the mouse to read it all. True when
// the chord is one of these and such a dialog is open; in one with a list they choose its line.
bool scroll_dialog(const session::State& state, const session::Chord& chord, UiState& ui);
// Where nothing is typed, 8 2 9 3 do the same: what the keypad has printed on them.
bool scroll_dialog(const session::State& state, const session::Type& typed, UiState& ui);

}  // namespace genpyo::ui
