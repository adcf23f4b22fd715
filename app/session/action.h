// Action: what a person wants. The only thing a face can hand to the session; actions are applied
// one by one in the order in which they came, whatever the frame rate.
#pragma once
#include <cstddef>
#include <string>
#include <variant>

#include "app/session/command.h"
#include "app/session/office.h"
#include "app/session/settings.h"
#include "forms/form.h"

namespace genpyo::session {

struct Type { std::string utf8; };   // one or more characters, as typed, pasted or committed by an IME
struct Press { Chord chord; };       // a key that is no character
struct Run { Command command; };     // a button
struct GoTo { forms::ItemIndex item; };                 // a click on a box
struct Choose { forms::ItemIndex item; int code; };     // a click on a choice's number
struct PlaceCaret { std::size_t offset; bool select = false, at_line_end = false; };  // a click into the draft, see Draft::place
struct OpenCase { std::string case_id; };               // a click on the start screen's list
struct Adjust { Setting setting; std::size_t option; }; // a click on a setting's option
struct ChoosePerson { std::size_t index; };             // a click on a name where a PIN is asked
struct Pick { std::size_t line; };                      // a click on a line of a dialog's list
struct Stir {};                                         // the mouse was moved or pressed: somebody is here
struct Touch { Pane pane; std::size_t row, column = 0; };  // a click on a line or cell of an office screen
struct Tick {};                                         // now and then: the hold on the case is renewed, the time looked at

using Action = std::variant<Type, Press, Run, GoTo, Choose, PlaceCaret, OpenCase, Adjust, ChoosePerson, Pick,
                            Stir, Touch, Tick>;

}  // namespace genpyo::session
