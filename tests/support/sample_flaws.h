// What real papers have and drawn ones lack: boxes left empty, dashes, unreadable figures, two
// circles in one question, marks where nothing was asked, sums that do not agree.
#pragma once
#include <vector>

#include "tests/support/draw.h"
#include "tests/support/sheet.h"

namespace genpyo::sample {

// Which flaw a clinic gets is decided by its place in the list (their order is random already), so
// that the number of clinics that remain for each table is known: with the model case, 106 of 124
// for II-2-5, 120 and 121 for II-2-6, 86 for II-2-8, 105 for II-3-1, 102 for II-4-1.
inline constexpr std::size_t first_without_house_calls = 60, after_without_house_calls = 67;
inline constexpr std::size_t first_without_home_visits = 64, after_without_home_visits = 70;

// `clinics` are the 123 beside the model case.
void add_flaws(std::vector<Sheet>& clinics, Draw& draw);

}  // namespace genpyo::sample
