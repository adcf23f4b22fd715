#include <algorithm>

#include "forms/paper/dates.h"
#include "forms/paper/parts.h"
#include "forms/paper/skips.h"
#include "forms/paper/words.h"

namespace genpyo::paper {
namespace {

using forms::Form;
using forms::Item;
using forms::ItemIndex;
using forms::ItemType;

constexpr std::size_t most_label_lines = 24, most_hint_lines = 24;
constexpr std::size_t most_condition_lines = 6, most_group_lines = 4, most_section_lines = 3;
constexpr int most_text_lines = 14;
constexpr double space_before_instruction = 1.5, space_below_heading = 1;

Strip blank(double height) {
  Strip strip;
  strip.height = height;
  return strip;
}

std::string instruction_for(const Item& item, const std::string& language) {
  if (item.range) return range_words(*item.range, language);
  switch (item.type) {
    case ItemType::select_one: return word(Word::choose_one, language);
    case ItemType::select_multiple: return word(Word::choose_any, language);
    case ItemType::integer: return word(Word::write_figure, language);
    case ItemType::date: return word(Word::write_date, language);
    case ItemType::decimal: return word(Word::write_decimal, language);
    case ItemType::time: return word(Word::write_time, language);
    case ItemType::date_time: return word(Word::write_moment, language);
    case ItemType::rank: return word(Word::write_order, language);
    case ItemType::text:
    case ItemType::note:
    case ItemType::calculate:
    case ItemType::blank_box: return "";
  }
  return "";
}

Heading heading_of(const Item& item, const Typesetter& set) {
  return {with_printed_numbers(item.number, set.language()), set.label(item.label),
          item.asked() ? instruction_for(item, set.language()) : "",
          with_printed_numbers(set.label(item.hint), set.language())};
}

// The instruction follows the label on its line, or stands below it.
void add_instruction(Strip& strip, const Typesetter& set, const Heading& words, double label_end) {
  const double width = set.width(words.instruction, instruction_style);
  const bool fits = label_end + space_before_instruction + width <= body_left + words.width;
  if (!fits) strip.height += instruction_style.leading;
  const double x = fits ? label_end + space_before_instruction : body_left;
  set.left(strip.drawing, {x, strip.height - instruction_style.leading / 2}, words.instruction,
           instruction_style);
}

void add_hint(Strip& strip, const Typesetter& set, const Heading& words) {
  const auto lines = set.lines(words.hint, hint_style, words.width, most_hint_lines);
  set.block(strip.drawing, {body_left, strip.height}, lines, hint_style);
  strip.height += static_cast<double>(lines.size()) * hint_style.leading;
}

// Figure questions have their box beside the label, the middle of both at one height.
Strip figure_question(const Form& form, ItemIndex index, const Typesetter& set) {
  Heading words = heading_of(form.items[index], set);
  words.width = body_width - unit_width - figure_width - 6;
  Strip strip = heading(set, words);
  Strip row;
  row.height = std::max(strip.height, figure_height);
  append(row.drawing, strip.drawing, (row.height - strip.height) / 2);
  figure_box(row, form, index, (row.height - figure_height) / 2, set);
  return row;
}

Strip writing_frame(const Form& form, ItemIndex index) {
  const int lines = std::clamp(form.items[index].paper.lines, 1, most_text_lines);
  const Rect rect{body_left, space_below_heading, body_width, lines * writing_line};
  Strip strip = blank(rect.bottom());
  frame(strip.drawing, rect);
  for (int line = 1; line < lines; ++line) {
    const double y = rect.y + line * writing_line;
    strip.drawing.lines.push_back(
        {{rect.x + 2, y}, {rect.right() - 2, y}, thin, Tone::faint, true});
  }
  strip.boxes.push_back({index, Box::Kind::text, 0, rect, lines, writing_line});
  return strip;
}

// The room that a picture or a mark on a map takes: nobody keys it.
Strip empty_frame(const Item& item) {
  const int lines = std::clamp(item.paper.lines, 4, most_text_lines);
  const Rect rect{body_left, space_below_heading, body_width, lines * writing_line};
  Strip strip = blank(rect.bottom());
  frame(strip.drawing, rect);
  return strip;
}

// The choices with their numbers, and below them the line on which these are put in order.
std::vector<Strip> rank_rows(const Form& form, ItemIndex index, const Typesetter& set) {
  std::vector<Strip> rows = choice_rows(form, index, set);
  for (Strip& row : rows) row.boxes.clear();
  rows.push_back(writing_frame(form, index));
  return rows;
}

Strip date_line(ItemIndex index, const Typesetter& set) {
  Strip strip = blank(space_below_heading + date_height);
  date_box(strip, index, {body_left, space_below_heading}, set);
  return strip;
}

std::vector<Strip> answer_rows(const Form& form, ItemIndex index, const Typesetter& set) {
  const Item& item = form.items[index];
  if (item.type == ItemType::date) return {date_line(index, set)};
  if (item.type == ItemType::blank_box) return {empty_frame(item)};
  if (!item.choices) return {writing_frame(form, index)};
  return item.type == ItemType::rank ? rank_rows(form, index, set) : choice_rows(form, index, set);
}

// The heading and the first of what follows it are never parted.
Piece piece_of(Strip head, std::vector<Strip> rows, ItemIndex item) {
  Piece piece;
  piece.gap_before = gap_between_questions;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == 0) {
      append(head, rows[0]);
      rows[0] = std::move(head);
    }
    rows[i].blocks.push_back({item, {content_left, 0, content_width, rows[i].height}});
  }
  piece.strips = std::move(rows);
  return piece;
}

}  // namespace

