// Pages: A4 pages filled from the top, without their foot: that is drawn when their number is known.
#pragma once
#include <string>
#include <vector>

#include "export/pdf.h"
#include "forms/paper/font.h"
#include "forms/paper/geometry.h"
#include "forms/paper/typesetter.h"

namespace genpyo::exports {

struct Bookmark {
  std::string title;
  std::size_t depth = 0;
};

struct PrintedPage {
  PdfDocument::Format format = PdfDocument::Format::portrait;
  paper::Drawing drawing;
  std::vector<Bookmark> bookmarks;
};

inline constexpr double page_margin = 20, page_bottom_margin = 18;
double width_of(PdfDocument::Format format);   // of the paper
double height_of(PdfDocument::Format format);
double room_across(PdfDocument::Format format);  // between the margins
double room_down(PdfDocument::Format format);

class Pages {
 public:
  using Format = PdfDocument::Format;

  void begin(Format format);
  // A new page where there is none, it lies otherwise, or less than `height` is left of one that is
  // not empty.
  void make_room(Format format, double height);
  double left_over() const;  // mm, 0 without a page
  bool at_top() const { return y_ <= page_margin; }

  paper::Drawing& drawing() { return pages_.back().drawing; }
  paper::Point pen() const { return {page_margin, y_}; }
  void advance(double by) { y_ += by; }
  void bookmark(std::string title, std::size_t depth) { pages_.back().bookmarks.push_back({std::move(title), depth}); }
  std::size_t count() const { return pages_.size(); }
  std::vector<PrintedPage>& all() { return pages_; }

 private:
  std::vector<PrintedPage> pages_;
  double y_ = 0;
};

// "3 / 24" at the right of the foot, `words` at its left.
void draw_foot(PrintedPage& page, std::size_t number, std::size_t of, const std::string& words,
               const paper::Typesetter& set);

// All of them as one PDF.
forms::Result<forms::Done> write_pages(const std::vector<PrintedPage>& pages, const std::string& title,
                                       const paper::FontSet& fonts, const std::string& path);
// The same into a file that appears with others.
forms::Result<forms::Done> write_pages(const std::vector<PrintedPage>& pages, const std::string& title,
                                       const paper::FontSet& fonts, WholeFile& file);

}  // namespace genpyo::exports
