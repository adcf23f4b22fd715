// The fonts of one PDF, each cut to the characters that the document shows.
#pragma once
#include <hpdf.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "forms/paper/font.h"
#include "forms/paper/geometry.h"
#include "forms/result.h"

namespace genpyo::exports {

// A stretch of a text that one font can set, or one character that must be drawn as an outline.
struct Run {
  std::size_t face = 0;
  std::string utf8;
  char32_t outlined = 0;  // beyond U+FFFF, where libharu writes nothing
  double width = 0;       // em
};

// What no font has stands as the geta mark.
std::vector<Run> runs_of(const paper::FontSet& fonts, std::string_view text);

class PdfFonts {
 public:
  // Both must outlive it.
  PdfFonts(HPDF_Doc pdf, const paper::FontSet& fonts);

  // Every drawing of the document is told first; then the fonts are loaded, once.
  void note(const paper::Drawing& drawing);
  forms::Result<forms::Done> load();

  HPDF_Font of_face(std::size_t face) const { return loaded_[face]; }
  // By face; null for one that the document does not need.
  const std::vector<HPDF_Font>& loaded() const { return loaded_; }
  const paper::FontSet& fonts() const { return *fonts_; }

 private:
  HPDF_Doc pdf_;
  const paper::FontSet* fonts_;
  std::vector<std::set<char32_t>> shown_;  // by face
  std::vector<HPDF_Font> loaded_;
};

}  // namespace genpyo::exports
