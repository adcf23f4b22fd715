// Behind a figure: which cases it rests on, what each brings to it, and why the others are not in.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "export/tables/exclusions.h"
#include "export/tables/tables.h"

namespace genpyo::exports {

// A row as Figure names it: an item, or one choice of it ("founder=1", "founder=none").
struct FigureRow {
  forms::ItemIndex item = 0;
  std::string choice;  // "" for the item as a whole
};
// Nothing where the table has no such row.
std::optional<FigureRow> figure_row(const Table& table, const forms::Form& form, std::string_view name);

struct Behind {
  bool is_in = false;
  std::string contribution;  // "86 / 2", "1 5 6"; "" of a case that is out
  std::string reason;        // why it is out: an Exclusion's name, "other_choice" or "other_group"
  std::vector<forms::ItemIndex> missing;
};

// How one case stands to a figure. `group` is a position in Table::groups; 0 is all of them.
Behind behind(const TablesDefinition& definition, const Table& table, const FigureRow& row, std::size_t group,
              const validators::States& states, forms::Date today);

}  // namespace genpyo::exports
