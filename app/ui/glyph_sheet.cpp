#include "app/ui/glyph_sheet.h"

#include <algorithm>
#include <cmath>

namespace genpyo::ui {
namespace {

constexpr char32_t geta = 0x3013;  // 〓

std::uint64_t key_of(char32_t code_point, float size, int phase, bool bold) {
  const auto eighths = static_cast<std::uint64_t>(std::lround(size * 8));
  return static_cast<std::uint64_t>(code_point) | (eighths << 24) |
         (static_cast<std::uint64_t>(phase) << 44) | (static_cast<std::uint64_t>(bold) << 48);
}

}  // namespace

GlyphSheet::GlyphSheet(const paper::FontSet& fonts)
    : fonts_(&fonts), pixels_(static_cast<std::size_t>(side) * side) {}

const GlyphSheet::Glyph& GlyphSheet::glyph(char32_t code_point, float size, int phase, bool bold) {
  const std::uint64_t key = key_of(code_point, size, phase, bold);
  if (const auto found = glyphs_.find(key); found != glyphs_.end()) return found->second;
  if (full_) return nothing_;

  const bool known = fonts_->face_of(code_point) != paper::FontSet::no_face;
  const Coverage coverage = cover(fonts_->outline(known ? code_point : geta), size,
                                  static_cast<double>(phase) / phases, bold);
  Glyph glyph{coverage.left, coverage.top, coverage.width, coverage.height, 0, 0};
  if (glyph.width > 0 && !reserve(glyph.width, glyph.height, glyph)) {
    full_ = true;
    return nothing_;
  }
  for (int row = 0; row < glyph.height; ++row) {
    const auto* from = coverage.shares.data() + static_cast<std::ptrdiff_t>(row) * glyph.width;
    std::copy(from, from + glyph.width,
              pixels_.data() + static_cast<std::ptrdiff_t>(glyph.y + row) * side + glyph.x);
  }
  if (glyph.height > 0) {
    changed_.from = std::min(changed_.from, glyph.y);
    changed_.to = std::max(changed_.to, glyph.y + glyph.height);
  }
  return glyphs_[key] = glyph;
}

// Shelves from the top, each as high as its highest glyph; a pixel between neighbours.
bool GlyphSheet::reserve(int width, int height, Glyph& at) {
  if (shelf_x_ + width + 1 > side) {
    shelf_y_ += shelf_height_ + 1;
    shelf_x_ = shelf_height_ = 0;
  }
  if (width + 1 > side || shelf_y_ + height + 1 > side) return false;
  at.x = shelf_x_;
  at.y = shelf_y_;
  shelf_x_ += width + 1;
  shelf_height_ = std::max(shelf_height_, height);
  return true;
}

void GlyphSheet::clear() {
  glyphs_.clear();
  std::fill(pixels_.begin(), pixels_.end(), std::uint8_t{0});
  changed_ = {0, side};
  shelf_x_ = shelf_y_ = shelf_height_ = 0;
  full_ = false;
}

GlyphSheet::Rows GlyphSheet::take_changed() {
  const Rows rows = changed_;
  changed_ = {};
  return rows;
}

}  // namespace genpyo::ui
