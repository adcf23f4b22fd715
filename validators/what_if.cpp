#include "validators/what_if.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "validators/explain.h"
#include "validators/prover_world.h"

namespace genpyo::validators {
namespace {

using forms::ItemIndex;
using forms::Value;

constexpr std::size_t most_tried = 400;

std::vector<Value> choices_of(const forms::Form& form, const forms::Item& item) {
  std::vector<Value> values;
  if (const forms::ChoiceList* list = form.choices_of(item))
    for (const forms::Choice& choice : list->choices) values.emplace_back(forms::Codes{choice.code});
  return values;
}

// One choice more or fewer than are marked: every set of them would be too many to read.
std::vector<Value> sets_near(const Value& marked, const forms::Form& form, const forms::Item& item) {
  const auto* codes = std::get_if<forms::Codes>(&marked);
  if (codes == nullptr) return choices_of(form, item);
  std::vector<Value> values;
  if (const forms::ChoiceList* list = form.choices_of(item)) {
    for (const forms::Choice& choice : list->choices) {
      forms::Codes near = *codes;
      const auto at = std::lower_bound(near.begin(), near.end(), choice.code);
      if (at != near.end() && *at == choice.code) near.erase(at);
      else near.insert(at, choice.code);
      if (!near.empty()) values.emplace_back(std::move(near));
    }
  }
  return values;
}

std::vector<Value> figures_of(const Domain& domain, const std::vector<double>& borders) {
  std::set<double> numbers;
  for (const double border : borders)
    for (const double beside : {border - 1, border, border + 1})
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

// The whole figures that stand beside the item in rules about few items: ${nurses} <= ${staff}.
std::vector<double> compared_with(const Explanation& explanation, const forms::Case& current, ItemIndex item) {
  constexpr std::size_t few = 3;
  std::vector<double> figures;
  for (const ExplainedRule& rule : explanation.rules) {
    const bool names_it = std::find(rule.rests_on.begin(), rule.rests_on.end(), item) != rule.rests_on.end();
    if (!names_it || rule.rests_on.size() > few) continue;
    for (const ItemIndex other : rule.rests_on) {
      const auto* figure = std::get_if<std::int64_t>(&current.marks[other].content);
      if (figure != nullptr && other != item) figures.push_back(static_cast<double>(*figure));
    }
  }
  return figures;
}

// Of an item: what it could hold instead of its mark.
std::vector<Value> values_worth_a_look(const forms::Form& form, ItemIndex index, const forms::Mark& mark,
                                       std::vector<double> borders) {
  const forms::Item& item = form.items[index];
  const Domain domain = keyable(form, index);
  std::vector<Value> values;
  if (domain.kind == Domain::Kind::sets) values = sets_near(mark.content, form, item);
  else if (domain.kind == Domain::Kind::values) values = choices_of(form, item);
  else if (domain.kind != Domain::Kind::anything) values = figures_of(domain, borders);
  values.emplace_back(forms::Missing::no_answer);
  std::erase(values, mark.content);
  return values;
}

// Those of the first that the second lacks.
std::vector<Violation> lacking(const Evaluation& first, const Evaluation& second) {
  std::vector<std::string_view> known;
  for (const Violation& violation : second.violations) known.push_back(violation.key);
  std::sort(known.begin(), known.end());
  std::vector<Violation> left;
  for (const Violation& violation : first.violations)
    if (!std::binary_search(known.begin(), known.end(), violation.key)) left.push_back(violation);
  return left;
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

std::vector<ItemIndex> with_what_it_rests_on(const Explanation& explanation) {
  std::vector<ItemIndex> items = {explanation.item};
  for (const ExplainedRule& rule : explanation.rules)
    for (const ItemIndex each : rule.rests_on)
      if (std::find(items.begin(), items.end(), each) == items.end()) items.push_back(each);
  return items;
}

}  // namespace

bool Alternative::says_something() const {
  return !(asked.empty() && skipped.empty() && comes.empty() && goes.empty() && enters.empty() &&
           leaves.empty());
}

std::vector<OtherAnswers> other_answers(const Program& program, const forms::Case& current,
                                        ItemIndex item, forms::Date today, std::size_t most) {
  const forms::Form& form = program.form();
  forms::Case changed = current;
  changed.marks.resize(form.items.size());
  const Explanation explanation = explain(program, changed, item, today);
  const Cone cone(program.parts());
  const Evaluation before = evaluate(program, changed, today);
  Evaluation after;
  std::vector<OtherAnswers> all;
  for (const ItemIndex each : with_what_it_rests_on(explanation)) {
    if (!form.items[each].asked()) continue;
    OtherAnswers others{each, {}, 0};
    const forms::Mark as_it_is = changed.marks[each];
    std::vector<double> borders = compared_with(explanation, changed, each);
    borders.insert(borders.end(), cone.cuts(each).figures.begin(), cone.cuts(each).figures.end());
    for (Value& value : values_worth_a_look(form, each, as_it_is, std::move(borders))) {
      if (most == 0) {
        ++others.untried;
        continue;
      }
      --most;
      changed.marks[each] = {value, {}, ""};
      evaluate(program, changed, today, after);
      Alternative change = compared(before, after);
      change.item = each;
      change.value = std::move(value);
      others.alternatives.push_back(std::move(change));
    }
    changed.marks[each] = as_it_is;
    all.push_back(std::move(others));
  }
  return all;
}

std::vector<Alternative> what_if(const Program& program, const forms::Case& current,
                                 ItemIndex item, forms::Date today) {
  std::vector<Alternative> changes;
  for (OtherAnswers& others : other_answers(program, current, item, today, most_tried))
    for (Alternative& change : others.alternatives)
      if (change.says_something()) changes.push_back(std::move(change));
  return changes;
}

}  // namespace genpyo::validators
