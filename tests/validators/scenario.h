// Scenarios (validators/scenario.h) as tests. In their files `form:` is the definition, or the path
// of one in this repository.
#pragma once
#include <string>

namespace genpyo::tests {

// Runs all scenarios of a file with Catch's checks.
void run_scenarios(const std::string& path);

}  // namespace genpyo::tests
