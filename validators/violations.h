// Violations: the second half of an evaluation, all that is wrong in a case at one moment.
#pragma once
#include <vector>

#include "validators/evaluation.h"
#include "validators/states.h"

namespace genpyo::validators {

// In the order of the paper, hard before soft per item. `extractions` by index of
// Form::extractions.
std::vector<Violation> violations_of(const Moment& moment,
                                     const std::vector<ExtractionState>& extractions,
                                     std::vector<Violation> reused = {});

}  // namespace genpyo::validators
