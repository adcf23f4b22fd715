// Bars: the slim one at the top with the main commands, the foot with what the last key did.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/writer.h"

namespace genpyo::ui {

inline constexpr float bar_height = 42, foot_height = 40;  // pixels at 96 dpi

void draw_bar(const session::State& state, const Texts& texts, const Writer& writer, ImVec2 from,
              ImVec2 to, std::vector<session::Action>& actions);
void draw_foot(const session::State& state, const Texts& texts, const Writer& writer, ImVec2 from,
               ImVec2 to);

}  // namespace genpyo::ui
