#include "app/ui/ime.h"

#include <X11/Xlib.h>
#include <dlfcn.h>

#include <array>

namespace {

// A C function has no other place for these.
bool last_was_taken = false;
std::array<Time, 256> reported{};  // by key: the time of the latest press that GLFW has seen

// GLFW passes over a press that is not newer than the last of its key, to tell none twice. The
// ones that the input method gives back are: it saw them when they were taken, and did not tell
// us. Several may be on their way at once.
void let_through(XKeyEvent& event, unsigned key) {
  if (event.time <= reported[key]) event.time = reported[key] + 1;
  reported[key] = event.time;
}

}  // namespace

// Called by GLFW in place of Xlib's function of this name, which it calls in turn.
extern "C" int XFilterEvent(XEvent* event, Window window) {
  using Filter = int (*)(XEvent*, Window);
  static const auto of_xlib = reinterpret_cast<Filter>(dlsym(RTLD_NEXT, "XFilterEvent"));
  if (of_xlib == nullptr) return False;
  if (event->type != KeyPress) return of_xlib(event, window);
  const unsigned key = event->xkey.keycode;  // the filter may clear the event
  const Time time = event->xkey.time;
  last_was_taken = of_xlib(event, window) != False;
  const bool is_key = key != 0 && key < reported.size();  // 0: a text that was committed
  if (is_key && !last_was_taken) let_through(event->xkey, key);
  if (is_key && last_was_taken && time > reported[key]) reported[key] = time;
  return last_was_taken ? True : False;
}

namespace genpyo::ui {

bool input_method_has_key() { return last_was_taken; }

}  // namespace genpyo::ui
