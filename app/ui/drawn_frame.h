// DrawnFrame: what the last frame handed to the graphics card, to the byte. A frame that would show
// the same picture need not be drawn: where a processor draws, that is most of a frame's time, and
// the next key waits for it. It knows no GL and no window.
#pragma once
#include <imgui.h>

#include <string>

namespace genpyo::ui {

class DrawnFrame {
 public:
  // True when `frame` over a ground of this colour is to the byte the one taken last; takes it
  // otherwise. One with a callback in it is never the same: who knows what that draws.
  bool is_same(const ImDrawData& frame, ImU32 ground);

  // Something that no frame tells has changed: a texture, the window's size, its pixels lost.
  void forget() { last_.clear(); }

 private:
  std::string last_, next_;  // empty: none is known; both keep their room from frame to frame
};

}  // namespace genpyo::ui
