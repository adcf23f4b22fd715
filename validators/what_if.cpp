#include "validators/what_if.h"

#include <algorithm>
#include <set>

#include "validators/evaluation.h"
#include "validators/explain.h"
#include "validators/prover_world.h"

namespace genpyo::validators {
namespace {

using forms::ItemIndex;
using forms::Value;

constexpr std::size_t most_tried = 400;

// Single choices: every set of them would be too many to read.
std::vector<Value> choices_of(const forms::Form& form, const forms::Item& item) {
  std::vector<Value> values;
  if (const forms::ChoiceList* list = form.choices_of(item))
    for (const forms::Choice& choice : list->choices) values.emplace_back(forms::Codes{choice.code});
  return values;
}

std::vector<Value> figures_of(const Domain& domain, const Cuts& cuts) {
  std::set<double> numbers;
  for (const double cut : cuts.figures)
    for (const double beside : {cut - 1, cut, cut + 1})
      if (beside >= domain.low && beside <= domain.high) numbers.insert(beside);
  std::vector<Value> values;
  for (const double number : numbers) {
    Domain point = domain;
    point.low = point.high = number;
    point.partial = point.blank = false;
    values.push_back(some_value(point));
  }
  return values;
}

std::vector<Value> alternatives(const forms::Form& form, ItemIndex index, const Cone& cone) {
  const forms::Item& item = form.items[index];
  const Domain domain = keyable(form, index);
  std::vector<Value> values;
  if (domain.kind == Domain::Kind::values || domain.kind == Domain::Kind::sets)
    values = choices_of(form, item);
  else if (domain.kind != Domain::Kind::anything)
    values = figures_of(domain, cone.cuts(index));
  values.emplace_back(forms::Missing::no_answer);
  return values;
}

// The keys of the first that the second lacks.
std::vector<std::string> lacking(const Evaluation& first, const Evaluation& second) {
  std::vector<std::string> keys;
  for (const Violation& violation : first.violations) {
    const bool known = std::any_of(second.violations.begin(), second.violations.end(),
                                   [&](const Violation& other) { return other.key == violation.key; });
    if (!known) keys.push_back(violation.key);
  }
  return keys;
}

Alternative compared(const Evaluation& before, const Evaluation& after) {
  Alternative change;
  for (ItemIndex item = 0; item < before.items.size(); ++item) {
    if (before.items[item].relevant == after.items[item].relevant) continue;
    (after.items[item].relevant ? change.asked : change.skipped).push_back(item);
  }
  change.comes = lacking(after, before);
  change.goes = lacking(before, after);
  for (std::size_t index = 0; index < before.extractions.size(); ++index) {
    const bool was_in = before.extractions[index].status == ExtractionState::Status::in;
    const bool is_in = after.extractions[index].status == ExtractionState::Status::in;
    if (was_in != is_in) (is_in ? change.enters : change.leaves).push_back(index);
  }
  return change;
}

bool says_something(const Alternative& change) {
  return !(change.asked.empty() && change.skipped.empty() && change.comes.empty() &&
           change.goes.empty() && change.enters.empty() && change.leaves.empty());
}

}  // namespace

std::vector<Alternative> what_if(const Program& program, const forms::Case& current,
                                 ItemIndex item, forms::Date today) {
  const forms::Form& form = program.form();
  std::vector<ItemIndex> items = {item};
  for (const ExplainedRule& rule : explain(program, current, item, today).rules)
    for (const ItemIndex each : rule.rests_on)
      if (std::find(items.begin(), items.end(), each) == items.end()) items.push_back(each);
  const Cone cone(program.parts());
  const Evaluation before = evaluate(program, current, today);
  std::vector<Alternative> changes;
  forms::Case changed = current;
  changed.marks.resize(form.items.size());
  std::size_t tried = 0;
  for (const ItemIndex each : items) {
    if (!form.items[each].asked()) continue;
    const forms::Mark as_it_is = changed.marks[each];
    for (Value& value : alternatives(form, each, cone)) {
      if (value == as_it_is.content || ++tried > most_tried) continue;
      changed.marks[each] = {value, {}, ""};
      Alternative change = compared(before, evaluate(program, changed, today));
      if (!says_something(change)) continue;
      change.item = each;
      change.value = std::move(value);
      changes.push_back(std::move(change));
    }
    changed.marks[each] = as_it_is;
  }
  return changes;
}

}  // namespace genpyo::validators
