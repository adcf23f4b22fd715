#include "app/ui/ime_spot.h"

#include <X11/Xlib.h>
#include <dlfcn.h>

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdint>
#include <string_view>

namespace {

struct Argument {
  const char* name = nullptr;
  void* value = nullptr;
};
using Arguments = std::array<Argument, 8>;  // GLFW gives four; the last one here is always empty

// C functions have no other place for these: the context with a place, null while there is none,
// and what GLFW wants to be called when the input method goes away.
XIC with_place = nullptr;
XIMCallback of_glfw{};
XPoint told{-1, -1};

// Xlib passes the context where its type says the method.
void gone(XIM context, XPointer, XPointer data) {
  with_place = nullptr;
  if (of_glfw.callback != nullptr) of_glfw.callback(context, of_glfw.client_data, data);
}

bool knows_places(XIM method) {
  XIMStyles* styles = nullptr;
  if (XGetIMValues(method, XNQueryInputStyle, &styles, nullptr) != nullptr || styles == nullptr) {
    return false;
  }
  const XIMStyle* begin = styles->supported_styles;
  const XIMStyle* end = begin + styles->count_styles;
  constexpr XIMStyle wanted = XIMPreeditPosition | XIMStatusNothing;
  const bool found = std::find(begin, end, wanted) != end;
  XFree(styles);
  return found;
}

XIC create(XIM method, const Arguments& a, XVaNestedList place) {
  using Create = XIC (*)(XIM, ...);
  static const auto of_xlib = reinterpret_cast<Create>(dlsym(RTLD_NEXT, "XCreateIC"));
  if (of_xlib == nullptr) return nullptr;
  const char* const last = place == nullptr ? nullptr : XNPreeditAttributes;
  Arguments b = a;
  *std::find_if(b.begin(), b.end(), [](const Argument& each) { return each.name == nullptr; }) = {
      last, place};
  return of_xlib(method, b[0].name, b[0].value, b[1].name, b[1].value, b[2].name, b[2].value,
                 b[3].name, b[3].value, b[4].name, b[4].value, b[5].name, b[5].value, b[6].name,
                 b[6].value, b[7].name, b[7].value, nullptr);
}

XIC create_with_place(XIM method, Arguments arguments) {
  // Xlib wants a font, though the input method draws with its own.
  char** missing = nullptr;
  int missing_count = 0;
  char* instead = nullptr;
  static const XFontSet font =
      XCreateFontSet(XDisplayOfIM(method), "fixed", &missing, &missing_count, &instead);
  if (missing != nullptr) XFreeStringList(missing);
  if (font == nullptr) return nullptr;
  static XIMCallback on_gone{nullptr, gone};
  for (Argument& each : arguments) {
    const std::string_view name = each.name == nullptr ? "" : each.name;
    if (name == XNInputStyle) {
      each.value = reinterpret_cast<void*>(
          static_cast<std::uintptr_t>(XIMPreeditPosition | XIMStatusNothing));
    }
    if (name == XNDestroyCallback && each.value != nullptr) {
      of_glfw = *static_cast<XIMCallback*>(each.value);
      each.value = &on_gone;
    }
  }
  XPoint spot{0, 0};
  XVaNestedList place = XVaCreateNestedList(0, XNSpotLocation, &spot, XNFontSet, font, nullptr);
  XIC context = create(method, arguments, place);
  XFree(place);
  return context;
}

}  // namespace

// Called by GLFW in place of Xlib's function of this name.
extern "C" XIC XCreateIC(XIM method, ...) {
  Arguments arguments{};
  va_list list;
  va_start(list, method);
  for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
    arguments[i].name = va_arg(list, const char*);
    if (arguments[i].name == nullptr) break;
    arguments[i].value = va_arg(list, void*);
  }
  va_end(list);
  told = {-1, -1};
  with_place = knows_places(method) ? create_with_place(method, arguments) : nullptr;
  return with_place != nullptr ? with_place : create(method, arguments, nullptr);
}

namespace genpyo::ui {

void tell_input_method_spot(int x, int y) {
  const XPoint spot{static_cast<short>(std::clamp(x, 0, 32'767)),
                    static_cast<short>(std::clamp(y, 0, 32'767))};
  if (with_place == nullptr || (spot.x == told.x && spot.y == told.y)) return;
  told = spot;
  XPoint copy = spot;
  XVaNestedList place = XVaCreateNestedList(0, XNSpotLocation, &copy, nullptr);
  XSetICValues(with_place, XNPreeditAttributes, place, nullptr);
  XFree(place);
}

}  // namespace genpyo::ui
