// CaseCard: which sheet this is, and how much of it has been keyed.
#pragma once
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/writer.h"

namespace genpyo::ui {

void draw_case_card(const session::State& state, const Texts& texts, const Writer& writer);

}  // namespace genpyo::ui
