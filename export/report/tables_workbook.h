// The tables as one workbook for machines, tables.xlsx: contents, what is to be known of the data, a
// sheet for each table with its charts, all figures as in tables.csv, and what the charts show.
//
// Every sheet is one rectangle below one row of heads, without merged cells; figures are numbers
// with the decimals that were printed, 該当無し, <3 and 秘匿 are texts.
#pragma once
#include <string>
#include <vector>

#include "export/report/report.h"

namespace genpyo::exports {

// `report` is composed of the same definition, figures and run. `at`, the newest line of the journal,
// is the date that the file bears. Whole or not at all.
forms::Result<forms::Done> write_tables_workbook(const forms::Form& form, const TablesDefinition& definition,
                                                 const std::vector<Figure>& figures, const Report& report, const Run& run,
                                                 const std::string& at, const std::string& path);

}  // namespace genpyo::exports
