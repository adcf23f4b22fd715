// read_csv.sps: SPSS syntax that reads the CSV with its labels, missing values and sets of several
// marks.
#pragma once
#include <string>
#include <vector>

#include "export/scripts/description.h"

namespace genpyo::exports {

// `names` are those of the columns in SPSS. Where cells are broken (description.h), the syntax says
// so and reads nothing: SPSS would take one line of a text for a case.
std::string read_spss(const CsvDescription& described, const std::vector<std::string>& names);

}  // namespace genpyo::exports
