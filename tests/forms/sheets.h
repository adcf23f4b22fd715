// Workbooks as a test writes them: cells in rows, no file between.
#pragma once
#include <string>
#include <vector>

#include "forms/xlsform.h"

namespace genpyo::forms::test {

using Rows = std::vector<std::vector<std::string>>;

inline Sheet sheet(const std::string& name, const Rows& rows) {
  Sheet made{name, {}};
  int number = 0;
  for (const auto& cells : rows) {
    SheetRow row{++number, {}};
    for (std::size_t column = 0; column < cells.size(); ++column) {
      if (!cells[column].empty()) row.cells.push_back({static_cast<int>(column) + 1, cells[column]});
    }
    if (!row.cells.empty()) made.rows.push_back(std::move(row));
  }
  return made;
}

inline Workbook workbook(const Rows& survey, const Rows& choices = {}, const Rows& settings = {}) {
  Workbook made{"f.xlsx", {"survey", "choices", "settings"}, {sheet("survey", survey)}};
  if (!choices.empty()) made.sheets.push_back(sheet("choices", choices));
  if (!settings.empty()) made.sheets.push_back(sheet("settings", settings));
  return made;
}

inline Result<std::string> nothing_beside(const std::string& name) { return Failure{"there is no " + name + "."}; }

// What is wrong with it, warnings apart, one fault a line.
inline std::string faults_of(const Workbook& book, Level level = Level::error) {
  std::string faults;
  for (const Diagnostic& diagnostic : xlsform_tree(book, nothing_beside).diagnostics) {
    if (diagnostic.level == level) faults += to_text(diagnostic) + "\n";
  }
  return faults;
}

}  // namespace genpyo::forms::test
