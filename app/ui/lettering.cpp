#include "app/ui/lettering.h"

#include <cmath>

#include "forms/text.h"

namespace genpyo::ui {
namespace {

constexpr std::size_t most_broken = 600;  // texts kept in lines

void add_quad(ImDrawList& list, const GlyphSheet::Glyph& glyph, float x, float y, ImU32 colour) {
  const float unit = 1.0f / static_cast<float>(GlyphSheet::side);
  const auto px = [](int value) { return static_cast<float>(value); };
  const ImVec2 from{x + px(glyph.left), y + px(glyph.top)};
  const ImVec2 to{from.x + px(glyph.width), from.y + px(glyph.height)};
  list.PrimReserve(6, 4);
  list.PrimRectUV(from, to, {px(glyph.x) * unit, px(glyph.y) * unit},
                  {px(glyph.x + glyph.width) * unit, px(glyph.y + glyph.height) * unit}, colour);
}

}  // namespace

float Lettering::advance(char32_t code_point) {
  const auto [found, is_new] = advances_.try_emplace(code_point, 0.0f);
  if (is_new) found->second = static_cast<float>(fonts_->advance(code_point));
  return found->second;
}

float Lettering::width(std::string_view utf8, float size) {
  float ems = 0;
  for (const char32_t c : forms::code_points(utf8)) ems += advance(c);
  return ems * size;
}

void Lettering::draw(ImDrawList& list, ImVec2 at, const Style& style, std::string_view utf8) {
  const ImVec2 low = list.GetClipRectMin(), high = list.GetClipRectMax();
  if (at.y + style.size < low.y || at.y - style.size > high.y || at.x > high.x) return;
  const float baseline = std::round(at.y);
  float x = at.x;
  list.PushTextureID(texture_);
  for (const char32_t c : forms::code_points(utf8)) {
    const float step = advance(c) * style.size;
    if (x + step + style.size >= low.x && x - style.size <= high.x) {
      const float quarters = std::round(x * GlyphSheet::phases);
      const float whole = std::floor(quarters / GlyphSheet::phases);
      const int phase = static_cast<int>(quarters - whole * GlyphSheet::phases);
      const auto& glyph = sheet_.glyph(c, style.size, phase, style.bold);
      if (glyph.width > 0) add_quad(list, glyph, whole, baseline, style.colour);
    }
    x += step;
  }
  list.PopTextureID();
}

const std::vector<std::string>& Lettering::lines(const std::string& utf8, float size, float width) {
  if (broken_.size() > most_broken) broken_.clear();
  const auto [found, is_new] = broken_.try_emplace({utf8, size, width});
  // A pixel stands for a millimetre here: one em is `size` of them.
  if (is_new) found->second = fonts_->wrap(utf8, size / paper::mm_per_point, width);
  return found->second;
}

}  // namespace genpyo::ui
