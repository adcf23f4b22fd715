// KeyReader: GLFW's key and character events → session actions, in the order in which they came.
//
// Keys never go through ImGui, whose 1.86 keeps only the state at the frame: there a fast clerk or
// a barcode reader loses figures. Here nothing is lost at any rate.
#pragma once
#include <cstdint>
#include <vector>

#include "app/session/action.h"

namespace genpyo::ui {

class KeyReader {
 public:
  // As the callbacks of glfwSetKeyCallback and glfwSetCharCallback are given them.
  void on_key(int key, int action, int modifiers);
  void on_character(char32_t code_point);

  void push(session::Action action) { actions_.emplace_back(std::move(action)); }
  std::vector<session::Action> take();  // all that came since the last call

 private:
  std::vector<session::Action> actions_;
  // The character that a keypad key has typed already; GLFW reports it again, right after the key,
  // when NumLock is on. 0 = none.
  char32_t already_typed_ = 0;
};

}  // namespace genpyo::ui
