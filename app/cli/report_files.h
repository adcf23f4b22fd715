// The report for people, gathered in the walk that makes tables.csv.
#pragma once
#include <string>
#include <vector>

#include "app/cli/cases.h"
#include "app/cli/request.h"
#include "export/report/callback_pages.h"
#include "export/report/report.h"
#include "export/tables/callbacks.h"
#include "export/tables/contents.h"
#include "export/tables/tables.h"
#include "store/store.h"

namespace genpyo::cli {

// What the walk gathered; all of it outlives the call.
struct Gathered {
  const exports::TablesDefinition& definition;
  const std::vector<exports::Figure>& figures;  // as printed in tables.csv
  const std::vector<exports::Distribution>& distributions;
  exports::Run run;
  std::size_t cases;  // in the base
  const std::vector<exports::CallbackSheet>& callbacks;
};

// tables.xlsx, report.pdf, report.html and callbacks.pdf in this folder; each whole or not at all. Gives their names.
forms::Result<std::vector<std::string>> write_report_files(const std::string& folder, const Request& request, store::Store& store,
                                                           const forms::Form& form, const Gathered& gathered,
                                                           const store::Walk& counts);

}  // namespace genpyo::cli
