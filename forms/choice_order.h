// Choice order: lists whose numbers, as the paper prints them, do not ascend. Whoever fills in and
// whoever keys expects 1 2 3.
#pragma once
#include <vector>

#include "forms/diagnostic.h"
#include "forms/form.h"

namespace genpyo::forms {

// A warning for each list that the paper prints, at the first item that has it.
std::vector<Diagnostic> choices_out_of_order(const Form& form);

}  // namespace genpyo::forms
