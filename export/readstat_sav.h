// The clean dataset as an SPSS file, <form_id>.sav (docs/dataset.md says what stands where).
#pragma once
#include <memory>
#include <string>

#include "export/dataset.h"
#include "export/text_widths.h"

namespace genpyo::exports {

class SavWriter : public DatasetWriter {
 public:
  // `written_at` is the moment that the file bears: that of the newest line of the journal.
  explicit SavWriter(std::string written_at);
  ~SavWriter() override;
  bool looks_first() const override { return true; }
  void look(const Dataset& dataset, const Row& row, Remarks&) override { widths_.look(row, dataset.variables); }
  forms::Result<forms::Done> begin(const Dataset& dataset, const Extents& extents, FileSet& files,
                                   Remarks& remarks) override;
  void add(const Row& row) override;
  forms::Result<forms::Done> finish() override;

 private:
  class File;
  std::string written_at_;
  TextWidths widths_;
  std::unique_ptr<File> file_;
};

}  // namespace genpyo::exports
