#include "app/ui/ime_spot.h"

#include <algorithm>

#include "app/ui/ime_link.h"

namespace genpyo::ui {
namespace {

using Create = XIC(XIM, ...);

constexpr XIMStyle plain_style = XIMPreeditNothing | XIMStatusNothing;
constexpr XIMStyle placed_style = XIMPreeditPosition | XIMStatusNothing;

// A C library has no other place for these: the context with a place, and the place.
XIC with_place = nullptr;
XPoint told{-1, -1};

bool knows_places(XIM method) {
  XIMStyles* styles = nullptr;
  if (XGetIMValues(method, XNQueryInputStyle, &styles, nullptr) != nullptr || styles == nullptr) {
    return false;
  }
  const XIMStyle* begin = styles->supported_styles;
  const XIMStyle* end = begin + styles->count_styles;
  const bool found = std::find(begin, end, placed_style) != end;
  XFree(styles);
  return found;
}

// Xlib wants a font, though the input method draws with its own.
XFontSet some_font(Display* display) {
  char** missing = nullptr;
  int missing_count = 0;
  char* instead = nullptr;
  const XFontSet font = XCreateFontSet(display, "fixed", &missing, &missing_count, &instead);
  if (missing != nullptr) XFreeStringList(missing);
  return font;
}

XIC create_with_place(Create* create, XIM method, Window window, XIMCallback* gone) {
  static const XFontSet font = some_font(XDisplayOfIM(method));
  if (font == nullptr || !knows_places(method)) return nullptr;
  XPoint spot{0, 0};
  XVaNestedList place = XVaCreateNestedList(0, XNSpotLocation, &spot, XNFontSet, font, nullptr);
  XIC context = create(method, XNInputStyle, placed_style, XNClientWindow, window, XNFocusWindow,
                       window, XNDestroyCallback, gone, XNPreeditAttributes, place, nullptr);
  XFree(place);
  return context;
}

}  // namespace

XIC create_input_context(XIM method, Window window, XIMCallback* gone) {
  static auto* const create = of_xlib<Create>("XCreateIC");
  told = {-1, -1};
  with_place = create_with_place(create, method, window, gone);
  if (with_place != nullptr) return with_place;
  return create(method, XNInputStyle, plain_style, XNClientWindow, window, XNFocusWindow, window,
                XNDestroyCallback, gone, nullptr);
}

void tell_input_method_spot(int x, int y) {
  const XIC context = context_of_method();
  const XPoint spot{static_cast<short>(std::clamp(x, 0, 32'767)),
                    static_cast<short>(std::clamp(y, 0, 32'767))};
  if (context == nullptr || context != with_place || (spot.x == told.x && spot.y == told.y)) return;
  told = spot;
  XPoint copy = spot;
  XVaNestedList place = XVaCreateNestedList(0, XNSpotLocation, &copy, nullptr);
  XSetICValues(context, XNPreeditAttributes, place, nullptr);
  XFree(place);
}

}  // namespace genpyo::ui
