// Lettering: every text of the window, set in the fonts and with the advances of the paper, so
// that the screen breaks lines and places characters as the print does.
#pragma once
#include <imgui.h>

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "app/ui/glyph_sheet.h"
#include "app/ui/theme.h"
#include "forms/paper/font.h"

namespace genpyo::ui {

struct Style {
  float size = theme::body_size;  // pixels an em
  ImU32 colour = IM_COL32_BLACK;
  bool bold = false;
};

class Lettering {
 public:
  // `fonts` must outlive it.
  explicit Lettering(const paper::FontSet& fonts) : fonts_(&fonts), sheet_(fonts) {}

  float width(std::string_view utf8, float size);

  // One line; `at` is the left end of its baseline. Characters outside the list's clip are skipped.
  void draw(ImDrawList& list, ImVec2 at, const Style& style, std::string_view utf8);

  // The text in lines no wider than `width` pixels. Kept: the same panel asks at every frame.
  const std::vector<std::string>& lines(const std::string& utf8, float size, float width);

  const paper::FontSet& fonts() const { return *fonts_; }
  GlyphSheet& sheet() { return sheet_; }
  void use_texture(ImTextureID texture) { texture_ = texture; }

 private:
  float advance(char32_t code_point);

  const paper::FontSet* fonts_;
  GlyphSheet sheet_;
  ImTextureID texture_ = nullptr;
  std::unordered_map<char32_t, float> advances_;  // em
  std::map<std::tuple<std::string, float, float>, std::vector<std::string>> broken_;
};

// From the top of a line to its baseline, and from line to line, in ems.
inline constexpr float ascent = 0.88f, line_pitch = 1.45f;

}  // namespace genpyo::ui
