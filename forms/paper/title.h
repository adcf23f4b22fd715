// Title: what stands above the questions of every page: which form, which sheet, which page.
#pragma once
#include <string_view>
#include <vector>

#include "forms/paper/typesetter.h"

namespace genpyo::paper {

// Draws the title block on the first page, or the running head on a later one (`number` counts
// from 1). Returns where the questions may begin.
double draw_head(Page& page, const forms::Form& form, const Typesetter& set, std::size_t number,
                 std::size_t pages);

// The boxes for the five digits of a case number, two before the hyphen and three after it.
std::vector<Rect> case_cells(const Rect& case_number);

}  // namespace genpyo::paper
