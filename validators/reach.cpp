#include "validators/reach.h"

#include <algorithm>
#include <cmath>

#include "validators/violations.h"

namespace genpyo::validators {
namespace {

using forms::ItemIndex;
using Outcome = Finding::Outcome;

constexpr int most_digits = 15;
constexpr int budget = 200;
constexpr Supposed lawful{true, true};

}  // namespace

Outcome Reach::outcome_with(ItemIndex item, const Domain& mark) const {
  marks_[item] = mark;
  const Outcome outcome = search_.find({Branch::Kind::passes, item}, marks_, lawful, budget).outcome;
  marks_[item] = search_.everything()[item];
  return outcome;
}

// Whether some case has a figure of `least` or more.
Outcome Reach::reaches(ItemIndex item, double least) const {
  const auto& range = form_.items[item].range;
  if (range && nearest_double(range->end) < least) return Outcome::impossible;
  if (!search_.parts().items[item].constraint) return Outcome::found;
  Domain mark = marks_[item];
  mark.blank = false;
  mark.low = std::max(mark.low, least);
  return outcome_with(item, mark);
}

std::optional<int> Reach::digits(ItemIndex item) const {
  const auto beyond = [](int width) { return std::pow(10.0, width); };
  const bool figure = search_.everything()[item].kind == Domain::Kind::figures;
  const bool ruled = form_.items[item].range || search_.parts().items[item].constraint;
  if (!figure || !ruled || reaches(item, beyond(most_digits)) != Outcome::impossible) return std::nullopt;
  for (int width = 1; width < most_digits; ++width) {
    const Outcome beyond_it = reaches(item, beyond(width));
    if (beyond_it == Outcome::impossible) return width;
    if (search_.spent()) return std::nullopt;
  }
  return most_digits;
}

bool Reach::may_be(ItemIndex item, const forms::Value& answer) const {
  const auto& range = form_.items[item].range;
  if (range && !lies_in(answer, *range)) return false;
  if (!search_.parts().items[item].constraint) return true;
  return outcome_with(item, only(answer)) == Outcome::found;
}

}  // namespace genpyo::validators
