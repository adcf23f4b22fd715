// A PIN from a person at the terminal, or one line of standard input. Never from the arguments,
// which every user of the machine can read.
#pragma once
#include <string>

#include "forms/result.h"

namespace genpyo::cli {

// At a terminal it is asked for twice and not shown. Fails when it is no PIN, or the two differ.
forms::Result<std::string> read_new_pin();

// The PIN of somebody who has one, asked for once.
forms::Result<std::string> read_pin();

}  // namespace genpyo::cli
