// Codebook: what the variables of a clean dataset and their codes mean, as CSV.
//
// Columns: variable, item, number, type, kind, code, label_LANGUAGE …, unit_LANGUAGE …, source.
//   kind = variable  one row a variable; `code` is the choice that a column of a select_multiple
//                    stands for
//   kind = code      one row for each code of the variable above
//   kind = missing   one row for each missing kind; they hold for every variable (`variable` is *),
//                    `type` is the kind's name
// source: S the report prints it, P another public source lists it, I inferred, empty not stated.
#pragma once
#include <string>
#include <vector>

#include "export/variables.h"
#include "forms/form.h"

namespace genpyo::exports {

std::string codebook_csv(const forms::Form& form, const std::vector<Variable>& variables);

}  // namespace genpyo::exports
