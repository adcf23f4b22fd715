// Tables: the report's tables by declaration (tables.yaml), computed exactly (exact.h). Values are
// tabulated, never marks; a value takes part when it is an answer and its divisor is one above 0.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "export/tables/distribution.h"
#include "forms/date.h"
#include "forms/diagnostic.h"
#include "forms/form.h"
#include "forms/result.h"
#include "validators/evaluation.h"
#include "validators/expression.h"

namespace genpyo::exports {

// A column of a table: every case, those whose grouping value lies between two bounds, or those for
// which a rule holds.
struct Group {
  std::string name;  // "all", "ge2000", "cooperating"
  forms::Label label;
  std::optional<std::int64_t> at_least;  // the bound itself is in
  std::optional<std::int64_t> below;     // the bound itself is out
  std::shared_ptr<const validators::Expression> rule = nullptr;

  // Or those that have this choice of this item.
  std::optional<std::pair<forms::ItemIndex, int>> marked = std::nullopt;

  // Without a bound it asks for no grouping value either.
  bool has_bound() const { return at_least || below; }
};

Group every_case();  // the column "all", which every table has first

struct Table {
  enum class Kind {
    statistics,  // n, mean, median, minimum and maximum of figures
    counts,      // of the choices of select items: n, count and per cent, and of no answer
    means,       // counts, and for the cases of each choice the mean of a figure
    texts,       // counts of codes given afterwards, and behind each code the texts themselves
    answers,     // of items of any type: how many answered, and how many gave no answer
  };
  enum class Test {
    chi_square,    // of the choices by the columns, all but "all"
    mann_whitney,  // of the figures (of counts: of the number of marks) in the two columns of `between`
    welch,
    holm,          // no test: every p of the table adjusted for their number
  };
  std::string id;  // "II-2-5"
  Kind kind = Kind::statistics;
  forms::Label title;
  forms::Label note;                    // the author's own, may be empty
  std::vector<forms::ItemIndex> rows;   // each once: integers of statistics, any of answers, else select items
  std::optional<forms::ItemIndex> per;  // every value divided by this item's; out where blank or 0
  std::optional<forms::ItemIndex> of;   // the figure of means
  // Index into Form::extractions; else item by item. Of means it bears on the means alone.
  std::optional<std::size_t> extraction;
  std::optional<forms::ItemIndex> grouped_by;  // the item whose value (per, unless itself) chooses
  std::vector<Group> groups;                   // "all" first, then as declared
  int decimals = 1;                            // 0 to 9, of all statistics but counts
  bool blanks_in = false;        // 無回答 counts into the base of per cent
  bool mean_of_marks = false;    // of several-mark items: how many choices a case has marked
  forms::Codes without;          // choices that are not counted into that mean (その他)
  // Positions in `groups` of two columns to be compared: p of each choice (Fisher's exact test) and
  // of the mean number of marks (Welch's t), in the column "all".
  std::optional<std::pair<std::size_t, std::size_t>> between;
  std::vector<Test> tests;  // further ones, each once
  bool has(Test test) const;
};

// A chapter of the report: the tables whose numbers begin with its own.
struct Chapter {
  std::string id;  // "II-2"
  forms::Label title;
};

struct TablesDefinition {
  std::shared_ptr<const validators::Expression> base;  // null = every case
  std::vector<Table> tables;
  std::vector<Chapter> chapters = {};  // may be fewer than the tables have, or none
  bool by_sections = false;            // the chapters are the form's sections: nobody numbered the tables
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

class Tabulator;  // export/tables/tabulator.h

// What the tables rest on: add every case, then ask for the figures. Keeps two numbers for each
// value that takes part, not the cases. Form and definition must outlive it.
class Tabulation {
 public:
  Tabulation(const forms::Form& form, const TablesDefinition& definition);
  ~Tabulation();
  void add(const validators::States& states, forms::Date today);
  // Tables and rows as declared, columns ("all" first). A cell that no case is in has n (or count) 0
  // and 該当無し for what would be computed from it.
  std::vector<Figure> figures() const;
  // Of the figures behind the statistics: tables and rows as declared, columns ("all" first); cells
  // without a figure are left out.
  std::vector<Distribution> distributions() const;
  // The cases that were added and that the tables' base holds.
  std::size_t cases() const { return cases_; }

 private:
  const forms::Form* form_;
  const TablesDefinition* definition_;
  std::vector<std::unique_ptr<Tabulator>> tabulators_;  // by table
  std::vector<std::size_t> groups_;  // those of the case at hand: kept, not made anew each time
  std::size_t cases_ = 0;
};

// tables.csv: table,row,column,statistic,value; whole or not at all.
forms::Result<forms::Done> write_tables_csv(const std::vector<Figure>& figures,
                                            const std::string& path);

}  // namespace genpyo::exports
