// Guided: what is in doubt, in plain words, and two large answers.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/writer.h"

namespace genpyo::ui {

void draw_doubt(const session::State& state, const Texts& texts, const Writer& writer,
                std::vector<session::Action>& actions);

}  // namespace genpyo::ui
