#include <algorithm>

#include "forms/paper/dates.h"
#include "forms/paper/parts.h"
#include "forms/paper/words.h"

namespace genpyo::paper {
namespace {

using forms::Form;
using forms::Item;
using forms::ItemIndex;
using forms::ItemType;

constexpr double label_width = 48, row_height = 10;
constexpr double sign_room = 12;  // left of the choices, for 非該当 and the like
constexpr double answer_left = content_left + label_width;

// Room at the right end of a row for the instruction.
double choices_right(const Item& item, const Typesetter& set) {
  const Word which = item.type == ItemType::select_one ? Word::choose_one : Word::choose_any;
  return content_right - cell_padding - set.width(word(which, set.language()), instruction_style);
}

void add_label(Strip& strip, const Item& item, const Typesetter& set) {
  const double width = label_width - 2 * cell_padding;
  const auto label = set.lines(set.label(item.label), row_style, width, 1);
  const auto hint = set.lines(set.label(item.hint), small_style, width, 1);
  const bool hinted = !hint.front().empty();
  const double left = content_left + cell_padding;
  strip.drawing.fills.push_back({{content_left, 0, label_width, row_height}, Tone::tint});
  set.left(strip.drawing, {left, hinted ? row_height / 2 - 1.7 : row_height / 2}, label.front(),
           row_style);
  set.left(strip.drawing, {left, row_height / 2 + 2.4}, hint.front(), small_style);
}

void add_choices(Strip& strip, const Form& form, ItemIndex index, const Typesetter& set) {
  const Item& item = form.items[index];
  const double right = choices_right(item, set);
  const auto choices = choices_in_line(form, index, set, answer_left + sign_room, right);
  if (!choices) return;  // such an item is not on the cover
  Strip lowered;
  lowered.height = (row_height - choices->height) / 2;
  append(lowered, *choices);
  append(strip, {lowered.drawing, lowered.boxes, {}, 0});
  const Word which = item.type == ItemType::select_one ? Word::choose_one : Word::choose_any;
  set.left(strip.drawing, {right, row_height / 2}, word(which, set.language()), instruction_style);
}

Strip cover_row(const Form& form, ItemIndex index, const Typesetter& set) {
  Strip strip;
  add_label(strip, form.items[index], set);
  if (form.items[index].choices) {
    add_choices(strip, form, index, set);
  } else if (form.items[index].type == ItemType::date) {
    date_box(strip, index, {answer_left + cell_padding, (row_height - date_height) / 2}, set);
  } else {
    strip.boxes.push_back({index,
                           Box::Kind::text,
                           0,
                           {answer_left, 0, content_right - answer_left, row_height},
                           1,
                           row_height});
  }
  strip.height = row_height;
  frame(strip.drawing, {content_left, 0, content_width, row_height}, rule);
  vertical(strip.drawing, answer_left, 0, row_height, thin);
  strip.blocks.push_back({index, {content_left, 0, content_width, row_height}});
  return strip;
}

}  // namespace

bool belongs_on_cover(const Form& form, ItemIndex index, const Typesetter& set) {
  const Item& item = form.items[index];
  if (item.grid || item.group || !item.number.empty() || !item.relevant.empty()) return false;
  if (item.type == ItemType::text) return item.identifying && item.paper.lines <= 1;
  if (item.type == ItemType::date) return true;
  return item.choices && item.type != ItemType::rank &&
         choices_in_line(form, index, set, answer_left + sign_room, choices_right(item, set))
             .has_value();
}

Piece cover_table(const Form& form, const std::vector<ItemIndex>& items, const Typesetter& set) {
  Piece piece;
  piece.gap_before = gap_between_questions;
  for (const ItemIndex item : items) piece.strips.push_back(cover_row(form, item, set));
  return piece;
}

}  // namespace genpyo::paper
