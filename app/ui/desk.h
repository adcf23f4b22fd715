// Desk: where the pages lie, one below the other, and which part of them the view shows. In
// millimetres; pure, so that following the cursor is tested without a window.
#pragma once
#include <cstddef>

#include "forms/paper/layout.h"

namespace genpyo::ui {

inline constexpr double desk_margin = 6;  // mm around and between pages

// Of the first page's top, y downwards.
double page_top(std::size_t page);
double desk_height(std::size_t pages);
inline constexpr double desk_width = paper::page_width + 2 * desk_margin;

struct View {
  double left = 0, top = 0;  // of the desk's part that is seen
  double width = 0, height = 0;
};

// The view moved as little as needed so that `target` (a rectangle of that page) is whole in it
// with some of its neighbours, or begins at its top where it is too large; and inside the desk (a
// desk narrower than the view lies in its middle).
View follow(View view, std::size_t page, const paper::Rect& target, std::size_t pages);
View kept_on_desk(View view, std::size_t pages);

}  // namespace genpyo::ui
