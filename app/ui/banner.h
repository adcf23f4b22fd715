// Banner: across the entry screen while the sheet cannot be keyed: why, and what can be done.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/writer.h"

namespace genpyo::ui {

// From `from` as wide as `width`; gives how high it is, 0 when all is well.
float draw_banner(const session::State& state, const Texts& texts, const Writer& writer,
                  ImVec2 from, float width, std::vector<session::Action>& actions);

}  // namespace genpyo::ui
