#include "export/pdf_page.h"

#include <array>
#include <cmath>

namespace genpyo::exports {
namespace {

using paper::Point;
using paper::Tone;

struct Colour {
  float red, green, blue;
};

Colour colour_of(Tone tone) {
  switch (tone) {
    case Tone::print: return {0.0f, 0.0f, 0.0f};
    case Tone::faint: return {0.45f, 0.45f, 0.45f};
    case Tone::bar: return {0.2f, 0.2f, 0.2f};
    case Tone::bar_text: return {1.0f, 1.0f, 1.0f};
    case Tone::tint: return {0.94f, 0.94f, 0.94f};
    case Tone::paper: return {1.0f, 1.0f, 1.0f};
    case Tone::pen: return {0.10f, 0.23f, 0.54f};
    case Tone::off_path: return {0.60f, 0.10f, 0.10f};
    case Tone::band_1: return {0.04f, 0.24f, 0.44f};
    case Tone::band_2: return {0.18f, 0.44f, 0.66f};
    case Tone::band_3: return {0.50f, 0.69f, 0.85f};
    case Tone::band_4: return {0.75f, 0.85f, 0.93f};
    case Tone::band_5: return {0.91f, 0.94f, 0.97f};
  }
  return {0.0f, 0.0f, 0.0f};
}

constexpr double bold_outline = 0.025;  // of the size: about the weight of a bold gothic

// Everything lies on a grid of 1/8 point (0.044 mm, a dot of a printer): its numbers are whole and
// short, the factor has an exact decimal, and a sheet ends below libharu's largest number (32767).
constexpr double grid = 8;
double points(double mm) { return mm / paper::mm_per_point; }
float on_grid(double pt) { return static_cast<float>(std::round(pt * grid)); }
float across(double mm) { return on_grid(points(mm)); }

float tenths(double value) { return static_cast<float>(std::round(value * 10) / 10); }

template <typename Value>
bool changes(std::optional<Value>& known, const Value& wanted) {
  if (known == wanted) return false;
  known = wanted;
  return true;
}

}  // namespace

PdfPage::PdfPage(HPDF_Doc pdf, const PdfFonts& fonts, bool landscape)
    : page_(HPDF_AddPage(pdf)),
      fonts_(fonts),
      height_(landscape ? paper::page_width : paper::page_height),
      good_(page_ != nullptr) {
  call(HPDF_Page_SetWidth, static_cast<float>(points(landscape ? paper::page_height : paper::page_width)));
  call(HPDF_Page_SetHeight, static_cast<float>(points(height_)));
  // A page names its fonts in the order in which it meets them, and a shared stream speaks of them
  // by these names: they must be the same on every page.
  for (HPDF_Font font : fonts.loaded()) {
    if (font != nullptr) good_ = good_ && HPDF_Page_GetLocalFontName(page_, font) != nullptr;
  }
}

float PdfPage::upwards(double y) const { return on_grid(points(height_ - y)); }

void PdfPage::draw(const paper::Drawing& drawing) {
  set_unit();
  for (const paper::Fill& fill : drawing.fills) draw(fill);
  for (const paper::Line& line : drawing.lines) draw(line);
  for (const paper::Text& text : drawing.texts) draw(text);
  end_text();
  for (const paper::Stroke& stroke : drawing.strokes) draw(stroke);
  finish_path();
}

HPDF_Dict PdfPage::draw_shared(const paper::Drawing& drawing) {
  draw(drawing);
  if (!good_) return nullptr;
  HPDF_Dict stream = static_cast<HPDF_PageAttr>(page_->attr)->contents;
  call(HPDF_Page_New_Content_Stream, static_cast<HPDF_Dict*>(nullptr));
  state_ = {};
  return good_ ? stream : nullptr;
}

void PdfPage::bear(HPDF_Dict shared) {
  call(HPDF_Page_Insert_Shared_Content_Stream, shared);
  has_unit_ = true;
  state_ = {};
}

void PdfPage::set_unit() {
  constexpr auto unit = static_cast<float>(1 / grid);
  if (!has_unit_) call(HPDF_Page_Concat, unit, 0.0f, 0.0f, unit, 0.0f, 0.0f);
  has_unit_ = true;
}

void PdfPage::draw(const paper::Fill& fill) {
  set_fill(fill.tone);
  const float left = across(fill.rect.x), bottom = upwards(fill.rect.bottom());
  join_path(HPDF_Page_Fill);
  call(HPDF_Page_Rectangle, left, bottom, across(fill.rect.right()) - left, upwards(fill.rect.y) - bottom);
}

void PdfPage::draw(const paper::Line& line) {
  set_stroke(line.tone);
  set_line(points(line.width), line.dashed ? HPDF_BUTT_END : HPDF_PROJECTING_SCUARE_END, line.dashed);
  join_path(HPDF_Page_Stroke);
  call(HPDF_Page_MoveTo, across(line.from.x), upwards(line.from.y));
  call(HPDF_Page_LineTo, across(line.to.x), upwards(line.to.y));
}

// A hand's circle has 31 points, and a sheet a hundred circles: counted from the first point they
// weigh a fifth less.
void PdfPage::draw(const paper::Stroke& stroke) {
  if (stroke.points.empty()) return;
  finish_path();
  set_stroke(stroke.tone);
  set_line(points(stroke.width), HPDF_ROUND_END, false);
  const auto& p = stroke.points;
  const auto right = [&](std::size_t i) { return across(p[i].x - p[0].x); };
  const auto up = [&](std::size_t i) { return across(p[0].y - p[i].y); };
  call(HPDF_Page_GSave);
  call(HPDF_Page_Concat, 1.0f, 0.0f, 0.0f, 1.0f, across(p[0].x), upwards(p[0].y));
  call(HPDF_Page_MoveTo, 0.0f, 0.0f);
  for (std::size_t i = 1; i + 2 < p.size(); i += 3) {
    call(HPDF_Page_CurveTo, right(i), up(i), right(i + 1), up(i + 1), right(i + 2), up(i + 2));
  }
  call(HPDF_Page_Stroke);
  call(HPDF_Page_GRestore);
}

void PdfPage::draw(const paper::Text& text) {
  finish_path();
  set_fill(text.tone);
  Point pen = text.origin;
  for (const Run& run : runs_of(fonts_.fonts(), text.utf8)) {
    if (run.outlined != 0) {
      draw_outline(run.outlined, pen, text);
    } else {
      draw_run(run, pen, text);
    }
    pen.x += run.width * text.size * paper::mm_per_point;
  }
}

void PdfPage::draw_run(const Run& run, Point pen, const paper::Text& text) {
  begin_text();
  set_font(run.face, text.size, text.bold);
  if (text.bold) {
    set_stroke(text.tone);
    set_line(text.size * bold_outline, HPDF_BUTT_END, false);
  }
  constexpr auto point = static_cast<float>(grid);
  call(HPDF_Page_SetTextMatrix, point, 0.0f, 0.0f, point, across(pen.x), upwards(pen.y));
  call(HPDF_Page_ShowText, run.utf8.c_str());
}

void PdfPage::draw_outline(char32_t code_point, Point pen, const paper::Text& text) {
  using Verb = paper::GlyphOutline::Verb;
  end_text();
  if (text.bold) {
    set_stroke(text.tone);
    set_line(text.size * bold_outline, HPDF_BUTT_END, false);
  }
  const auto x = [&](Point p) { return on_grid(points(pen.x) + p.x * text.size); };
  const auto y = [&](Point p) { return on_grid(points(height_ - pen.y) + p.y * text.size); };
  const paper::GlyphOutline outline = fonts_.fonts().outline(code_point);
  for (const auto& [verb, p] : outline.steps) {
    switch (verb) {
      case Verb::move: call(HPDF_Page_MoveTo, x(p[0]), y(p[0])); break;
      case Verb::line: call(HPDF_Page_LineTo, x(p[0]), y(p[0])); break;
      case Verb::cubic: call(HPDF_Page_CurveTo, x(p[0]), y(p[0]), x(p[1]), y(p[1]), x(p[2]), y(p[2])); break;
      case Verb::close: call(HPDF_Page_ClosePath); break;
    }
  }
  if (!outline.steps.empty()) call(text.bold ? HPDF_Page_FillStroke : HPDF_Page_Fill);
}

void PdfPage::join_path(Paint paint) {
  if (paint_ != paint) finish_path();
  paint_ = paint;
}

void PdfPage::finish_path() {
  if (paint_ != nullptr) call(paint_);
  paint_ = nullptr;
}

void PdfPage::set_fill(Tone tone) {
  if (!changes(state_.fill, tone)) return;
  finish_path();
  const Colour c = colour_of(tone);
  call(HPDF_Page_SetRGBFill, c.red, c.green, c.blue);
}

void PdfPage::set_stroke(Tone tone) {
  if (!changes(state_.stroke, tone)) return;
  finish_path();
  const Colour c = colour_of(tone);
  call(HPDF_Page_SetRGBStroke, c.red, c.green, c.blue);
}

void PdfPage::set_line(double points_wide, HPDF_LineCap cap, bool dashed) {
  constexpr auto dash = static_cast<HPDF_UINT16>(2 * grid);
  constexpr std::array<HPDF_UINT16, 2> dashes = {dash, dash};
  const bool other_width = changes(state_.line_width, points_wide), other_cap = changes(state_.cap, cap);
  const bool other_dash = changes(state_.dashed, dashed);
  if (other_width || other_cap || other_dash) finish_path();
  if (other_width) call(HPDF_Page_SetLineWidth, tenths(points_wide * grid));
  if (other_cap) call(HPDF_Page_SetLineCap, cap);
  if (other_dash) call(HPDF_Page_SetDash, dashes.data(), HPDF_UINT{dashed ? 2u : 0u}, HPDF_UINT{0});
}

void PdfPage::set_font(std::size_t face, double size, bool bold) {
  const bool other_face = changes(state_.face, face), other_size = changes(state_.size, size);
  if (other_face || other_size) {
    good_ = good_ && fonts_.of_face(face) != nullptr;
    call(HPDF_Page_SetFontAndSize, fonts_.of_face(face), static_cast<float>(size));
  }
  if (changes(state_.bold, bold)) call(HPDF_Page_SetTextRenderingMode, bold ? HPDF_FILL_THEN_STROKE : HPDF_FILL);
}

void PdfPage::begin_text() {
  if (!in_text_) call(HPDF_Page_BeginText);
  in_text_ = true;
}

void PdfPage::end_text() {
  if (in_text_) call(HPDF_Page_EndText);
  in_text_ = false;
}

}  // namespace genpyo::exports
