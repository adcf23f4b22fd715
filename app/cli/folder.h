// The folder that -o names.
#pragma once
#include <string>

#include "forms/result.h"

namespace genpyo::cli {

forms::Result<forms::Done> make_folder(const std::string& folder);

}  // namespace genpyo::cli
