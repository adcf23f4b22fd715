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

// Whether a figure is one of the range's; a value that is missing breaks nothing.
bool lies_in(const forms::Value& value, const forms::Range& range);

}  // namespace genpyo::validators
