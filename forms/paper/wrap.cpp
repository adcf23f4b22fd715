#include "forms/paper/font.h"
#include "forms/text.h"

namespace genpyo::paper {
namespace {

std::string_view without_trailing_spaces(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t\r\n");
  return last == std::string_view::npos ? std::string_view{} : line.substr(0, last + 1);
}

// Fills lines of one width, part by part; a part stands whole on a line where it can.
class LineFiller {
 public:
  LineFiller(const FontSet& fonts, double size_pt, double width_mm)
      : fonts_(fonts), size_(size_pt), width_(width_mm) {}

  void add(std::string_view part) {
    if (fits(line_ + std::string(part))) {
      line_ += part;
      return;
    }
    if (!line_.empty()) end_line();
    if (fits(part)) {
      line_ = part;
    } else {
      add_by_graphemes(part);
    }
  }

  void end_line() {
    lines_.emplace_back(without_trailing_spaces(line_));
    line_.clear();
  }

  std::vector<std::string> take() { return std::move(lines_); }

 private:
  // Spaces at the end of a line take no room.
  bool fits(std::string_view text) const {
    constexpr double tolerance = 1e-6;
    return fonts_.width_mm(without_trailing_spaces(text), size_) <= width_ + tolerance;
  }

  void add_by_graphemes(std::string_view part) {
    std::size_t begin = 0;
    for (const std::size_t end : forms::grapheme_ends(part)) {
      const std::string_view grapheme = part.substr(begin, end - begin);
      if (!line_.empty() && !fits(line_ + std::string(grapheme))) end_line();
      line_ += grapheme;
      begin = end;
    }
  }

  const FontSet& fonts_;
  double size_, width_;
  std::string line_;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> FontSet::wrap(std::string_view utf8, double size_pt,
                                       double width_mm) const {
  LineFiller filler(*this, size_pt, width_mm);
  while (true) {
    const std::size_t end = utf8.find('\n');
    const std::string_view paragraph = utf8.substr(0, end);
    std::size_t begin = 0;
    for (const std::size_t at : forms::line_breaks(paragraph)) {
      filler.add(paragraph.substr(begin, at - begin));
      begin = at;
    }
    filler.end_line();
    if (end == std::string_view::npos) return filler.take();
    utf8.remove_prefix(end + 1);
  }
}

}  // namespace genpyo::paper
