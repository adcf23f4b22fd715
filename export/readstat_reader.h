// SPSS and Stata files that SavWriter and DtaWriter wrote, read back: a figure in digits, a day as
// 1964-04-01, nothing where there is nothing. SPSS has missing kinds as their codes (-1 … -7),
// Stata as kinds (.a … .g).
#pragma once
#include <string>

#include "export/dataset_rows.h"

namespace genpyo::exports {

// Fails where the file is none of the format, is broken, or takes more than most_bytes as rows.
forms::Result<DatasetRows> read_sav(const std::string& path, std::size_t most_bytes = most_rows_bytes);
forms::Result<DatasetRows> read_dta(const std::string& path, std::size_t most_bytes = most_rows_bytes);

}  // namespace genpyo::exports
