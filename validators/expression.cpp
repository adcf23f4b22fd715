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
  for (const Expression::Node& operand : node.operands) collect(operand, items);
}

std::vector<forms::ItemIndex> items_of(const Expression::Node& root) {
  std::vector<forms::ItemIndex> items;
  collect(root, items);
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
  return items;
}

}  // namespace

Expression::Expression(std::string text, std::unique_ptr<Node> root,
                       std::vector<forms::ItemIndex> rests_on)
    : text_(std::move(text)), root_(std::move(root)), rests_on_(std::move(rests_on)) {}

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
  std::vector<forms::ItemIndex> rests_on = items_of(*root);
  return std::shared_ptr<const Expression>(
      new Expression(rule.text, std::move(root), std::move(rests_on)));
}

Expression::Type Expression::type() const { return root_->type; }

const std::vector<forms::ItemIndex>& Expression::rests_on() const { return rests_on_; }

const Expression::Node& Expression::root() const { return *root_; }

Operand Expression::evaluate(const std::vector<ItemState>& values,
                             const Circumstances& circumstances) const {
  return Calculation(values, circumstances).operand(*root_);
}

bool Expression::holds(const std::vector<ItemState>& values,
                       const Circumstances& circumstances) const {
  return Calculation(values, circumstances).boolean(*root_);
}

}  // namespace genpyo::validators
