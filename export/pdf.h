// PDF: the paper's faces that are printed. Draws a Layout and ink and computes no position.
#pragma once
#include <string>
#include <memory>
#include <string_view>
#include <vector>

#include "forms/paper/ink.h"
#include "forms/paper/layout.h"
#include "forms/result.h"

namespace genpyo::exports {

// One document of many sheets, written whole or not at all.
class PdfDocument {
 public:
  // `fonts`, `layout` and `form` must outlive the document. `title` goes into the file's properties.
  static forms::Result<PdfDocument> create(const paper::FontSet& fonts, std::string_view title);

  PdfDocument(PdfDocument&&) noexcept;
  PdfDocument& operator=(PdfDocument&&) noexcept;
  ~PdfDocument();

  // Draws one A4 page: the drawings one over the other.
  forms::Result<forms::Done> add_page(const std::vector<const paper::Drawing*>& drawings);
  // The same document gives the same bytes: no date is written.
  forms::Result<forms::Done> save(const std::string& path);

 private:
  struct Document;
  explicit PdfDocument(std::unique_ptr<Document> document);
  std::unique_ptr<Document> document_;
};

}  // namespace genpyo::exports
