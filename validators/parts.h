// Parts: what a program is made of. Null where the form has no rule or a faulty one.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "validators/expression_node.h"
#include "validators/program.h"
#include "validators/traits.h"

namespace genpyo::validators {

using Compiled = std::shared_ptr<const Expression>;

struct ItemRules {
  Compiled relevant, required, constraint, calculation, default_value, choice_filter;
  std::vector<std::string> columns;  // that the choice_filter may name
  forms::Value standing = forms::Missing::not_keyed;  // a default that is no expression
};

struct GroupRules {
  Compiled relevant;
  Compiled count;                          // of the repeat whose instance this is
  std::optional<std::size_t> previous;     // the instance before it
  std::optional<forms::ItemIndex> first;   // the first item that is keyed
};

struct CheckRules {
  Compiled relevant, constraint;        // no constraint: the check is absent
  std::vector<forms::ItemIndex> named;    // in either rule, ascending
  std::vector<forms::ItemIndex> awaited;  // those of them that are not one of a set
};

struct ExtractionRules {
  Compiled relevant, constraint;
};

// What stands between the and, or, not and if of a rule. A rule that is one condition alone has
// none: it is the decision itself.
struct Condition {
  enum class Rule {
    relevant,        // of an item
    required,
    constraint,
    calculation,
    group_relevant,
    check_relevant,
    check_constraint,
    base,     // an extraction's relevant
    further,  // … and its constraint
  };
  Rule rule = Rule::relevant;
  std::size_t index = 0;             // of the item, group, check or extraction
  const Expression* within = nullptr;  // the whole rule
  const Expression::Node* node = nullptr;  // the part of it
};

struct Program::Parts {
  const forms::Form* form = nullptr;
  std::vector<ItemRules> items;              // by ItemIndex
  std::vector<Traits> traits;                // by ItemIndex
  std::vector<GroupRules> groups;            // by index of Form::groups
  std::vector<forms::ItemIndex> order;       // every item after those that it rests on
  bool circular = false;                     // … but for those in a circle, which was told
  std::vector<CheckRules> checks;            // by index of Form::checks
  std::vector<ExtractionRules> extractions;  // by index of Form::extractions
  std::vector<Condition> conditions;         // of all rules but choice filters
};

}  // namespace genpyo::validators
