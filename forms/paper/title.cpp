#include "forms/paper/title.h"

#include <algorithm>

#include "forms/paper/words.h"

namespace genpyo::paper {
namespace {

constexpr double qr_size = 16;
constexpr double quiet = 4;     // white around the code
constexpr double hyphen = 0.6;  // of a cell's width
constexpr Rect qr_rect{content_right - qr_size, margin_top, qr_size, qr_size};
constexpr double words_right = qr_rect.x - quiet;
constexpr std::size_t most_title_lines = 6, most_note_lines = 30;

// Draws 調査票番号 □□-□□□, `height` high, and keeps its place; returns its right end.
double add_case_number(Page& page, const Typesetter& set, double middle, double height,
                       const Style& style) {
  const double left = set.left(page.printed, {content_left, middle},
                               word(Word::case_number, set.language()), style) +
                      2;
  const double cell = height * 0.75;
  page.case_number = {left, middle - height / 2, cell * (5 + hyphen), height};
  const std::vector<Rect> cells = case_cells(page.case_number);
  for (const Rect& rect : cells) frame(page.printed, rect, rule);
  horizontal(page.printed, middle, cells[1].right() + cell * hyphen * 0.25,
             cells[2].x - cell * hyphen * 0.25, rule);
  return page.case_number.right();
}

void add_organization(Page& page, const forms::Form& form, const Typesetter& set, double left,
                      double right, double middle, const Style& style) {
  if (!form.organization()) return;
  const double start =
      set.left(page.printed, {left, middle}, word(Word::organization, set.language()), style) + 2;
  const double height = 7;
  page.organization = {start, middle - height / 2, right - start, height};
  horizontal(page.printed, page.organization.bottom(), start, right, thin);
}

// How to fill in the form, in a tinted panel. Returns where it ends.
double add_note(Page& page, const forms::Form& form, const Typesetter& set, double top) {
  const auto lines =
      set.lines(set.label(form.note), note_style, content_width - 8, most_note_lines);
  if (set.label(form.note).empty()) return top;
  constexpr Style name{9, 5, Tone::print, true};
  constexpr double padding = 2;
  const double height =
      2 * padding + name.leading + static_cast<double>(lines.size()) * note_style.leading;
  page.printed.fills.push_back({{content_left, top, content_width, height}, Tone::tint});
  frame(page.printed, {content_left, top, content_width, height}, thin);
  set.left(page.printed, {content_left + 4, top + padding + name.leading / 2},
           word(Word::how_to_fill_in, set.language()), name);
  set.block(page.printed, {content_left + 4, top + padding + name.leading}, lines, note_style);
  return top + height + 4;
}

double draw_title_block(Page& page, const forms::Form& form, const Typesetter& set,
                        const std::string& pages) {
  const auto title =
      set.lines(set.label(form.title), title_style, words_right - content_left, most_title_lines);
  set.block(page.printed, {content_left, margin_top}, title, title_style);
  const double title_end = margin_top + static_cast<double>(title.size()) * title_style.leading;
  constexpr double height = 8;
  const double middle = std::max(title_end + 2 + height / 2, qr_rect.bottom() - height / 2 + 2);
  const double case_end = add_case_number(page, set, middle, height, instruction_style);
  set.right(page.printed, {words_right, middle}, pages, instruction_style);
  const double pages_left = words_right - set.width(pages, instruction_style);
  add_organization(page, form, set, case_end + 6, pages_left - 5, middle, instruction_style);
  const double end = middle + height / 2 + 2.5;
  horizontal(page.printed, end, content_left, content_right, heavy);
  return add_note(page, form, set, end + 3.5);
}

double draw_running_head(Page& page, const forms::Form& form, const Typesetter& set,
                         const std::string& pages) {
  const auto title = set.lines(set.label(form.title), running_style, words_right - content_left, 1);
  set.left(page.printed, {content_left, margin_top + 3}, title.front(), running_style);
  constexpr double middle = margin_top + 11.5, height = 6;
  const double case_end = add_case_number(page, set, middle, height, running_style);
  set.right(page.printed, {words_right, middle}, pages, running_style);
  const double pages_left = words_right - set.width(pages, running_style);
  add_organization(page, form, set, case_end + 6, pages_left - 5, middle - 0.5, running_style);
  const double end = qr_rect.bottom() + 2.2;
  horizontal(page.printed, end, content_left, content_right, rule);
  return end + 3.5;
}

}  // namespace

double draw_head(Page& page, const forms::Form& form, const Typesetter& set, std::size_t number,
                 std::size_t pages) {
  page.qr = qr_rect;
  set.right(page.printed, {content_right, page_height - margin_bottom - 2},
            form.form_id + "  " + form.version, small_style);
  const std::string of_pages = page_of_pages(number, pages);
  return number == 1 ? draw_title_block(page, form, set, of_pages)
                     : draw_running_head(page, form, set, of_pages);
}

std::vector<Rect> case_cells(const Rect& case_number) {
  const double cell = case_number.width / (5 + hyphen);
  std::vector<Rect> cells;
  for (int digit = 0; digit < 5; ++digit) {
    const double shift = digit < 2 ? 0 : hyphen;
    cells.push_back(
        {case_number.x + (digit + shift) * cell, case_number.y, cell, case_number.height});
  }
  return cells;
}

}  // namespace genpyo::paper
