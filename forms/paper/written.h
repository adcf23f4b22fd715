// Written: a text as it stands line by line where somebody is writing it: the line of an offset,
// how far from the left end it lies, and the offset nearest to a point. The lines are those of
// FontSet::wrap.
//
// It keeps a copy of the text; the fonts must outlive it. Offsets are bytes at the end of a
// character, lengths are in the unit of `width`.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "forms/paper/layout.h"

namespace genpyo::paper {

// How the pen writes on a text's lines: points; mm.
inline constexpr double text_size = 11, text_indent = 1.5, text_above_rule = 2.3;

class Written {
 public:
  Written(const FontSet& fonts, std::string text, double size_pt, double width);

  const std::string& text() const { return text_; }
  double width() const { return width_; }
  std::size_t lines() const { return parts_.size(); }  // at least one
  std::size_t begin(std::size_t line) const { return parts_[line].begin; }
  // Where a cursor at the line's right end stands: before the '\n', behind the blanks.
  std::size_t end(std::size_t line) const;
  std::string_view line(std::size_t line) const;  // without '\n'

  // An offset where a line was broken without '\n' is the end of one line and the beginning of
  // the next: `at_end` tells which is meant.
  std::size_t line_of(std::size_t offset, bool at_end) const;
  double x_of(std::size_t line, std::size_t offset) const;  // at most `width`
  std::size_t offset_at(std::size_t line, double x) const;  // between two characters, nearest to x

 private:
  const FontSet* fonts_;
  std::string text_;
  double size_, width_;
  std::vector<FontSet::Part> parts_;
};

// On the lines of a box, as ink() will write it; mm.
Written written_in(const FontSet& fonts, const Box& box, std::string text);

}  // namespace genpyo::paper
