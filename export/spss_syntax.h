// Multiple-response sets as SPSS syntax: what an SPSS file cannot be given through ReadStat.
#pragma once
#include <string>
#include <vector>

#include "export/dataset.h"

namespace genpyo::exports {

// MRSETS for each item of several marks. "" where none has its marks as variables of its own. `names`
// are those of the variables in SPSS.
std::string spss_sets(const Dataset& dataset, const std::vector<std::string>& names);

// A syntax file that opens the .sav and defines them; "" where there are none.
std::string spss_syntax(const Dataset& dataset, const std::vector<std::string>& names);

}  // namespace genpyo::exports
