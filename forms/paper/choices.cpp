#include <algorithm>
#include <map>

#include "forms/paper/parts.h"
#include "forms/paper/skips.h"
#include "forms/paper/words.h"

namespace genpyo::paper {
namespace {

using forms::Choice;
using forms::Form;
using forms::ItemIndex;

constexpr int most_columns = 6, few_choices = 6, many_choices = 24, most_long_columns = 4;
constexpr int most_rows = 30;  // down the columns: beyond it a page might part them
constexpr std::size_t most_lines = 12;
constexpr double column_gap = 3, label_gap = 1.6, skip_gap = 3;

// One choice with its words broken into lines for a width.
struct Cell {
  const Choice* choice = nullptr;
  std::vector<std::string> lines;
  std::string skip;
};

// The choices of one item arranged in columns of one width.
struct Table {
  std::vector<Cell> cells;
  int columns = 1, rows = 1;
  bool across = true;  // 1 2 3 along the row; else down the columns
  double column_width = 0;
  double label_left = circle_box;  // from the left of a cell
  Style style;

  const Cell* at(int row, int column) const {
    const int index = across ? row * columns + column : column * rows + row;
    return index < static_cast<int>(cells.size()) ? &cells[index] : nullptr;
  }
  double pitch() const { return style.size < choice_style.size ? close_pitch : choice_pitch; }
  double row_height(int row) const {
    std::size_t most = 1;
    for (int column = 0; column < columns; ++column) {
      if (const Cell* cell = at(row, column)) most = std::max(most, cell->lines.size());
    }
    return pitch() + static_cast<double>(most - 1) * style.leading;
  }
  double height() const {
    double sum = 0;
    for (int row = 0; row < rows; ++row) sum += row_height(row);
    return sum;
  }
  int wrapped() const {
    return static_cast<int>(std::count_if(cells.begin(), cells.end(),
                                          [](const Cell& cell) { return cell.lines.size() > 1; }));
  }
};

// Wide enough for the longest number, so that the circle box of 1 and of 100 are alike.
double circle_width(const std::vector<Choice>& choices, const Typesetter& set) {
  double widest = circle_box;
  for (const Choice& choice : choices) {
    widest = std::max(widest, set.width(std::to_string(choice.code), choice_style) + 1.6);
  }
  return widest;
}

class Arranger {
 public:
  Arranger(const Form& form, ItemIndex item, const Typesetter& set)
      : item_(form.items[item]), choices_(form.choices_of(item_)->choices), set_(set) {
    for (const auto& [code, number] : destinations(form, item)) {
      skips_[code] = go_to(number, set.language());
      skip_width_ = std::max(skip_width_, skip_gap + set.width(skips_[code], skip_style));
    }
  }

  // At most as many columns as the form's paper hints say.
  Table best() const {
    if (item_.paper.columns > 0) return lowest(std::min(item_.paper.columns, most_columns), 3);
    return lowest(count() <= few_choices ? most_columns : most_long_columns, 8);
  }

 private:
  int count() const { return static_cast<int>(choices_.size()); }

  // Of the least height, while no more than one label in `share` needs a second line.
  Table lowest(int most, int share) const {
    Table best = arranged(1);
    for (int columns = 2; columns <= std::min(most, count()); ++columns) {
      Table table = arranged(columns);
      if (table.wrapped() <= count() / share && table.height() < best.height())
        best = std::move(table);
    }
    return best;
  }

  Table arranged(int columns) const {
    Table table;
    table.rows = std::max(1, (count() + columns - 1) / columns);
    table.across = count() <= few_choices || table.rows > most_rows;
    table.columns = table.across ? columns : (count() + table.rows - 1) / table.rows;
    table.style = count() >= many_choices ? close_choice_style : choice_style;
    table.label_left = circle_width(choices_, set_) + label_gap;
    table.column_width = column_width(table);
    const double room = table.column_width - table.label_left - skip_width_;
    for (const Choice& choice : choices_) {
      const auto skip = skips_.find(choice.code);
      table.cells.push_back(
          {&choice,
           set_.even_lines(set_.label(choice.label), table.style, std::max(room, 10.0), most_lines),
           skip == skips_.end() ? "" : skip->second});
    }
    return table;
  }

