// Names as a statistics program takes them: plain letters, digits and _, short enough, not one of
// its own words, and unique even to a program that knows no capitals.
#pragma once
#include <string>
#include <vector>

#include "export/dataset.h"

namespace genpyo::exports {

enum class Target { spss, stata };

// Of every variable, in their order. What could not stay as it is goes to `remarks`.
std::vector<std::string> names_for(Target target, const std::vector<Variable>& variables, Remarks& remarks);

}  // namespace genpyo::exports
