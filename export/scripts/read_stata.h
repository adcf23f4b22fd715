// read_csv.do: Stata commands that read the CSV with its labels; missing kinds become .a … .g.
#pragma once
#include <string>
#include <vector>

#include "export/scripts/description.h"

namespace genpyo::exports {

// `names` are those of the columns in Stata.
std::string read_stata(const CsvDescription& described, const std::vector<std::string>& names);

}  // namespace genpyo::exports
