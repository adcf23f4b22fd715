// The report for people, gathered in the walk that makes tables.csv.
#pragma once
#include <string>
#include <vector>

#include "app/cli/cases.h"
#include "app/cli/request.h"
#include "export/report/callback_pages.h"
#include "export/report/report.h"
#include "export/tables/callbacks.h"
#include "export/tables/tables.h"
#include "store/store.h"

namespace genpyo::cli {

// report.pdf, report.html and callbacks.pdf in the request's folder; each whole or not at all. Gives
// their paths.
forms::Result<std::vector<std::string>> write_report_files(
    const Request& request, store::Store& store, const forms::Form& form, const exports::TablesDefinition& definition,
    const exports::Tabulation& tabulation, const std::vector<exports::CallbackSheet>& callbacks, const Counts& counts);

}  // namespace genpyo::cli
