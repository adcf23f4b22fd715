// Markup: text and drawings as parts of an HTML file.
#pragma once
#include <string>
#include <string_view>

#include "export/report/chart.h"
#include "forms/paper/font.h"

namespace genpyo::exports {

// & < > " ' as references. What HTML cannot hold (control characters, a broken byte) becomes U+FFFD.
std::string escaped(std::string_view text);

// <tag>content</tag>. `tag` may bear attributes; the content is markup already.
std::string element(const std::string& tag, const std::string& content);

// An inline SVG, `description` for those who cannot see it. The words are stretched to the widths
// of our fonts, so that nothing collides in the reader's own.
std::string svg_of(const Chart& chart, const std::string& description, const paper::FontSet& fonts);

}  // namespace genpyo::exports
