#include "app/cli/report_files.h"

#include "export/report/report_html.h"
#include "export/report/report_pdf.h"
#include "forms/paper/font.h"

namespace genpyo::cli {

forms::Result<std::vector<std::string>> write_report_files(
    const Request& request, store::Store& store, const forms::Form& form, const exports::TablesDefinition& definition,
    const exports::Tabulation& tabulation, const std::vector<exports::CallbackSheet>& callbacks, const Counts& counts) {
  auto fonts = paper::FontSet::open();
  if (!fonts) return fonts.failure();
  auto head = store.head();
  if (!head) return head.failure();
  const exports::DataFacts data{counts.taken, counts.left_out, tabulation.cases(), request.all, head->at, head->hash};
  const exports::Report report = exports::compose(form, definition, tabulation.figures(), tabulation.distributions(), data, request.language);
  const std::string pdf = request.output + "/report.pdf", html = request.output + "/report.html";
  const std::string pages = request.output + "/callbacks.pdf";
  if (auto written = exports::write_report_pdf(report, *fonts, pdf); !written) return written.failure();
  if (auto written = exports::write_report_html(report, *fonts, html); !written) return written.failure();
  if (auto written = exports::write_callbacks_pdf(callbacks, form, definition, report.foot, *fonts, request.language, pages); !written) {
    return written.failure();
  }
  return std::vector<std::string>{pdf, html, pages};
}

}  // namespace genpyo::cli
