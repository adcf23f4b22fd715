// Parts: what a program is made of. Null where the form has no rule or a faulty one.
#pragma once
#include <memory>
#include <vector>

#include "validators/expression.h"
#include "validators/program.h"

namespace genpyo::validators {

using Compiled = std::shared_ptr<const Expression>;

struct ItemRules {
  Compiled relevant, required, constraint;
};

struct CheckRules {
  Compiled relevant, constraint;        // no constraint: the check is absent
  std::vector<forms::ItemIndex> named;  // in either rule, ascending
};

struct ExtractionRules {
  Compiled relevant, constraint;
};

struct Program::Parts {
  const forms::Form* form = nullptr;
  std::vector<ItemRules> items;              // by ItemIndex
  std::vector<forms::ItemIndex> order;       // every item after those that its relevance rests on
  std::vector<CheckRules> checks;            // by index of Form::checks
  std::vector<ExtractionRules> extractions;  // by index of Form::extractions
};

}  // namespace genpyo::validators
