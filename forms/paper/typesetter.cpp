#include "forms/paper/typesetter.h"

#include "forms/text.h"

namespace genpyo::paper {
namespace {

// The line with "…" at its end, shortened until that fits.
std::string cut(const FontSet& fonts, std::string line, double size, double width) {
  constexpr std::string_view ellipsis = "…";
  std::vector<std::size_t> ends = forms::grapheme_ends(line);
  while (fonts.width_mm(line + std::string(ellipsis), size) > width && !ends.empty()) {
    ends.pop_back();
    line.resize(ends.empty() ? 0 : ends.back());
  }
  return line + std::string(ellipsis);
}

}  // namespace

double Typesetter::width(std::string_view words, const Style& style) const {
  return fonts_->width_mm(words, style.size);
}

std::vector<std::string> Typesetter::lines(std::string_view words, const Style& style, double width,
                                           std::size_t most) const {
  std::vector<std::string> all = fonts_->wrap(words, style.size, width);
  if (all.size() > most) {
    all.resize(most);
    if (most > 0) all.back() = cut(*fonts_, all.back(), style.size, width);
  }
  return all;
}

double Typesetter::left(Drawing& drawing, Point middle, std::string_view words,
                        const Style& style) const {
  if (!words.empty()) {
    drawing.texts.push_back({{middle.x, middle.y + below_middle(style.size)},
                             style.size,
                             std::string(words),
                             style.tone,
                             style.bold});
  }
  return middle.x + width(words, style);
}

void Typesetter::centred(Drawing& drawing, Point middle, std::string_view words,
                         const Style& style) const {
  left(drawing, {middle.x - width(words, style) / 2, middle.y}, words, style);
}

void Typesetter::right(Drawing& drawing, Point middle, std::string_view words,
                       const Style& style) const {
  left(drawing, {middle.x - width(words, style), middle.y}, words, style);
}

double Typesetter::block(Drawing& drawing, Point top, const std::vector<std::string>& lines,
                         const Style& style) const {
  double end = top.x;
  double middle = top.y + style.leading / 2;
  for (const std::string& line : lines) {
    end = left(drawing, {top.x, middle}, line, style);
    middle += style.leading;
  }
  return end;
}

}  // namespace genpyo::paper
