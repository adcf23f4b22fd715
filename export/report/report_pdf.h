// The report on paper: A4, lengthways or across as a table needs it; a cover, contents with page
// numbers, the sections; on every page its number, and the date and hash of the data.
#pragma once
#include <string>

#include "export/report/report.h"
#include "forms/paper/font.h"
#include "forms/result.h"

namespace genpyo::exports {

// Whole or not at all; the same report gives the same bytes.
forms::Result<forms::Done> write_report_pdf(const Report& report, const paper::FontSet& fonts,
                                            const std::string& path);

}  // namespace genpyo::exports
