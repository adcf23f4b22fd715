// A supervisor's signature on the command line: his name and PIN, for what a clerk may not do.
#pragma once
#include "app/cli/request.h"
#include "forms/result.h"

namespace genpyo::cli {

// Where there is a file of operators, --operator must name a supervisor of it, whose PIN is asked
// for (or read from standard input); a wrong one is counted in the database like one at the window,
// and so waits. Gives the name that signed, "" where there are no operators. Fails with a sentence.
forms::Result<std::string> supervisor_signs(const Request& request);

}  // namespace genpyo::cli
