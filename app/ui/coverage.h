// Coverage: a filled outline as a small grey bitmap, each pixel the exact share of it that lies
// inside. Pure arithmetic: so that every character, beyond U+FFFF too (which Dear ImGui 1.86 cannot
// hold), is drawn alike, at any size, without hinting, where the paper has it.
#pragma once
#include <cstdint>
#include <vector>

#include "forms/paper/font.h"

namespace genpyo::ui {

struct Coverage {
  int left = 0,
      top = 0;  // of the bitmap, in pixels from the pen's position on the baseline, y downwards
  int width = 0, height = 0;
  std::vector<std::uint8_t> shares;  // by row; 255 = wholly inside
};

// `size` pixels an em; the outline is moved right by `shift` pixels (a part of one). An outline
// that would need more than 512 pixels on a side gives an empty bitmap.
Coverage cover(const paper::GlyphOutline& outline, double size, double shift, bool bold);

}  // namespace genpyo::ui
