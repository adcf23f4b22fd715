// The folder that -o names.
#pragma once
#include <string>

#include "forms/result.h"

namespace genpyo::cli {

// With the folders above it, where they are not there yet.
forms::Result<forms::Done> make_folder(const std::string& folder);

}  // namespace genpyo::cli
