// The clean dataset as a plain SQLite database, <form_id>.sqlite, for whoever asks by SQL:
//
//   cases          one row a case, one column a variable; missing kinds as in the analysis profile
//                  (-1 … -7), a decimal as REAL, a date as text (1964-04-XX)
//   variables      position, name, item, number, kind, measure, label_LANGUAGE …, unit_LANGUAGE …
//   value_labels   variable, code, label_LANGUAGE …
//   missing_kinds  code, name, label_ja, label_en
//
// With its reader the only room beside store/ that knows SQLite: it makes a file of its own and
// never opens the survey's.
#pragma once
#include <memory>

#include "export/dataset.h"

namespace genpyo::exports {

class SqliteWriter : public DatasetWriter {
 public:
  SqliteWriter();
  ~SqliteWriter() override;
  forms::Result<forms::Done> begin(const Dataset& dataset, const Extents& extents, FileSet& files,
                                   Remarks& remarks) override;
  void add(const Row& row) override;
  forms::Result<forms::Done> finish() override;

 private:
  struct Database;
  std::unique_ptr<Database> database_;
};

}  // namespace genpyo::exports
