#include <algorithm>
#include <cmath>
#include <iterator>

#include "validators/prover_world.h"

namespace genpyo::validators {
namespace {

using forms::ItemIndex;
using Kind = Branch::Kind;

// What stands in a rule as it is: figures, texts and days.
struct Literals {
  std::vector<double> figures;
  std::vector<std::string> texts;

  void add(const Expression::Node& node) {
    if (node.operation == Operation::number) figures.push_back(node.number);
    const bool date = node.operation == Operation::call && node.type == Expression::Type::date &&
                      node.operands.size() == 1 && node.operands[0].operation == Operation::text;
    if (node.operation == Operation::text || date) {
      const Expression::Node& text = date ? node.operands[0] : node;
      texts.push_back(text.text);
      const double number = Calculation({}, forms::Date{}).number(text);
      if (!std::isnan(number)) figures.push_back(number);
    }
    for (const Expression::Node& operand : node.operands) add(operand);
  }
};

template <typename T>
void put_in_order(std::vector<T>& all) {
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

}  // namespace

Cone::Cone(const Program::Parts& parts)
    : parts_(parts), supports_(parts.items.size()), place_(parts.items.size()),
      checks_(parts.items.size()), cuts_(parts.items.size()) {
  const forms::Form& form = *parts.form;
  for (std::size_t at = 0; at < parts.order.size(); ++at) place_[parts.order[at]] = at;
  const auto add = [](std::vector<ItemIndex>& to, const Compiled& rule) {
    if (rule) to.insert(to.end(), rule->rests_on().begin(), rule->rests_on().end());
  };
  for (ItemIndex item = 0; item < supports_.size(); ++item) {
    const ItemRules& rules = parts.items[item];
    add(supports_[item], rules.relevant);
    add(supports_[item], rules.calculation);
    add(supports_[item], rules.default_value);
    for (auto group = form.items[item].group; group; group = form.groups[*group].within) {
      add(supports_[item], parts.groups[*group].relevant);
      add(supports_[item], parts.groups[*group].count);
    }
    for (const Compiled* rule : {&rules.relevant, &rules.required, &rules.constraint,
                                 &rules.calculation, &rules.choice_filter})
      look_at(*rule);
  }
  for (const GroupRules& group : parts.groups) look_at(group.relevant);
  for (std::size_t index = 0; index < parts.checks.size(); ++index) {
    const CheckRules& check = parts.checks[index];
    (check.named.empty() ? idle_checks_ : checks_[check.named.back()]).push_back(index);
    look_at(check.relevant);
    look_at(check.constraint);
  }
  for (const ExtractionRules& extraction : parts.extractions) {
    look_at(extraction.relevant);
    look_at(extraction.constraint);
  }
  for (Cuts& cuts : cuts_) {
    put_in_order(cuts.figures);
    put_in_order(cuts.texts);
    put_in_order(cuts.codes);
  }
}

void Cone::look_at(const Compiled& rule) {
  if (!rule) return;
  Literals literals;
  literals.add(rule->root());
  for (const ItemIndex item : rule->rests_on()) {
    Cuts& cuts = cuts_[item];
    cuts.figures.insert(cuts.figures.end(), literals.figures.begin(), literals.figures.end());
    cuts.texts.insert(cuts.texts.end(), literals.texts.begin(), literals.texts.end());
    const forms::ChoiceList* list = parts_.form->choices_of(parts_.form->items[item]);
    if (list == nullptr) continue;
    for (const forms::Choice& choice : list->choices) {
      const bool named =
          std::find(literals.texts.begin(), literals.texts.end(), choice.name) !=
              literals.texts.end() ||
          std::find(literals.figures.begin(), literals.figures.end(), choice.code) !=
              literals.figures.end();
      if (named || choice.exclusive) cuts.codes.push_back(choice.code);
    }
  }
}

std::vector<ItemIndex> Cone::closed(std::vector<ItemIndex> items) const {
  std::vector<char> within(supports_.size(), 0);
  std::vector<ItemIndex> all;
  while (!items.empty()) {
    const ItemIndex item = items.back();
    items.pop_back();
    if (within[item] != 0) continue;
    within[item] = 1;
    all.push_back(item);
    items.insert(items.end(), supports_[item].begin(), supports_[item].end());
  }
  std::sort(all.begin(), all.end(), [this](ItemIndex a, ItemIndex b) { return place_[a] < place_[b]; });
  return all;
}

Cone::Inside Cone::inside(const std::vector<ItemIndex>& items) const {
  std::vector<char> within(place_.size(), 0);
  for (const ItemIndex item : items) within[item] = 1;
  const auto all_within = [&within](const auto& named) {
    return std::all_of(named.begin(), named.end(), [&within](ItemIndex item) { return within[item] != 0; });
  };
  Inside found{idle_checks_, {}};
  for (const ItemIndex item : items) {
    const Compiled& constraint = parts_.items[item].constraint;
    if (constraint && all_within(constraint->rests_on())) found.constraints.push_back(item);
    for (const std::size_t check : checks_[item])
      if (all_within(parts_.checks[check].named)) found.checks.push_back(check);
  }
  std::sort(found.checks.begin(), found.checks.end());
  return found;
}

std::vector<const Expression*> rules_of(const Program::Parts& parts, const Branch& branch) {
  std::vector<const Expression*> rules;
  const auto add = [&](const Compiled& rule) {
    if (rule) rules.push_back(rule.get());
  };
  if (is_of_condition(branch.kind)) {
    const Condition& condition = parts.conditions[branch.index];
    rules.push_back(condition.within);
    if (condition.rule == Condition::Rule::check_constraint) add(parts.checks[condition.index].relevant);
    if (condition.rule == Condition::Rule::further) add(parts.extractions[condition.index].relevant);
  } else if (is_of_extraction(branch.kind)) {
    add(parts.extractions[branch.index].relevant);
    add(parts.extractions[branch.index].constraint);
  } else if (is_of_check(branch.kind)) {
    add(parts.checks[branch.index].relevant);
    add(parts.checks[branch.index].constraint);
  } else {
    const ItemRules& rules_of_item = parts.items[branch.index];
    const bool of_required = branch.kind == Kind::must || branch.kind == Kind::need_not ||
                             branch.kind == Kind::left_open || branch.kind == Kind::filled;
    if (of_required) add(rules_of_item.required);
    if (branch.kind == Kind::passes || branch.kind == Kind::breaks) add(rules_of_item.constraint);
    if (branch.kind == Kind::offered || branch.kind == Kind::withheld)
      add(rules_of_item.choice_filter);
  }
  return rules;
}

std::vector<ItemIndex> Cone::of(const Branch& branch) const {
  std::vector<ItemIndex> items;
  for (const Expression* rule : rules_of(parts_, branch))
    items.insert(items.end(), rule->rests_on().begin(), rule->rests_on().end());
  const auto add_extraction = [&](std::size_t index) {
    const auto& answered = parts_.form->extractions[index].answered;
    items.insert(items.end(), answered.begin(), answered.end());
  };
  const auto add_check = [&](std::size_t index) {
    const auto& named = parts_.checks[index].named;
    items.insert(items.end(), named.begin(), named.end());
  };
  if (is_of_condition(branch.kind)) {
    const Condition& condition = parts_.conditions[branch.index];
    const bool of_item = condition.rule >= Condition::Rule::required &&
                         condition.rule <= Condition::Rule::calculation;
    if (of_item) items.push_back(condition.index);
    if (condition.rule == Condition::Rule::check_relevant) add_check(condition.index);
    if (condition.rule == Condition::Rule::further) add_extraction(condition.index);
  } else if (is_of_extraction(branch.kind)) {
    add_extraction(branch.index);
  } else if (is_of_item(branch.kind)) {
    items.push_back(branch.index);
  }
  return closed(std::move(items));
}

}  // namespace genpyo::validators
