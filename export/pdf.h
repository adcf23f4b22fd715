// PDF: the paper's faces that are printed. Draws a Layout and ink and computes no position.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "export/whole_file.h"
#include "forms/paper/ink.h"
#include "forms/paper/layout.h"
#include "forms/result.h"

namespace genpyo::exports {

// One document of many sheets, written whole or not at all.
class PdfDocument {
 public:
  // `fonts` must outlive the document. `title` goes into the file's properties.
  static forms::Result<PdfDocument> create(const paper::FontSet& fonts, std::string_view title);

  PdfDocument(PdfDocument&&) noexcept;
  PdfDocument& operator=(PdfDocument&&) noexcept;
  ~PdfDocument();

  enum class Format { portrait, landscape };

  // One A4 page: the drawings one over the other, under them what is `printed` on it. `printed`
  // must outlive the document: it is in the file once, however many pages bear it.
  void add_page(const std::vector<const paper::Drawing*>& drawings, const paper::Drawing* printed = nullptr,
                Format format = Format::portrait);
  // An entry of the outline that leads to the page added last; `depth` 0 is the outermost.
  void add_bookmark(std::string_view title, std::size_t depth);
  // When the last page is added, and only then, every character is known: the fonts are cut and the
  // pages drawn. This takes the time; `is_stopped`, asked at every page, ends it.
  forms::Result<forms::Done> draw(const std::function<bool()>& is_stopped = {});
  // Draws what is not drawn yet. The same document gives the same bytes: no date is written.
  forms::Result<forms::Done> save(const std::string& path);
  // The same into a file that appears with others.
  forms::Result<forms::Done> write(WholeFile& file);

 private:
  struct Document;
  explicit PdfDocument(std::unique_ptr<Document> document);
  std::unique_ptr<Document> document_;
};

}  // namespace genpyo::exports
