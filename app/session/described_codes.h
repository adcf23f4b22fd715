// What a dataset says of the codes that lists got while texts were coded: on its way out, and on its
// way back, where they are added again. Nothing is invented: a code comes with the label that the
// dataset has for it, or not at all.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/session/intake.h"
#include "export/dataset_rows.h"
#include "export/described_codes.h"
#include "forms/form.h"
#include "store/store.h"

namespace genpyo::session {

// Those of `added` that the form's lists have, each once, in their order; of identifying items only
// where these leave.
std::vector<exports::DescribedCode> in_force(const forms::Form& form, const std::vector<store::AddedCode>& added, bool identifying);

// The codes that the form lacks and of which a file's own labels say what they mean: those of a
// column of codes, and of a choice's column what stands behind the question in its label.
std::vector<exports::DescribedCode> codes_of_labels(const forms::Form& form, const std::vector<exports::SaidLabel>& labels);

struct TakenCodes {
  std::vector<store::AddedCode> added;  // for the lists of a form; nobody has added them yet
  std::vector<CellFault> faults;
};

// Faults: what could not have been added while texts were coded (no such item, no code from 1 to
// 999, no label of one line), and a code that means something else in the form or is described
// twice.
TakenCodes take_codes(const forms::Form& form, const std::vector<exports::DescribedCode>& described);

// What the journal says of an added code's why, before the name of the file.
inline constexpr std::string_view import_of = "import of ";

// Adds the codes that the database does not have (`known`) to the changes of the cases, in their
// order: each to the first case that bears it or one behind it in the list, those that no case
// bears to the last of these. One that means something else in the database is a fault of each cell
// that bears it. Where there is no case, nothing can be added, and each code is remarked on.
void bring_codes(const forms::Form& form, const std::vector<store::AddedCode>& codes,
                 const std::vector<store::AddedCode>& known, const std::string& reason, Intake& intake);

// A label as a sentence quotes it: one line, and not a long one.
std::string quotable(const std::string& label);

// The codes in a cell that the list lacks, though they could have been added to it: "4 12". Nothing
// where the item is not coded afterwards, or something else is wrong with the cell.
std::string codes_without_label(const forms::Item& item, const forms::ChoiceList* list, const std::string& cell);

}  // namespace genpyo::session
