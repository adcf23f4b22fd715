// DateField: where a date is written: the eras to circle, then a box each for year, month and day.
#pragma once
#include <array>

#include "forms/era.h"
#include "forms/paper/typesetter.h"

namespace genpyo::paper {

struct DateField {
  std::array<Rect, forms::eras> era;  // to circle around
  Rect western;                       // 西暦, likewise
  Rect year, month, day;
  Rect parts;  // around the three, their rules and what is printed between them
};

inline constexpr double date_width = 124, date_height = figure_height + 1;  // around the rules

// `box` = the rectangle of a Box of kind date.
DateField date_field(const Rect& box);

// The field, printed, with its top left corner at `corner`.
void date_box(Strip& strip, forms::ItemIndex item, Point corner, const Typesetter& set);

}  // namespace genpyo::paper
