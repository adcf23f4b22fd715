// ImeSpot: tells an input method (XIM) where the text is being written, so that its candidates
// stand there and not in a corner of the window.
//
// GLFW asks for an input context without a place. The program makes its own: with one where the
// input method knows such.
#pragma once

namespace genpyo::ui {

// In pixels of the window, under the caret. Does nothing where no input method wants to know.
void tell_input_method_spot(int x, int y);

}  // namespace genpyo::ui
