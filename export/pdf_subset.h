// The cut of a font: a small TrueType file with the glyphs that a document shows and no others.
// The only room that knows HarfBuzz.
#pragma once
#include <string>
#include <vector>

#include "forms/result.h"

namespace genpyo::exports {

// The bytes of the cut. Code points that the font lacks are passed over. Glyphs are renumbered; the
// copyright stays in the name table. Fails with a sentence when the file at `path` is no font.
forms::Result<std::string> cut_font(const std::string& path, const std::vector<char32_t>& code_points);

}  // namespace genpyo::exports
