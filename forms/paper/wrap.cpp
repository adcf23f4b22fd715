#include <algorithm>

#include "forms/paper/font.h"
#include "forms/text.h"

namespace genpyo::paper {
namespace {

std::string_view without_trailing_spaces(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t\r\n");
  return last == std::string_view::npos ? std::string_view{} : line.substr(0, last + 1);
}

// Fills lines of one width, piece by piece; a piece stands whole on a line where it can.
class LineFiller {
 public:
  LineFiller(const FontSet& fonts, std::string_view text, double size_pt, double width_mm)
      : fonts_(fonts), text_(text), size_(size_pt), width_(width_mm) {}

  void add(std::size_t end) {
    if (add_if_it_fits(end)) return;
    if (line_.end > line_.begin) end_line(line_.end);
    if (!add_if_it_fits(end)) add_by_graphemes(end);
  }

  // `end` = where the next line begins: behind the '\n', if one ended this line.
  void end_line(std::size_t end) {
    lines_.push_back({line_.begin, end});
    line_ = {end, end};
    filled_ = 0;
  }

  std::vector<FontSet::Part> take() { return std::move(lines_); }

 private:
  // Spaces at the end of a line take no room.
  bool add_if_it_fits(std::size_t end) {
    constexpr double tolerance = 1e-6;
    const std::string_view piece = text_.substr(line_.end, end - line_.end);
    const std::string_view seen = without_trailing_spaces(piece);
    const double seen_width = fonts_.width_mm(seen, size_);
    if (!seen.empty() && filled_ + seen_width > width_ + tolerance) return false;
    filled_ += seen_width + fonts_.width_mm(piece.substr(seen.size()), size_);
    line_.end = end;
    return true;
  }

  void add_by_graphemes(std::size_t end) {
    const std::size_t start = line_.end;
    for (const std::size_t at : forms::grapheme_ends(text_.substr(start, end - start))) {
      if (add_if_it_fits(start + at)) continue;
      if (line_.end > line_.begin) end_line(line_.end);
      if (add_if_it_fits(start + at)) continue;
      line_.end = start + at;  // wider than the line: alone on it
      filled_ = width_;
    }
  }

  const FontSet& fonts_;
  std::string_view text_;
  double size_, width_;
  FontSet::Part line_;
  double filled_ = 0;  // mm, with the blanks at the end
  std::vector<FontSet::Part> lines_;
};

}  // namespace

std::vector<FontSet::Part> FontSet::wrap_parts(std::string_view utf8, double size_pt,
                                               double width_mm) const {
  LineFiller filler(*this, utf8, size_pt, width_mm);
  for (std::size_t begin = 0;;) {
    const std::size_t end = std::min(utf8.find('\n', begin), utf8.size());
    for (const std::size_t at : forms::line_breaks(utf8.substr(begin, end - begin))) {
      filler.add(begin + at);
    }
    if (end == utf8.size()) {
      filler.end_line(end);
      return filler.take();
    }
    begin = end + 1;
    filler.end_line(begin);
  }
}

std::vector<std::string> FontSet::wrap(std::string_view utf8, double size_pt,
                                       double width_mm) const {
  std::vector<std::string> lines;
  for (const Part& part : wrap_parts(utf8, size_pt, width_mm)) {
    lines.emplace_back(without_trailing_spaces(utf8.substr(part.begin, part.end - part.begin)));
  }
  return lines;
}

}  // namespace genpyo::paper
