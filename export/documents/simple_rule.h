// Simple rule: an expression that another language can say too: comparisons of an item with a figure,
// a text or another item, `selected`, `not`, `and`, `or`. What is more than that is no simple rule
// and is told as written.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/form.h"

namespace genpyo::exports {

struct SimpleRule {
  enum class Kind { comparison, selected, negation, all, any };
  Kind kind = Kind::comparison;
  std::string item = {};        // its name; "." for the item that the rule stands at
  std::string comparator = {};  // = != < <= > >=
  std::string value = {};       // a figure, a text, a choice's name; or an item's name
  bool value_is_item = false;
  bool value_is_figure = false;
  std::vector<SimpleRule> parts = {};  // of negation (one), all and any
};

std::optional<SimpleRule> read_simple_rule(std::string_view text);

// The condition under which an item is asked: its groups', the outer ones first, then its own.
std::vector<std::string> conditions_of(const forms::Form& form, const forms::Item& item);

// Figures between which an answer must lie, as written. Empty: no such bound.
struct Bounds {
  std::string least, most;    // themselves allowed
  std::string above, below;   // themselves not
  bool any() const { return !(least.empty() && most.empty() && above.empty() && below.empty()); }
};
// Of a constraint that says nothing else.
std::optional<Bounds> bounds_of(const forms::Item& item);

// The choice that a rule's value means: by its name, else by its code.
const forms::Choice* choice_meant(const forms::Form& form, const forms::Item& item, const std::string& value);

}  // namespace genpyo::exports
