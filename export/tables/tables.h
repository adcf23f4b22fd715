// Tables: the report's tables by declaration (tables.yaml), computed exactly (exact.h). Values are
// tabulated, never marks; a value takes part when it is an answer and its divisor is one above 0.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/case.h"
#include "forms/date.h"
#include "forms/diagnostic.h"
#include "forms/form.h"
#include "forms/result.h"
#include "validators/evaluation.h"
#include "validators/expression.h"

namespace genpyo::exports {

// A column of a table: every case, or the cases whose grouping value lies between two bounds.
struct Group {
  std::string name;  // "all", "ge2000"
  forms::Label label;
  std::optional<std::int64_t> at_least;  // the bound itself is in
  std::optional<std::int64_t> below;     // the bound itself is out

  // Without a bound it asks for no grouping value either.
  bool is_all() const { return !at_least && !below; }
};

// n, mean, median, minimum and maximum of some figures (the only kind of this version).
struct StatisticsTable {
  std::string id;  // "II-2-5"
  forms::Label title;
  std::vector<forms::ItemIndex> rows;   // integers, each once
  std::optional<forms::ItemIndex> per;  // every value divided by this item's; out where blank or 0
  std::optional<std::size_t> extraction;       // index into Form::extractions; else item by item
  std::optional<forms::ItemIndex> grouped_by;  // the item whose (per-) value chooses the group
  std::vector<Group> groups;                   // "all" first, then as declared
  int decimals = 1;                            // 0 to 9, of all statistics but n
};

struct TablesDefinition {
  std::shared_ptr<const validators::Expression> base;  // null = every case
  std::vector<StatisticsTable> tables;
};

struct TablesReading {
  TablesDefinition definition;  // as much of it as could be read; to be used only when faultless
  std::vector<forms::Diagnostic> diagnostics;  // in the order of the file
};

// tables.yaml as docs/form-definition.md describes it; `file` is the name shown in diagnostics.
TablesReading read_tables(std::string_view yaml, std::string_view file, const forms::Form& form);

// One line of tables.csv: the value as printed.
struct Figure {
  std::string table, row, column, statistic, value;
  friend bool operator==(const Figure&, const Figure&) = default;
};

// What the tables rest on: add every case, then ask for the figures. Keeps two numbers for each
// value that takes part, not the cases. Form and definition must outlive it.
class Tabulation {
 public:
  Tabulation(const forms::Form& form, const TablesDefinition& definition);
  ~Tabulation();
  void add(const forms::Case& current, const validators::Evaluation& evaluation, forms::Date today);
  // Tables and rows as declared, columns ("all" first), n mean median min max. A cell that no case
  // is in has n 0 and 該当無し for the others.
  std::vector<Figure> figures() const;

 private:
  struct Cells;
  const TablesDefinition* definition_;
  std::unique_ptr<Cells> cells_;
};

// tables.csv: table,row,column,statistic,value; whole or not at all.
forms::Result<forms::Done> write_tables_csv(const std::vector<Figure>& figures,
                                            const std::string& path);

}  // namespace genpyo::exports
