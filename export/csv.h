// The clean dataset as CSV: one row a case, variables in the order of the paper, codes; the missing
// kinds as documented negative numbers (analysis profile). Beside it the codebook.
#pragma once
#include <string>
#include <vector>

#include "export/variables.h"
#include "export/whole_file.h"
#include "forms/case.h"
#include "forms/form.h"
#include "validators/evaluation.h"

namespace genpyo::exports {

// Writes DIR/<form_id>.csv and DIR/<form_id>_codebook.csv: UTF-8, LF, RFC 4180. Each appears when
// whole, the dataset last: it never stands without its codebook. Values are written, never marks;
// a case is on its way to the disk when `add` returns, so memory does not grow with the cases.
class CsvDataset {
 public:
  // `form` must outlive the dataset. Fails where a file cannot be made, or two columns would bear
  // one name (a choice 1 of `partners` and an item `partners_1`).
  static forms::Result<CsvDataset> create(const std::string& folder, const forms::Form& form,
                                          const DatasetOptions& options);
  void add(const forms::Case& current, const validators::Evaluation& evaluation);
  forms::Result<forms::Done> finish();
  const std::vector<std::string>& paths() const { return paths_; }  // dataset, codebook

 private:
  CsvDataset(const forms::Form& form, std::vector<Variable> variables, WholeFile data,
             WholeFile codebook);
  const forms::Form* form_;
  std::vector<Variable> variables_;
  WholeFile data_, codebook_;
  std::vector<std::string> paths_;
};

}  // namespace genpyo::exports
