#include "validators/conditions.h"

namespace genpyo::validators {
namespace {

using Node = Expression::Node;
using Rule = Condition::Rule;

bool is_call(const Node& node, Function function) {
  return node.operation == Operation::call && node.function == function;
}

bool joins(const Node& node) {
  return node.operation == Operation::conjunction || node.operation == Operation::disjunction ||
         is_call(node, Function::negation) || is_call(node, Function::choice);
}

class Leaves {
 public:
  // Of a rule that holds or fails; of a calculation only what stands in an if.
  std::vector<const Node*> of(const Node& root, bool is_decision) {
    const Node* inner = &root;
    while (is_call(*inner, Function::negation)) inner = &inner->operands[0];
    if (is_decision && joins(*inner)) add_truth(*inner);
    else add_inside(*inner);
    return std::move(leaves_);
  }

 private:
  void add_truth(const Node& node) {
    if (joins(node)) {
      for (const Node& operand : node.operands) add_truth(operand);
      return;
    }
    if (rests_on_items(node)) leaves_.push_back(&node);
    add_inside(node);
  }

  // What stands in [ ] has no value of its own: it is looked at once for each instance.
  void add_inside(const Node& node) {
    if (node.operation == Operation::nodes || node.operation == Operation::here) return;
    const bool choice = is_call(node, Function::choice);
    for (std::size_t at = 0; at < node.operands.size(); ++at) {
      if (choice && at == 0) add_truth(node.operands[at]);
      else add_inside(node.operands[at]);
    }
  }

  static bool rests_on_items(const Node& node) {
    if (node.operation == Operation::item || node.operation == Operation::nodes) return true;
    if (node.operation == Operation::here || node.operation == Operation::column) return false;
    for (const Node& operand : node.operands)
      if (rests_on_items(operand)) return true;
    return false;
  }

  std::vector<const Node*> leaves_;
};

}  // namespace

std::vector<Condition> conditions_of(const Program::Parts& parts) {
  std::vector<Condition> all;
  const auto add = [&all](Rule rule, std::size_t index, const Compiled& compiled) {
    if (!compiled) return;
    for (const Node* node : Leaves().of(compiled->root(), rule != Rule::calculation))
      all.push_back({rule, index, compiled.get(), node});
  };
  for (std::size_t group = 0; group < parts.groups.size(); ++group)
    add(Rule::group_relevant, group, parts.groups[group].relevant);
  for (std::size_t item = 0; item < parts.items.size(); ++item) {
    const forms::Item& definition = parts.form->items[item];
    if (!definition.frame_column.empty() || !definition.codes_of.empty()) continue;
    const ItemRules& rules = parts.items[item];
    add(Rule::relevant, item, rules.relevant);
    if (definition.asked()) add(Rule::required, item, rules.required);
    add(Rule::constraint, item, rules.constraint);
    add(Rule::calculation, item, rules.calculation);
  }
  for (std::size_t check = 0; check < parts.checks.size(); ++check) {
    if (!parts.checks[check].constraint) continue;
    add(Rule::check_relevant, check, parts.checks[check].relevant);
    add(Rule::check_constraint, check, parts.checks[check].constraint);
  }
  for (std::size_t index = 0; index < parts.extractions.size(); ++index) {
    add(Rule::base, index, parts.extractions[index].relevant);
    add(Rule::further, index, parts.extractions[index].constraint);
  }
  return all;
}

bool is_looked_at(const Moment& moment, const Condition& condition) {
  using Status = ExtractionState::Status;
  const forms::Form& form = *moment.parts.form;
  const auto is_asked = [&](const std::optional<std::size_t>& group) {
    return !group || moment.groups[*group].asked == GroupState::Asked::yes;
  };
  switch (condition.rule) {
    case Rule::relevant: return is_asked(form.items[condition.index].group);
    case Rule::required: return required_applies(moment, condition.index);
    case Rule::constraint: return constraint_applies(moment, condition.index);
    case Rule::calculation: return moment.items[condition.index].relevant;
    case Rule::group_relevant: return is_asked(form.groups[condition.index].within);
    case Rule::check_relevant: return !check_waits(moment, condition.index);
    case Rule::check_constraint: return check_applies(moment, condition.index);
    case Rule::base: return true;
    case Rule::further: {
      const Status status = extraction_state(moment, condition.index).status;
      return status == Status::in || status == Status::condition;
    }
  }
  return false;
}

}  // namespace genpyo::validators
