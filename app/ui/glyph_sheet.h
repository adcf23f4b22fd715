// GlyphSheet: a square of grey pixels into which characters are laid as they are first needed. It
// knows no GL: a texture takes over the rows that changed.
#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "app/ui/coverage.h"
#include "forms/paper/font.h"

namespace genpyo::ui {

class GlyphSheet {
 public:
  static constexpr int side = 2048;
  static constexpr int phases = 4;  // a glyph may stand at every quarter of a pixel

  struct Glyph {
    int left = 0, top = 0, width = 0, height = 0;  // as Coverage; width 0 = nothing to draw
    int x = 0, y = 0;                              // on the sheet
  };

  // Rows [from, to) that changed.
  struct Rows {
    int from = side, to = 0;
    bool empty() const { return from >= to; }
  };

  // `fonts` must outlive the sheet.
  explicit GlyphSheet(const paper::FontSet& fonts);

  // The glyph of a character (of the geta mark 〓 when no font has it), at `size` pixels an em. The
  // reference is good until the next call. When the sheet is full nothing is drawn and full() is
  // true.
  const Glyph& glyph(char32_t code_point, float size, int phase, bool bold);

  bool full() const { return full_; }
  void clear();

  const std::vector<std::uint8_t>& pixels() const { return pixels_; }
  Rows take_changed();

 private:
  bool reserve(int width, int height, Glyph& at);

  const paper::FontSet* fonts_;
  std::unordered_map<std::uint64_t, Glyph> glyphs_;
  std::vector<std::uint8_t> pixels_;
  Rows changed_;
  int shelf_x_ = 0, shelf_y_ = 0, shelf_height_ = 0;
  bool full_ = false;
  Glyph nothing_;
};

}  // namespace genpyo::ui
