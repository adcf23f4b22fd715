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

// Whether no case has a figure of `least` or more.
bool Reach::bounded_below(ItemIndex item, double least) const {
  const auto& range = form_.items[item].range;
  if (range && nearest_double(range->end) < least) return true;
  if (!search_.parts().items[item].constraint) return false;
  auto marks = search_.everything();
  marks[item].blank = false;
  marks[item].low = std::max(marks[item].low, least);
  return search_.find({Branch::Kind::passes, item}, marks, lawful, budget).outcome == Outcome::impossible;
}

std::optional<int> Reach::digits(ItemIndex item) const {
  const auto beyond = [](int width) { return std::pow(10.0, width); };
  const bool figure = search_.everything()[item].kind == Domain::Kind::figures;
  const bool ruled = form_.items[item].range || search_.parts().items[item].constraint;
  if (!figure || !ruled || !bounded_below(item, beyond(most_digits))) return std::nullopt;
  int width = 1;
  while (width < most_digits && !bounded_below(item, beyond(width))) ++width;
  return width;
}

bool Reach::may_be(ItemIndex item, const forms::Value& answer) const {
  const auto& range = form_.items[item].range;
  if (range && !lies_in(answer, *range)) return false;
  if (!search_.parts().items[item].constraint) return true;
  auto marks = search_.everything();
  marks[item] = only(answer);
  return search_.find({Branch::Kind::passes, item}, marks, lawful, budget).outcome == Outcome::found;
}

}  // namespace genpyo::validators
