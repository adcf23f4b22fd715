// Exported: a dataset that `genpyo export` wrote as CSV, on its way back. Its codebook, which lies
// beside it, says which columns belong to which item and which codes are missing kinds.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/session/intake.h"
#include "forms/csv.h"
#include "forms/form.h"

namespace genpyo::session {

struct Exported {
  forms::csv::Table table;         // as read_rows takes it: case_id and a column an item
  std::vector<CellFault> remarks;  // cells of which no text can say what they were: why, cell by cell
};

struct ExportedFrom {
  forms::csv::Table codebook;
  bool guarded = false;  // of the profile excel: an apostrophe in front of some texts
};

// Nothing where a column of the table is not in the codebook: it is no export of this form.
std::optional<Exported> read_export(const forms::Form& form, const forms::csv::Table& table,
                                    const ExportedFrom& from);

// Takes the remarks away that the form itself settles: "not applicable" where it asks nothing.
void drop_settled(Exported& exported, const forms::Form& form, const Intake& intake);

}  // namespace genpyo::session
