#include "forms/paper/font.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_OUTLINE_H

#include <limits>
#include <unordered_map>

#include "forms/text.h"

namespace genpyo::paper {
namespace {

using forms::Failure;
using forms::Result;

constexpr char32_t geta_mark = U'〓';  // what a printer sets for a character that he lacks
constexpr std::size_t plane = 0x10000;

// One face leads; the others have what it lacks.
std::vector<Typeface> led_by(Typeface first) {
  std::vector<Typeface> typefaces = {first};
  for (const Typeface usual : {Typeface::ipaex_gothic, Typeface::migmix}) {
    if (usual != first) typefaces.push_back(usual);
  }
  return typefaces;
}

struct Glyph {
  static constexpr std::uint8_t not_asked = std::numeric_limits<std::uint8_t>::max(), absent = not_asked - 1;
  float advance = 0;
  std::uint8_t face = not_asked;
  bool present() const { return face < absent; }
};

// Collects an outline in em units; TrueType's quadratic curves become cubic ones.
struct OutlineSink {
  GlyphOutline outline;
  double units = 1;
  Point last;
  bool open = false;

  Point em(const FT_Vector* v) const {
    return {static_cast<double>(v->x) / units, static_cast<double>(v->y) / units};
  }
  void close() {
    if (open) outline.steps.push_back({GlyphOutline::Verb::close, {}});
    open = false;
  }
};

OutlineSink& sink_of(void* user) { return *static_cast<OutlineSink*>(user); }

int move_to(const FT_Vector* to, void* user) {
  OutlineSink& sink = sink_of(user);
  sink.close();
  sink.last = sink.em(to);
  sink.open = true;
  sink.outline.steps.push_back({GlyphOutline::Verb::move, {sink.last, {}, {}}});
  return 0;
}

int line_to(const FT_Vector* to, void* user) {
  OutlineSink& sink = sink_of(user);
  sink.last = sink.em(to);
  sink.outline.steps.push_back({GlyphOutline::Verb::line, {sink.last, {}, {}}});
  return 0;
}

int conic_to(const FT_Vector* control, const FT_Vector* to, void* user) {
  OutlineSink& sink = sink_of(user);
  const auto toward = [](Point from, Point c) {
    return Point{from.x + (c.x - from.x) * 2 / 3, from.y + (c.y - from.y) * 2 / 3};
  };
  const Point c = sink.em(control), end = sink.em(to);
  sink.outline.steps.push_back(
      {GlyphOutline::Verb::cubic, {toward(sink.last, c), toward(end, c), end}});
  sink.last = end;
  return 0;
}

int cubic_to(const FT_Vector* first, const FT_Vector* second, const FT_Vector* to, void* user) {
  OutlineSink& sink = sink_of(user);
  sink.last = sink.em(to);
  sink.outline.steps.push_back(
      {GlyphOutline::Verb::cubic, {sink.em(first), sink.em(second), sink.last}});
  return 0;
}

}  // namespace

// A character is looked up when it is first asked for: a sheet needs some hundred of 20,000.
struct FontSet::Faces {
  FT_Library library = nullptr;
  std::vector<FT_Face> faces;
  std::vector<std::string> paths;
  std::vector<Glyph> common = std::vector<Glyph>(plane);
  std::unordered_map<char32_t, Glyph> rare;  // beyond U+FFFF

  ~Faces() {
    for (FT_Face face : faces) FT_Done_Face(face);
    if (library != nullptr) FT_Done_FreeType(library);
  }

  const Glyph& find(char32_t code_point) {
    Glyph& glyph = code_point < plane ? common[code_point] : rare[code_point];
    if (glyph.face == Glyph::not_asked) glyph = ask(code_point);
    return glyph;
  }

  Glyph ask(char32_t code_point) const {
    for (std::size_t index = 0; index < faces.size(); ++index) {
      FT_Face face = faces[index];
      const FT_UInt glyph = FT_Get_Char_Index(face, code_point);
      FT_Fixed units = 0;
      if (glyph == 0 || FT_Get_Advance(face, glyph, FT_LOAD_NO_SCALE, &units) != 0) continue;
      return {static_cast<float>(units) / static_cast<float>(face->units_per_EM), static_cast<std::uint8_t>(index)};
    }
    return {0, Glyph::absent};
  }
};

FontSet::FontSet(std::unique_ptr<Faces> faces) : faces_(std::move(faces)) {}
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet& FontSet::operator=(FontSet&&) noexcept = default;
FontSet::~FontSet() = default;

Result<FontSet> FontSet::open(Typeface first) {
  auto faces = std::make_unique<Faces>();
  if (FT_Init_FreeType(&faces->library) != 0) return Failure{"FreeType cannot be started."};
  for (const Typeface each : led_by(first)) {
    const std::string path = path_of(each);
    FT_Face face = nullptr;
    if (FT_New_Face(faces->library, path.c_str(), 0, &face) != 0) {
      return Failure{"The font " + path + " cannot be read. Install it with: apt install " +
                     package_of(each)};
    }
    faces->faces.push_back(face);
    faces->paths.push_back(path);
    if (!FT_IS_SCALABLE(face) || FT_Select_Charmap(face, FT_ENCODING_UNICODE) != 0) {
      return Failure{"The font " + path + " has no Unicode outlines. Install it again with: " +
                     "apt install --reinstall " + package_of(each)};
    }
  }
  return FontSet(std::move(faces));
}

const std::vector<std::string>& FontSet::paths() const { return faces_->paths; }

std::size_t FontSet::face_of(char32_t code_point) const {
  const Glyph& glyph = faces_->find(code_point);
  return glyph.present() ? glyph.face : no_face;
}

double FontSet::advance(char32_t code_point) const {
  const Glyph& glyph = faces_->find(code_point);
  if (glyph.present()) return static_cast<double>(glyph.advance);
  const Glyph& geta = faces_->find(geta_mark);
  return geta.present() ? static_cast<double>(geta.advance) : 1.0;
}

double FontSet::width_mm(std::string_view utf8, double size_pt) const {
  double em = 0;
  for (const char32_t code_point : forms::code_points(utf8)) em += advance(code_point);
  return em * size_pt * mm_per_point;
}

GlyphOutline FontSet::outline(char32_t code_point) const {
  const std::size_t index = face_of(code_point);
  if (index == no_face) return {};
  FT_Face face = faces_->faces[index];
  if (FT_Load_Char(face, code_point, FT_LOAD_NO_SCALE) != 0 ||
      face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) {
    return {};
  }
  OutlineSink sink;
  sink.units = face->units_per_EM;
  const FT_Outline_Funcs steps = {move_to, line_to, conic_to, cubic_to, 0, 0};
  if (FT_Outline_Decompose(&face->glyph->outline, &steps, &sink) != 0) return {};
  sink.close();
  return std::move(sink.outline);
}

}  // namespace genpyo::paper
