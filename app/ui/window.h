// Window: the screen, the keyboard and the mouse, as GLFW, OpenGL 3.3 and ImGui give them. One at
// a time, on the main thread.
//
// It sleeps until something happens: no event, no frame, no processor used.
#pragma once
#include <imgui.h>

#include <memory>
#include <string>
#include <vector>

#include "app/session/action.h"
#include "app/ui/kiosk.h"
#include "forms/result.h"

namespace genpyo::ui {

class Window {
 public:
  // Fails with a sentence when there is no display, or no OpenGL 3.3.
  static forms::Result<std::unique_ptr<Window>> open(const std::string& title,
                                                     const KioskOptions& options);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  // Waits for an event, or for the time of a Tick; does not wait while frames are still to be
  // drawn. Gives what keys and buttons asked for, in order.
  std::vector<session::Action> wait();

  void stir();                      // something changed: the next frames are drawn
  bool begin_frame();               // false when there is nothing to draw
  void end_frame(unsigned ground);  // over a ground of this colour (ImU32)

  void tell_caret(ImVec2 at);  // to an input method, for its candidates
  float scale() const;            // of the desktop: 2 on a fine screen
  float take_zoom_steps();        // of the wheel turned with Ctrl, since the last call
  std::string clipboard() const;  // "" when it holds no text
  void offer(const std::string& text);  // on the clipboard

 private:
  struct Inside;
  explicit Window(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace genpyo::ui
