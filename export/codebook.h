// Codebook: what the variables of a clean dataset and their codes mean, as CSV.
//
// Columns: variable, item, number, type, kind, code, label_LANGUAGE …, unit_LANGUAGE …, source.
//   kind = variable  one row a variable; `code` is the choice that a column of a select_multiple
//                    stands for
//   kind = code      one row for each code of the variable above
//   kind = missing   one row for each missing kind, `type` is its name: at the end where one code
//                    holds for every variable (`variable` is *), else after each variable
// source: S the report prints it, P another public source lists it, I inferred, empty not stated.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "export/variables.h"
#include "forms/form.h"

namespace genpyo::exports {

struct MissingCode {
  forms::Missing kind = forms::Missing::not_keyed;
  std::int64_t code = 0;
};
using MissingCodes = std::vector<std::vector<MissingCode>>;  // by variable

// `missing` empty: the codes of the analysis profile, the same in every variable.
std::string codebook_csv(const forms::Form& form, const std::vector<Variable>& variables,
                         const MissingCodes& missing = {}, std::string_view line_end = "\n");

}  // namespace genpyo::exports
