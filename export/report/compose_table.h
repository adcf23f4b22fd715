// How a table is ruled, and which charts show it.
#pragma once
#include "export/report/table_figures.h"

namespace genpyo::exports {

// Columns and rows by the table's shape: items under one another with their statistics; a grid with
// the choices as columns; else choices under one another, the groups side by side.
void rule_table(const TableFigures& figures, ReportTable& table);

// Whether the table is a grid: several items with one list of choices that fit side by side.
bool is_grid(const TableFigures& figures);

std::vector<ReportChart> charts_of(const TableFigures& figures, const std::vector<Distribution>& distributions);

}  // namespace genpyo::exports
