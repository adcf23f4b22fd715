// What a branch is called, and where its rule stands.
#include "validators/cover.h"

namespace genpyo::validators {
namespace {

using forms::quoted;
using Kind = Branch::Kind;
using Rule = Condition::Rule;

// What it does, behind the name of what has the rule.
std::string verb_of(Kind kind) {
  switch (kind) {
    case Kind::asked: return "is asked";
    case Kind::skipped: return "is not asked";
    case Kind::must: return "is required";
    case Kind::need_not: return "is not required";
    case Kind::left_open: return "is required and left open";
    case Kind::filled: return "is required and filled in";
    case Kind::passes:
    case Kind::check_passes: return "passes";
    case Kind::breaks:
    case Kind::check_fails: return "fails";
    case Kind::check_waits: return "waits for an answer";
    case Kind::check_off: return "does not apply";
    case Kind::offered: return "is offered";
    case Kind::withheld: return "is not offered";
    case Kind::in: return "takes the case in";
    case Kind::incomplete: return "leaves the case out for a blank";
    case Kind::outside: return "has the case outside its base";
    case Kind::condition: return "leaves the case out by its constraint";
    case Kind::holds: return "holds";
    case Kind::fails: return "fails";
  }
  return "";
}

struct Owner {
  std::string name;  // «relevant of item "b"»
  const forms::Rule* rule = nullptr;
  const forms::Place* otherwise = nullptr;
};

Owner owner_of(const Condition& condition, const forms::Form& form) {
  const std::size_t index = condition.index;
  switch (condition.rule) {
    case Rule::group_relevant:
      return {"the relevant of group " + quoted(form.groups[index].name), &form.groups[index].relevant,
              &form.groups[index].place};
    case Rule::check_relevant:
      return {"the relevant of check " + quoted(form.checks[index].name), &form.checks[index].relevant,
              &form.checks[index].place};
    case Rule::check_constraint:
      return {"check " + quoted(form.checks[index].name), &form.checks[index].constraint,
              &form.checks[index].place};
    case Rule::base:
      return {"the relevant of extraction " + quoted(form.extractions[index].name),
              &form.extractions[index].relevant, &form.extractions[index].place};
    case Rule::further:
      return {"the constraint of extraction " + quoted(form.extractions[index].name),
              &form.extractions[index].constraint, &form.extractions[index].place};
    default: break;
  }
  const forms::Item& item = form.items[index];
  const std::string of = " of item " + quoted(item.name);
  switch (condition.rule) {
    case Rule::required: return {"the required" + of, &item.required, &item.place};
    case Rule::constraint: return {"the constraint" + of, &item.constraint, &item.place};
    case Rule::calculation: return {"the calculation" + of, &item.calculation, &item.place};
    default: return {"the relevant" + of, &item.relevant, &item.place};
  }
}

// Its own relevant, else that of the innermost group that has one.
const forms::Rule& skip_of(const forms::Item& item, const forms::Form& form) {
  if (!item.relevant.empty()) return item.relevant;
  for (auto group = item.group; group; group = form.groups[*group].within)
    if (!form.groups[*group].relevant.empty()) return form.groups[*group].relevant;
  return item.relevant;
}

const forms::Rule& rule_of(const Branch& branch, const forms::Form& form) {
  const forms::Item& item = form.items[branch.index];
  switch (branch.kind) {
    case Kind::asked:
    case Kind::skipped: return skip_of(item, form);
    case Kind::passes:
    case Kind::breaks: return item.constraint;
    case Kind::offered:
    case Kind::withheld: return item.choice_filter;
    default: return item.required;
  }
}

Owner owner_of(const Branch& branch, const Program::Parts& parts) {
  const forms::Form& form = *parts.form;
  if (is_of_condition(branch.kind)) return owner_of(parts.conditions[branch.index], form);
  if (is_of_extraction(branch.kind)) {
    const forms::Extraction& extraction = form.extractions[branch.index];
    const bool further = branch.kind == Kind::condition;
    return {"extraction " + quoted(extraction.name),
            further ? &extraction.constraint : &extraction.relevant, &extraction.place};
  }
  if (is_of_check(branch.kind)) {
    const forms::Check& check = form.checks[branch.index];
    return {"check " + quoted(check.name),
            branch.kind == Kind::check_off ? &check.relevant : &check.constraint, &check.place};
  }
  const forms::Item& item = form.items[branch.index];
  Owner owner{"item " + quoted(item.name), &rule_of(branch, form), &item.place};
  if (branch.kind == Kind::passes || branch.kind == Kind::breaks)
    owner.name = "the constraint of " + owner.name;
  if (branch.kind == Kind::offered || branch.kind == Kind::withheld)
    owner.name = "choice " + std::to_string(branch.code) + " of " + owner.name;
  return owner;
}

}  // namespace

std::string name_of(const Branch& branch, const Program::Parts& parts) {
  std::string name = owner_of(branch, parts).name;
  if (is_of_condition(branch.kind)) {
    const Condition& condition = parts.conditions[branch.index];
    const auto& node = *condition.node;
    name = quoted(condition.within->text().substr(node.begin, node.end - node.begin)) + " in " + name;
  }
  return name + " " + verb_of(branch.kind);
}

forms::Place place_of(const Branch& branch, const Program::Parts& parts) {
  const Owner owner = owner_of(branch, parts);
  return owner.rule->empty() ? *owner.otherwise : owner.rule->place;
}

}  // namespace genpyo::validators