  // The body's width shared by the columns; few short choices stand in its sixths, quarters,
  // thirds, so that they begin at the same places in every question.
  double column_width(const Table& table) const {
    const auto share = [](int parts) { return (body_width - (parts - 1) * column_gap) / parts; };
    double widest = 0;
    for (const Choice& choice : choices_) {
      widest = std::max(widest, set_.width(set_.label(choice.label), table.style));
    }
    const double needed = table.label_left + widest + skip_width_ + column_gap;
    for (const int parts : {6, 4, 3}) {
      if (count() <= few_choices && parts > table.columns && share(parts) >= needed)
        return share(parts);
    }
    return share(table.columns);
  }

  const forms::Item& item_;
  const std::vector<Choice>& choices_;
  const Typesetter& set_;
  std::map<int, std::string> skips_;
  double skip_width_ = 0;
};

void add_number(Strip& strip, ItemIndex item, int code, const Rect& circle, const Style& style,
                const Typesetter& set) {
  set.centred(strip.drawing, circle.middle(), std::to_string(code), style);
  strip.boxes.push_back({item, Box::Kind::choice, code, circle, 1, 0});
}

// Where the arrows stand, all below one another: right of the widest label.
double skip_left(const Table& table, const Typesetter& set) {
  double widest = 0;
  for (const Cell& cell : table.cells) {
    for (const std::string& line : cell.lines) {
      widest = std::max(widest, set.width(line, table.style));
    }
  }
  return table.label_left + widest + skip_gap;
}

// The top row of the cell is `pitch` high.
void add_cell(Strip& strip, ItemIndex item, const Table& table, const Cell& cell, double left,
              const Typesetter& set) {
  const double middle = table.pitch() / 2;
  const Rect circle{left, middle - circle_box / 2, table.label_left - label_gap, circle_box};
  add_number(strip, item, cell.choice->code, circle, table.style, set);
  set.block(strip.drawing, {left + table.label_left, middle - table.style.leading / 2}, cell.lines,
            table.style);
  set.left(strip.drawing, {left + skip_left(table, set), middle}, cell.skip, skip_style);
}

}  // namespace

std::vector<Strip> choice_rows(const Form& form, ItemIndex item, const Typesetter& set) {
  const Table table = Arranger(form, item, set).best();
  std::vector<Strip> strips;
  for (int row = 0; row < table.rows; ++row) {
    Strip strip;
    strip.height = table.row_height(row);
    for (int column = 0; column < table.columns; ++column) {
      const Cell* cell = table.at(row, column);
      const double left = body_left + column * (table.column_width + column_gap);
      if (cell != nullptr) add_cell(strip, item, table, *cell, left, set);
    }
    strips.push_back(std::move(strip));
  }
  return strips;
}

std::optional<Strip> choices_in_line(const Form& form, ItemIndex item, const Typesetter& set,
                                     double left, double right) {
  constexpr double gap = 8;
  const auto& choices = form.choices_of(form.items[item])->choices;
  const double circle = circle_width(choices, set);
  Strip strip;
  strip.height = choice_pitch;
  for (const Choice& choice : choices) {
    const std::string& label = set.label(choice.label);
    const double label_left = left + circle + label_gap;
    const double end = label_left + set.width(label, choice_style);
    if (end > right) return std::nullopt;
    add_number(strip, item, choice.code,
               {left, (choice_pitch - circle_box) / 2, circle, circle_box}, choice_style, set);
    set.left(strip.drawing, {label_left, choice_pitch / 2}, label, choice_style);
    left = end + gap;
  }
  return strip;
}

}  // namespace genpyo::paper
