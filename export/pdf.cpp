#include "export/pdf.h"

#include <hpdf.h>

#include <algorithm>
#include <array>

#include "export/whole_file.h"
#include "forms/text.h"

namespace genpyo::exports {
namespace {

using forms::Done;
using forms::Failure;
using forms::Result;
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
  }
  return {0.0f, 0.0f, 0.0f};
}

constexpr double bold_outline = 0.025;  // of the size: about the weight of a bold gothic

float points(double mm) { return static_cast<float>(mm / paper::mm_per_point); }
float upwards(double y) { return points(paper::page_height - y); }

// libharu calls this between C frames: nothing may be thrown. What it reports is read from the
// return values.
void HPDF_STDCALL keep_silent(HPDF_STATUS, HPDF_STATUS, void*) {}

// A stretch of a text that one font can set, or one character that must be drawn as an outline.
struct Run {
  std::size_t face = 0;
  std::string utf8;
  char32_t outlined = 0;  // beyond U+FFFF, where libharu writes nothing
  double width = 0;       // em
};

std::vector<Run> runs_of(const paper::FontSet& fonts, std::string_view text) {
  std::vector<Run> runs;
  for (char32_t code_point : forms::code_points(text)) {
    if (fonts.face_of(code_point) == paper::FontSet::no_face) code_point = U'〓';
    const std::size_t face = fonts.face_of(code_point);
    const bool outlined = code_point > 0xFFFF;
    if (runs.empty() || outlined || runs.back().outlined != 0 || runs.back().face != face) {
      runs.push_back({face, "", outlined ? code_point : 0, 0});
    }
    if (!outlined) forms::append_utf8(runs.back().utf8, code_point);
    runs.back().width += fonts.advance(code_point);
  }
  return runs;
}

// The fonts of one document, loaded when a text first needs them: each is some hundred KiB in the
// file.
class LoadedFonts {
 public:
  LoadedFonts(HPDF_Doc pdf, const paper::FontSet& fonts)
      : pdf_(pdf), fonts_(&fonts), loaded_(fonts.paths().size()) {}

  // Null when libharu cannot load it.
  HPDF_Font of_face(std::size_t face) {
    if (loaded_[face] == nullptr) {
      const char* path = fonts_->paths()[face].c_str();
      const char* name = HPDF_LoadTTFontFromFile(pdf_, path, HPDF_TRUE);
      if (name != nullptr) loaded_[face] = HPDF_GetFont(pdf_, name, "UTF-8");
    }
    return loaded_[face];
  }

  const paper::FontSet& fonts() const { return *fonts_; }

 private:
  HPDF_Doc pdf_;
  const paper::FontSet* fonts_;
  std::vector<HPDF_Font> loaded_;
};

// Draws primitives on one page. After the first error it draws nothing more.
class Face {
 public:
  Face(HPDF_Page page, LoadedFonts& loaded)
      : page_(page), fonts_(loaded.fonts()), loaded_(loaded) {}

  bool draw(const paper::Drawing& drawing) {
    for (const paper::Fill& fill : drawing.fills) draw(fill);
    for (const paper::Line& line : drawing.lines) draw(line);
    for (const paper::Text& text : drawing.texts) draw(text);
    for (const paper::Stroke& stroke : drawing.strokes) draw(stroke);
    return good_;
  }

 private:
  template <typename Call, typename... Arguments>
  void call(Call function, Arguments... arguments) {
    good_ = good_ && function(page_, arguments...) == HPDF_OK;
  }

  void colour_fill(Tone tone) {
    const Colour c = colour_of(tone);
    call(HPDF_Page_SetRGBFill, c.red, c.green, c.blue);
  }

  void colour_stroke(Tone tone) {
    const Colour c = colour_of(tone);
    call(HPDF_Page_SetRGBStroke, c.red, c.green, c.blue);
  }

  void draw(const paper::Fill& fill) {
    colour_fill(fill.tone);
    call(HPDF_Page_Rectangle, points(fill.rect.x), upwards(fill.rect.bottom()),
         points(fill.rect.width), points(fill.rect.height));
    call(HPDF_Page_Fill);
  }

  void draw(const paper::Line& line) {
    constexpr std::array<HPDF_UINT16, 2> dashes = {2, 2};
    colour_stroke(line.tone);
    call(HPDF_Page_SetLineWidth, points(line.width));
    call(HPDF_Page_SetLineCap, line.dashed ? HPDF_BUTT_END : HPDF_PROJECTING_SCUARE_END);
    if (line.dashed) call(HPDF_Page_SetDash, dashes.data(), HPDF_UINT{2}, HPDF_UINT{0});
    call(HPDF_Page_MoveTo, points(line.from.x), upwards(line.from.y));
    call(HPDF_Page_LineTo, points(line.to.x), upwards(line.to.y));
    call(HPDF_Page_Stroke);
    if (line.dashed) call(HPDF_Page_SetDash, dashes.data(), HPDF_UINT{0}, HPDF_UINT{0});
  }

  void draw(const paper::Stroke& stroke) {
    if (stroke.points.empty()) return;
    colour_stroke(stroke.tone);
    call(HPDF_Page_SetLineWidth, points(stroke.width));
    call(HPDF_Page_SetLineCap, HPDF_ROUND_END);
    const auto& p = stroke.points;
    call(HPDF_Page_MoveTo, points(p[0].x), upwards(p[0].y));
    for (std::size_t i = 1; i + 2 < p.size(); i += 3) {
      call(HPDF_Page_CurveTo, points(p[i].x), upwards(p[i].y), points(p[i + 1].x),
           upwards(p[i + 1].y), points(p[i + 2].x), upwards(p[i + 2].y));
    }
    call(HPDF_Page_Stroke);
  }

