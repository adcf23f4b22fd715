// Explain: why an item is asked, skipped, required or wrong, with every sub-expression's value.
#pragma once
#include <string>
#include <vector>

#include "forms/case.h"
#include "forms/date.h"
#include "validators/program.h"

namespace genpyo::validators {

// One sub-expression and what it gave.
struct Step {
  std::string text;   // as written, e.g. "${house_call_availability} = 3"
  std::string value;  // as XPath would print it: "true", "3", "1 5 6", "''" for a blank
  int depth = 0;      // 0 = the whole rule
};

struct ExplainedRule {
  enum class Role {
    relevant,
    required,
    constraint,
    check,
    extraction,
    calculation,
    default_value,
    choice_filter,  // `holds`: what is answered is offered; no steps, since each choice has its own
  };
  Role role = Role::relevant;
  std::string name;  // of a check or extraction, else ""
  // As written; "" for the list of items that an extraction wants answered, whose steps are those
  // that are missing.
  std::string rule;
  forms::Place place;
  bool applied = true;  // false: not evaluated (a blank among its items, or the item is not asked)
  bool holds = true;
  std::vector<Step> steps;  // outermost first; empty when not applied
  std::vector<forms::ItemIndex> rests_on;
};

struct Explanation {
  forms::ItemIndex item = 0;
  // The item's own rules, then the checks and extractions that name it (each with its base or
  // `relevant` first). A faulty rule is absent.
  std::vector<ExplainedRule> rules;
};

// `item` is one of the form's.
Explanation explain(const Program& program, const forms::Case& current, forms::ItemIndex item,
                    forms::Date today);

}  // namespace genpyo::validators
