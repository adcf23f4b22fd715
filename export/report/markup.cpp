#include "export/report/markup.h"

#include <cmath>

#include "forms/text.h"

namespace genpyo::exports {
namespace {

using paper::Tone;

// The name of the style that gives a tone its colour.
const char* class_of(Tone tone) {
  switch (tone) {
    case Tone::print: return "ink";
    case Tone::faint: return "faint";
    case Tone::bar: return "ink";
    case Tone::bar_text: return "paper";
    case Tone::tint: return "tint";
    case Tone::paper: return "paper";
    case Tone::pen: return "ink";
    case Tone::off_path: return "ink";
    case Tone::band_1: return "b1";
    case Tone::band_2: return "b2";
    case Tone::band_3: return "b3";
    case Tone::band_4: return "b4";
    case Tone::band_5: return "b5";
  }
  return "ink";
}

// Hundredths of a millimetre, without a locale.
std::string number(double value) {
  const auto hundredths = static_cast<long long>(std::llround(value * 100));
  std::string digits = std::to_string(std::llabs(hundredths));
  if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
  digits.insert(digits.size() - 2, 1, '.');
  while (digits.back() == '0') digits.pop_back();
  if (digits.back() == '.') digits.pop_back();
  return hundredths < 0 ? "-" + digits : digits;
}

std::string attribute(const char* name, double value) { return std::string(" ") + name + "=\"" + number(value) + "\""; }

std::string class_attribute(const std::string& name) { return " class=\"" + name + "\""; }

std::string markup_of(const paper::Fill& fill) {
  return "<rect" + class_attribute(std::string("f-") + class_of(fill.tone)) + attribute("x", fill.rect.x) + attribute("y", fill.rect.y) +
         attribute("width", fill.rect.width) + attribute("height", fill.rect.height) + "/>";
}

std::string markup_of(const paper::Line& line) {
  return "<line" + class_attribute(std::string("s-") + class_of(line.tone) + (line.dashed ? " dash" : "")) +
         attribute("x1", line.from.x) + attribute("y1", line.from.y) + attribute("x2", line.to.x) +
         attribute("y2", line.to.y) + attribute("stroke-width", line.width) + "/>";
}

std::string markup_of(const paper::Text& text, const paper::FontSet& fonts) {
  return "<text" + class_attribute(std::string("f-") + class_of(text.tone) + (text.bold ? " bold" : "")) +
         attribute("x", text.origin.x) + attribute("y", text.origin.y) +
         attribute("font-size", text.size * paper::mm_per_point) +
         attribute("textLength", fonts.width_mm(text.utf8, text.size)) + " lengthAdjust=\"spacingAndGlyphs\">" +
         escaped(text.utf8) + "</text>";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char32_t each : forms::code_points(text)) {
    switch (each) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: {
        const bool is_control = (each < 0x20 && each != '\n' && each != '\t') || (each >= 0x7F && each < 0xA0);
        const bool is_none = (each & 0xFFFE) == 0xFFFE || (each >= 0xFDD0 && each <= 0xFDEF);
        forms::append_utf8(out, is_control || is_none ? U'\uFFFD' : each);
      }
    }
  }
  return out;
}

std::string element(const std::string& tag, const std::string& content) {
  return "<" + tag + ">" + content + "</" + tag.substr(0, tag.find(' ')) + ">";
}

std::string svg_of(const Chart& chart, const std::string& description, const paper::FontSet& fonts) {
  std::string svg = "<svg role=\"img\" aria-label=\"" + escaped(description) + "\" viewBox=\"-0.5 -0.5 " +
                    number(chart.width + 1) + " " + number(chart.height + 1) + "\" width=\"" + number(chart.width + 1) +
                    "mm\" height=\"" + number(chart.height + 1) + "mm\">";
  for (const paper::Fill& fill : chart.drawing.fills) svg += markup_of(fill);
  for (const paper::Line& line : chart.drawing.lines) svg += markup_of(line);
  for (const paper::Text& text : chart.drawing.texts) svg += markup_of(text, fonts);
  return svg + "</svg>\n";
}

}  // namespace genpyo::exports
