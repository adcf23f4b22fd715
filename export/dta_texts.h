// The long texts of a Stata file (strL), looked at before ReadStat reads them: it hands on a
// pointer without a length, and where a text does not end with a NUL its reader would go on
// through the memory behind it.
#pragma once
#include <string>

namespace genpyo::exports {

// Whether ReadStat can be let at the file: of release 104 to 115, or 117 to 119 with texts that end.
bool has_sound_texts(const std::string& path);

}  // namespace genpyo::exports
