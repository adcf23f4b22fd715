// One line of a CSV file that we write: RFC 4180, ended by LF.
#pragma once
#include <string>
#include <vector>

namespace genpyo::exports {

// Cells in any bytes; a NUL, which no reader of CSV takes, becomes U+FFFD and stays visible.
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace genpyo::exports
