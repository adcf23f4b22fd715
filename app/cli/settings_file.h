// The settings' file: read once at the start, written whole at every change.
#pragma once
#include <string>

#include "app/session/settings.h"
#include "forms/result.h"

namespace genpyo::cli {

// As by default where there is no file, or none that can be understood: a window that is not as one
// likes it is better than none.
session::Settings read_settings(const std::string& path);

// Makes the folder too. Fails with one sentence.
forms::Result<forms::Done> keep_settings(const std::string& path, const std::string& yaml);

}  // namespace genpyo::cli
