// The report as one HTML file: no script, no outside link, charts inline as SVG. It is read in a
// browser in light and dark, and printed.
#pragma once
#include <string>

#include "export/report/report.h"
#include "forms/paper/font.h"
#include "forms/result.h"

namespace genpyo::exports {

std::string report_html(const Report& report, const paper::FontSet& fonts);

// Whole or not at all.
forms::Result<forms::Done> write_report_html(const Report& report, const paper::FontSet& fonts,
                                             const std::string& path);

}  // namespace genpyo::exports
