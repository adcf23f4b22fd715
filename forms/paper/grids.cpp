#include <algorithm>

#include "forms/paper/parts.h"
#include "forms/paper/skips.h"
#include "forms/paper/words.h"

namespace genpyo::paper {
namespace {

using forms::Choice;
using forms::Form;
using forms::Grid;
using forms::Item;
using forms::ItemIndex;
using forms::ItemType;

constexpr double least_row = 7.2, row_padding = 1.3, indent = 5, row_number = 11;
constexpr double least_label = 60, least_column = 11, widest_column = 36;
constexpr std::size_t most_head_lines = 12, most_row_lines = 12;

// The columns of a grid: labels from `body_left` to `answers`, then a column for each choice, or
// one for what is written.
struct Columns {
  double answers = content_right;
  double width = 0;  // of one
  const std::vector<Choice>* choices = nullptr;
  double left(std::size_t column) const { return answers + static_cast<double>(column) * width; }
  Point middle(std::size_t column, double height) const {
    return {left(column) + width / 2, height / 2};
  }
};

Columns columns_of(const Form& form, const Grid& grid) {
  const Item& first = form.items[grid.rows.front()];
  Columns columns;
  if (first.choices) {
    columns.choices = &form.choices_of(first)->choices;
    const auto count = static_cast<double>(std::max<std::size_t>(columns.choices->size(), 1));
    columns.width = std::clamp(body_width * 0.5 / count, least_column, widest_column);
    columns.answers = content_right - columns.width * count;
  } else {
    columns.width = in_figure_box(first.type) ? figure_width + unit_width : body_width / 2;
    columns.answers = content_right - columns.width;
  }
  return columns;
}

// One grid's table, row by row.
class Table {
 public:
  Table(const Form& form, const Grid& grid, const Typesetter& set)
      : form_(form), grid_(grid), set_(set), columns_(columns_of(form, grid)) {
    for (const ItemIndex row : grid.rows) numbered_ |= !form.items[row].number.empty();
  }

  // The labels of the columns; without choices only the top rule.
  Strip column_heads() const {
    Strip strip;
    horizontal(strip.drawing, 0, body_left, content_right, rule);
    if (columns_.choices == nullptr) return strip;
    strip.height = column_heads_height();
    strip.drawing.fills.push_back({{body_left, 0, body_width, strip.height}, Tone::tint});
    for (std::size_t column = 0; column < columns_.choices->size(); ++column) {
      add_column_head(strip, column);
    }
    add_verticals(strip);
    horizontal(strip.drawing, strip.height, body_left, content_right, rule);
    return strip;
  }

  Strip row(std::size_t place) const {
    const ItemIndex index = grid_.rows[place];
    const Item& item = form_.items[index];
    const double left = label_left(item);
    const auto lines = set_.even_lines(set_.label(item.label), row_style,
                                       columns_.answers - left - cell_padding - 3, most_row_lines);
    Strip strip;
    strip.height = row_height(item, lines.size());
    add_label(strip, item, left, lines);
    add_tree(strip, place);
    add_answer(strip, index);
    const bool last = place + 1 == grid_.rows.size();
    horizontal(strip.drawing, strip.height, body_left, content_right, last ? rule : thin);
    strip.blocks.push_back({index, {body_left, 0, body_width, strip.height}});
    return strip;
  }

 private:
  double label_left(const Item& item) const {
    const double start = body_left + cell_padding + (numbered_ ? row_number : 0);
    return start + indent * std::clamp(item.depth, 0, 8);
  }

  std::vector<std::string> head_lines(std::size_t column) const {
    return set_.even_lines(set_.label((*columns_.choices)[column].label), column_style,
                           columns_.width - cell_padding, most_head_lines);
  }

  double column_heads_height() const {
    std::size_t most = 1;
    for (std::size_t column = 0; column < columns_.choices->size(); ++column) {
      most = std::max(most, head_lines(column).size());
    }
    return static_cast<double>(most) * column_style.leading + 2 * row_padding;
  }

  void add_column_head(Strip& strip, std::size_t column) const {
    const auto lines = head_lines(column);
    const double height = static_cast<double>(lines.size()) * column_style.leading;
    Point middle = columns_.middle(column, strip.height);
    middle.y += (column_style.leading - height) / 2;
    for (const std::string& line : lines) {
      set_.centred(strip.drawing, middle, line, column_style);
      middle.y += column_style.leading;
    }
  }

  double row_height(const Item& item, std::size_t lines) const {
    const double least = in_figure_box(item.type) ? figure_height
                         : item.type == ItemType::text  ? writing_line
                                                        : least_row;
    return std::max(least, static_cast<double>(lines) * row_style.leading + 2 * row_padding);
  }

  void add_label(Strip& strip, const Item& item, double left,
                 const std::vector<std::string>& lines) const {
    const double height = static_cast<double>(lines.size()) * row_style.leading;
    const double top = (strip.height - height) / 2;
    set_.left(strip.drawing, {body_left + cell_padding, top + row_style.leading / 2},
              with_printed_numbers(item.number, set_.language()), row_style);
    set_.block(strip.drawing, {left, top}, lines, row_style);
  }

