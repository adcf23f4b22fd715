#include "app/session/error_rates.h"

namespace genpyo::session {
namespace {

void count(KeyingErrors& errors, const ComparedItem& each, const forms::Mark& keyed) {
  ++errors.keyed;
  if (!each.differs) return;
  if (each.settled == Settled::no) ++errors.undecided;
  else if (!same_on_paper(keyed, each.now)) ++errors.errors;
}

}  // namespace

void ErrorRates::add(const Comparison& comparison) {
  if (!comparison.is_over) return;
  ++cases;
  compared += static_cast<std::int64_t>(comparison.items.size());
  equal += static_cast<std::int64_t>(comparison.equal());
  unsettled += static_cast<std::int64_t>(comparison.left());
  for (const ComparedItem& each : comparison.items) {
    for (KeyingErrors* errors : {&by_item[each.item], &by_operator[each.first_by]}) count(*errors, each, each.first);
    for (KeyingErrors* errors : {&by_item[each.item], &by_operator[each.second_by]}) count(*errors, each, each.second);
  }
}

}  // namespace genpyo::session
