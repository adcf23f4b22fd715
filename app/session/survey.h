// Survey: one form definition ready for use, everything that is derived from it made once.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "forms/diagnostic.h"
#include "forms/form.h"
#include "forms/frame.h"
#include "forms/paper/font.h"
#include "forms/paper/layout.h"
#include "forms/result.h"
#include "store/store.h"
#include "validators/program.h"

namespace genpyo::session {

// Never moved once made: the program points into the form.
struct Survey {
  std::string folder;  // where form.yaml or the workbook lies, "" for one read from an archive
  std::string hash;    // SHA-256 of the definition's text
  forms::Form form;
  std::vector<forms::Diagnostic> diagnostics;  // of reading and compiling; empty = faultless
  std::vector<forms::Diagnostic> warnings;     // the form is used all the same
  forms::Frame frame;                          // empty when the form has none
  std::unique_ptr<validators::Program> program;
};

// From a definition's text. Always gives a survey, with its diagnostics. Its lists have the codes
// that were `added` while answers were coded; its text and hash are the definition's own.
std::unique_ptr<Survey> make_survey(std::string text, const std::string& file_name,
                                    const std::vector<store::AddedCode>& added = {});

// The same survey with codes that were added since.
std::unique_ptr<Survey> with_added_codes(std::unique_ptr<Survey> survey, const std::vector<store::AddedCode>& added);

// FORM is a name (home_care_2018: a folder under `data`/forms) or a path: a folder with a form.yaml,
// a .yaml file, an XLSForm (.xlsx), or a folder with its sheets as survey.csv, choices.csv,
// settings.csv.
// Reads frame.csv beside it. Fails when there is no such form or it cannot be read.
forms::Result<std::unique_ptr<Survey>> load_survey(const std::string& form, const std::string& data);

// Where forms/ and assets/ are: GENPYO_DATA, else beside the program (…/bin/../share/genpyo),
// else the source tree it was built from. Fails with a sentence.
forms::Result<std::string> find_data();

}  // namespace genpyo::session
