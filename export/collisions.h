// Collisions: answers of a form that an export profile would write as a missing kind. The export
// stops where one comes (csv_codes.cpp); its author hears of it before a sheet is printed.
#pragma once
#include <vector>

#include "forms/date.h"
#include "forms/diagnostic.h"
#include "validators/program.h"

namespace genpyo::exports {

// Of the legacy profile only 無回答 and 非該当 are looked at, which every survey has: the digits of
// the other kinds (不明 7 …) are those of a choice in nearly every list. Of a figure that nothing
// bounds nothing is said: its width is that of the answers that come.
std::vector<forms::Diagnostic> collisions(const validators::Program& program, forms::Date today);

}  // namespace genpyo::exports
