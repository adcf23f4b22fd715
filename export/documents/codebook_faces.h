// The faces of the codebook: one HTML file without a link to the outside, and a PDF.
#pragma once
#include <string>

#include "export/documents/codebook_pages.h"
#include "export/whole_file.h"
#include "forms/paper/font.h"

namespace genpyo::exports {

std::string codebook_html(const CodebookDocument& document);
forms::Result<forms::Done> write_codebook_pdf(const CodebookDocument& document, const paper::FontSet& fonts, WholeFile& file);

}  // namespace genpyo::exports
