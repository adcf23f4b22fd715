// OtherwiseView: below the reasons, what another answer would change, set into the present ImGui
// window.
#pragma once
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/writer.h"

namespace genpyo::ui {

void draw_otherwise(const session::State& state, const Texts& texts, const Writer& writer);

}  // namespace genpyo::ui
