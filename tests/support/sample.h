// Sample: 124 clinics and 5 hospitals that never were, to try the program with. Fixed seed, whole
// numbers only: the same bytes on every machine.
#pragma once
#include <string>
#include <vector>

#include "forms/form.h"
#include "forms/frame.h"
#include "tests/support/sheet.h"

namespace genpyo::sample {

// By case number. The clinics of each region are as many as answered the survey.
std::vector<Sheet> sample_sheets(const forms::Frame& frame);

// case_id, then every item of the form in its order.
std::string sample_csv(const forms::Form& form, const std::vector<Sheet>& sheets);

}  // namespace genpyo::sample