  // Whether a row further down hangs on the same branch.
  bool branch_goes_on(std::size_t place, int depth) const {
    for (++place; place < grid_.rows.size(); ++place) {
      const int below = form_.items[grid_.rows[place]].depth;
      if (below <= depth) return below == depth;
    }
    return false;
  }

  // The lines that lead from a row to those that are part of it.
  void add_tree(Strip& strip, std::size_t place) const {
    const Item& item = form_.items[grid_.rows[place]];
    const double middle = strip.height / 2;
    for (int depth = 1; depth <= std::min(item.depth, 8); ++depth) {
      const double x = label_left(item) - indent * (item.depth - depth + 1) + 1.6;
      const bool own = depth == item.depth, on = branch_goes_on(place, depth);
      if (own || on) vertical(strip.drawing, x, 0, on ? strip.height : middle, rule, Tone::faint);
      if (own) horizontal(strip.drawing, middle, x, x + indent - 2.2, rule, Tone::faint);
    }
  }

  void add_verticals(Strip& strip) const {
    vertical(strip.drawing, body_left, 0, strip.height, rule);
    vertical(strip.drawing, content_right, 0, strip.height, rule);
    const std::size_t count = columns_.choices != nullptr ? columns_.choices->size() : 1;
    for (std::size_t column = 0; column < count; ++column) {
      vertical(strip.drawing, columns_.left(column), 0, strip.height, column == 0 ? rule : thin);
    }
  }

  void add_answer(Strip& strip, ItemIndex index) const {
    const Item& item = form_.items[index];
    add_verticals(strip);
    if (columns_.choices != nullptr) {
      add_choices(strip, index);
    } else if (in_figure_box(item.type)) {
      add_figure(strip, index);
    } else {
      strip.boxes.push_back({index,
                             Box::Kind::text,
                             0,
                             {columns_.answers, 0, columns_.width, strip.height},
                             1,
                             strip.height});
    }
  }

  void add_choices(Strip& strip, ItemIndex index) const {
    for (std::size_t column = 0; column < columns_.choices->size(); ++column) {
      const int code = (*columns_.choices)[column].code;
      const Point middle = columns_.middle(column, strip.height);
      set_.centred(strip.drawing, middle, std::to_string(code), row_style);
      strip.boxes.push_back(
          {index,
           Box::Kind::choice,
           code,
           {middle.x - circle_box / 2, middle.y - circle_box / 2, circle_box, circle_box},
           1,
           0});
    }
  }

  // The cell itself is the box.
  void add_figure(Strip& strip, ItemIndex index) const {
    const Rect rect{columns_.answers, 0, figure_width, strip.height};
    vertical(strip.drawing, rect.right(), 0, strip.height, thin);
    add_unit(strip, form_, index, rect.middle().y, set_);
    strip.boxes.push_back({index, Box::Kind::figure, 0, rect, 1, rect.height});
  }

  const Form& form_;
  const Grid& grid_;
  const Typesetter& set_;
  Columns columns_;
  bool numbered_ = false;
};

std::string instruction_of(const Item& first, const std::string& language) {
  if (first.type == ItemType::text) return "";
  if (first.type == ItemType::integer) return word(Word::write_figure, language);
  if (first.type == ItemType::decimal) return word(Word::write_decimal, language);
  return word(first.type == ItemType::select_one ? Word::choose_one_each : Word::choose_any_each,
              language);
}

// Printed above the grid where it holds for all of its rows.
std::string common_condition(const Form& form, const Grid& grid, const std::string& language) {
  const forms::Rule& first = form.items[grid.rows.front()].relevant;
  const bool common = std::all_of(grid.rows.begin(), grid.rows.end(), [&](ItemIndex row) {
    return form.items[row].relevant.text == first.text;
  });
  return common ? condition_words(form, first, language) : "";
}

}  // namespace

bool grid_fits(const Form& form, const Grid& grid) {
  return columns_of(form, grid).answers >= body_left + least_label;
}

Strip grid_heading(const Grid& grid, const std::string& instruction, const Typesetter& set) {
  Strip head =
      heading(set, {with_printed_numbers(grid.number, set.language()), set.label(grid.label),
                    instruction, with_printed_numbers(set.label(grid.hint), set.language())});
  head.height += 1.5;
  return head;
}

Piece grid_table(const Form& form, const Grid& grid, const Typesetter& set) {
  const Table table(form, grid, set);
  Strip head = condition_line(set, common_condition(form, grid, set.language()));
  append(head,
         grid_heading(grid, instruction_of(form.items[grid.rows.front()], set.language()), set));
  append(head, table.column_heads());
  Piece piece;
  piece.gap_before = gap_between_questions;
  piece.new_page = grid.paper.new_page;
  Grid again = grid;
  again.hint = {};
  piece.head_again = grid_heading(again, word(Word::continued, set.language()), set);
  append(piece.head_again, table.column_heads());
  for (std::size_t place = 0; place < grid.rows.size(); ++place) {
    Strip row = table.row(place);
    if (place == 0) {
      append(head, row);
      row = std::move(head);
    }
    piece.strips.push_back(std::move(row));
  }
  return piece;
}

}  // namespace genpyo::paper
