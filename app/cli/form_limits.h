// Form limits: what the places that a form's words and answers go to cannot hold: the page, the
// boxes on it, the files of other programs.
#pragma once
#include <vector>

#include "app/session/survey.h"
#include "forms/date.h"

namespace genpyo::cli {

// Warnings and notes. Where no face can be read the page is not looked at, and standard error says so.
std::vector<forms::Diagnostic> form_limits(const session::Survey& survey, forms::Date today);

}  // namespace genpyo::cli
