// Xlib waits without end for an input method's answers, by XIfEvent. Here it waits two seconds, and
// not at all once the method's window is gone; then Xlib is told what it takes for a failure.
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <chrono>

#include "app/ui/ime_link.h"

namespace {

using Clock = std::chrono::steady_clock;
using Wanted = Bool(Display*, XEvent*, XPointer);

constexpr auto patience = std::chrono::seconds(2);

// Looks at every event that waits, and takes none.
Bool looks_for_end(Display*, XEvent* event, XPointer found) {
  if (event->type == DestroyNotify) *reinterpret_cast<bool*>(found) = true;
  return False;
}

bool can_answer(Display* display) {
  if (genpyo::ui::input_method_is_passed_by()) return false;
  bool is_destroyed = false;  // only the method's window is watched
  XEvent event;
  XCheckIfEvent(display, &event, looks_for_end, reinterpret_cast<XPointer>(&is_destroyed));
  return !is_destroyed;
}

// False when nothing came.
bool more_comes(Display* display, Clock::time_point until) {
  using std::chrono::milliseconds;
  const auto left = std::chrono::duration_cast<milliseconds>(until - Clock::now()).count();
  pollfd line{ConnectionNumber(display), POLLIN, 0};
  const int ready = poll(&line, 1, static_cast<int>(std::max<long>(0, left)));
  return ready > 0 || (ready < 0 && errno == EINTR);
}

// A read is told of a message that is none of the method's, and fails; while connecting Xlib would
// wait for another, but not after what is no message.
XEvent no_answer(Display* display, Wanted* wanted, XPointer argument) {
  XEvent event{};
  event.type = ClientMessage;
  event.xclient.message_type = XInternAtom(display, "_XIM_XCONNECT", False);
  const bool is_connecting = wanted(display, &event, argument) != False;
  event = {};
  if (!is_connecting) event.type = ClientMessage;
  return event;
}

}  // namespace

// Called by Xlib itself in place of its own function; GLFW does not use it.
extern "C" int XIfEvent(Display* display, XEvent* event, Wanted* wanted, XPointer argument) {
  const auto until = Clock::now() + patience;
  while (XCheckIfEvent(display, event, wanted, argument) == False) {
    const bool hopeless = !can_answer(display);
    if (!hopeless && more_comes(display, until)) continue;
    if (!hopeless) genpyo::ui::pass_input_method_by();
    *event = no_answer(display, wanted, argument);
    break;
  }
  return 0;
}
