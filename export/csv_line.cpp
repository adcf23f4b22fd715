#include "export/csv_line.h"

#include "forms/csv.h"

namespace genpyo::exports {
namespace {

std::string without_nul(std::string cell) {
  for (auto at = cell.find('\0'); at != std::string::npos; at = cell.find('\0', at)) {
    cell.replace(at, 1, "\uFFFD");
  }
  return cell;
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells, std::string_view line_end) {
  std::string line;
  bool first = true;
  for (const std::string& cell : cells) {
    if (!first) line += ',';
    line += forms::csv::quote(without_nul(cell));
    first = false;
  }
  return line.append(line_end);
}

}  // namespace genpyo::exports
