#include "validators/expression.h"

#include <algorithm>
#include <utility>

#include "validators/calculation.h"
#include "validators/expression_node.h"
#include "validators/parser.h"
#include "validators/rule_faults.h"

namespace genpyo::validators {
namespace {

constexpr std::size_t most_bytes = 4096;

void collect(const Expression::Node& node, std::vector<forms::ItemIndex>& items) {
  if (node.operation == Operation::item) items.push_back(node.item);
  if (node.members != nullptr)
    for (const Member& member : *node.members) {
      if (member.item) items.push_back(*member.item);
      items.insert(items.end(), member.proof.begin(), member.proof.end());
    }
  // The first operand of `once` is the item itself, which nobody wrote: it is no circle.
  const bool once = node.operation == Operation::call && node.function == Function::once;
  for (std::size_t at = once ? 1 : 0; at < node.operands.size(); ++at) collect(node.operands[at], items);
}

void collect_alone(const Expression::Node& node, std::vector<forms::ItemIndex>& items) {
  if (node.operation == Operation::item) items.push_back(node.item);
  for (const Expression::Node& operand : node.operands) collect_alone(operand, items);
}

std::vector<forms::ItemIndex> each_once(std::vector<forms::ItemIndex> items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
  return items;
}

}  // namespace

Expression::Expression(std::string text, std::unique_ptr<Node> root,
                       std::vector<forms::ItemIndex> rests_on,
                       std::vector<forms::ItemIndex> named_alone)
    : text_(std::move(text)),
      root_(std::move(root)),
      rests_on_(std::move(rests_on)),
      named_alone_(std::move(named_alone)) {}

Expression::~Expression() = default;

std::shared_ptr<const Expression> Expression::parse(const forms::Rule& rule,
                                                    const forms::Form& form,
                                                    std::optional<forms::ItemIndex> self,
                                                    std::vector<forms::Diagnostic>& diagnostics,
                                                    std::string_view role,
                                                    const Columns& columns) {
  RuleFaults faults(rule, form, role, diagnostics);
  if (rule.text.size() > most_bytes) {
    faults.too_long(most_bytes);
    return nullptr;
  }
  auto root = std::make_unique<Node>(Parser(rule.text, form, self, columns, faults).parse());
  if (faults.any()) return nullptr;
  std::vector<forms::ItemIndex> rests_on, alone;
  collect(*root, rests_on);
  collect_alone(*root, alone);
  return std::shared_ptr<const Expression>(new Expression(
      rule.text, std::move(root), each_once(std::move(rests_on)), each_once(std::move(alone))));
}

Expression::Type Expression::type() const { return root_->type; }

const std::vector<forms::ItemIndex>& Expression::rests_on() const { return rests_on_; }

const std::vector<forms::ItemIndex>& Expression::named_alone() const { return named_alone_; }

const Expression::Node& Expression::root() const { return *root_; }

Operand Expression::evaluate(const std::vector<ItemState>& values,
                             const Circumstances& circumstances) const {
  return Calculation(values, circumstances).operand(*root_);
}

bool Expression::holds(const std::vector<ItemState>& values,
                       const Circumstances& circumstances) const {
  return Calculation(values, circumstances).boolean(*root_);
}

Answer Expression::answer(const std::vector<ItemState>& values,
                          const Circumstances& circumstances) const {
  const Calculation calculation(values, circumstances);
  std::string buffer;
  Answer answer;
  answer.type = calculation.type(*root_);
  answer.missing = calculation.missing(*root_);
  answer.number = calculation.number(*root_);
  answer.truth = calculation.boolean(*root_);
  answer.text = std::string(calculation.text(*root_, buffer));
  return answer;
}

}  // namespace genpyo::validators
