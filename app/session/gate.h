// Gate: asks who is there. A name is chosen from a list, by ↑ ↓, its number or its letters; then
// the PIN is typed. The PIN itself is not in it: no face could show what it is not given.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/draft.h"
#include "app/session/operators.h"

namespace genpyo::session {

enum class Purpose {
  sign_in,      // nobody is there yet, or whoever was has left
  unlock,       // a case is open behind it
  leave,        // out of the kiosk
  override_,    // a supervisor passes what a clerk may not
};

struct Person {
  std::string name;
  bool supervisor = false;
};

struct Gate {
  Purpose purpose = Purpose::sign_in;
  std::vector<Person> people;  // who may pass here
  Draft typed;                 // a name or its number, while it is being chosen
  std::size_t chosen = 0;      // index into `people`
  bool at_pin = false;
  std::size_t digits = 0;      // of the PIN, as typed so far
  int wait_seconds = 0;        // before the next PIN of the chosen one is looked at

  // Nothing of what is behind it may be seen.
  bool covers() const { return purpose == Purpose::sign_in || purpose == Purpose::unlock; }
};

// `signed_in` is chosen, where he may pass; with nobody to choose from, the PIN is asked at once.
Gate gate_for(Purpose purpose, const std::vector<Operator>& operators, std::string_view signed_in);

// By number (full-width digits too), else the first whose name begins with what is typed, else the
// first that contains it.
std::optional<std::size_t> find_person(const std::vector<Person>& people, std::string_view typed);

// How long nothing is looked at after so many wrong PINs in a row: from the fifth on 30 s, twice as
// long each time, at most a quarter of an hour.
int wait_after(std::int64_t wrong_pins);
inline constexpr std::int64_t wrong_pins_free = 5;

}  // namespace genpyo::session
