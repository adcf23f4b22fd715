#include "app/ui/ime.h"

#include <array>
#include <deque>

#include "app/ui/ime_link.h"

namespace {

// A key that the method was asked about, and the requests that did so.
struct Asked {
  XEvent event{};
  unsigned long first = 0, end = 0;
};

// A C function has no other place for these.
bool last_was_taken = false;
std::array<Time, 256> reported{};  // by key: the time of the latest press that GLFW has seen
std::deque<Asked> asked;           // the latest

constexpr std::size_t most_asked = 64;

// GLFW passes over a press that is not newer than the last of its key, to tell none twice. The
// ones that the input method gives back are: it saw them when they were taken, and did not tell
// us. Several may be on their way at once.
void let_through(XKeyEvent& event, unsigned key) {
  if (event.time <= reported[key]) event.time = reported[key] + 1;
  reported[key] = event.time;
}

// The keys that the method was sent when it was dead already come anew, in their order.
void put_back_astray(Display* display) {
  XSync(display, False);  // until here the errors have come
  for (auto each = asked.rbegin(); each != asked.rend(); ++each) {
    bool is_astray = false;
    for (unsigned long request = each->first; request != each->end; ++request) {
      is_astray = is_astray || genpyo::ui::went_astray(request);
    }
    if (is_astray) XPutBackEvent(display, &each->event);
  }
  asked.clear();
}

bool ask(XEvent* event, Window window) {
  static auto* const filter = genpyo::ui::of_xlib<decltype(XFilterEvent)>("XFilterEvent");
  Display* const display = event->xany.display;
  const bool was_there = genpyo::ui::context_of_method() != nullptr;
  Asked asking{*event, NextRequest(display), 0};
  const bool is_taken = filter(event, window) != False;
  if (was_there && genpyo::ui::context_of_method() == nullptr) put_back_astray(display);
  if (asking.event.type == KeyPress && is_taken) {
    asking.end = NextRequest(display);
    asked.push_back(asking);
    if (asked.size() > most_asked) asked.pop_front();
  }
  return is_taken;
}

bool ask_about_press(XEvent* event, Window window) {
  const unsigned key = event->xkey.keycode;  // the filter may clear the event
  const Time time = event->xkey.time;
  genpyo::ui::find_input_context();
  last_was_taken = !genpyo::ui::input_method_is_passed_by() && ask(event, window);
  const bool is_key = key != 0 && key < reported.size();  // 0: a text that was committed
  if (is_key && !last_was_taken) let_through(event->xkey, key);
  if (is_key && last_was_taken && time > reported[key]) reported[key] = time;
  return last_was_taken;
}

}  // namespace

// Called by GLFW in place of Xlib's function of this name, which it calls in turn.
extern "C" int XFilterEvent(XEvent* event, Window window) {
  if (event->type == KeyPress) return ask_about_press(event, window) ? True : False;
  return ask(event, window) ? True : False;
}

namespace genpyo::ui {

bool input_method_has_key() { return last_was_taken; }

}  // namespace genpyo::ui
