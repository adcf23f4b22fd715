#include "app/session/walk.h"

#include <algorithm>
#include <set>
#include <string>

#include "forms/text.h"

namespace genpyo::session {
namespace {

using validators::Evaluation;

bool is_asked(const forms::Form& form, const Evaluation& evaluation, ItemIndex index) {
  return form.items[index].asked() && evaluation.items[index].relevant;
}

// A question's number without what a clerk leaves out: 問, Q, spaces; plain digits.
std::string bare_number(std::string_view number) {
  std::string plain = forms::nfkc(number);
  for (const std::string_view prefix : {"問", "Q", "q"}) {
    if (plain.starts_with(prefix)) plain.erase(0, prefix.size());
  }
  std::erase(plain, ' ');
  return plain;
}

// What a question answers to: "11-1"; a grid's row: "7(3)"; a grid's first row: "7".
bool has_number(const forms::Form& form, ItemIndex index, const std::string& wanted) {
  const forms::Item& item = form.items[index];
  if (!item.grid) return !item.number.empty() && bare_number(item.number) == wanted;
  const forms::Grid& grid = form.grids[*item.grid];
  const std::string number = bare_number(grid.number);
  if (number == wanted) return grid.rows.front() == index;
  return !number.empty() && !item.number.empty() && number + bare_number(item.number) == wanted;
}

bool label_contains(const forms::Item& item, const std::string& word) {
  return std::any_of(item.label.texts().begin(), item.label.texts().end(), [&word](const auto& text) {
    return forms::nfkc(text.second).find(word) != std::string::npos;
  });
}

}  // namespace

std::optional<ItemIndex> next_asked(const forms::Form& form, const Evaluation& evaluation, ItemIndex from) {
  for (ItemIndex index = from + 1; index < form.items.size(); ++index) {
    if (is_asked(form, evaluation, index)) return index;
  }
  return std::nullopt;
}

std::optional<ItemIndex> previous_asked(const forms::Form& form, const Evaluation& evaluation,
                                        ItemIndex from) {
  for (ItemIndex index = from; index-- > 0;) {
    if (is_asked(form, evaluation, index)) return index;
  }
  return std::nullopt;
}

std::optional<ItemIndex> first_asked(const forms::Form& form, const Evaluation& evaluation) {
  if (form.items.empty()) return std::nullopt;
  return is_asked(form, evaluation, 0) ? 0 : next_asked(form, evaluation, 0);
}

std::optional<ItemIndex> next_on_paper(const forms::Form& form, ItemIndex from) {
  for (ItemIndex index = from + 1; index < form.items.size(); ++index) {
    if (form.items[index].asked()) return index;
  }
  return std::nullopt;
}

std::optional<ItemIndex> next_open(const Evaluation& evaluation, ItemIndex from) {
  std::set<ItemIndex> open(evaluation.not_keyed.begin(), evaluation.not_keyed.end());
  for (const validators::Violation& violation : evaluation.violations) {
    if (!violation.settled) open.insert(violation.item);
  }
  if (open.empty()) return std::nullopt;
  const auto after = open.upper_bound(from);
  return after == open.end() ? *open.begin() : *after;
}

std::optional<ItemIndex> first_blocking(const Evaluation& evaluation) {
  std::set<ItemIndex> blocking(evaluation.not_keyed.begin(), evaluation.not_keyed.end());
  for (const validators::Violation& violation : evaluation.violations) {
    if (violation.severity == forms::Severity::hard && !violation.settled) blocking.insert(violation.item);
  }
  if (blocking.empty()) return std::nullopt;
  return *blocking.begin();
}

std::optional<ItemIndex> turn_page(const paper::Layout& layout, const forms::Form& form,
                                   const Evaluation& evaluation, ItemIndex from, bool forward) {
  const auto page = layout.page_of(from);
  if (!page) return std::nullopt;
  for (std::size_t step = 1; step < layout.pages.size(); ++step) {
    const std::size_t target = forward ? *page + step : *page - step;
    if (target >= layout.pages.size()) return std::nullopt;  // before the first: wrapped round
    for (const paper::Block& block : layout.pages[target].blocks) {
      if (is_asked(form, evaluation, block.item)) return block.item;
    }
  }
  return std::nullopt;
}

std::optional<ItemIndex> find_question(const forms::Form& form, ItemIndex from, std::string_view typed) {
  const std::string number = bare_number(typed);
  const std::string word = forms::nfkc(typed);
  if (word.empty()) return std::nullopt;
  for (ItemIndex index = 0; index < form.items.size(); ++index) {
    if (form.items[index].asked() && has_number(form, index, number)) return index;
  }
  for (std::size_t step = 1; step <= form.items.size(); ++step) {
    const ItemIndex index = (from + step) % form.items.size();
    if (form.items[index].asked() && label_contains(form.items[index], word)) return index;
  }
  return std::nullopt;
}

ItemIndex resume_at(const forms::Form& form, const Evaluation& evaluation, std::string_view last_item) {
  const auto last = form.find(last_item);
  if (last && form.items[*last].asked()) {
    const bool more_may_follow = form.items[*last].type == forms::ItemType::select_multiple;
    if (more_may_follow && evaluation.items[*last].relevant) return *last;
    return next_asked(form, evaluation, *last).value_or(*last);
  }
  return first_asked(form, evaluation).value_or(0);
}

}  // namespace genpyo::session
