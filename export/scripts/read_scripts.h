// read_csv.R, read_csv.py, read_csv.do and read_csv.sps: what goes beside every CSV file, so that an
// analyst has each label and missing kind without typing one. Goes along with a CsvWriter.
#pragma once
#include "export/dataset.h"

namespace genpyo::exports {

class ReadScripts : public DatasetWriter {
 public:
  forms::Result<forms::Done> begin(const Dataset& dataset, const Extents& extents, FileSet& files, Remarks& remarks) override;
  void add(const Row& row) override;
  forms::Result<forms::Done> finish() override;

 private:
  const Dataset* dataset_ = nullptr;
  FileSet* files_ = nullptr;
  Remarks* remarks_ = nullptr;
  Extents extents_;  // of this walk: the driver's are there for some formats alone
  std::size_t broken_cells_ = 0;
  std::string broken_first_;
};

}  // namespace genpyo::exports
