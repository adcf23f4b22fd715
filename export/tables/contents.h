// Contents: what each table is, said in words beside its figures.
#pragma once
#include <string>
#include <string_view>

#include "export/tables/tables.h"

namespace genpyo::exports {

// How this run differs from the declaration.
struct Run {
  std::string base;   // the rule that all tables rest on, "" = every case
  std::string where;  // the rule that cases had to meet, "" = none
  int mask = 0;       // counts from 1 to below it are hidden; 0 = none
};

// What a reader must know of a table to trust it, a sentence each: whom it rests on (the extraction's
// own label), its divisor, whether no answer counts in, the author's note, filter and mask.
std::vector<std::string> notes_of(const forms::Form& form, const Table& table, const Run& run, std::string_view language);

// contents.csv: table,kind,title,notes (with " / " between them); whole or not at all.
forms::Result<forms::Done> write_contents_csv(const forms::Form& form, const TablesDefinition& definition, const Run& run,
                                              std::string_view language, const std::string& path);

std::string_view name_of(Table::Kind kind);  // as tables.yaml has it

}  // namespace genpyo::exports
