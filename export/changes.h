// changes.csv: where the dataset does not say what the sheet says, and by which rule.
//
// Columns: case_id, item, variables, mark, value, why, rule. `rule` is the expression as written,
// empty where none was; `why`:
//   relevance      nothing was asked, and a blank or a lost page stands there
//   off_path       nothing was asked, but something stands there
//   several_marks  two marks where one was asked for; the mark has the choices
//   illegible      something stands there that nobody can read
//   calculation    the form computes the value
//
// What was not asked and nobody keyed is not applicable in both layers (row.h).
#pragma once
#include <array>
#include <string>
#include <vector>

#include "export/export_run.h"
#include "export/side_file.h"

namespace genpyo::exports {

class Changes : public CaseListener {
 public:
  forms::Result<forms::Done> begin(const Dataset& dataset, FileSet& files) override;
  void add(const forms::Case& current, const validators::States& states) override;

  enum class Why { unchanged, relevance, off_path, several_marks, illegible, calculation };

 private:
  // Of an item that leaves: the cells of its lines that are always the same, as the file has them.
  struct Place {
    forms::ItemIndex item = 0;
    std::string names;                   // item, variables
    std::array<std::string, 6> endings;  // by Why: why, rule
  };
  Place place_of(forms::ItemIndex index, const std::string& variables);
  void write(const forms::Value& value, const forms::Codes& several);

  const forms::Form* form_ = nullptr;
  std::vector<Place> places_;  // in the order of the form
  std::array<std::string, forms::all_missing.size()> missing_;
  std::string case_id_;  // as the file has it, once a line of the case was written
  SideFile file_;
};

}  // namespace genpyo::exports
