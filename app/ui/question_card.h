// QuestionCard: the cursor's question in full: what it asks, its choices, what is marked, what the
// keys do here.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/writer.h"

namespace genpyo::ui {

void draw_question_card(const session::State& state, const Texts& texts, const Writer& writer,
                        std::vector<session::Action>& actions);

}  // namespace genpyo::ui
