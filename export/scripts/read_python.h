// read_csv.py: a module (and script) of Python that reads the CSV with its labels and missing kinds into
// a data frame of pandas.
#pragma once
#include <string>

#include "export/scripts/description.h"

namespace genpyo::exports {

std::string read_python(const CsvDescription& described);

}  // namespace genpyo::exports
