// CsvDescription: what a script must know of a CSV file of ours to read it with every label. One
// for all languages: each writer (read_r.h …) only puts it into its own words.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "export/dataset.h"

namespace genpyo::exports {

struct DescribedColumn {
  enum class Holds { text, integer, decimal, date };  // date: all of them are whole

  // A code of the column: what it means, and what stands in the file for it.
  struct Code {
    std::int64_t code = 0;
    std::string label, cell;
  };
  struct MissingCell {
    forms::Missing kind = forms::Missing::not_keyed;
    std::int64_t code = 0;  // of the file; where the file has words, of the profile `analysis`
    std::string cell;
  };

  std::string name;
  Holds holds = Holds::text;
  Variable::Measure measure = Variable::Measure::nominal;
  std::string label;  // with the unit
  std::vector<Code> codes = {};
  bool is_worded = false;            // labels stand in the file in place of the codes
  std::vector<MissingCell> missing = {};  // in the order of the enumeration
  bool says_kind = false;            // NAME_missing: `missing` is its answers
  std::string beside = {};           // NAME_missing, which says why NAME is blank; "" = none
  const Variable* variable = nullptr;
  std::size_t bytes = 1;  // of the longest cell that is read as text, in UTF-8
  int width = 1, scale = 0;  // of a figure
};

struct CsvDescription {
  const Dataset* dataset = nullptr;
  std::string file;  // survey.csv
  std::vector<DescribedColumn> columns = {};
  // What no line-wise reader of CSV takes: cells with a line break, or of more than 32,767 bytes.
  std::size_t broken_cells = 0;
  std::string broken_first = {};  // case and variable of the first

  bool is_cp932() const { return dataset->profile.kind == Profile::Kind::legacy; }
  // An apostrophe in front of a text is the guard of a spreadsheet.
  bool is_guarded() const { return dataset->profile.kind == Profile::Kind::excel; }
  const std::string& language() const { return dataset->profile.language; }
};

// `extents` of all rows that were written.
CsvDescription description_of(const Dataset& dataset, const Extents& extents);

const char* name_of(DescribedColumn::Holds holds);  // text, integer, decimal, date

}  // namespace genpyo::exports
