// Keying of a date: what a character does to its draft. Pure.
//
// In an empty box the keypad's signs keep their meaning (- * / + . as everywhere). Once the draft
// has begun they are part of the date: 1964/4/1, S39.4.1, and * for what is unknown, 1964/4/*.
// BackSpace takes a character back. A date is read, and refused, by Enter.
#pragma once
#include <string_view>

#include "app/session/keying.h"

namespace genpyo::session {

// Whether the character goes into the date, and is no sign of the keypad.
bool belongs_to_date(const Draft& draft, std::string_view character);

// `refused`: the draft was no date. What can begin one then begins it anew; a sign goes on in it,
// so that it never marks the item by mistake.
Keyed type_date(const Draft& draft, bool refused, std::string_view character);

}  // namespace genpyo::session
