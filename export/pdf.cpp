#include "export/pdf.h"

#include <hpdf.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <map>

#include "export/pdf_fonts.h"
#include "export/pdf_page.h"
#include "export/whole_file.h"

namespace genpyo::exports {
namespace {

using forms::Done;
using forms::Failure;
using forms::Result;

// libharu calls this between C frames: nothing may be thrown. What it reports is read from the
// return values.
constexpr HPDF_UINT pages_in_a_list = 1000;

void HPDF_STDCALL keep_silent(HPDF_STATUS, HPDF_STATUS, void*) {}

struct Bookmark {
  std::string title;
  std::size_t depth = 0;
};

struct Sheet {
  PdfDocument::Format format = PdfDocument::Format::portrait;
  std::vector<Bookmark> bookmarks = {};
  const paper::Drawing* printed = nullptr;
  std::vector<paper::Drawing> drawings;
};

struct Printed {
  std::size_t sheets = 0;      // that bear it
  HPDF_Dict stream = nullptr;  // since the first of them was drawn
};

}  // namespace

struct PdfDocument::Document {
  HPDF_Doc pdf;
  PdfFonts fonts;
  std::vector<Sheet> pages;
  std::map<const paper::Drawing*, Printed> printed;
  std::vector<HPDF_Outline> outline;  // the newest entry of each depth
  bool drawn = false;

  Document(HPDF_Doc document, const paper::FontSet& font_set) : pdf(document), fonts(document, font_set) {}
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  ~Document() { HPDF_Free(pdf); }

  Failure failure(const std::string& what) const {
    return {"The PDF cannot be made: " + what + " (libharu error " + std::to_string(HPDF_GetError(pdf)) + ")."};
  }

  void draw_printed(PdfPage& page, const paper::Drawing& drawing) {
    Printed& shared = printed[&drawing];
    if (shared.sheets == 1) {
      page.draw(drawing);  // one stream compresses better than two
    } else if (shared.stream == nullptr) {
      shared.stream = page.draw_shared(drawing);
    } else {
      page.bear(shared.stream);
    }
  }

  bool draw(const Sheet& sheet) {
    PdfPage page(pdf, fonts, sheet.format == Format::landscape);
    if (sheet.printed != nullptr) draw_printed(page, *sheet.printed);
    for (const paper::Drawing& drawing : sheet.drawings) page.draw(drawing);
    for (const Bookmark& bookmark : sheet.bookmarks) {
      if (!mark(bookmark, page.page())) return false;
    }
    return page.good();
  }

  bool mark(const Bookmark& bookmark, HPDF_Page page) {
    outline.resize(std::min(outline.size(), bookmark.depth));
    HPDF_Outline above = outline.empty() ? nullptr : outline.back();
    HPDF_Encoder utf8 = HPDF_GetEncoder(pdf, "UTF-8");
    HPDF_Outline entry = HPDF_CreateOutline(pdf, above, bookmark.title.c_str(), utf8);
    HPDF_Destination there = HPDF_Page_CreateDestination(page);
    if (entry == nullptr || there == nullptr) return false;
    outline.push_back(entry);
    return HPDF_Destination_SetFit(there) == HPDF_OK && HPDF_Outline_SetDestination(entry, there) == HPDF_OK;
  }

  Result<Done> draw_all(const std::function<bool()>& is_stopped) {
    if (auto loaded = fonts.load(); !loaded) return loaded;
    const bool is_one_list = pages.size() <= HPDF_LIMIT_MAX_ARRAY;  // the pages of 4,000 sheets
    if (!is_one_list && HPDF_SetPagesConfiguration(pdf, pages_in_a_list) != HPDF_OK) return failure("it has too many pages");
    for (const Sheet& sheet : pages) {
      if (is_stopped && is_stopped()) return Failure{"Stopped: nothing was written."};
      if (!draw(sheet)) return failure("a page could not be drawn");
    }
    drawn = true;
    return Done{};
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

void PdfDocument::add_page(const std::vector<const paper::Drawing*>& drawings, const paper::Drawing* printed, Format format) {
  assert(!document_->drawn);
  Sheet& sheet = document_->pages.emplace_back();
  sheet.format = format;
  if (printed != nullptr && document_->printed[printed].sheets++ == 0) document_->fonts.note(*printed);
  sheet.printed = printed;
  for (const paper::Drawing* drawing : drawings) {
    document_->fonts.note(*drawing);
    sheet.drawings.push_back(*drawing);
  }
}

void PdfDocument::add_bookmark(std::string_view title, std::size_t depth) {
  assert(!document_->drawn && !document_->pages.empty());
  document_->pages.back().bookmarks.push_back({std::string(title), depth});
}

Result<Done> PdfDocument::draw(const std::function<bool()>& is_stopped) {
  return document_->drawn ? Result<Done>(Done{}) : document_->draw_all(is_stopped);
}

Result<Done> PdfDocument::save(const std::string& path) {
  if (auto drawn = draw(); !drawn) return drawn;
  Result<WholeFile> file = WholeFile::create(path);
  if (!file) return file.failure();
  if (auto written = write(*file); !written) return written;
  return file->finish();
}

Result<Done> PdfDocument::write(WholeFile& file) {
  if (auto drawn = draw(); !drawn) return drawn;
  HPDF_Doc pdf = document_->pdf;
  if (HPDF_SaveToStream(pdf) != HPDF_OK || HPDF_ResetStream(pdf) != HPDF_OK) {
    return document_->failure("it could not be finished");
  }
  std::array<HPDF_BYTE, 1 << 16> buffer;
  for (HPDF_UINT32 left = HPDF_GetStreamSize(pdf); left > 0;) {
    auto size = static_cast<HPDF_UINT32>(buffer.size());
    const HPDF_STATUS status = HPDF_ReadFromStream(pdf, buffer.data(), &size);
    if (size == 0 || (status != HPDF_OK && status != HPDF_STREAM_EOF)) {
      return document_->failure("its bytes could not be read back");
    }
    file.write({reinterpret_cast<const char*>(buffer.data()), size});
    left -= std::min(left, size);
  }
  return Done{};
}

}  // namespace genpyo::exports
