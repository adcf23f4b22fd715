#include "validators/trial.h"

#include <algorithm>
#include <utility>

namespace genpyo::validators {

using forms::ItemIndex;

Trial::Trial(const Program& program, forms::Case usual, forms::Date today)
    : program_(program), today_(today), usual_(std::move(usual)), current_(usual_),
      usually_(moment_of(program, usual_, today)), moment_(moment_of(program, current_, today)) {}

bool Trial::wants_whole(const std::vector<ItemIndex>& items) const {
  const Program::Parts& parts = program_.parts();
  if (parts.circular) return true;
  return std::any_of(items.begin(), items.end(), [&](ItemIndex item) {
    for (auto group = parts.form->items[item].group; group; group = parts.form->groups[*group].within)
      if (parts.form->groups[*group].repeat) return true;
    return false;
  });
}

void Trial::put_back(bool states) {
  for (const ItemIndex item : changed_) current_.marks[item] = usual_.marks[item];
  if (!states) {
    changed_.clear();
    return;
  }
  if (changed_all_) {
    moment_.items = usually_.items;
    moment_.groups = usually_.groups;
  } else {
    const forms::Form& form = *program_.parts().form;
    for (const ItemIndex item : changed_) {
      moment_.items[item] = usually_.items[item];
      for (auto group = form.items[item].group; group; group = form.groups[*group].within)
        moment_.groups[*group] = usually_.groups[*group];
    }
  }
  changed_.clear();
  changed_all_ = false;
}

const Moment& Trial::with(const std::vector<ItemIndex>& items, const std::vector<forms::Value>& answers,
                          bool whole) {
  put_back(!whole);
  for (std::size_t at = 0; at < items.size(); ++at) current_.marks[items[at]].content = answers[at];
  changed_ = items;
  changed_all_ = whole;
  if (whole) settle_all(moment_);
  else settle_again(moment_, items);
  return moment_;
}

}  // namespace genpyo::validators
