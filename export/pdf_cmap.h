// A font's table of characters (TrueType `cmap`, format 4) of few and wide segments. libharu asks
// it 65,536 times and walks from the first segment each time: the usual table, a segment for every
// gap, cost a third of a sheet.
#pragma once
#include <cstdint>
#include <map>
#include <string>

namespace genpyo::exports {

// Gaps of less than a row are filled with "no glyph". Empty when that does not fit the format
// (64 KiB). U+FFFF is none of the characters.
std::string cmap_of(const std::map<std::uint16_t, std::uint16_t>& glyphs);

}  // namespace genpyo::exports
