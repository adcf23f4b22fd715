// One table as a rectangle: a row for each row and column of its figures, a column for each
// statistic. What rows and columns are called stands before the figures, in words and as in
// tables.csv.
#pragma once
#include "export/report/table_figures.h"
#include "export/report/workbook_cells.h"

namespace genpyo::exports {

// Gives the first free column.
unsigned add_table_rows(CellSheet& sheet, const TableFigures& words, const std::vector<Figure>& figures);

}  // namespace genpyo::exports
