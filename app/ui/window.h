// Window: the screen, the keyboard and the mouse, as GLFW, OpenGL 3.3 and ImGui give them. One at
// a time, on the main thread.
//
// It sleeps until something happens: no event, no frame, no processor used; and it draws no picture
// that is seen already.
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

  // Waits for an event, or for the time of a Tick (`every_second`: the next second); does not wait
  // while frames are still to be drawn. Gives what keys and buttons asked for, in order. For a Tick
  // alone nothing is drawn: whoever obeys it says when it is to be.
  std::vector<session::Action> wait(bool every_second);

  void stir();                      // something changed: the next frames are drawn
  void draw_once();                 // something changed by itself, that no mouse was at
  void redraw();                    // what a frame's lists do not tell changed: a texture
  bool begin_frame();               // false when there is nothing to draw
  void end_frame(unsigned ground);  // over a ground of this colour (ImU32); not drawn when it is seen already

  void use_full_screen(bool full);  // does nothing when it is so already

  void tell_caret(ImVec2 at);  // to an input method, for its candidates
  float scale() const;            // of the desktop: 2 on a fine screen
  int take_zoom_steps();          // whole notches of the wheel turned with Ctrl; parts are kept
  std::string clipboard() const;  // "" when it holds no text
  void offer(const std::string& text);  // on the clipboard

 private:
  struct Inside;
  explicit Window(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace genpyo::ui
