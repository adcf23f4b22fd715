// A table of a report as HTML, which scrolls sideways where the page is narrow.
#pragma once
#include <string>

#include "export/report/report.h"

namespace genpyo::exports {

// `labelled_by` is the id of its heading.
std::string table_markup(const ReportTable& table, const std::string& labelled_by);

}  // namespace genpyo::exports
