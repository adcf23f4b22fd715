#include "app/session/gate.h"

#include <algorithm>
#include <charconv>

#include "forms/text.h"

namespace genpyo::session {
namespace {

constexpr int first_wait = 30, longest_wait = 15 * 60;

bool may_pass(const Operator& each, Purpose purpose, std::string_view signed_in) {
  if (purpose == Purpose::override_) return each.supervisor;
  if (purpose == Purpose::unlock) return each.supervisor || each.name == signed_in;
  return true;
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::size_t> numbered(const std::vector<Person>& people, std::string_view digits) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || number < 1 || number > people.size()) return std::nullopt;
  return number - 1;
}

}  // namespace

Gate gate_for(Purpose purpose, const std::vector<Operator>& operators, std::string_view signed_in) {
  Gate gate;
  gate.purpose = purpose;
  for (const Operator& each : operators) {
    if (!may_pass(each, purpose, signed_in)) continue;
    if (each.name == signed_in) {
      gate.chosen = gate.people.size();
      gate.at_pin = true;
    }
    gate.people.push_back({each.name, each.supervisor});
  }
  if (gate.people.size() == 1) gate.at_pin = true;
  return gate;
}

std::optional<std::size_t> find_person(const std::vector<Person>& people, std::string_view typed) {
  const std::string wanted = forms::plain_forms(typed);
  if (wanted.empty()) return std::nullopt;
  if (all_digits(wanted)) return numbered(people, wanted);
  const auto first = [&](auto holds) -> std::optional<std::size_t> {
    const auto found = std::find_if(people.begin(), people.end(), [&](const Person& each) {
      return holds(forms::plain_forms(each.name));
    });
    if (found == people.end()) return std::nullopt;
    return static_cast<std::size_t>(found - people.begin());
  };
  const auto whole = first([&](const std::string& name) { return name == wanted; });
  if (whole) return whole;
  const auto beginning = first([&](const std::string& name) { return name.starts_with(wanted); });
  if (beginning) return beginning;
  return first([&](const std::string& name) { return name.find(wanted) != std::string::npos; });
}

int wait_after(std::int64_t wrong_pins) {
  if (wrong_pins < wrong_pins_free) return 0;
  const std::int64_t doublings = std::min<std::int64_t>(wrong_pins - wrong_pins_free, 10);
  return std::min(first_wait << doublings, longest_wait);
}

}  // namespace genpyo::session
