// read_csv.R: a script of base R that reads the CSV with its labels and missing kinds.
#pragma once
#include <string>

#include "export/scripts/description.h"

namespace genpyo::exports {

std::string read_r(const CsvDescription& described);

}  // namespace genpyo::exports
