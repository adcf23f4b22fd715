#include "export/pdf_fonts.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "export/pdf_subset.h"
#include "forms/text.h"

namespace genpyo::exports {
namespace {

using forms::Done;
using forms::Failure;
using forms::Result;

constexpr char32_t geta_mark = U'〓';

// A file without a name, in memory only: libharu reads fonts from files alone, and a font that a
// document was cut to says what is in it.
class NamelessFile {
 public:
  explicit NamelessFile(std::string_view bytes) : descriptor_(::memfd_create("font", MFD_CLOEXEC)) {
    while (descriptor_ >= 0 && !bytes.empty()) {
      const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written <= 0) return;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    whole_ = descriptor_ >= 0;
  }
  NamelessFile(const NamelessFile&) = delete;
  NamelessFile& operator=(const NamelessFile&) = delete;
  ~NamelessFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

  bool whole() const { return whole_; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
  bool whole_ = false;
};

HPDF_Font load_font(HPDF_Doc pdf, const std::string& bytes) {
  const NamelessFile file(bytes);
  if (!file.whole()) return nullptr;
  const char* name = HPDF_LoadTTFontFromFile(pdf, file.path().c_str(), HPDF_TRUE);
  return name == nullptr ? nullptr : HPDF_GetFont(pdf, name, "UTF-8");
}

// A range stays within one row of 256 codes, a block holds at most a hundred ranges.
std::vector<std::string> blocks_of_rows(const std::set<char32_t>& shown) {
  constexpr std::size_t most = 100;
  std::set<char32_t> rows;
  for (const char32_t code_point : shown) rows.insert(code_point >> 8);
  std::vector<std::string> blocks;
  std::size_t left = rows.size();
  for (auto row = rows.begin(); row != rows.end();) {
    const std::size_t count = std::min(left, most);
    std::string block = std::to_string(count) + " beginbfrange\n";
    for (std::size_t i = 0; i < count; ++i, ++row) {
      std::array<char, 32> line{};
      const auto number = static_cast<unsigned>(*row);
      std::snprintf(line.data(), line.size(), "<%02X00> <%02XFF> <%02X00>\n", number, number, number);
      block += line.data();
    }
    blocks.push_back(block + "endbfrange\n");
    left -= count;
  }
  return blocks;
}

// The codes of a text are UCS-2: what a reader copies is the code itself.
std::string to_unicode(const std::set<char32_t>& shown) {
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  for (const std::string& block : blocks_of_rows(shown)) map += block;
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

// libharu's own map says `begincidrange`, which this kind of map does not know: readers complain,
// and some copy nothing.
bool mend_to_unicode(HPDF_Font font, const std::set<char32_t>& shown) {
  auto* map = static_cast<HPDF_Dict>(HPDF_Dict_GetItem(font, "ToUnicode", HPDF_OCLASS_DICT));
  if (map == nullptr || map->stream == nullptr) return false;
  HPDF_MemStream_FreeData(map->stream);
  return HPDF_Stream_WriteStr(map->stream, to_unicode(shown).c_str()) == HPDF_OK;
}

}  // namespace

std::vector<Run> runs_of(const paper::FontSet& fonts, std::string_view text) {
  std::vector<Run> runs;
  for (char32_t code_point : forms::code_points(text)) {
    // libharu's strings end at a NUL.
    if (code_point == 0 || fonts.face_of(code_point) == paper::FontSet::no_face) code_point = geta_mark;
    const std::size_t face = fonts.face_of(code_point);
    if (face == paper::FontSet::no_face) continue;
    const bool outlined = code_point > 0xFFFF;
    if (runs.empty() || outlined || runs.back().outlined != 0 || runs.back().face != face) {
      runs.push_back({face, "", outlined ? code_point : 0, 0});
    }
    if (!outlined) forms::append_utf8(runs.back().utf8, code_point);
    runs.back().width += fonts.advance(code_point);
  }
  return runs;
}

PdfFonts::PdfFonts(HPDF_Doc pdf, const paper::FontSet& fonts)
    : pdf_(pdf), fonts_(&fonts), shown_(fonts.paths().size()), loaded_(fonts.paths().size()) {}

void PdfFonts::note(const paper::Drawing& drawing) {
  for (const paper::Text& text : drawing.texts) {
    for (const Run& run : runs_of(*fonts_, text.utf8)) {
      for (const char32_t code_point : forms::code_points(run.utf8)) shown_[run.face].insert(code_point);
    }
  }
}

Result<Done> PdfFonts::load() {
  for (std::size_t face = 0; face < shown_.size(); ++face) {
    if (shown_[face].empty()) continue;
    const std::string& path = fonts_->paths()[face];
    const auto cut = cut_font(path, {shown_[face].begin(), shown_[face].end()});
    if (!cut) return cut.failure();
    loaded_[face] = load_font(pdf_, *cut);
    if (loaded_[face] == nullptr || !mend_to_unicode(loaded_[face], shown_[face])) {
      return Failure{"The font " + path + " cannot be put into the PDF."};
    }
  }
  return Done{};
}

}  // namespace genpyo::exports
