// A text as a cell of a workbook holds it: UTF-8 without NUL and non-characters, at most 32,767
// characters as Excel counts them (UTF-16).
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace genpyo::exports {

// The text itself where a cell can hold it; else a copy in `scratch`, and each way in which it was
// altered is appended to `how`.
std::string_view cell_text(std::string_view text, std::string& scratch, std::vector<std::string_view>& how);

// Whether a cell can hold it.
bool fits_cell(std::string_view text);

// Excel reads _x0041_ as A: one that stands in the text gets _x005F for its first mark. The text
// itself where there is none.
std::string_view escaped(std::string_view text, std::string& scratch);

// How many letters' room a text takes in a column: those of Japanese take two.
double shown_width(std::string_view text);

}  // namespace genpyo::exports
