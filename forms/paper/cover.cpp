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
constexpr double row_padding = 4;  // of a row without a hint, that further lines may take
constexpr std::size_t most_lines = 4;
constexpr double sign_room = 12;  // left of the choices, for 非該当 and the like
constexpr double answer_left = content_left + label_width;

// Room at the right end of a row for the instruction.
double choices_right(const Item& item, const Typesetter& set) {
  const Word which = item.type == ItemType::select_one ? Word::choose_one : Word::choose_any;
  return content_right - cell_padding - set.width(word(which, set.language()), instruction_style);
}

// Returns the height of the row.
double add_label(Strip& strip, const Item& item, const Typesetter& set) {
  const double width = label_width - 2 * cell_padding;
  const auto label = set.lines(set.label(item.label), row_style, width, most_lines);
  const auto hint = set.lines(set.label(item.hint), small_style, width, most_lines);
  const auto taller = [](const std::vector<std::string>& lines, const Style& style) {
    return static_cast<double>(lines.size() - 1) * style.leading;
  };
  const bool hinted = !hint.front().empty();
  const double more = taller(label, row_style) + (hinted ? taller(hint, small_style) : 0);
  const double height = std::max(row_height, row_height + more - (hinted ? 0 : row_padding));
  const double left = content_left + cell_padding;
  const double middle = hinted ? height / 2 - 1.7 - (more - taller(label, row_style)) / 2 : height / 2;
  strip.drawing.fills.push_back({{content_left, 0, label_width, height}, Tone::tint});
  set.block(strip.drawing, {left, middle - taller(label, row_style) / 2 - row_style.leading / 2}, label, row_style);
  if (!hinted) return height;
  const double below = middle + taller(label, row_style) / 2 + 4.1;
  set.block(strip.drawing, {left, below - small_style.leading / 2}, hint, small_style);
  return height;
}

void add_choices(Strip& strip, const Form& form, ItemIndex index, double height, const Typesetter& set) {
  const Item& item = form.items[index];
  const double right = choices_right(item, set);
  const auto choices = choices_in_line(form, index, set, answer_left + sign_room, right);
  if (!choices) return;  // such an item is not on the cover
  Strip lowered;
  lowered.height = (height - choices->height) / 2;
  append(lowered, *choices);
  append(strip, {lowered.drawing, lowered.boxes, {}, 0});
  const Word which = item.type == ItemType::select_one ? Word::choose_one : Word::choose_any;
  set.left(strip.drawing, {right, height / 2}, word(which, set.language()), instruction_style);
}

Strip cover_row(const Form& form, ItemIndex index, const Typesetter& set) {
  Strip strip;
  const double height = add_label(strip, form.items[index], set);
  if (form.items[index].choices) {
    add_choices(strip, form, index, height, set);
  } else if (form.items[index].type == ItemType::date) {
    date_box(strip, index, {answer_left + cell_padding, (height - date_height) / 2}, set);
  } else {
    strip.boxes.push_back({index,
                           Box::Kind::text,
                           0,
                           {answer_left, 0, content_right - answer_left, height},
                           1,
                           height});
  }
  strip.height = height;
  frame(strip.drawing, {content_left, 0, content_width, height}, rule);
  vertical(strip.drawing, answer_left, 0, height, thin);
  strip.blocks.push_back({index, {content_left, 0, content_width, height}});
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
