// The model case 11-001: rich, complete, and against no rule. Every question is answered and every
// item that depends on another is asked, so that a page, an export or an explanation can be tried
// on it whatever becomes of the drawn cases.
#pragma once
#include "tests/support/sheet.h"

namespace genpyo::sample {

Sheet model_case();

}  // namespace genpyo::sample
