// FormItemView: all that the form says of the picked item.
#pragma once
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/writer.h"

namespace genpyo::ui {

// Into the present ImGui window. `state.explanation` has its rules.
void draw_form_item(const session::State& state, const Texts& texts, const Writer& writer);

}  // namespace genpyo::ui
