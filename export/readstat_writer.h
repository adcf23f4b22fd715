// ReadStatWriter: what the writers of SPSS and Stata files have in common. Both want to know how long
// the texts of each variable become, and their files bear a moment.
#pragma once
#include <memory>
#include <string>
#include <utility>

#include "export/dataset.h"
#include "export/text_widths.h"

namespace genpyo::exports {

class ReadStatWriter : public DatasetWriter {
 public:
  bool looks_first() const override { return true; }
  void look(const Dataset& dataset, const Row& row, Remarks&) override { widths_.look(row, dataset.variables); }
  void add(const Row& row) override { file_->add(row); }
  forms::Result<forms::Done> finish() override { return file_->finish(); }

 protected:
  // One program's file while it is written. No header that everybody reads names ReadStat.
  class File {
   public:
    virtual ~File() = default;
    virtual void add(const Row& row) = 0;
    virtual forms::Result<forms::Done> finish() = 0;
  };

  // `written_at` is the moment that the file bears: that of the newest line of the journal.
  explicit ReadStatWriter(std::string written_at) : written_at_(std::move(written_at)) {}

  std::string written_at_;
  TextWidths widths_;
  std::unique_ptr<File> file_;  // made by `begin`
};

}  // namespace genpyo::exports
