#include "app/ui/ime_link.h"

#include <X11/Xutil.h>

#include <array>
#include <cstdarg>
#include <cstddef>
#include <string>
#include <string_view>

namespace genpyo::ui {
namespace {

// Xlib has one display, one method and one context here, and its callbacks know no other place.
struct Link {
  Display* display = nullptr;
  Window window = None;  // that is typed into
  XIM method = nullptr;
  XIC context = nullptr;    // of `method`
  bool is_passed_by = false;
  XIM keyboard = nullptr;   // Xlib's own method, which needs no process
  XIC plain = nullptr;      // of `keyboard`
  Atom server = None;       // the selection that the method's process owns; None: it has no process
  Window owner = None;      // of it, when the method was opened
  XErrorHandler before = nullptr;
  std::array<unsigned long, 64> astray{};  // requests, in a ring
  std::size_t astray_count = 0;
};
Link link_;

XIC context_in_use() {
  return link_.context != nullptr && !link_.is_passed_by ? link_.context : link_.plain;
}

// Of a window that is not ours: its owner went away, which is no fault of the program.
int on_error(Display* display, XErrorEvent* error) {
  const bool is_foreign = error->error_code == BadWindow && error->resourceid != link_.window;
  if (!is_foreign) return link_.before(display, error);
  link_.astray[link_.astray_count++ % link_.astray.size()] = error->serial;
  return 0;
}

// Xlib is about to free both. It passes the context where its type says the method.
void on_gone(XIM, XPointer, XPointer) {
  link_.context = nullptr;
  link_.method = nullptr;
  link_.is_passed_by = false;
  link_.owner = None;  // the next may get the same number
}

// "@im=fcitx" → the selection "@server=fcitx" (The Input Method Protocol, X11R6.4, 2.1).
Atom server_of(Display* display, std::string_view modifiers) {
  constexpr std::string_view begin = "@im=";
  const std::size_t at = modifiers.find(begin);
  if (at == std::string_view::npos) return None;
  std::string_view name = modifiers.substr(at + begin.size());
  name = name.substr(0, name.find('@'));
  if (name.empty() || name == "none" || name == "local") return None;
  return XInternAtom(display, ("@server=" + std::string(name)).c_str(), False);
}

Window owner_of_server() {
  return link_.server == None ? None : XGetSelectionOwner(link_.display, link_.server);
}

XIM open_as(const char* modifiers) {
  static auto* const open = of_xlib<decltype(XOpenIM)>("XOpenIM");
  if (XSetLocaleModifiers(modifiers) == nullptr) return nullptr;
  return open(link_.display, nullptr, nullptr, nullptr);
}

XIC context_of(XIM method) {
  static XIMCallback gone{nullptr, on_gone};
  return create_input_context(method, link_.window, &gone);
}

void focus(XIC context, bool has_focus) {
  static auto* const set = of_xlib<decltype(XSetICFocus)>("XSetICFocus");
  static auto* const unset = of_xlib<decltype(XUnsetICFocus)>("XUnsetICFocus");
  if (context != nullptr) (has_focus ? set : unset)(context);
}

void close_plain() {
  static auto* const destroy = of_xlib<decltype(XDestroyIC)>("XDestroyIC");
  if (link_.plain != nullptr) destroy(link_.plain);
  link_.plain = nullptr;
}

// Once for each owner: one that does not answer is not asked at every key.
void open_method_again() {
  const Window owner = owner_of_server();
  if (owner == None || owner == link_.owner) return;
  link_.owner = owner;
  link_.method = open_as("");
  if (link_.method == nullptr) return;
  link_.context = context_of(link_.method);
  if (link_.context == nullptr) return;
  close_plain();
  focus(link_.context, true);
}

}  // namespace

XIC context_of_method() { return link_.is_passed_by ? nullptr : link_.context; }

void pass_input_method_by() { link_.is_passed_by = true; }

bool input_method_is_passed_by() { return link_.is_passed_by; }

bool went_astray(unsigned long request) {
  for (const unsigned long each : link_.astray) {
    if (each == request) return true;
  }
  return false;
}

void find_input_context() {
  if (link_.window == None || context_of_method() != nullptr) return;
  if (link_.context == nullptr) open_method_again();
  if (context_in_use() != nullptr) return;
  if (link_.keyboard == nullptr) link_.keyboard = open_as("@im=none");
  if (link_.keyboard == nullptr) return;
  link_.plain = context_of(link_.keyboard);
  focus(link_.plain, true);
}

}  // namespace genpyo::ui

// What follows is called by GLFW in place of Xlib's functions of these names. What they are handed
// was once a method and a context; whether it still is, only the link knows.
using genpyo::ui::link_;

extern "C" XIM XOpenIM(Display* display, _XrmHashBucketRec*, char*, char*) {
  if (link_.display == nullptr) link_.before = XSetErrorHandler(genpyo::ui::on_error);
  link_.display = display;
  const char* const modifiers = XSetLocaleModifiers(nullptr);
  link_.server = genpyo::ui::server_of(display, modifiers == nullptr ? "" : modifiers);
  link_.owner = genpyo::ui::owner_of_server();
  return link_.method = genpyo::ui::open_as("");
}

extern "C" Status XCloseIM(XIM) {
  static auto* const close = genpyo::ui::of_xlib<decltype(XCloseIM)>("XCloseIM");
  if (link_.keyboard != nullptr) close(link_.keyboard);
  if (link_.method != nullptr && !link_.is_passed_by) close(link_.method);
  XSetErrorHandler(link_.before);
  link_ = {};
  return True;
}

extern "C" XIC XCreateIC(XIM method, ...) {
  va_list list;
  va_start(list, method);
  while (const char* const name = va_arg(list, const char*)) {
    void* const value = va_arg(list, void*);
    if (std::string_view(name) == XNClientWindow) link_.window = reinterpret_cast<Window>(value);
  }
  va_end(list);
  return link_.context = genpyo::ui::context_of(method);
}

extern "C" void XDestroyIC(XIC) {
  static auto* const destroy = genpyo::ui::of_xlib<decltype(XDestroyIC)>("XDestroyIC");
  genpyo::ui::close_plain();
  if (genpyo::ui::context_of_method() != nullptr) destroy(link_.context);
  link_.context = nullptr;
  link_.window = None;
}

extern "C" void XSetICFocus(XIC) { genpyo::ui::focus(genpyo::ui::context_in_use(), true); }

extern "C" void XUnsetICFocus(XIC) { genpyo::ui::focus(genpyo::ui::context_in_use(), false); }

extern "C" int Xutf8LookupString(XIC, XKeyPressedEvent* event, char* buffer, int bytes,
                                 KeySym* symbol, Status* status) {
  using Lookup = decltype(Xutf8LookupString);
  static auto* const look_up = genpyo::ui::of_xlib<Lookup>("Xutf8LookupString");
  *status = XLookupNone;
  const XIC context = genpyo::ui::context_in_use();
  return context == nullptr ? 0 : look_up(context, event, buffer, bytes, symbol, status);
}
