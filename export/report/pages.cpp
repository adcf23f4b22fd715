#include "export/report/pages.h"

#include "forms/paper/measures.h"
#include "forms/paper/words.h"

namespace genpyo::exports {

using Format = PdfDocument::Format;

double width_of(Format format) { return format == Format::portrait ? paper::page_width : paper::page_height; }
double height_of(Format format) { return format == Format::portrait ? paper::page_height : paper::page_width; }
double room_across(Format format) { return width_of(format) - 2 * page_margin; }
double room_down(Format format) { return height_of(format) - page_margin - page_bottom_margin; }

void Pages::begin(Format format) {
  pages_.push_back({format, {}, {}});
  y_ = page_margin;
}

void Pages::make_room(Format format, double height) {
  if (pages_.empty() || pages_.back().format != format || (left_over() < height && !at_top())) begin(format);
}

double Pages::left_over() const {
  if (pages_.empty()) return 0;
  return height_of(pages_.back().format) - page_bottom_margin - y_;
}

void draw_foot(PrintedPage& page, std::size_t number, std::size_t of, const std::string& words,
               const paper::Typesetter& set) {
  constexpr paper::Style small{6, 3, paper::Tone::faint}, plain{8, 4};
  const double right = width_of(page.format) - page_margin;
  const double top = height_of(page.format) - page_bottom_margin + 4, middle = top + 3.4;
  page.drawing.lines.push_back({{page_margin, top}, {right, top}, paper::thin, paper::Tone::faint});
  set.left(page.drawing, {page_margin, middle}, words, small);
  set.right(page.drawing, {right, middle}, paper::page_of_pages(number, of), plain);
}

namespace {

forms::Result<PdfDocument> document_of(const std::vector<PrintedPage>& pages, const std::string& title, const paper::FontSet& fonts) {
  auto document = PdfDocument::create(fonts, title);
  if (!document) return document;
  for (const PrintedPage& page : pages) {
    document->add_page({&page.drawing}, nullptr, page.format);
    for (const Bookmark& bookmark : page.bookmarks) document->add_bookmark(bookmark.title, bookmark.depth);
  }
  return document;
}

}  // namespace

forms::Result<forms::Done> write_pages(const std::vector<PrintedPage>& pages, const std::string& title,
                                       const paper::FontSet& fonts, const std::string& path) {
  auto document = document_of(pages, title, fonts);
  return document ? document->save(path) : document.failure();
}

forms::Result<forms::Done> write_pages(const std::vector<PrintedPage>& pages, const std::string& title,
                                       const paper::FontSet& fonts, WholeFile& file) {
  auto document = document_of(pages, title, fonts);
  return document ? document->write(file) : document.failure();
}

}  // namespace genpyo::exports
