#include "app/cli/report_files.h"

#include "export/report/report_html.h"
#include "export/report/report_pdf.h"
#include "export/report/tables_workbook.h"
#include "forms/paper/font.h"

namespace genpyo::cli {

forms::Result<std::vector<std::string>> write_report_files(const std::string& folder, const Request& request, store::Store& store,
                                                           const forms::Form& form, const Gathered& gathered,
                                                           const store::Walk& counts) {
  auto fonts = paper::FontSet::open();
  if (!fonts) return fonts.failure();
  auto head = store.head();
  if (!head) return head.failure();
  const exports::DataFacts data{counts.taken, counts.left_out, gathered.cases, request.all, head->at, head->hash};
  const exports::Report report = exports::compose(form, gathered.definition, gathered.figures, gathered.distributions, gathered.run, data, request.language);
  const std::string pdf = folder + "/report.pdf", html = folder + "/report.html";
  const std::string pages = folder + "/callbacks.pdf", workbook = folder + "/tables.xlsx";
  if (auto made = exports::write_tables_workbook(form, gathered.definition, gathered.figures, report, gathered.run, head->at, workbook); !made) {
    return made.failure();
  }
  if (auto written = exports::write_report_pdf(report, *fonts, pdf); !written) return written.failure();
  if (auto written = exports::write_report_html(report, *fonts, html); !written) return written.failure();
  auto written = exports::write_callbacks_pdf(gathered.callbacks, form, gathered.definition, report.foot, *fonts, request.language, pages);
  if (!written) return written.failure();
  return std::vector<std::string>{"tables.xlsx", "report.pdf", "report.html", "callbacks.pdf"};
}

}  // namespace genpyo::cli
