// Exclusions: for every table which cases are in it, and why the others are out.
#pragma once
#include <string>
#include <vector>

#include "export/whole_file.h"
#include "export/tables/tables.h"
#include "forms/date.h"
#include "forms/form.h"
#include "validators/evaluation.h"

namespace genpyo::exports {

// Why a case does not count in a row of a table: the first reason that holds, in this order.
enum class Exclusion {
  none,        // it is in
  not_keyed,   // whether it is among them rests on items that nobody has keyed yet
  base,        // not among the cases that all tables rest on (a hospital)
  incomplete,  // the table's extraction wants answers that are missing
  condition,   // all answered, but the extraction's further condition does not hold
  not_asked,   // the form skipped the item (非該当)
  no_answer,   // the item itself has no answer
  divisor,     // the figure it is divided by is missing or 0
};

std::string_view name_of(Exclusion reason);

struct Standing {
  Exclusion reason = Exclusion::none;
  std::vector<forms::ItemIndex> missing;  // the items that would have to be answered
};

// How one case stands to one row of a table.
Standing standing_of(const TablesDefinition& definition, const Table& table, forms::ItemIndex row,
                     const validators::States& states, forms::Date today);

// exclusions.csv: table,row,case_id,in,reason,missing. One line for every table, row and case; whole
// or not at all, and no case is kept in memory. Form and definition must outlive it.
class ExclusionsFile {
 public:
  static forms::Result<ExclusionsFile> create(const std::string& path, const forms::Form& form,
                                              const TablesDefinition& definition);
  void add(const std::string& case_id, const validators::States& states, forms::Date today);
  forms::Result<forms::Done> finish() { return file_.finish(); }

 private:
  ExclusionsFile(WholeFile file, const forms::Form& form, const TablesDefinition& definition)
      : file_(std::move(file)), form_(&form), definition_(&definition) {}

  WholeFile file_;
  const forms::Form* form_;
  const TablesDefinition* definition_;
  std::vector<std::string> beginnings_;  // of the lines of each table and row
  std::string line_;
};

}  // namespace genpyo::exports
