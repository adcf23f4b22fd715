// The doorway: signing in and out, the lock, leaving the kiosk, a supervisor's word. While a gate
// is up, everything that is done goes to it.
#include <algorithm>

#include "app/session/inside.h"
#include "app/session/pin.h"
#include "forms/text.h"

namespace genpyo::session {

bool Session::Inside::stopped_by_gate(const Action& action) {
  if (!world.entrance.has_door()) return false;
  const bool is_tick = std::holds_alternative<Tick>(action);
  if (lock_is_due(is_tick)) {
    lock();
    if (!is_tick) return true;  // whoever comes back sees the lock before a key counts
  }
  if (state.gates.empty()) return false;
  if (is_tick) {
    tick_at_gate();
  } else if (const auto* type = std::get_if<Type>(&action)) {
    type_at_gate(type->utf8);
  } else if (const auto* press = std::get_if<Press>(&action)) {
    if (const auto command = command_for(press->chord, at_gate)) run_at_gate(*command);
  } else if (const auto* run = std::get_if<Run>(&action)) {
    if (is_allowed(run->command, at_gate)) run_at_gate(run->command);
  } else if (const auto* person = std::get_if<ChoosePerson>(&action)) {
    choose_person(person->index);
    ask_pin();
  }
  return true;
}

// The time since the last key or movement of the mouse, which this one is unless it is a Tick.
bool Session::Inside::lock_is_due(bool is_tick) {
  if (world.entrance.lock_after == 0) return false;
  const std::int64_t now = world.entrance.seconds();
  const bool is_due = last_key && now - *last_key >= world.entrance.lock_after;
  if (!is_tick || !last_key || now < *last_key) last_key = now;
  const bool is_covered = std::any_of(state.gates.begin(), state.gates.end(),
                                      [](const Gate& gate) { return gate.covers(); });
  if (!is_due || !is_covered) return is_due;
  // Covered already; what lies over the cover is taken away with the digits typed there.
  while (!state.gates.back().covers()) state.gates.pop_back();
  back_to_names();
  return false;
}

void Session::Inside::lock() {
  if (!world.entrance.has_door()) return tell(Notice::Kind::refused, "notice.no_operators");
  if (is_office(state.screen)) back_to_start();  // whoever comes next sees what is his to see
  open_gate(state.screen == Screen::start ? Purpose::sign_in : Purpose::unlock);
}

void Session::Inside::open_gate(Purpose purpose) {
  forget(pin);
  if (!state.gates.empty()) state.gates.back().digits = 0;
  state.gates.push_back(gate_for(purpose, world.entrance.operators, state.operator_name));
  tell(Notice::Kind::none, "");
  if (state.gates.back().people.empty()) {
    state.gates.pop_back();
    return tell(Notice::Kind::refused, "notice.no_supervisor");
  }
  if (state.gates.back().at_pin) ask_pin();
}

void Session::Inside::close_gate() {
  forget(pin);
  state.gates.pop_back();
  tell(Notice::Kind::none, "");
}

void Session::Inside::choose_person(std::size_t index) {
  Gate& gate = state.gates.back();
  if (index >= gate.people.size()) return;
  back_to_names();
  gate.chosen = index;
}

void Session::Inside::back_to_names() {
  Gate& gate = state.gates.back();
  forget(pin);
  gate.digits = 0;
  gate.wait_seconds = 0;
  gate.typed.clear();
  gate.at_pin = gate.people.size() == 1;
  tell(Notice::Kind::none, "");
}

void Session::Inside::ask_pin() {
  Gate& gate = state.gates.back();
  gate.typed.clear();
  gate.at_pin = true;
  forget(pin);
  pin.reserve(longest_pin);  // so that no copy of it stays behind
  gate.digits = 0;
  tell(Notice::Kind::none, "");
  if (read_wait() && gate.wait_seconds > 0) tell_wait();
}

void Session::Inside::tell_wait() {
  tell(Notice::Kind::refused, "notice.wait", {std::to_string(state.gates.back().wait_seconds)});
}

bool Session::Inside::read_wait() {
  Gate& gate = state.gates.back();
  auto wrong = world.store.wrong_pins(gate.people[gate.chosen].name);
  if (!wrong) {
    fail(wrong.failure());
    return false;
  }
  const std::int64_t left = wait_after(wrong->count) - wrong->seconds_ago;
  gate.wait_seconds = static_cast<int>(std::max<std::int64_t>(0, left));
  return true;
}

void Session::Inside::tick_at_gate() {
  if (has_case(state.screen) && !state.read_only) {
    // What fails here names the case: it is told by the next Tick that nothing covers.
    (void)world.store.renew(state.current.id);
  }
  Gate& gate = state.gates.back();
  if (gate.wait_seconds == 0 || !read_wait()) return;
  if (gate.wait_seconds > 0) return tell_wait();
  tell(Notice::Kind::none, "");
}

void Session::Inside::type_at_gate(const std::string& utf8) {
  Gate& gate = state.gates.back();
  if (gate.at_pin) return type_pin(forms::plain_forms(utf8));
  if (!forms::is_utf8(utf8) || gate.typed.text().size() + utf8.size() > most_typed) return;
  if (utf8 == ".") {  // the keypad's correction key
    gate.typed.erase_back();
  } else if (!std::any_of(utf8.begin(), utf8.end(), [](char c) { return c >= 0 && c < 0x20; })) {
    gate.typed.insert(utf8);
  }
  if (const auto found = find_person(gate.people, gate.typed.text())) gate.chosen = *found;
}

void Session::Inside::type_pin(const std::string& characters) {
  Gate& gate = state.gates.back();
  for (const char c : characters) {
    if (c == '.') {
      erase_digit();
    } else if (c < '0' || c > '9') {
      return tell(Notice::Kind::refused, "notice.pin_digits");
    } else if (pin.size() < longest_pin) {
      pin += c;
    }
  }
  gate.digits = pin.size();
}

// With nothing left to erase: back to the names, so that the keypad is enough.
void Session::Inside::erase_digit() {
  if (pin.empty()) return back_to_names();
  pin.pop_back();
  state.gates.back().digits = pin.size();
}

void Session::Inside::run_at_gate(Command command) {
  Gate& gate = state.gates.back();
  switch (command) {
    case Command::accept: return accept_at_gate();
    case Command::back:
      if (gate.chosen > 0) choose_person(gate.chosen - 1);
      return;
    case Command::forward: return choose_person(gate.chosen + 1);
    case Command::erase_back:
    case Command::erase_forward: return gate.at_pin ? erase_digit() : gate.typed.erase_back();
    case Command::leave:
      if (!gate.covers()) return close_gate();
      return back_to_names();
    case Command::language: return switch_language();
    case Command::quit: return quit();
    default: return;
  }
}

void Session::Inside::accept_at_gate() {
  Gate& gate = state.gates.back();
  if (!gate.at_pin) {
    const std::string typed = gate.typed.text();
    if (!typed.empty() && !find_person(gate.people, typed)) {
      gate.typed.clear();
      return tell(Notice::Kind::refused, "notice.no_such_operator", {typed});
    }
    return ask_pin();
  }
  if (!read_wait()) return;
  if (gate.wait_seconds > 0) {
    forget(pin);
    gate.digits = 0;
    return tell_wait();
  }
  if (!is_pin(pin)) return tell(Notice::Kind::refused, "notice.type_pin");
  if (pin_is_right()) pass_gate();
}

// Counted as wrong before it is looked at: who pulls the plug in between has gained nothing.
bool Session::Inside::pin_is_right() {
  Gate& gate = state.gates.back();
  const std::string& name = gate.people[gate.chosen].name;
  const auto& operators = world.entrance.operators;
  const auto known = std::find_if(operators.begin(), operators.end(),
                                  [&](const Operator& each) { return each.name == name; });
  if (auto noted = world.store.note_wrong_pin(name); !noted) {
    fail(noted.failure());
    return false;
  }
  const bool is_right = known != operators.end() && pin_matches(pin, known->pin_hash);
  forget(pin);
  gate.digits = 0;
  if (is_right) {
    if (auto forgiven = world.store.forgive_wrong_pins(name); !forgiven) {
      fail(forgiven.failure());
      return false;
    }
    return true;
  }
  if (!read_wait()) return false;
  if (gate.wait_seconds > 0) tell_wait();
  else tell(Notice::Kind::refused, "notice.wrong_pin", {name});
  return false;
}

void Session::Inside::pass_gate() {
  const Gate passed = state.gates.back();
  const Person& person = passed.people[passed.chosen];
  close_gate();
  switch (passed.purpose) {
    case Purpose::sign_in:
    case Purpose::unlock:
      state.operator_name = person.name;
      state.supervisor = person.supervisor;
      world.store.set_operator(person.name);
      if (state.screen == Screen::start && !refresh_cases()) return;
      return tell(Notice::Kind::accepted, "notice.signed_in", {person.name});
    case Purpose::leave: return leave_program();
    case Purpose::override_:
      world.store.set_operator(person.name);
      pass_with_reason();
      world.store.set_operator(state.operator_name);
      return;
  }
}

void Session::Inside::quit() {
  if (!world.entrance.kiosk) return leave_program();
  if (state.gates.empty() || state.gates.back().purpose != Purpose::leave) open_gate(Purpose::leave);
}

void Session::Inside::leave_program() {
  const bool is_covered = !state.gates.empty();
  if (has_case(state.screen)) {
    if (is_covered) state.draft_refused = true;  // nobody can be asked about what is hidden
    if (state.screen == Screen::entry && !leave_settled()) return;
    leave_case();
  }
  state.quit = true;
}

}  // namespace genpyo::session
