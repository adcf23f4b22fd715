// Geometry and drawing of a page, in millimetres from the top left corner, y downwards.
//
// A Drawing is all that a face needs: the PDF face and the screen face draw the same primitives
// and compute no position themselves.
#pragma once
#include <string>
#include <vector>

namespace genpyo::paper {

inline constexpr double page_width = 210.0, page_height = 297.0;  // A4
inline constexpr double mm_per_point = 25.4 / 72.0;

struct Point {
  double x = 0, y = 0;
};

struct Rect {
  double x = 0, y = 0, width = 0, height = 0;
  double right() const { return x + width; }
  double bottom() const { return y + height; }
  Point middle() const { return {x + width / 2, y + height / 2}; }
  bool contains(Point p) const { return p.x >= x && p.x <= right() && p.y >= y && p.y <= bottom(); }
};

// What a primitive is for; a face chooses the colour (print: black and greys; screen: theme).
enum class Tone {
  print,       // text and rules of the paper
  faint,       // thin rules, leaders, hints
  bar,         // the fill of a section bar
  bar_text,    // text on it
  tint,        // light fill: grid headers, zebra
  paper,       // white over a tint: boxes to write into
  pen,         // what the respondent marked
  off_path,    // a mark where nothing was asked
  // The areas of a chart, from the strongest to the weakest: told apart by lightness alone, so that
  // they survive a black-and-white printer. On the first two letters stand in bar_text.
  band_1, band_2, band_3, band_4, band_5,
};

struct Fill {
  Rect rect;
  Tone tone = Tone::tint;
};

struct Line {
  Point from, to;
  double width = 0.2;  // mm
  Tone tone = Tone::print;
  bool dashed = false;
};

// One line of text; the origin is the left end of its baseline. Advances are the font's own,
// unhinted (FontSet::advance), so that every face puts each character at the same place.
struct Text {
  Point origin;
  double size = 9;  // points
  std::string utf8;
  Tone tone = Tone::print;
  bool bold = false;  // drawn with a thin outline as well: the fonts have one weight
};

// A pen stroke: cubic Bézier segments, points = 1 + 3 n.
struct Stroke {
  std::vector<Point> points;
  double width = 0.45;
  Tone tone = Tone::pen;
};

struct Drawing {
  std::vector<Fill> fills;  // drawn first, then lines, texts, strokes
  std::vector<Line> lines;
  std::vector<Text> texts;
  std::vector<Stroke> strokes;
};

}  // namespace genpyo::paper
