// What the two profiles show of what is open.
#pragma once
#include "app/session/state.h"

namespace genpyo::session {

// Heads-down, what is only to be confirmed waits until the clerk asks what is open (F8, F9); it
// never interrupts keying. Hard ones are always shown.
bool is_shown(const State& state, const validators::Violation& violation);

// Whether the dialog has a line to type into; where it has none, a digit chooses.
bool takes_text(Dialog dialog);

// Whether F9 and Enter close the case, or the second pass, which no rule keeps open.
bool may_be_closed(const State& state);

}  // namespace genpyo::session
