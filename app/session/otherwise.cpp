#include "app/session/otherwise.h"

#include <algorithm>

namespace genpyo::session {
namespace {

using forms::ItemIndex;
using validators::Alternative;
using validators::Violation;

// Answers tried × (items, checks and extractions), which is what an evaluation costs.
constexpr std::size_t most_work = 400'000, most_tried = 300;

std::size_t most_for(const forms::Form& form) {
  const std::size_t rules = form.items.size() + form.checks.size() + form.extractions.size();
  return std::clamp<std::size_t>(most_work / std::max<std::size_t>(1, rules), 4, most_tried);
}

bool same_violations(const std::vector<Violation>& a, const std::vector<Violation>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Violation& one, const Violation& other) { return one.key == other.key; });
}

bool same_effect(const Alternative& a, const Alternative& b) {
  return a.asked == b.asked && a.skipped == b.skipped && a.enters == b.enters && a.leaves == b.leaves &&
         same_violations(a.comes, b.comes) && same_violations(a.goes, b.goes);
}

// A note or a calculation is not asked of anybody.
void keep_questions(Alternative& effect, const forms::Form& form) {
  const auto is_none = [&](ItemIndex each) { return !form.items[each].asked(); };
  std::erase_if(effect.asked, is_none);
  std::erase_if(effect.skipped, is_none);
}

// What another item's answer does to this one.
void keep_what_concerns(Alternative& effect, ItemIndex item) {
  const auto is_other = [&](ItemIndex each) { return each != item; };
  std::erase_if(effect.asked, is_other);
  std::erase_if(effect.skipped, is_other);
  const auto is_elsewhere = [&](const Violation& violation) {
    const auto& part = violation.items;
    return violation.item != item && std::find(part.begin(), part.end(), item) == part.end();
  };
  std::erase_if(effect.comes, is_elsewhere);
  std::erase_if(effect.goes, is_elsewhere);
  effect.enters.clear();
  effect.leaves.clear();
}

// Where an alternative belongs: the outcome with its effect, made where there is none yet.
std::vector<Span>& answers_like(Otherwise& told, const Alternative& effect) {
  if (!effect.says_something()) return told.no_difference;
  const auto same = std::find_if(told.outcomes.begin(), told.outcomes.end(), [&](const Outcome& each) {
    return same_effect(each.effect, effect);
  });
  if (same != told.outcomes.end()) return same->answers;
  return told.outcomes.emplace_back(Outcome{{}, effect}).answers;
}

// Whether a figure goes on from the one tried before it, with the same effect: the one that is
// keyed has none, and parts two that have.
bool goes_on(const forms::Value& before, const forms::Value& now, const Alternative& effect) {
  const auto* from = std::get_if<std::int64_t>(&before);
  const auto* to = std::get_if<std::int64_t>(&effect.value);
  const auto* keyed = std::get_if<std::int64_t>(&now);
  if (from == nullptr || to == nullptr) return false;
  return keyed == nullptr || !effect.says_something() || *keyed < *from || *keyed > *to;
}

void add(Otherwise& told, const Alternative* before, const Alternative& effect, const forms::Value& now) {
  std::vector<Span>& answers = answers_like(told, effect);
  const bool same = before != nullptr && same_effect(*before, effect);
  if (same && !answers.empty() && goes_on(before->value, now, effect)) {
    answers.back().last = effect.value;
    ++answers.back().tried;
  } else {
    answers.push_back({effect.value, effect.value});
  }
}

}  // namespace

std::vector<Otherwise> otherwise(const validators::Program& program, const forms::Case& current,
                                 ItemIndex item, forms::Date today) {
  const forms::Form& form = program.form();
  std::vector<Otherwise> all;
  for (auto& others : validators::other_answers(program, current, item, today, most_for(form))) {
    const bool own = others.item == item;
    Otherwise told{others.item, {}, {}, others.untried};
    const Alternative* before = nullptr;
    for (Alternative& effect : others.alternatives) {
      keep_questions(effect, form);
      if (!own) keep_what_concerns(effect, item);
      add(told, before, effect, current.marks[others.item].content);
      before = &effect;
    }
    if (!own) told.no_difference.clear();
    if (own || !told.outcomes.empty()) all.push_back(std::move(told));
  }
  return all;
}

}  // namespace genpyo::session
