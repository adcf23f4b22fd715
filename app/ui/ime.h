// Ime: which keys an input method (XIM: fcitx5, ibus) keeps for itself while a text is composed.
//
// GLFW 3.3 reports a key press before it knows whether the input method has taken it: the Enter
// of a conversion would leave the item, and the converted text arrive in the next one. The program
// therefore stands between GLFW and Xlib's XFilterEvent, which knows.
#pragma once

namespace genpyo::ui {

// Whether the press that GLFW is just now reporting belongs to the input method. It may give the
// key back: then GLFW reports it again.
bool input_method_has_key();

}  // namespace genpyo::ui
