// The dialogs' contents, each set into the present ImGui window.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/writer.h"

namespace genpyo::ui {

// From the command table, so that it cannot say anything else than the keys do.
void draw_help(const Texts& texts, const Writer& writer);

// The string that names a rule's role: why it is asked, required, checked.
const char* word_of(validators::ExplainedRule::Role role);

// Every rule in which the item stands, with the value of each of its parts; what another answer
// would change.
void draw_why(const session::State& state, const Texts& texts, const Writer& writer);

// What is open, and what Enter does.
void draw_close(const session::State& state, const Texts& texts, const Writer& writer,
                std::vector<session::Action>& actions);

// A hint and the dialog's draft in a box of `lines` lines: note, go to, reason.
void draw_question_for_text(const session::State& state, const Texts& texts, const Writer& writer,
                            const char* hint, int lines);

}  // namespace genpyo::ui
