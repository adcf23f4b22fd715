// The documents of a dataset, made of one count in the same pass as the data: FORM_codebook.html and
// FORM_codebook.pdf for people, FORM_ddi.xml, FORM_redcap.csv, and the text of datapackage.json.
#pragma once
#include <memory>
#include <string>

#include "export/documents/described.h"
#include "export/export_run.h"
#include "forms/paper/font.h"

namespace genpyo::exports {

struct DocumentKinds {
  bool codebook = false, ddi = false, redcap = false;
};

class DocumentsWriter : public DatasetWriter {
 public:
  // `fonts` must outlive it; it may be null where no codebook is asked for.
  DocumentsWriter(DocumentKinds kinds, const Profile& profile, DocumentFacts facts, const paper::FontSet* fonts);

  // The codes of the legacy profile follow from the widths.
  bool looks_first() const override { return profile_.kind == Profile::Kind::legacy; }
  forms::Result<forms::Done> begin(const Dataset& dataset, const Extents& extents, FileSet& files, Remarks& remarks) override;
  void add(const Row& row) override { described_.tallies.add(*described_.dataset, row); }
  forms::Result<forms::Done> finish() override;

  // After `finish`.
  std::string data_package(const ExportReport& report) const;

 private:
  DocumentKinds kinds_;
  Profile profile_;
  const paper::FontSet* fonts_;
  Described described_;
  Remarks* remarks_ = nullptr;
  WholeFile *html_ = nullptr, *pdf_ = nullptr, *ddi_ = nullptr, *redcap_ = nullptr;
};

}  // namespace genpyo::exports
