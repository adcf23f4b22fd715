// One line of a CSV file that we write: RFC 4180, ended by LF where nothing else is asked for.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace genpyo::exports {

// Cells in any bytes; a NUL, which no reader of CSV takes, becomes U+FFFD and stays visible.
std::string csv_line(const std::vector<std::string>& cells, std::string_view line_end = "\n");

}  // namespace genpyo::exports
