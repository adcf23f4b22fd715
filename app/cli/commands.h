// The commands. Each prints its results to standard output or files, its messages to standard
// error, and gives the program's exit status.
#pragma once
#include <functional>

#include "app/cli/request.h"

namespace genpyo::cli {

int check(const Request& request);
int keystrokes(const Request& request);  // check --keystrokes
int cover(const Request& request);       // check --cover
int against(const Request& request);     // check --against
int import(const Request& request);
int print(const Request& request);
int export_dataset(const Request& request);
int tables(const Request& request);
int explain(const Request& request);         // one item of one case
int explain_figure(const Request& request);  // the cases behind a figure of a table
int progress(const Request& request);
int compare(const Request& request);  // the two keyings of each case
int audit(const Request& request);
int convert(const Request& request);  // XLSForm to form.yaml and back
int operators(const Request& request);
int eval(const Request& request);  // one expression, or a file of them

// Reads the arguments and runs the command; `kiosk` opens the window (the command line knows none).
int run(int count, const char* const* arguments, const std::function<int(const Request&)>& kiosk);

}  // namespace genpyo::cli
