// Entrance: who may come in, and what the door does by itself. Without operators there is no door.
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "app/session/operators.h"

namespace genpyo::session {

struct Entrance {
  std::vector<Operator> operators;
  bool kiosk = false;              // nobody leaves without a PIN; needs operators
  std::int64_t lock_after = 0;     // seconds without a key; 0 = never
  // Seconds since some moment, going on while the machine sleeps; needed when lock_after is not 0.
  std::function<std::int64_t()> seconds;

  bool has_door() const { return !operators.empty(); }
};

}  // namespace genpyo::session
