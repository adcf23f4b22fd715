// The clean dataset as an SPSS file, <form_id>.sav (docs/dataset.md says what stands where).
#pragma once
#include "export/readstat_writer.h"

namespace genpyo::exports {

class SavWriter : public ReadStatWriter {
 public:
  explicit SavWriter(std::string written_at) : ReadStatWriter(std::move(written_at)) {}
  forms::Result<forms::Done> begin(const Dataset& dataset, const Extents& extents, FileSet& files,
                                   Remarks& remarks) override;

 private:
  class Contents;
};

}  // namespace genpyo::exports
