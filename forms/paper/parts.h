// Parts: what a form's items become on paper. Each function sets one of them as a piece.
#pragma once
#include <optional>
#include <vector>

#include "forms/paper/typesetter.h"

namespace genpyo::paper {

// The number in its column, the label and the instruction to its right, the hint below.
struct Heading {
  std::string number, label, instruction, hint;
  double width = body_width;  // for the words
};
Strip heading(const Typesetter& set, const Heading& words);

// An item that stands for itself, with its choices, its box or its lines.
Piece question(const forms::Form& form, forms::ItemIndex item, const Typesetter& set);

// 「（その他の内容：　　　）」: the line that belongs to the question before it.
Strip line_beside(const forms::Form& form, forms::ItemIndex item, const Typesetter& set);

// The choices of an item, as a strip for each row of them.
std::vector<Strip> choice_rows(const forms::Form& form, forms::ItemIndex item,
                               const Typesetter& set);

// The choices of an item in one row that begins at `left` and ends before `right`; nullopt when
// they need more room.
std::optional<Strip> choices_in_line(const forms::Form& form, forms::ItemIndex item,
                                     const Typesetter& set, double left, double right);

// A ruled table. False in `grid_fits`: it has more columns than a page has room for.
bool grid_fits(const forms::Form& form, const forms::Grid& grid);
Strip grid_heading(const forms::Grid& grid, const std::string& instruction, const Typesetter& set);
Piece grid_table(const forms::Form& form, const forms::Grid& grid, const Typesetter& set);

// A table of label and answer for the lines of the cover: who answers.
bool belongs_on_cover(const forms::Form& form, forms::ItemIndex item, const Typesetter& set);
Piece cover_table(const forms::Form& form, const std::vector<forms::ItemIndex>& items,
                  const Typesetter& set);

// The dark bar with a section's name.
Strip section_bar(const Typesetter& set, const std::string& label);
Strip section_line();

// A group's label over a rule, with who is asked; of no height where there is nothing to say.
Strip group_heading(const forms::Form& form, const forms::Group& group, const Typesetter& set);

// The thanks below the last question.
Strip closing_line(const Typesetter& set);

// 【問11で3を選んだ方】 above a heading; of no height when everybody is asked.
Strip condition_line(const Typesetter& set, const std::string& words);

// What a figure counts (人, 日), right of its box.
void add_unit(Strip& strip, const forms::Form& form, forms::ItemIndex item, double middle,
              const Typesetter& set);

// Whether the answer stands in one small box at the right.
bool in_figure_box(forms::ItemType type);

// A ruled box for a figure with its unit to the right, its top at `top`.
void figure_box(Strip& strip, const forms::Form& form, forms::ItemIndex item, double top,
                const Typesetter& set);

}  // namespace genpyo::paper
