// An SPSS file that SavWriter wrote, read back as the rows that CSV would have (analysis profile):
// a figure in digits, a missing kind as its code, a day as 1964-04-01, nothing where there is nothing.
#pragma once
#include <string>

#include "forms/csv.h"
#include "forms/result.h"

namespace genpyo::exports {

// Each row's `line` is its place in the file, the header being line 1. Fails where the file is no
// SPSS file, is broken or larger than most_bytes of text.
inline constexpr std::size_t most_sav_bytes = 512u << 20;
forms::Result<forms::csv::Table> read_sav(const std::string& path, std::size_t most_bytes = most_sav_bytes);

}  // namespace genpyo::exports
