// The fonts of screen and paper: IPAex Gothic, and MigMix for what it lacks. Widths come from
// here only, so that the layout is the same on every face. The only room that knows FreeType.
// What was looked up is remembered: a FontSet belongs to one thread.
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "forms/paper/geometry.h"
#include "forms/paper/typeface.h"
#include "forms/result.h"

namespace genpyo::paper {

// A filled outline in em units (1 = the font size), y upwards from the baseline: for characters
// that a face cannot draw as text (beyond U+FFFF).
struct GlyphOutline {
  enum class Verb { move, line, cubic, close };
  struct Step {
    Verb verb;
    Point points[3];
  };
  std::vector<Step> steps;
};

class FontSet {
 public:
  static constexpr std::size_t no_face = static_cast<std::size_t>(-1);

  // Finds and opens the fonts (Debian's places, or GENPYO_FONTS=folder). Fails with a sentence
  // that names the file and the package to install.
  // The paper's is led by the first typeface, always.
  static forms::Result<FontSet> open(Typeface first = Typeface::ipaex_gothic);

  FontSet(FontSet&&) noexcept;
  FontSet& operator=(FontSet&&) noexcept;
  ~FontSet();

  const std::vector<std::string>& paths() const;      // by face, in the order of preference
  std::size_t face_of(char32_t code_point) const;     // no_face when none has it
  double advance(char32_t code_point) const;          // em; unhinted; of the geta mark when none has it
  double width_mm(std::string_view utf8, double size_pt) const;
  GlyphOutline outline(char32_t code_point) const;    // empty when none has it

  // The whole text broken into lines that fit `width_mm` (禁則 kept). A word that cannot be broken
  // and is too wide is broken between graphemes. '\n' always breaks.
  std::vector<std::string> wrap(std::string_view utf8, double size_pt, double width_mm) const;

  // The same lines as parts of the text, at least one. The blanks and the '\n' at a line's end
  // belong to it, so that the parts together are the whole text.
  struct Part {
    std::size_t begin = 0, end = 0;  // bytes
  };
  std::vector<Part> wrap_parts(std::string_view utf8, double size_pt, double width_mm) const;

 private:
  struct Faces;
  explicit FontSet(std::unique_ptr<Faces> faces);
  std::unique_ptr<Faces> faces_;
};

}  // namespace genpyo::paper
