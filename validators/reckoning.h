// Reckoning: an expression over domains in place of values. It tells what may come of it: a
// condition may hold, may fail or both; a number lies between bounds and may be none (NaN).
//
// Whatever the real calculation gives for some values of the domains lies within what is told. What
// is not reckoned by intervals is computed for every combination of values where they are few, else
// it is either. What rests on the day, the clock or chance is always unknown.
#pragma once
#include <functional>
#include <limits>
#include <optional>
#include <vector>

#include "validators/calculation.h"
#include "validators/prover_domain.h"

namespace genpyo::validators {

// Three values: surely, surely not, and cannot tell (both).
struct Truths {
  bool may_hold = true, may_fail = true;
  bool surely() const { return may_hold && !may_fail; }
  bool never() const { return !may_hold; }
  friend bool operator==(const Truths&, const Truths&) = default;
};
Truths operator!(Truths truths);
Truths operator&&(Truths first, Truths second);
Truths operator||(Truths first, Truths second);
inline constexpr Truths always{true, false}, nowhere{false, true}, either{true, true};

// Empty (low above high) where it is surely no number.
struct Bounds {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool none = true;  // it may be NaN
  bool any() const { return low <= high; }
};

class Reckoning {
 public:
  using Node = Expression::Node;
  // `domains` by ItemIndex, of what the dataset says; `states` as many, to compute in. All must
  // outlive it.
  Reckoning(const std::vector<Domain>& domains, const Circumstances& circumstances,
            std::vector<ItemState>& states);

  Truths truths(const Node& node) const;
  Bounds bounds(const Node& node) const;
  // What a rule gives, for every combination of values; nothing where they are too many.
  std::optional<std::vector<Operand>> results(const Expression& rule) const;

 private:
  const Domain& domain(const Node& node) const { return domains_[node.item]; }
  // The operands that an `if` or a `coalesce` may stand for.
  void taken(const Node& node, std::vector<const Node*>& all) const;
  Truths may_be_blank(const Node& node) const;

  Truths compared(const Node& node) const;
  Truths compared(Operation operation, const Node& left, const Node& right) const;
  std::optional<Truths> equal(const Node& left, const Node& right) const;
  std::optional<Truths> in_order(const Node& low, const Node& high, bool strictly) const;
  std::optional<Truths> days_in_order(const Node& low, const Node& high, bool strictly) const;
  std::optional<Bounds> days(const Node& node) const;
  std::optional<Truths> selected(const Node& node) const;
  Truths item_truths(const Node& node) const;

  Bounds item_bounds(const Domain& domain) const;
  Bounds call_bounds(const Node& node) const;
  Bounds combined(const Node& node) const;
  Bounds sum(const Node& node) const;
  std::optional<std::vector<const Domain*>> figures_of(const Node& operand) const;

  // Calls `visit` with a calculation for each combination; false where they are too many.
  bool each(const Node& node, const std::function<void(const Calculation&)>& visit) const;
  Truths computed(const Node& node) const;

  const std::vector<Domain>& domains_;
  Circumstances circumstances_;
  std::vector<ItemState>& values_;
};

// Whether it rests on the day, the clock or chance.
bool is_fleeting(const Expression::Node& node);
// The items a node rests on, in any order.
void add_items(const Expression::Node& node, std::vector<forms::ItemIndex>& items);

}  // namespace genpyo::validators
