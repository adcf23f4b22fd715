#include "forms/paper/written.h"

#include <algorithm>
#include <utility>

#include "forms/text.h"

namespace genpyo::paper {

Written::Written(const FontSet& fonts, std::string text, double size_pt, double width)
    : fonts_(&fonts),
      text_(std::move(text)),
      size_(size_pt),
      width_(width),
      parts_(fonts.wrap_parts(text_, size_pt, width)) {}

std::size_t Written::end(std::size_t line) const {
  const FontSet::Part& part = parts_[line];
  const bool is_fed = part.end > part.begin && text_[part.end - 1] == '\n';
  return is_fed ? part.end - 1 : part.end;
}

std::string_view Written::line(std::size_t line) const {
  return std::string_view(text_).substr(begin(line), end(line) - begin(line));
}

std::size_t Written::line_of(std::size_t offset, bool at_end) const {
  const auto after =
      std::upper_bound(parts_.begin(), parts_.end(), offset,
                       [](std::size_t at, const FontSet::Part& part) { return at < part.begin; });
  const auto line = static_cast<std::size_t>(after - parts_.begin()) - 1;
  return at_end && line > 0 && offset == begin(line) && end(line - 1) == offset ? line - 1 : line;
}

double Written::x_of(std::size_t line, std::size_t offset) const {
  const std::size_t within = std::clamp(offset, begin(line), end(line)) - begin(line);
  return std::min(width_, fonts_->width_mm(this->line(line).substr(0, within), size_));
}

std::size_t Written::offset_at(std::size_t line, double x) const {
  double left = 0;
  std::size_t before = 0;
  for (const std::size_t at : forms::grapheme_ends(this->line(line))) {
    const double right = left + fonts_->width_mm(this->line(line).substr(before, at - before), size_);
    if (x < (left + right) / 2) break;
    left = right;
    before = at;
  }
  return begin(line) + before;
}

Written written_in(const FontSet& fonts, const Box& box, std::string text) {
  return {fonts, std::move(text), text_size, std::max(1.0, box.rect.width - 2 * text_indent)};
}

}  // namespace genpyo::paper
