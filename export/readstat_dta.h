// The clean dataset as a Stata file of format 118, <form_id>.dta (docs/dataset.md says what stands where).
#pragma once
#include "export/readstat_writer.h"

namespace genpyo::exports {

class DtaWriter : public ReadStatWriter {
 public:
  explicit DtaWriter(std::string written_at) : ReadStatWriter(std::move(written_at)) {}
  forms::Result<forms::Done> begin(const Dataset& dataset, const Extents& extents, FileSet& files,
                                   Remarks& remarks) override;

 private:
  class Contents;
};

}  // namespace genpyo::exports