  void draw(const paper::Text& text) {
    colour_fill(text.tone);
    colour_stroke(text.tone);
    call(HPDF_Page_SetLineWidth, static_cast<float>(text.size * bold_outline));
    Point pen = text.origin;
    for (const Run& run : runs_of(fonts_, text.utf8)) {
      if (run.outlined != 0) {
        draw_outline(run.outlined, pen, text);
      } else {
        draw_run(run, pen, text);
      }
      pen.x += run.width * text.size * paper::mm_per_point;
    }
  }

  void draw_run(const Run& run, Point pen, const paper::Text& text) {
    HPDF_Font font = loaded_.of_face(run.face);
    good_ = good_ && font != nullptr;
    call(HPDF_Page_BeginText);
    call(HPDF_Page_SetTextRenderingMode, text.bold ? HPDF_FILL_THEN_STROKE : HPDF_FILL);
    call(HPDF_Page_SetFontAndSize, font, static_cast<float>(text.size));
    call(HPDF_Page_TextOut, points(pen.x), upwards(pen.y), run.utf8.c_str());
    call(HPDF_Page_EndText);
  }

  void draw_outline(char32_t code_point, Point pen, const paper::Text& text) {
    using Verb = paper::GlyphOutline::Verb;
    const auto x = [&](Point p) { return points(pen.x) + static_cast<float>(p.x * text.size); };
    const auto y = [&](Point p) { return upwards(pen.y) + static_cast<float>(p.y * text.size); };
    const paper::GlyphOutline outline = fonts_.outline(code_point);
    for (const auto& [verb, p] : outline.steps) {
      switch (verb) {
        case Verb::move: call(HPDF_Page_MoveTo, x(p[0]), y(p[0])); break;
        case Verb::line: call(HPDF_Page_LineTo, x(p[0]), y(p[0])); break;
        case Verb::cubic:
          call(HPDF_Page_CurveTo, x(p[0]), y(p[0]), x(p[1]), y(p[1]), x(p[2]), y(p[2]));
          break;
        case Verb::close: call(HPDF_Page_ClosePath); break;
      }
    }
    if (!outline.steps.empty()) call(text.bold ? HPDF_Page_FillStroke : HPDF_Page_Fill);
  }

  HPDF_Page page_;
  const paper::FontSet& fonts_;
  LoadedFonts& loaded_;
  bool good_ = true;
};

}  // namespace

struct PdfDocument::Document {
  HPDF_Doc pdf;
  LoadedFonts loaded;

  Document(HPDF_Doc document, const paper::FontSet& fonts)
      : pdf(document), loaded(document, fonts) {}
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  ~Document() { HPDF_Free(pdf); }

  Failure failure(const std::string& what) const {
    return {"The PDF cannot be made: " + what + " (libharu error " +
            std::to_string(HPDF_GetError(pdf)) + ")."};
  }
};

PdfDocument::PdfDocument(std::unique_ptr<Document> document) : document_(std::move(document)) {}
PdfDocument::PdfDocument(PdfDocument&&) noexcept = default;
PdfDocument& PdfDocument::operator=(PdfDocument&&) noexcept = default;
PdfDocument::~PdfDocument() = default;

Result<PdfDocument> PdfDocument::create(const paper::FontSet& fonts, std::string_view title) {
  HPDF_Doc pdf = HPDF_New(keep_silent, nullptr);
  if (pdf == nullptr) return Failure{"The PDF cannot be made: there is not enough memory."};
  auto document = std::make_unique<Document>(pdf, fonts);
  if (HPDF_UseUTFEncodings(pdf) != HPDF_OK ||
      HPDF_SetCompressionMode(pdf, HPDF_COMP_ALL) != HPDF_OK ||
      HPDF_SetCurrentEncoder(pdf, "UTF-8") != HPDF_OK ||
      HPDF_SetInfoAttr(pdf, HPDF_INFO_TITLE, std::string(title).c_str()) != HPDF_OK) {
    return document->failure("the document could not be begun");
  }
  return PdfDocument(std::move(document));
}

Result<Done> PdfDocument::add_page(const std::vector<const paper::Drawing*>& drawings) {
  HPDF_Page page = HPDF_AddPage(document_->pdf);
  if (page == nullptr || HPDF_Page_SetWidth(page, points(paper::page_width)) != HPDF_OK ||
      HPDF_Page_SetHeight(page, points(paper::page_height)) != HPDF_OK) {
    return document_->failure("a page could not be added");
  }
  Face face(page, document_->loaded);
  for (const paper::Drawing* drawing : drawings) {
    if (!face.draw(*drawing)) return document_->failure("a page could not be drawn");
  }
  return Done{};
}

Result<Done> PdfDocument::save(const std::string& path) {
  HPDF_Doc pdf = document_->pdf;
  if (HPDF_SaveToStream(pdf) != HPDF_OK || HPDF_ResetStream(pdf) != HPDF_OK) {
    return document_->failure("it could not be finished");
  }
  Result<WholeFile> file = WholeFile::create(path);
  if (!file) return file.failure();
  std::array<HPDF_BYTE, 1 << 16> buffer;
  for (HPDF_UINT32 left = HPDF_GetStreamSize(pdf); left > 0;) {
    auto size = static_cast<HPDF_UINT32>(buffer.size());
    const HPDF_STATUS status = HPDF_ReadFromStream(pdf, buffer.data(), &size);
    if (size == 0 || (status != HPDF_OK && status != HPDF_STREAM_EOF)) {
      return document_->failure("its bytes could not be read back");
    }
    file->write({reinterpret_cast<const char*>(buffer.data()), size});
    left -= std::min(left, size);
  }
  return file->finish();
}

}  // namespace genpyo::exports
