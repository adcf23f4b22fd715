// The progress of a survey as printed pages: one row an organization with its bar, in all, and how
// many cases each extraction has. One page for up to thirty organizations, more where there are more.
#pragma once
#include <string>
#include <vector>

#include "export/progress/progress.h"
#include "forms/paper/font.h"
#include "forms/paper/geometry.h"

namespace genpyo::exports {

// All that is read on the page, in one language.
struct ProgressWords {
  std::string title, as_of;  // "As of 2018-03-01, 125 cases"
  std::string organization, sent, back, rate, keyed, closed, all, no_organization, of_back;
  std::vector<std::string> extractions;  // by index of Form::extractions
};

std::vector<paper::Drawing> draw_progress(const Progress& progress, const ProgressWords& words,
                                          const paper::FontSet& fonts);

}  // namespace genpyo::exports
