// Standard tables: those that no tables.yaml declares. The grand total (GT, 単純集計) has one table
// an item; a cross table has one item's answers by the choices of another.
#pragma once
#include <string_view>

#include "export/tables/tables.h"
#include "forms/result.h"

namespace genpyo::exports {

// By the order of the form: of selects the counts, of figures the statistics, of texts and dates how
// many answered. Not of what identifies, nor of what only a rule or a printed page needs. The id of a
// table is the item's name.
TablesDefinition standard_tables(const forms::Form& form);

// Counts (`item` a select, with χ²) or statistics (a figure; where `by` has two choices with Welch's
// and the Mann–Whitney test) of `item`, in a column for each choice of `by`. Its columns are named
// "founder=1". Fails with a sentence when there is no such item, or of a type that cannot be crossed.
forms::Result<TablesDefinition> cross_table(const forms::Form& form, std::string_view item, std::string_view by);

}  // namespace genpyo::exports
