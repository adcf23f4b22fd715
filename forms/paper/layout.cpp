#include "forms/paper/layout.h"

#include <algorithm>
#include <set>

#include "forms/paper/flow.h"
#include "forms/paper/named.h"
#include "forms/paper/parts.h"
#include "forms/paper/skips.h"
#include "forms/paper/title.h"
#include "forms/paper/words.h"

namespace genpyo::paper {
namespace {

using forms::Form;
using forms::Item;
using forms::ItemIndex;

// Walks the form in the order of the paper and sets piece after piece.
class Assembler {
 public:
  Assembler(const Form& form, const Typesetter& set) : form_(form), set_(set) {}

  std::vector<Piece> pieces() {
    for (std::size_t section = 0; section < form_.sections.size(); ++section) {
      const std::size_t before = pieces_.size();
      add_items(section);
      if (pieces_.size() > before) head_section(section, pieces_[before]);
    }
    if (!pieces_.empty()) append(pieces_.back().strips.back(), closing_line(set_));
    return std::move(pieces_);
  }

 private:
  // What comes before the first numbered question belongs to the title block: who answers.
  bool is_cover(std::size_t section) const {
    const auto& items = form_.sections[section].items;
    return section == 0 && std::all_of(items.begin(), items.end(), [&](ItemIndex index) {
             return !form_.items[index].printed() || belongs_on_cover(form_, index, set_);
           });
  }

  void head_section(std::size_t section, Piece& first) const {
    const forms::Section& definition = form_.sections[section];
    first.new_page |= definition.paper.new_page;
    first.begins_section = true;
    if (is_cover(section)) return;
    first.gap_before = gap_before_section;
    // A heading that repeats the form's title says nothing: at most a line parts the section.
    const std::string label = set_.label(definition.label);
    const bool named = label != set_.label(form_.title);
    if (!named && section == 0) return;
    Strip bar = named ? section_bar(set_, label) : section_line();
    append(bar, first.strips.front());
    first.strips.front() = std::move(bar);
  }

  void add_items(std::size_t section) {
    std::vector<ItemIndex> asked;
    for (const ItemIndex index : form_.sections[section].items) {
      if (form_.items[index].printed()) asked.push_back(index);
    }
    if (is_cover(section)) {
      if (!asked.empty()) pieces_.push_back(cover_table(form_, asked, set_));
      return;
    }
    for (const ItemIndex index : asked) {
      const std::size_t before = pieces_.size();
      add_item(index);
      if (pieces_.size() > before) head_groups(index, pieces_.back());
    }
  }

  // The headings of the groups that begin with this item, the outermost first.
  void head_groups(ItemIndex index, Piece& piece) {
    std::vector<std::size_t> begun;
    for (auto group = form_.items[index].group; group; group = form_.groups[*group].within) {
      if (headed_.insert(*group).second) begun.push_back(*group);
    }
    for (const std::size_t group : begun) {
      Strip head = group_heading(form_, form_.groups[group], set_);
      if (head.height <= 0) continue;
      append(head, piece.strips.front());
      piece.strips.front() = std::move(head);
    }
  }

  void add_item(ItemIndex index) {
    const Item& item = form_.items[index];
    if (item.grid && grid_fits(form_, form_.grids[*item.grid])) {
      const forms::Grid grid = asked_of(form_.grids[*item.grid]);
      if (grid.rows.front() == index) pieces_.push_back(grid_table(form_, grid, set_));
    } else if (written_beside(form_, index) && !pieces_.empty()) {
      append(pieces_.back().strips.back(), line_beside(form_, index, set_));
    } else {
      Piece piece = question(form_, index, set_);
      piece.new_page = item.paper.new_page;
      piece.follows_on = !item.number.empty() && stem(item.number) == stem(last_number_);
      last_number_ = item.number;
      if (item.grid) head_grid(index, piece);
      pieces_.push_back(std::move(piece));
    }
  }

  forms::Grid asked_of(forms::Grid grid) const {
    std::erase_if(grid.rows, [&](ItemIndex row) { return !form_.items[row].printed(); });
    return grid;
  }

  // A grid that no page is wide enough for becomes questions; the first bears its heading.
  void head_grid(ItemIndex index, Piece& piece) const {
    const forms::Grid grid = asked_of(form_.grids[*form_.items[index].grid]);
    if (grid.rows.front() != index) return;
    Strip head = grid_heading(grid, "", set_);
    append(head, piece.strips.front());
    piece.strips.front() = std::move(head);
  }

  // 問11 of 問11-1, 問6 of 問6②.
  static std::string_view stem(std::string_view number) {
    const std::size_t digits = number.find_first_of("0123456789");
    if (digits == std::string_view::npos) return number;
    return number.substr(0, number.find_first_not_of("0123456789", digits));
  }

  const Form& form_;
  const Typesetter& set_;
  std::vector<Piece> pieces_;
  std::string last_number_;
  std::set<std::size_t> headed_;  // groups whose heading is set
};

double head_end(const Form& form, const Typesetter& set, std::size_t number) {
  Page scratch;
  return draw_head(scratch, form, set, number, number);
}

Layout set_pages(const Form& form, const FontSet& fonts, std::string_view language) {
  const Typesetter set(fonts, language_of_pages(form, language));
  Layout layout;
  layout.pages =
      flow(Assembler(form, set).pieces(), head_end(form, set, 1), head_end(form, set, 2));
  for (std::size_t page = 0; page < layout.pages.size(); ++page) {
    draw_head(layout.pages[page], form, set, page + 1, layout.pages.size());
  }
  return layout;
}

}  // namespace

std::optional<std::size_t> Layout::page_of(ItemIndex item) const {
  for (std::size_t page = 0; page < pages.size(); ++page) {
    for (const Block& block : pages[page].blocks) {
      if (block.item == item) return page;
    }
  }
  return std::nullopt;
}

Layout lay_out(const Form& form, const FontSet& fonts, std::string_view language) {
  if (has_names(form)) {
    const Form printed = with_printed_names(form);
    return set_pages(printed, fonts, language);
  }
  return set_pages(form, fonts, language);
}

}  // namespace genpyo::paper
