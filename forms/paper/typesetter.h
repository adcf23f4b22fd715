// Typesetter: puts words on a strip, in one language with one set of fonts.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "forms/paper/strip.h"

namespace genpyo::paper {

// Where the baseline of words of `size` points lies below the middle of their line.
constexpr double below_middle(double size) { return 0.37 * size * mm_per_point; }

class Typesetter {
 public:
  // `fonts` must outlive it.
  Typesetter(const FontSet& fonts, std::string_view language)
      : fonts_(&fonts), language_(language) {}

  const std::string& language() const { return language_; }
  const std::string& label(const forms::Label& label) const { return label.in(language_); }
  double width(std::string_view words, const Style& style) const;

  // At most `most` lines; what is beyond them is cut with an ellipsis.
  std::vector<std::string> lines(std::string_view words, const Style& style, double width,
                                 std::size_t most) const;

  // The same number of lines, as even as can be and broken where a reader pauses: no single
  // character on the last.
  std::vector<std::string> even_lines(std::string_view words, const Style& style, double width,
                                      std::size_t most) const;

  // One line, its middle at the height of `middle`. Returns the right end.
  double left(Drawing& drawing, Point middle, std::string_view words, const Style& style) const;
  void centred(Drawing& drawing, Point middle, std::string_view words, const Style& style) const;
  void right(Drawing& drawing, Point middle, std::string_view words, const Style& style) const;

  // Lines from `top` downwards; returns the right end of the last one.
  double block(Drawing& drawing, Point top, const std::vector<std::string>& lines,
               const Style& style) const;

 private:
  const FontSet* fonts_;
  std::string language_;
};

}  // namespace genpyo::paper
