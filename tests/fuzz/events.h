// Events: keys, clicks and texts as chance gives them, from a seed; the same on every machine.
#pragma once
#include <string>

#include "app/session/action.h"
#include "app/session/state.h"
#include "tests/support/draw.h"

namespace genpyo::fuzz {

class Events {
 public:
  explicit Events(std::uint64_t seed) : draw_(seed) {}

  // The next event, likely to do something in this state. Never the command to quit.
  session::Action next(const session::State& state);

  bool chance(int per_cent) { return draw_.chance(per_cent); }

 private:
  session::Action on_start(const session::State& state);
  session::Action key();
  session::Action click(const session::State& state);
  std::string text();
  std::string bytes();
  std::string case_number();

  sample::Draw draw_;
};

// What is done, for a report.
std::string told(const session::Action& action);

}  // namespace genpyo::fuzz
