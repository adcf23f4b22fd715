// A page that never arrived: every question of it is marked at one go.
#include <algorithm>

#include "app/session/inside.h"
#include "app/session/keying.h"
#include "forms/read_value.h"

namespace genpyo::session {
namespace {

// Those that begin on the page and are keyed from it.
std::vector<forms::ItemIndex> items_of(const State& state, std::size_t page) {
  std::vector<forms::ItemIndex> items;
  for (const paper::Block& block : state.layout->pages[page].blocks) {
    const bool begins_here = state.layout->page_of(block.item) == page;
    if (begins_here && state.survey->form.items[block.item].asked()) items.push_back(block.item);
  }
  return items;
}

// Something was found on it after all: a mark, or what is being typed.
bool has_marks(const State& state, const std::vector<forms::ItemIndex>& items) {
  const forms::Mark& present = state.current.marks[state.cursor];
  const bool typing = state.draft.text() != draft_for(state.survey->form.items[state.cursor], present).text();
  return typing || std::any_of(items.begin(), items.end(), [&](forms::ItemIndex item) {
           const forms::Mark& mark = state.current.marks[item];
           return mark.keyed() && !forms::is_missing(mark.content, forms::Missing::page_absent);
         });
}

}  // namespace

void Session::Inside::mark_page_absent() {
  const auto page = state.layout->page_of(state.cursor);
  if (!may_change() || !page) return;
  const std::vector<forms::ItemIndex> items = items_of(state, *page);
  const std::string number = std::to_string(*page + 1);
  if (has_marks(state, items) && !meant("notice.page_has_marks", {number})) return;
  if (!settle_draft()) return;

  // A mark may make the form ask more of the page: then that is absent too.
  Step step;
  forms::Case after = state.current;
  for (bool more = true; more;) {
    more = false;
    const auto evaluation = validators::evaluate(*state.survey->program, after, world.today());
    for (const forms::ItemIndex item : items) {
      if (!evaluation.items[item].relevant || after.marks[item].keyed()) continue;
      const forms::Mark absent = forms::mark_missing(forms::Missing::page_absent);
      step.push_back({item, after.marks[item], absent});
      after.marks[item] = absent;
      more = true;
    }
  }
  if (step.empty()) return tell(Notice::Kind::refused, "notice.page_nothing_left", {number});
  const std::string count = std::to_string(step.size());
  if (!save_step(std::move(step), "page absent")) return;
  state.cursor = items.back();
  go_on();
  tell(Notice::Kind::accepted, "notice.page_absent", {number, count});
}

}  // namespace genpyo::session
