// Conditions over domains: the mirror of conditions.cpp.
#include "validators/prover_world.h"

namespace genpyo::validators {

using Kind = Branch::Kind;
using Rule = Condition::Rule;

Truths World::is_looked_at(const Condition& condition) const {
  const std::size_t index = condition.index;
  switch (condition.rule) {
    case Rule::relevant: return parts_.form->items[index].group ? either : always;
    case Rule::required:
    case Rule::calculation: return asked_[index];
    case Rule::constraint: return asked_[index] && answered({index});
    case Rule::group_relevant: return parts_.form->groups[index].within ? either : always;
    case Rule::check_relevant: return !of_check({Kind::check_waits, index});
    case Rule::check_constraint:
      return of_check({Kind::check_passes, index}) || of_check({Kind::check_fails, index});
    case Rule::base: return always;
    case Rule::further:
      return of_extraction({Kind::in, index}) || of_extraction({Kind::condition, index});
  }
  return either;
}

Truths World::of_condition(const Branch& branch) const {
  const Condition& condition = parts_.conditions[branch.index];
  const Truths truths = reckoning_.truths(*condition.node);
  return is_looked_at(condition) && (branch.kind == Kind::holds ? truths : !truths);
}

}  // namespace genpyo::validators
