// What an SPSS file cannot be given through ReadStat: its multiple-response sets. A syntax file that
// opens the .sav and defines one for each item of several marks.
#pragma once
#include <string>
#include <vector>

#include "export/dataset.h"

namespace genpyo::exports {

// "" where no item has several marks as variables of its own. `names` are those in the .sav.
std::string spss_syntax(const Dataset& dataset, const std::vector<std::string>& names);

}  // namespace genpyo::exports
