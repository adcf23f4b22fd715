// Conditions: the leaves of a rule's and, or, not and if, which condition/decision coverage wants
// to see hold and fail.
#pragma once
#include <vector>

#include "validators/parts.h"
#include "validators/states.h"

namespace genpyo::validators {

// In the order of the paper, then of checks, then of extractions. What rests on no item is none.
std::vector<Condition> conditions_of(const Program::Parts& parts);

// Whether the evaluation of a case comes to the rule in which it stands.
bool is_looked_at(const Moment& moment, const Condition& condition);

}  // namespace genpyo::validators
