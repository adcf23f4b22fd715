// The branches of a form, and whether a case brings them about.
#include <algorithm>

#include "validators/conditions.h"
#include "validators/prover_search.h"

namespace genpyo::validators {
namespace {

using forms::ItemIndex;
using Kind = Branch::Kind;
using Status = ExtractionState::Status;

bool of_item(const Moment& moment, const Branch& branch) {
  const ItemState& state = moment.items[branch.index];
  const bool withheld =
      std::binary_search(state.withheld.begin(), state.withheld.end(), branch.code);
  const auto holds_here = [&](const Compiled& rule) {
    return rule && rule->holds(moment.items, moment.today);
  };
  const ItemRules& rules = moment.parts.items[branch.index];
  switch (branch.kind) {
    case Kind::asked: return state.relevant;
    case Kind::skipped: return !state.relevant;
    case Kind::must: return state.relevant && state.required;
    case Kind::left_open: return state.relevant && state.required && !forms::is_answer(state.value);
    case Kind::filled: return state.relevant && state.required && forms::is_answer(state.value);
    case Kind::need_not:
      return required_applies(moment, branch.index) && !holds_here(rules.required);
    case Kind::passes:
      return constraint_applies(moment, branch.index) && holds_here(rules.constraint);
    case Kind::breaks:
      return constraint_applies(moment, branch.index) && !holds_here(rules.constraint);
    case Kind::offered: return state.relevant && !withheld;
    default: return state.relevant && withheld;
  }
}

bool of_check(const Moment& moment, const Branch& branch) {
  const CheckRules& rules = moment.parts.checks[branch.index];
  if (!rules.constraint) return false;
  const bool waits = check_waits(moment, branch.index);
  const bool applies = check_applies(moment, branch.index);
  const bool holds = applies && rules.constraint->holds(moment.items, moment.today);
  switch (branch.kind) {
    case Kind::check_passes: return applies && holds;
    case Kind::check_fails: return applies && !holds;
    case Kind::check_waits: return waits;
    default: return !waits && !applies;
  }
}

bool of_extraction(const Moment& moment, const Branch& branch) {
  const Status status = extraction_state(moment, branch.index).status;
  switch (branch.kind) {
    case Kind::in: return status == Status::in;
    case Kind::incomplete: return status == Status::incomplete;
    case Kind::outside: return status == Status::outside;
    default: return status == Status::condition;
  }
}

// Each condition by itself, whether or not what stands beside it decides the rule already.
bool of_condition(const Moment& moment, const Branch& branch) {
  const Condition& condition = moment.parts.conditions[branch.index];
  if (!is_looked_at(moment, condition)) return false;
  const Circumstances circumstances(moment.today);
  const bool holds = Calculation(moment.items, circumstances).boolean(*condition.node);
  return holds == (branch.kind == Kind::holds);
}

bool has_condition(const Program::Parts& parts, ItemIndex item) {
  if (parts.items[item].relevant) return true;
  const forms::Form& form = *parts.form;
  for (auto group = form.items[item].group; group; group = form.groups[*group].within)
    if (parts.groups[*group].relevant) return true;
  return false;
}

void add_item(const Program::Parts& parts, ItemIndex item, std::vector<Branch>& all) {
  const forms::Item& definition = parts.form->items[item];
  if (!definition.frame_column.empty() || !definition.codes_of.empty()) return;
  const ItemRules& rules = parts.items[item];
  const auto both = [&](Kind yes, Kind no, int code = 0) {
    all.push_back({yes, item, code});
    all.push_back({no, item, code});
  };
  if (has_condition(parts, item)) both(Kind::asked, Kind::skipped);
  // `required: true` has one branch only.
  const bool constant = rules.required && rules.required->rests_on().empty();
  if (rules.required && definition.asked() && !constant) both(Kind::must, Kind::need_not);
  if (rules.required && definition.asked()) both(Kind::left_open, Kind::filled);
  if (rules.constraint) both(Kind::passes, Kind::breaks);
  const forms::ChoiceList* list = parts.form->choices_of(definition);
  if (rules.choice_filter && list != nullptr)
    for (const forms::Choice& choice : list->choices)
      both(Kind::offered, Kind::withheld, choice.code);
}

}  // namespace

bool comes_about(const Moment& moment, const Branch& branch) {
  if (is_of_condition(branch.kind)) return of_condition(moment, branch);
  if (is_of_extraction(branch.kind)) return of_extraction(moment, branch);
  return is_of_check(branch.kind) ? of_check(moment, branch) : of_item(moment, branch);
}

std::vector<Branch> branches_of(const Program::Parts& parts) {
  std::vector<Branch> all;
  for (ItemIndex item = 0; item < parts.items.size(); ++item) add_item(parts, item, all);
  for (std::size_t check = 0; check < parts.checks.size(); ++check) {
    if (!parts.checks[check].constraint) continue;
    all.push_back({Kind::check_passes, check});
    all.push_back({Kind::check_fails, check});
    if (!parts.form->checks[check].on_blank && !parts.checks[check].awaited.empty())
      all.push_back({Kind::check_waits, check});
    if (parts.checks[check].relevant) all.push_back({Kind::check_off, check});
  }
  for (std::size_t index = 0; index < parts.extractions.size(); ++index) {
    all.push_back({Kind::in, index});
    if (!parts.form->extractions[index].answered.empty()) all.push_back({Kind::incomplete, index});
    if (parts.extractions[index].relevant) all.push_back({Kind::outside, index});
    if (parts.extractions[index].constraint) all.push_back({Kind::condition, index});
  }
  for (std::size_t index = 0; index < parts.conditions.size(); ++index) {
    all.push_back({Kind::holds, index});
    all.push_back({Kind::fails, index});
  }
  return all;
}

}  // namespace genpyo::validators
