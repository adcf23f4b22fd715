// The world as it is: the real clock, the user's name, the default database. Read here only, and
// handed in to everything below.
#pragma once
#include <cstdint>
#include <string>

#include "forms/date.h"

namespace genpyo::cli {

std::string utc_now();     // "2018-03-01T09:30:00.000Z"
forms::Date today();       // the local day
// "2018-03-01T09:30:00.000Z" as the local clock has it, "2018-03-01T18:30:00.000"; as it is when it
// cannot be read.
std::string local_time(const std::string& utc);
std::string operator_name();      // the login name, "unknown" when there is none
std::string machine();            // its name on the network, "" when it has none
std::string settings_path();      // $XDG_CONFIG_HOME/genpyo/settings.yaml
std::string default_database();   // $XDG_DATA_HOME/genpyo/survey.db
// Seconds since 1970. Not a clock that stops while the machine sleeps: who opens the lid the next
// morning must find the screen locked.
std::int64_t seconds();

}  // namespace genpyo::cli
