// texts_for_review.csv: every free text that leaves, for whoever must look whether it names anybody.
// Columns: case_id, item, text.
#pragma once
#include <vector>

#include "export/export_run.h"
#include "export/side_file.h"

namespace genpyo::exports {

class TextsForReview : public CaseListener {
 public:
  // Whether any column of the dataset holds free texts.
  static bool are_in(const Dataset& dataset);

  forms::Result<forms::Done> begin(const Dataset& dataset, FileSet& files) override;
  void add(const forms::Case& current, const validators::States& states) override;

 private:
  const Dataset* dataset_ = nullptr;
  std::vector<forms::ItemIndex> items_;
  SideFile file_;
};

}  // namespace genpyo::exports
