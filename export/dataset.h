// Dataset: what is handed over, whatever files it goes to; DatasetWriter: one format of it.
//
// A driver (export_run.h) shows every row to every writer in one pass over the cases, or in two:
// some formats must know how wide a column is, or must look at all of it, before the first byte.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "export/file_set.h"
#include "export/profile.h"
#include "export/row.h"
#include "export/variables.h"
#include "forms/form.h"
#include "forms/result.h"

namespace genpyo::exports {

struct Dataset {
  const forms::Form* form = nullptr;  // must outlive the dataset
  DatasetOptions options;
  Profile profile;
  std::vector<Variable> variables;

  // Fails where two columns would bear one name.
  static forms::Result<Dataset> of(const forms::Form& form, DatasetOptions options, Profile profile);
};

// What a writer has to tell beside its file. Each is called in the order of the cases.
class Remarks {
 public:
  virtual ~Remarks() = default;
  // Stops the whole export: nothing of it appears. `case_id` is "" for what is no case's.
  virtual void against(std::string_view case_id, std::string_view variable, std::string_view why) = 0;
  // A cell that the format could not hold as it is: written all the same, and listed.
  virtual void altered(std::string_view case_id, std::string_view variable, std::string_view how) = 0;
  // A name that the format could not hold.
  virtual void renamed(std::string_view variable, std::string_view name, std::string_view format) = 0;
};

class DatasetWriter {
 public:
  virtual ~DatasetWriter() = default;

  // Whether `begin` wants the extents of all rows (else they are empty), and `look` every row.
  virtual bool looks_first() const { return false; }
  // Whether `finish` takes about as long as all rows did.
  virtual bool packs_last() const { return false; }
  virtual void look(const Dataset&, const Row&, Remarks&) {}

  // Makes its files in `files`. Dataset, extents, files and remarks outlive the writer.
  virtual forms::Result<forms::Done> begin(const Dataset& dataset, const Extents& extents,
                                           FileSet& files, Remarks& remarks) = 0;
  // What goes wrong with the disk is told by `finish`.
  virtual void add(const Row& row) = 0;
  // The last byte is handed to the file; the file set brings it to the disk and to its name.
  virtual forms::Result<forms::Done> finish() = 0;
};

}  // namespace genpyo::exports
