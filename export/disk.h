// What the disk says: an errno as a person understands it, and a folder brought to the disk.
#pragma once
#include <string>

#include "forms/result.h"

namespace genpyo::exports {

// "Cannot write data/a.csv: the disk is full, make room and try again."
forms::Failure cannot_write(const std::string& path, int error);

// A rename is on disk only when its folder is. Gives 0 or errno. A folder that may be written but
// not read cannot be synced, nor can some file systems: the file is there all the same.
int sync_folder(const std::string& folder);

}  // namespace genpyo::exports
