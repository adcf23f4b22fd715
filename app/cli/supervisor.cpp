#include "app/cli/supervisor.h"

#include <algorithm>

#include "app/cli/operators.h"
#include "app/cli/pin_entry.h"
#include "app/cli/world.h"
#include "app/session/gate.h"
#include "app/session/pin.h"
#include "store/store.h"

namespace genpyo::cli {
namespace {

using forms::Failure;

// Counted as wrong before it is looked at, as at the window: who ends the program in between has
// gained nothing.
forms::Result<forms::Done> check_pin(store::Store& store, const session::Operator& supervisor) {
  auto wrong = store.wrong_pins(supervisor.name);
  if (!wrong) return wrong.failure();
  if (const auto left = session::wait_after(wrong->count) - wrong->seconds_ago; left > 0) {
    return Failure{"The PIN of " + supervisor.name + " was wrong too often; wait " + std::to_string(left) + " seconds."};
  }
  auto pin = read_pin();
  if (!pin) return pin.failure();
  if (auto noted = store.note_wrong_pin(supervisor.name); !noted) return noted;
  const bool is_right = session::pin_matches(*pin, supervisor.pin_hash);
  session::forget(*pin);
  if (!is_right) return Failure{"That is not the PIN of " + supervisor.name + "."};
  return store.forgive_wrong_pins(supervisor.name);
}

}  // namespace

forms::Result<std::string> supervisor_signs(const Request& request) {
  auto entrance = entrance_of(request);
  if (!entrance) return entrance.failure();
  if (!entrance->has_door()) return std::string();
  const auto& operators = entrance->operators;
  const auto found = std::find_if(operators.begin(), operators.end(), [&](const session::Operator& each) {
    return each.name == request.operator_name;
  });
  if (found == operators.end() || !found->supervisor) {
    return Failure{"Only a supervisor may do this: name one with --operator."};
  }
  auto store = store::Store::open(request.database, utc_now, found->name);
  if (!store) return store.failure();
  if (auto checked = check_pin(*store, *found); !checked) return checked.failure();
  return found->name;
}

}  // namespace genpyo::cli
