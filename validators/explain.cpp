#include "validators/explain.h"

#include <algorithm>
#include <utility>

#include "validators/calculation.h"
#include "validators/coercion.h"
#include "validators/states.h"

namespace genpyo::validators {
namespace {

using forms::ItemIndex;
using Role = ExplainedRule::Role;

std::string written(const Operand& operand) {
  if (const auto* number = std::get_if<double>(&operand)) return to_text(*number);
  if (const auto* truth = std::get_if<bool>(&operand)) return *truth ? "true" : "false";
  const std::string& text = std::get<std::string>(operand);
  return text.empty() ? "''" : text;
}

bool contains(const std::vector<ItemIndex>& items, ItemIndex item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

bool names(const Compiled& rule, ItemIndex item) {
  return rule && contains(rule->rests_on(), item);
}

class Explainer {
 public:
  Explainer(const Moment& moment, ItemIndex item)
      : moment_(moment), form_(*moment.parts.form), item_(item) {}

  Explanation run() {
    explain_item();
    for (std::size_t check = 0; check < form_.checks.size(); ++check) explain_check(check);
    for (std::size_t index = 0; index < form_.extractions.size(); ++index)
      explain_extraction(index);
    return {item_, std::move(rules_)};
  }

 private:
  // A value says all of itself; steps are what is computed, and the items it is computed from.
  void add_steps(const Expression& rule, const Expression::Node& node, int depth,
                 std::vector<Step>& steps) const {
    if (node.literal()) return;
    steps.push_back({rule.text().substr(node.begin, node.end - node.begin),
                     written(Calculation(moment_.items, moment_.today).operand(node)), depth});
    for (const Expression::Node& operand : node.operands)
      add_steps(rule, operand, depth + 1, steps);
  }

  void add(Role role, const std::string& name, const forms::Rule& rule, const Compiled& compiled,
           bool applied) {
    if (!compiled) return;
    ExplainedRule explained{role,    name, rule.text, rule.place,
                            applied, true, {},        compiled->rests_on()};
    if (applied) {
      explained.holds = compiled->holds(moment_.items, moment_.today);
      add_steps(*compiled, compiled->root(), 0, explained.steps);
    }
    rules_.push_back(std::move(explained));
  }

  const ItemState& state() const { return moment_.items[item_]; }
  bool is_standing() const {
    return state().relevant && !mark_of(moment_.current, item_).keyed();
  }

  // The conditions of the groups it lies in, the outermost first.
  void explain_groups(const forms::Item& item) {
    std::vector<std::size_t> groups;
    for (auto group = item.group; group; group = form_.groups[*group].within)
      groups.insert(groups.begin(), *group);
    for (const std::size_t group : groups) {
      const forms::Group& definition = form_.groups[group];
      const GroupRules& rules = moment_.parts.groups[group];
      add(Role::relevant, definition.name, definition.relevant, rules.relevant, true);
      if (definition.repeat)
        add(Role::relevant, definition.name, form_.repeats[*definition.repeat].count, rules.count,
            true);
    }
  }

  void explain_choices(const forms::Item& item, const ItemRules& rules) {
    if (!rules.choice_filter) return;
    const auto* codes = std::get_if<forms::Codes>(&state().value);
    const auto offered = [this](int code) {
      return !std::binary_search(state().withheld.begin(), state().withheld.end(), code);
    };
    ExplainedRule explained{Role::choice_filter, "", item.choice_filter.text,
                            item.choice_filter.place, codes != nullptr, true, {},
                            rules.choice_filter->rests_on()};
    explained.holds = codes == nullptr || std::all_of(codes->begin(), codes->end(), offered);
    rules_.push_back(std::move(explained));
  }

  void explain_item() {
    const forms::Item& item = form_.items[item_];
    const ItemRules& rules = moment_.parts.items[item_];
    explain_groups(item);
    const bool is_here = item.frame_column.empty() && item.codes_of.empty();
    add(Role::relevant, "", item.relevant, rules.relevant, is_here);
    add(Role::calculation, "", item.calculation, rules.calculation, state().relevant);
    add(Role::default_value, "", item.default_value, rules.default_value, is_standing());
    explain_choices(item, rules);
    add(Role::required, "", item.required, rules.required, required_applies(moment_, item_));
    add(Role::constraint, "", item.constraint, rules.constraint,
        constraint_applies(moment_, item_));
  }

  void explain_check(std::size_t index) {
    const forms::Check& check = form_.checks[index];
    const CheckRules& rules = moment_.parts.checks[index];
    if (!contains(rules.named, item_)) return;
    add(Role::check, check.name, check.relevant, rules.relevant, !check_waits(moment_, index));
    add(Role::check, check.name, check.constraint, rules.constraint, check_applies(moment_, index));
  }

  void explain_extraction(std::size_t index) {
    const forms::Extraction& extraction = form_.extractions[index];
    const ExtractionRules& rules = moment_.parts.extractions[index];
    if (!contains(extraction.answered, item_) && !names(rules.relevant, item_) &&
        !names(rules.constraint, item_))
      return;
    using Status = ExtractionState::Status;
    const ExtractionState state = extraction_state(moment_, index);
    add(Role::extraction, extraction.name, extraction.relevant, rules.relevant, true);
    explain_answered(extraction, state);
    add(Role::extraction, extraction.name, extraction.constraint, rules.constraint,
        state.status == Status::in || state.status == Status::condition);
  }

  // The list of items to be answered is no expression: its steps are those that are missing.
  void explain_answered(const forms::Extraction& extraction, const ExtractionState& state) {
    if (extraction.answered.empty()) return;
    const bool applied = state.status != ExtractionState::Status::outside;
    ExplainedRule explained{Role::extraction, extraction.name,       "", extraction.place,
                            applied,          state.missing.empty(), {}, extraction.answered};
    for (const ItemIndex item : state.missing)
      explained.steps.push_back({"${" + form_.items[item].name + "}", "''", 0});
    rules_.push_back(std::move(explained));
  }

  const Moment& moment_;
  const forms::Form& form_;
  const ItemIndex item_;
  std::vector<ExplainedRule> rules_;
};

}  // namespace

Explanation explain(const Program& program, const forms::Case& current, ItemIndex item,
                    forms::Date today) {
  const Moment moment = moment_of(program, current, today);
  return Explainer(moment, item).run();
}

}  // namespace genpyo::validators
