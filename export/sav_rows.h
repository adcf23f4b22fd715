// The rows of an SPSS file, looked at before ReadStat reads them (to 1.1.9, it believes such a file
// too much): a text over 255 bytes lies in several columns, and where one of them is nothing but
// NULs ReadStat writes in front of its memory; of over 466,000 columns it loses its table.
#pragma once
#include <string>

namespace genpyo::exports {

// Whether ReadStat can be let at the file: a .sav, its rows as they stand or packed by bytes.
bool has_sound_rows(const std::string& path);

}  // namespace genpyo::exports
