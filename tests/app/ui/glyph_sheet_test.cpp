// The sheet of glyphs: laid once, never over each other, bounded.
#include "app/ui/glyph_sheet.h"

#include <catch2/catch.hpp>
#include <vector>

#include "tests/app/session_fixture.h"

using namespace genpyo;
using ui::GlyphSheet;

TEST_CASE("a glyph is laid once and found again") {
  GlyphSheet sheet(test::fonts());
  const GlyphSheet::Glyph first = sheet.glyph(U'国', 16, 0, false);
  CHECK(first.width > 10);
  CHECK_FALSE(sheet.take_changed().empty());
  const GlyphSheet::Glyph again = sheet.glyph(U'国', 16, 0, false);
  CHECK((again.x == first.x && again.y == first.y));
  CHECK(sheet.take_changed().empty());
}

TEST_CASE("size, phase and boldness are glyphs of their own and none lies over another") {
  GlyphSheet sheet(test::fonts());
  std::vector<GlyphSheet::Glyph> laid;
  for (const char32_t c : {U'国', U'i', U'𠮷', U'W'}) {
    for (const float size : {9.5f, 16.0f, 31.25f}) {
      for (int phase = 0; phase < GlyphSheet::phases; ++phase) {
        for (const bool bold : {false, true}) laid.push_back(sheet.glyph(c, size, phase, bold));
      }
    }
  }
  for (std::size_t i = 0; i < laid.size(); ++i) {
    for (std::size_t j = i + 1; j < laid.size(); ++j) {
      const auto &a = laid[i], &b = laid[j];
      const bool apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y ||
                         b.y + b.height <= a.y;
      REQUIRE(apart);
    }
  }
}

TEST_CASE("a character that no font has is drawn as a geta mark") {
  GlyphSheet sheet(test::fonts());
  const auto unknown = sheet.glyph(U'\U000E0041', 16, 0, false);
  const auto geta = sheet.glyph(U'〓', 16, 0, false);
  CHECK(unknown.width == geta.width);
  CHECK(unknown.height == geta.height);
}

TEST_CASE("a full sheet says so, draws nothing more, and is as new when cleared") {
  GlyphSheet sheet(test::fonts());
  for (char32_t c = 0x4E00; c < 0x5E00 && !sheet.full(); ++c) sheet.glyph(c, 120, 0, false);
  REQUIRE(sheet.full());
  CHECK(sheet.glyph(U'国', 121, 0, false).width == 0);
  sheet.clear();
  CHECK_FALSE(sheet.full());
  CHECK(sheet.glyph(U'国', 121, 0, false).width > 0);
}
