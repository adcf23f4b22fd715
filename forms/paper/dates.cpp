#include "forms/paper/dates.h"

#include "forms/paper/words.h"

namespace genpyo::paper {
namespace {

constexpr double era_pitch = 6.6, western_width = 9.5, before_year = 2.5;
constexpr double year_width = 22, part_width = 14;
constexpr double after_year = 9.5, after_month = 11.5, after_day = 8;  // for 年, month …
constexpr double unit_gap = 1;
static_assert(forms::eras * era_pitch + western_width + before_year + year_width + 2 * part_width +
                  after_year + after_month + after_day <=
              date_width + 1e-9);

Rect part_at(const Rect& box, double left, double width) {
  const double around = (box.height - figure_height) / 2;
  return {left, box.y + around, width, figure_height};
}

void add_part(Strip& strip, const Rect& rect, Word unit, const Typesetter& set) {
  frame(strip.drawing, rect, rule);
  set.left(strip.drawing, {rect.right() + unit_gap, rect.middle().y}, word(unit, set.language()),
           column_style);
}

}  // namespace

DateField date_field(const Rect& box) {
  DateField field;
  double left = box.x;
  const double top = box.middle().y - circle_box / 2;
  for (Rect& era : field.era) {
    era = {left, top, circle_box, circle_box};
    left += era_pitch;
  }
  field.western = {left, top, western_width, circle_box};
  left += western_width + before_year;
  field.year = part_at(box, left, year_width);
  field.month = part_at(box, field.year.right() + after_year, part_width);
  field.day = part_at(box, field.month.right() + after_month, part_width);
  field.parts = {field.year.x - rule, box.y, box.right() - field.year.x + rule, box.height};
  return field;
}

void date_box(Strip& strip, forms::ItemIndex item, Point corner, const Typesetter& set) {
  const Rect rect{corner.x, corner.y, date_width, date_height};
  const DateField field = date_field(rect);
  for (int era = 0; era < forms::eras; ++era) {
    set.centred(strip.drawing, field.era[static_cast<std::size_t>(era)].middle(),
                era_sign(static_cast<forms::Era>(era), set.language()), row_style);
  }
  set.centred(strip.drawing, field.western.middle(), word(Word::western_year, set.language()),
              row_style);
  add_part(strip, field.year, Word::year, set);
  add_part(strip, field.month, Word::month, set);
  add_part(strip, field.day, Word::day, set);
  strip.boxes.push_back({item, Box::Kind::date, 0, rect, 1, rect.height});
}

}  // namespace genpyo::paper