Strip heading(const Typesetter& set, const Heading& words) {
  Strip strip;
  const double number_end = set.left(strip.drawing, {content_left, question_style.leading / 2},
                                     words.number, question_style);
  if (number_end > body_left - 0.5) strip.height += question_style.leading;  // 問11-1(A)
  const auto lines = set.even_lines(words.label, question_style, words.width, most_label_lines);
  const double end = set.block(strip.drawing, {body_left, strip.height}, lines, question_style);
  strip.height += static_cast<double>(lines.size()) * question_style.leading;
  if (!words.instruction.empty()) add_instruction(strip, set, words, end);
  if (!words.hint.empty()) add_hint(strip, set, words);
  return strip;
}

Strip condition_line(const Typesetter& set, const std::string& words) {
  if (words.empty()) return {};
  Strip strip;
  const auto lines = set.lines(words, condition_style, body_width, most_condition_lines);
  // 【 is blank in its left half, which would look like an indent.
  const double hang = words.starts_with("【") ? 0.45 * condition_style.size * mm_per_point : 0;
  set.block(strip.drawing, {body_left - hang, 0}, lines, condition_style);
  strip.height = static_cast<double>(lines.size()) * condition_style.leading;
  return strip;
}

Piece question(const Form& form, ItemIndex index, const Typesetter& set) {
  const Item& item = form.items[index];
  Strip head = condition_line(set, condition_words(form, item.relevant, set.language()));
  if (in_figure_box(item.type)) {
    append(head, figure_question(form, index, set));
    return piece_of({}, {std::move(head)}, index);
  }
  append(head, heading(set, heading_of(item, set)));
  if (item.type == ItemType::note) return piece_of({}, {std::move(head)}, index);
  append(head, blank(space_below_heading));
  return piece_of(std::move(head), answer_rows(form, index, set), index);
}

Strip line_beside(const Form& form, ItemIndex index, const Typesetter& set) {
  Strip strip = blank(writing_line + 1);
  const double middle = writing_line - 3;
  const auto words = set.lines(opening(set.label(form.items[index].label), set.language()),
                               choice_style, body_width / 2, 1);
  const std::string end = closing(set.language());
  const double left =
      set.left(strip.drawing, {body_left + circle_box + 1, middle}, words.front(), choice_style) +
      1;
  set.right(strip.drawing, {content_right, middle}, end, choice_style);
  const double right = content_right - set.width(end, choice_style) - 1;
  horizontal(strip.drawing, writing_line, left, right, thin);
  strip.boxes.push_back(
      {index, Box::Kind::text, 0, {left, 0, right - left, writing_line}, 1, writing_line});
  strip.blocks.push_back({index, {content_left, 0, content_width, strip.height}});
  return strip;
}

bool in_figure_box(ItemType type) {
  return type == ItemType::integer || type == ItemType::decimal || type == ItemType::time ||
         type == ItemType::date_time;
}

void add_unit(Strip& strip, const Form& form, ItemIndex index, double middle,
              const Typesetter& set) {
  constexpr double left = content_right - unit_width + cell_padding;
  const std::string& words = set.label(form.items[index].unit);
  const bool fits = left + set.width(words, column_style) <= content_right;
  const Style& style = fits ? column_style : small_style;
  const auto lines = set.lines(words, style, content_right - left, fits ? 1 : 2);
  set.block(strip.drawing, {left, middle - static_cast<double>(lines.size()) * style.leading / 2}, lines, style);
}

void figure_box(Strip& strip, const Form& form, ItemIndex index, double top,
                const Typesetter& set) {
  const Rect rect{content_right - unit_width - figure_width, top, figure_width, figure_height};
  frame(strip.drawing, rect, rule);
  add_unit(strip, form, index, rect.middle().y, set);
  strip.boxes.push_back({index, Box::Kind::figure, 0, rect, 1, rect.height});
}

Strip group_heading(const Form& form, const forms::Group& group, const Typesetter& set) {
  constexpr double below = 2;
  Strip strip = condition_line(set, condition_words(form, group.relevant, set.language()));
  const auto words = set.lines(set.label(group.label), group_style, content_width, most_group_lines);
  const auto hint = set.lines(set.label(group.hint), hint_style, content_width, most_hint_lines);
  if (!group.label.empty()) {
    set.block(strip.drawing, {content_left, strip.height}, words, group_style);
    strip.height += static_cast<double>(words.size()) * group_style.leading;
    horizontal(strip.drawing, strip.height, content_left, content_right, rule);
    strip.height += below;
  }
  if (!group.hint.empty()) {
    set.block(strip.drawing, {content_left, strip.height}, hint, hint_style);
    strip.height += static_cast<double>(hint.size()) * hint_style.leading;
  }
  return strip;
}

Strip closing_line(const Typesetter& set) {
  constexpr double above = 8;
  Strip strip = blank(above + row_style.leading);
  set.centred(strip.drawing, {page_width / 2, above + row_style.leading / 2},
              word(Word::thanks, set.language()), row_style);
  return strip;
}

Strip section_bar(const Typesetter& set, const std::string& label) {
  constexpr double one_line = 7.2, below = 3;
  const auto words = set.lines(label, bar_style, content_width - 6, most_section_lines);
  const double words_height = static_cast<double>(words.size()) * bar_style.leading;
  const double height = one_line - bar_style.leading + words_height;
  Strip strip = blank(height + below);
  strip.drawing.fills.push_back({{content_left, 0, content_width, height}, Tone::bar});
  set.block(strip.drawing, {content_left + 3, (height - words_height) / 2}, words, bar_style);
  return strip;
}

Strip section_line() {
  Strip strip = blank(gap_between_questions);
  horizontal(strip.drawing, 0, content_left, content_right, heavy);
  return strip;
}

}  // namespace genpyo::paper
