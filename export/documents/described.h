// Described: a dataset and what was counted of it, as every document that tells of it takes it.
#pragma once
#include <string>
#include <vector>

#include "export/csv.h"
#include "export/dataset.h"
#include "export/documents/tallies.h"

namespace genpyo::exports {

// What the data say of themselves besides their figures. No clock is read.
struct DocumentFacts {
  std::string language = "ja";  // of the codebook for people and of the REDCap dictionary
  std::string data_file;        // FORM.csv: what the documents are about
  std::string at, head;         // of the journal's newest line
};

struct Described {
  const Dataset* dataset = nullptr;
  Tallies tallies;
  std::vector<CsvColumn> columns;  // by variable: how the CSV writes what is missing
  DocumentFacts facts;

  const forms::Form& form() const { return *dataset->form; }
  // The item a variable stands for; null for the case number, extractions and derivations.
  const forms::Item* item_of(const Variable& variable) const {
    return variable.is_of_item() ? &form().items[variable.item] : nullptr;
  }
  // "-2" as the CSV has it; "" where the variable never says so.
  const std::string& written(std::size_t variable, forms::Missing kind) const {
    return columns[variable].missing[static_cast<std::size_t>(kind)];
  }
};

}  // namespace genpyo::exports
