// Cuts: names and labels of a form that SPSS, Stata or Excel cannot keep whole, as the writers of
// those files would cut them.
#pragma once
#include <vector>

#include "forms/diagnostic.h"
#include "forms/form.h"

namespace genpyo::exports {

// A warning where a name has to change, and where labels become alike by being cut; a note where one
// only loses its end, or where the name or label is made of the author's by us.
std::vector<forms::Diagnostic> cuts(const forms::Form& form);

}  // namespace genpyo::exports
