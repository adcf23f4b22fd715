// Who may key, for the window.
#pragma once
#include "app/cli/request.h"
#include "app/session/entrance.h"

namespace genpyo::cli {

// --operators or --file, else beside the database.
std::string operators_file(const Request& request);

// Nobody signs in where there is no file of operators; a file that was named, or that holds nobody
// or faults, is a Failure: a kiosk that was to have a door does not open without one.
forms::Result<session::Entrance> entrance_of(const Request& request);

}  // namespace genpyo::cli
