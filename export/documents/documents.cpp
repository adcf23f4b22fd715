#include "export/documents/documents.h"

#include "export/documents/codebook_faces.h"
#include "export/documents/codebook_pages.h"
#include "export/documents/data_package.h"
#include "export/documents/ddi.h"
#include "export/documents/redcap.h"

namespace genpyo::exports {
namespace {

// What stands against the codes is told by the writer of the data.
class Silent : public Remarks {
 public:
  void against(std::string_view, std::string_view, std::string_view) override {}
  void altered(std::string_view, std::string_view, std::string_view) override {}
  void renamed(std::string_view, std::string_view, std::string_view) override {}
};

}  // namespace

DocumentsWriter::DocumentsWriter(DocumentKinds kinds, const Profile& profile, DocumentFacts facts, const paper::FontSet* fonts)
    : kinds_(kinds), profile_(profile), fonts_(fonts) {
  described_.facts = std::move(facts);
}

forms::Result<forms::Done> DocumentsWriter::begin(const Dataset& dataset, const Extents& extents, FileSet& files, Remarks& remarks) {
  described_.dataset = &dataset;
  described_.tallies.of.resize(dataset.variables.size());
  remarks_ = &remarks;
  Silent silent;
  Extents none;
  none.of.resize(dataset.variables.size());
  described_.columns = csv_codes(dataset, extents.of.empty() ? none : extents, silent).columns;
  struct Wanted {
    bool is_wanted;
    const char* ending;
    WholeFile*& file;
  };
  for (const Wanted& each : {Wanted{kinds_.codebook, "_codebook.html", html_}, Wanted{kinds_.codebook, "_codebook.pdf", pdf_},
                             Wanted{kinds_.ddi, "_ddi.xml", ddi_}, Wanted{kinds_.redcap, "_redcap.csv", redcap_}}) {
    if (!each.is_wanted) continue;
    auto file = files.add(dataset.form->form_id + each.ending);
    if (!file) return file.failure();
    each.file = *file;
  }
  return forms::Done{};
}

forms::Result<forms::Done> DocumentsWriter::finish() {
  if (ddi_ != nullptr) write_ddi(described_, *ddi_, *remarks_);
  if (redcap_ != nullptr) redcap_->write(redcap_dictionary(described_, *remarks_));
  if (html_ == nullptr) return forms::Done{};
  const CodebookDocument codebook = compose_codebook(described_);
  html_->write(codebook_html(codebook));
  return write_codebook_pdf(codebook, *fonts_, *pdf_);
}

std::string DocumentsWriter::data_package(const ExportReport& report) const { return data_package_json(described_, report); }

}  // namespace genpyo::exports
