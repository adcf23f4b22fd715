// Call-back pages: for every clinic that a call would bring back one A4 page with the questions it
// left blank and boxes to write the answers into.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "export/report/report.h"
#include "export/tables/callbacks.h"
#include "forms/case.h"
#include "forms/paper/font.h"
#include "forms/result.h"

namespace genpyo::exports {

// What the frame knows of a clinic, and whom to call.
struct CallbackSheet {
  Callback callback;
  std::vector<ReportFact> known;  // label and value: 団体 静岡市静岡医師会
};

CallbackSheet callback_sheet(const forms::Form& form, Callback callback,
                             const validators::States& states, std::string_view language);

// In the order given. A clinic whose questions do not fit on a page goes on on a second one. Without
// a clinic one page says so.
forms::Result<forms::Done> write_callbacks_pdf(const std::vector<CallbackSheet>& sheets, const forms::Form& form,
                                               const TablesDefinition& definition, const std::string& foot,
                                               const paper::FontSet& fonts, std::string_view language,
                                               const std::string& path);

}  // namespace genpyo::exports
