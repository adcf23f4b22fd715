// Numbers by intervals. The bounds are rounded as the calculation itself rounds, and rounding keeps
// the order: no margin is needed.
#include <algorithm>
#include <array>
#include <cmath>

#include "validators/reckoning.h"

namespace genpyo::validators {
namespace {

using Kind = Domain::Kind;
using forms::Value;

Bounds none() { return {0, -1, true}; }

Bounds around(const std::array<double, 4>& corners, bool may_be_none) {
  Bounds bounds{corners[0], corners[0], may_be_none};
  for (const double corner : corners) {
    if (std::isnan(corner)) return {};
    bounds.low = std::min(bounds.low, corner);
    bounds.high = std::max(bounds.high, corner);
  }
  return bounds;
}

bool holds_zero(const Bounds& bounds) { return bounds.low <= 0 && bounds.high >= 0; }

Bounds divided(const Bounds& a, const Bounds& b, bool may_be_none) {
  if (holds_zero(b)) return {};
  return around({a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high}, may_be_none);
}

Bounds hull(const Bounds& a, const Bounds& b) {
  if (!a.any()) return {b.low, b.high, a.none || b.none};
  if (!b.any()) return {a.low, a.high, a.none || b.none};
  return {std::min(a.low, b.low), std::max(a.high, b.high), a.none || b.none};
}

}  // namespace

Bounds Reckoning::item_bounds(const Domain& of) const {
  switch (of.kind) {
    case Kind::figures: return {of.low, of.high, of.blank};
    case Kind::days:
      return of.partial ? Bounds{of.low, of.high, true} : Bounds{of.low, of.high, of.blank};
    default: return {};
  }
}

Bounds Reckoning::bounds(const Node& node) const {
  switch (node.operation) {
    case Operation::number: return {node.number, node.number, std::isnan(node.number)};
    case Operation::item:
      if (domain(node).kind == Kind::figures || domain(node).kind == Kind::days)
        return item_bounds(domain(node));
      break;
    case Operation::negate: {
      const Bounds of = bounds(node.operands[0]);
      return of.any() ? Bounds{-of.high, -of.low, of.none} : none();
    }
    case Operation::add:
    case Operation::subtract:
    case Operation::multiply:
    case Operation::divide: return combined(node);
    case Operation::call:
      if (const Bounds found = call_bounds(node); !std::isinf(found.low) || !std::isinf(found.high))
        return found;
      break;
    default: break;
  }
  Bounds found = none();
  found.none = false;
  const bool few = each(node, [&](const Calculation& calculation) {
    const double number = calculation.number(node);
    found = hull(found, std::isnan(number) ? none() : Bounds{number, number, false});
  });
  return few ? found : Bounds{};
}

// The items of an operand: itself, or those of a set as far as they are there.
std::optional<std::vector<const Domain*>> Reckoning::figures_of(const Node& operand) const {
  std::vector<const Domain*> all;
  if (operand.operation == Operation::item) {
    all.push_back(&domain(operand));
  } else if (operand.operation == Operation::nodes && operand.operands.empty()) {
    for (const Member& member : *operand.members) {
      if (!member.item) return std::nullopt;
      all.push_back(&domains_[*member.item]);
    }
  } else {
    return std::nullopt;
  }
  const bool figures = std::all_of(all.begin(), all.end(), [](const Domain* of) {
    return of->kind == Kind::figures || !of->answered();
  });
  return figures ? std::optional(std::move(all)) : std::nullopt;
}

// What is blank, or stands in an instance that is not in use, adds nothing.
Bounds Reckoning::sum(const Node& node) const {
  Bounds total{0, 0, false};
  for (const Node& operand : node.operands) {
    const auto all = figures_of(operand);
    if (!all) return {};
    for (const Domain* of : *all) {
      if (!of->answered()) continue;
      const bool absent = of->blank || operand.operation == Operation::nodes;
      total.low += absent ? std::min(0.0, of->low) : of->low;
      total.high += absent ? std::max(0.0, of->high) : of->high;
    }
  }
  return total;
}

Bounds Reckoning::combined(const Node& node) const {
  const Bounds a = bounds(node.operands[0]), b = bounds(node.operands[1]);
  if (!a.any() || !b.any()) return none();
  const bool may_be_none = a.none || b.none;
  switch (node.operation) {
    case Operation::add:
      return around({a.low + b.low, a.low + b.low, a.high + b.high, a.high + b.high}, may_be_none);
    case Operation::subtract:
      return around({a.low - b.high, a.low - b.high, a.high - b.low, a.high - b.low}, may_be_none);
    case Operation::multiply:
      return around({a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high}, may_be_none);
    default: return divided(a, b, may_be_none);
  }
}

Bounds Reckoning::call_bounds(const Node& node) const {
  switch (node.function) {
    case Function::choice:
    case Function::coalesce: {
      std::vector<const Node*> nodes;
      taken(node, nodes);
      Bounds all{0, -1, false};
      for (const Node* each : nodes) {
        if (each == &node) return {};
        all = hull(all, bounds(*each));
      }
      return nodes.empty() ? Bounds{} : all;
    }
    case Function::sum: return sum(node);
    case Function::number: return node.operands.empty() ? Bounds{} : bounds(node.operands[0]);
    case Function::count_selected: {
      const Node& select = node.operands[0];
      if (select.operation != Operation::item || domain(select).kind != Kind::sets) return {};
      const Domain& of = domain(select);
      if (!of.answered()) return {0, 0, false};
      const double least = of.blank ? 0 : std::max<double>(1, static_cast<double>(of.must.size()));
      return {least, static_cast<double>(of.may.size()), false};
    }
    default: return {};
  }
}

}  // namespace genpyo::validators
