#include "validators/reckoning.h"

#include <algorithm>
#include <cmath>

#include "validators/coercion.h"

namespace genpyo::validators {
namespace {

using forms::Value;
using Kind = Domain::Kind;
using Type = Expression::Type;

constexpr std::size_t most_combinations = 64;

bool is_node(const Expression::Node& node) {
  return node.operation == Operation::item || node.operation == Operation::here;
}
bool is_of(const Expression::Node& node, Type type) { return node.type == type && !is_node(node); }
bool is_set(const Expression::Node& node) {
  return node.operation == Operation::nodes || node.operation == Operation::here ||
         (node.operation == Operation::call && node.type == Type::nodes);
}
bool counts(const Expression::Node& node) {
  return is_of(node, Type::number) || is_of(node, Type::date);
}

bool stands_for_another(const Expression::Node& node) {
  return node.operation == Operation::call &&
         (node.function == Function::choice || node.function == Function::coalesce ||
          node.function == Function::once);
}

// Two numbers that may be none, compared by <.
Truths below(const Bounds& low, const Bounds& high, bool strictly) {
  const auto holds = [strictly](double a, double b) { return strictly ? a < b : a <= b; };
  if (!low.any() || !high.any()) return nowhere;
  return {holds(low.low, high.high), low.none || high.none || !holds(low.high, high.low)};
}

Truths same(const Bounds& a, const Bounds& b) {
  if (!a.any() || !b.any()) return nowhere;
  const bool meet = (a.low <= b.high || same_number(a.low, b.high)) &&
                    (b.low <= a.high || same_number(b.low, a.high));
  const bool one = a.low == a.high && b.low == b.high && a.low == b.low;
  return {meet, a.none || b.none || !one};
}

// Figures as the texts that they are: a blank equals a blank.
Truths same_texts(const Domain& a, const Domain& b, const Bounds& x, const Bounds& y) {
  const bool both_blank = a.blank && b.blank;
  const Truths answers = same({x.low, x.high, false}, {y.low, y.high, false});
  const bool both_answered = x.any() && y.any();
  const bool one_blank = (a.blank && y.any()) || (b.blank && x.any());
  return {both_blank || (both_answered && answers.may_hold),
          one_blank || (both_answered && answers.may_fail)};
}

std::string name_of(int code, const ChoiceNames* names) {
  if (names == nullptr) return std::to_string(code);
  for (const auto& [known, name] : *names)
    if (known == code) return name;
  return {};
}

}  // namespace

Truths operator!(Truths truths) { return {truths.may_fail, truths.may_hold}; }
Truths operator&&(Truths a, Truths b) {
  return {a.may_hold && b.may_hold, a.may_fail || b.may_fail};
}
Truths operator||(Truths a, Truths b) { return !(!a && !b); }

bool is_fleeting(const Expression::Node& node) {
  if (node.operation == Operation::call) {
    switch (node.function) {
      case Function::today:
      case Function::now:
      case Function::random:
      case Function::randomize:
      case Function::uuid: return true;
      default: break;
    }
  }
  return std::any_of(node.operands.begin(), node.operands.end(), is_fleeting);
}

void add_items(const Expression::Node& node, std::vector<forms::ItemIndex>& items) {
  if (node.operation == Operation::item) items.push_back(node.item);
  if (node.members != nullptr) {
    for (const Member& member : *node.members) {
      if (member.item) items.push_back(*member.item);
      items.insert(items.end(), member.proof.begin(), member.proof.end());
    }
  }
  for (const Expression::Node& operand : node.operands) add_items(operand, items);
}

Reckoning::Reckoning(const std::vector<Domain>& domains, const Circumstances& circumstances,
                     std::vector<ItemState>& states)
    : domains_(domains), circumstances_(circumstances), values_(states) {}

bool Reckoning::each(const Node& node, const std::function<void(const Calculation&)>& visit) const {
  std::vector<forms::ItemIndex> items;
  if (is_fleeting(node)) return false;
  add_items(node, items);
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
  std::vector<std::vector<Value>> choices;
  std::size_t combinations = 1;
  for (const forms::ItemIndex item : items) {
    auto values = every_value(domains_[item], most_combinations);
    if (!values) return false;
    combinations *= values->size();
    if (combinations > most_combinations) return false;
    choices.push_back(std::move(*values));
  }
  for (std::size_t number = 0; number < combinations; ++number) {
    std::size_t rest = number;
    for (std::size_t at = 0; at < items.size(); ++at) {
      values_[items[at]].value = choices[at][rest % choices[at].size()];
      rest /= choices[at].size();
    }
    visit(Calculation(values_, circumstances_));
  }
  return true;
}

std::optional<std::vector<Operand>> Reckoning::results(const Expression& rule) const {
  std::vector<Operand> all;
  const bool few = each(rule.root(), [&](const Calculation& calculation) {
    all.push_back(calculation.operand(rule.root()));
  });
  return few ? std::optional(std::move(all)) : std::nullopt;
}

Truths Reckoning::computed(const Node& node) const {
  Truths found{false, false};
  const bool few = each(node, [&](const Calculation& calculation) {
    (calculation.boolean(node) ? found.may_hold : found.may_fail) = true;
  });
  return few ? found : either;
}

Truths Reckoning::may_be_blank(const Node& node) const {
  if (node.operation == Operation::text) return node.text.empty() ? always : nowhere;
  if (node.operation == Operation::number) return nowhere;
  if (node.operation == Operation::item)
    return {domain(node).blank, domain(node).answered()};
  return either;
}

void Reckoning::taken(const Node& node, std::vector<const Node*>& all) const {
  if (!stands_for_another(node)) return all.push_back(&node);
  if (all.size() > 16) return all.push_back(&node);
  if (node.function == Function::choice) {
    const Truths condition = truths(node.operands[0]);
    if (condition.may_hold) taken(node.operands[1], all);
    if (condition.may_fail) taken(node.operands[2], all);
    return;
  }
  const Truths blank = may_be_blank(node.operands[0]);
  if (blank.may_fail) taken(node.operands[0], all);
  if (blank.may_hold && node.operands.size() > 1) taken(node.operands[1], all);
}

Truths Reckoning::truths(const Node& node) const {
  switch (node.operation) {
    case Operation::conjunction: {
      Truths all = always;
      for (const Node& operand : node.operands) all = all && truths(operand);
      return all == either ? computed(node) : all;
    }
    case Operation::disjunction: {
      Truths any = nowhere;
      for (const Node& operand : node.operands) any = any || truths(operand);
      return any == either ? computed(node) : any;
    }
    case Operation::equal:
    case Operation::not_equal:
    case Operation::less:
    case Operation::at_most:
    case Operation::greater:
    case Operation::at_least: return compared(node);
    case Operation::item: return item_truths(node);
    default: break;
  }
  if (node.operation == Operation::call) {
    if (node.function == Function::negation) return !truths(node.operands[0]);
    if (node.function == Function::boolean) return truths(node.operands[0]);
    if (const auto found = selected(node)) return *found;
  }
  return computed(node);
}

Truths Reckoning::item_truths(const Node& node) const {
  const Domain& of = domain(node);
  if (of.kind == Kind::anything) return {true, true};
  if (of.kind != Kind::figures) {
    const bool figures = std::any_of(of.values.begin(), of.values.end(), [](const Value& value) {
      return std::holds_alternative<std::int64_t>(value) ||
             std::holds_alternative<forms::Decimal>(value);
    });
    return figures ? computed(node) : Truths{of.answered(), of.blank};
  }
  const bool zero = of.low <= 0 && of.high >= 0;
  const bool other = of.answered() && !(of.low == 0 && of.high == 0);
  return {other, of.blank || zero};
}

// selected(${item}, code): of sets without looking at each of them.
std::optional<Truths> Reckoning::selected(const Node& node) const {
  if (node.function != Function::selected) return std::nullopt;
  const Node& select = node.operands[0];
  const Node& wanted = node.operands[1];
  if (select.operation != Operation::item || !wanted.literal()) return std::nullopt;
  const Domain& of = domain(select);
  if (of.kind != Kind::sets) return std::nullopt;
  const std::string name =
      wanted.operation == Operation::number ? to_text(wanted.number) : wanted.text;
  Truths found = nowhere;
  for (const int code : of.may) {
    if (name_of(code, select.names.get()) != name) continue;
    const bool must = std::binary_search(of.must.begin(), of.must.end(), code);
    const bool alone = of.may.size() == 1 && !of.blank;
    found = {true, of.blank || !(must || alone)};
  }
  if (name.find_first_of(" \t\r\n") != std::string::npos) return either;
  return found;
}

Truths Reckoning::compared(const Node& node) const {
  std::vector<const Node*> lefts, rights;
  taken(node.operands[0], lefts);
  taken(node.operands[1], rights);
  Truths found{false, false};
  for (const Node* left : lefts) {
    for (const Node* right : rights) {
      const Truths one = compared(node.operation, *left, *right);
      found = {found.may_hold || one.may_hold, found.may_fail || one.may_fail};
    }
  }
  if (found.may_hold && found.may_fail) return computed(node);
  return found.may_hold || found.may_fail ? found : either;
}

Truths Reckoning::compared(Operation operation, const Node& left, const Node& right) const {
  std::optional<Truths> found;
  switch (operation) {
    case Operation::equal: found = equal(left, right); break;
    case Operation::not_equal:
      if ((found = equal(left, right))) found = !*found;
      break;
    case Operation::less: found = in_order(left, right, true); break;
    case Operation::at_most: found = in_order(left, right, false); break;
    case Operation::greater: found = in_order(right, left, true); break;
    default: found = in_order(right, left, false); break;
  }
  return found.value_or(either);
}

std::optional<Truths> Reckoning::equal(const Node& left, const Node& right) const {
  if (stands_for_another(left) || stands_for_another(right)) return std::nullopt;
  if (is_of(left, Type::boolean) || is_of(right, Type::boolean)) {
    const Truths a = truths(left), b = truths(right);
    return (a && b) || (!a && !b);
  }
  if (is_set(left) || is_set(right)) return std::nullopt;
  if (counts(left) || counts(right)) return same(bounds(left), bounds(right));
  if (left.operation != Operation::item || right.operation != Operation::item) return std::nullopt;
  const Domain &a = domain(left), &b = domain(right);
  if (a.kind != Kind::figures || b.kind != Kind::figures) return std::nullopt;
  return same_texts(a, b, item_bounds(a), item_bounds(b));
}

// `low` stands left of the sign: low < high, or low <= high.
std::optional<Truths> Reckoning::in_order(const Node& low, const Node& high, bool strictly) const {
  if (stands_for_another(low) || stands_for_another(high)) return std::nullopt;
  if (is_set(low) || is_set(high)) return std::nullopt;
  const auto may_be_date = [this](const Node& node) {
    return node.operation == Operation::item &&
           (domain(node).kind == Kind::days || domain(node).kind == Kind::anything ||
            std::any_of(domain(node).values.begin(), domain(node).values.end(), [](const Value& v) {
              return std::holds_alternative<forms::PartialDate>(v);
            }));
  };
  if (may_be_date(low) || may_be_date(high)) return days_in_order(low, high, strictly);
  return below(bounds(low), bounds(high), strictly);
}

// A comparison of dates holds where it holds for every day that either may be: dates with either
// parts may fail whatever the others do.
std::optional<Truths> Reckoning::days_in_order(const Node& low, const Node& high,
                                               bool strictly) const {
  const auto a = days(low), b = days(high);
  if (!a || !b) return std::nullopt;
  return below(*a, *b, strictly);
}

std::optional<Bounds> Reckoning::days(const Node& node) const {
  if (node.operation == Operation::item) {
    const Domain& of = domain(node);
    if (of.kind == Kind::days) {
      if (of.partial) return Bounds{};
      return Bounds{of.low, of.high, of.blank};
    }
    if (of.kind == Kind::values && of.values.empty()) return Bounds{0, -1, true};
    return std::nullopt;
  }
  const bool constant = node.operation == Operation::text ||
                        (node.operation == Operation::call && node.type == Type::date);
  if (!constant) return std::nullopt;
  Bounds found = bounds(node);
  return found.low == found.high && !found.none ? std::optional(found) : std::nullopt;
}

}  // namespace genpyo::validators
