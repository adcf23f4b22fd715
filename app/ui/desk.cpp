#include "app/ui/desk.h"

#include <algorithm>

namespace genpyo::ui {
namespace {

constexpr double neighbours = 34;   // mm above and below: the questions before and after
constexpr double after_jump = 0.3;  // of the view above what was not in sight before

// The start of a stretch of `length` in which [from, to] lies, with `around` before and after
// where there is room.
double moved(double start, double length, double from, double to, double around) {
  const double room = std::clamp((length - (to - from)) / 2, 0.0, around);
  const bool too_long = to - from > length;
  if (too_long || from - room < start) return from - room;
  return std::max(start, to + room - length);
}

double kept(double start, double length, double whole) {
  if (whole <= length) return (whole - length) / 2;
  return std::clamp(start, 0.0, whole - length);
}

}  // namespace

double page_top(std::size_t page) {
  return desk_margin + static_cast<double>(page) * (paper::page_height + desk_margin);
}

double desk_height(std::size_t pages) { return page_top(pages); }

View follow(View view, std::size_t page, const paper::Rect& target, std::size_t pages) {
  const double top = page_top(page) + target.y, left = desk_margin + target.x;
  const bool jumps = top > view.top + view.height || top + target.height < view.top;
  const bool seen_with_page_top = target.bottom() + neighbours + desk_margin <= view.height;
  if (jumps)
    view.top = seen_with_page_top ? page_top(page) - desk_margin : top - view.height * after_jump;
  view.top = moved(view.top, view.height, top, top + target.height, neighbours);
  view.left = moved(view.left, view.width, left, left + target.width, desk_margin);
  return kept_on_desk(view, pages);
}

View kept_on_desk(View view, std::size_t pages) {
  view.left = kept(view.left, view.width, desk_width);
  view.top = kept(view.top, view.height, desk_height(pages));
  return view;
}

}  // namespace genpyo::ui
