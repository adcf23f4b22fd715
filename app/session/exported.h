// Exported: a dataset that `genpyo export` wrote, on its way back. Whatever its format, it becomes
// rows as a clerk would key them, with the missing kinds that no key says.
#pragma once
#include <string>
#include <vector>

#include "app/session/intake.h"
#include "export/dataset_rows.h"
#include "export/variables.h"
#include "forms/form.h"

namespace genpyo::session {

// A cell that the export had to alter, as remarks.csv lists it.
struct AlteredCell {
  std::string case_id, variable, how;
};

// What is known of the export beside its rows.
struct ExportedFrom {
  std::vector<exports::Variable> variables;  // every one that an export of the form may have
  bool guarded = false;                      // of the profile excel: an apostrophe in front of some texts
  bool worded = false;                       // of the profile labels: words where codes would be
  std::string language = {};                 // of the words; "" = any
  bool drops_zeros = false;                  // 1.50 is 1.5 in its format
  bool drops_blanks = false;                 // those at the end of a text, where it is read
  std::vector<AlteredCell> altered = {};
};

struct Exported {
  exports::DatasetRows rows;       // as read_rows takes them: case_id and a column an item
  std::vector<CellFault> faults;   // not empty: it is no export of this form, or was changed since
  std::vector<CellFault> remarks;  // what cannot come back as it was: why, cell by cell
};

Exported read_export(const forms::Form& form, const exports::DatasetRows& rows, const ExportedFrom& from);

}  // namespace genpyo::session
