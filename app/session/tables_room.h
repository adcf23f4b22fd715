// TablesRoom: what the tables screen shows. One table of the report over the cases that its filters
// let in, as a grid of figures with the report's charts beside it; and the cases behind one of them.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session/office.h"
#include "app/session/strings.h"
#include "export/report/report.h"
#include "export/tables/tables.h"
#include "forms/form.h"

namespace genpyo::session {

// A question by whose choices the cases are filtered.
struct TableFilter {
  forms::ItemIndex item = 0;
  std::vector<int> codes;             // that it can be set to
  std::optional<std::size_t> chosen;  // index into `codes`; nothing = all
};

struct TableGrid {
  struct Column {
    std::string group;      // its name, as tables.csv has it
    std::string statistic;  // "n", "percent", "mean"
  };
  std::vector<std::string> rows;  // as tables.csv names them: "founder=1"
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> cells;  // by row and column, as printed; "" where there is none
  std::optional<std::size_t> first_column;      // where the keys begin: a share, a mean or a count
};

struct BehindLine {
  std::string case_id;
  bool is_in = false;
  std::string contribution;
  std::string reason;                      // an Exclusion's name, see exports::Behind
  std::vector<forms::ItemIndex> missing;
};

struct TablesRoom {
  exports::TablesDefinition definition;
  std::size_t table = 0;          // index into definition.tables
  bool open_too = false;          // open cases count as well
  std::vector<TableFilter> filters;
  std::size_t filter = 0;         // 0 = open or closed, then `filters`
  std::size_t cases_in = 0, cases_all = 0, other_forms = 0;  // let in by the filters; of this form; of others
  TableGrid grid;
  std::vector<exports::Chart> charts;  // as the report draws them, `chart_width` wide
  std::vector<std::string> notes;      // whom it rests on and how it is to be read, as the report says it
  std::size_t row = 0, column = 0;    // the chosen cell
  Pane pane = Pane::list;
  std::vector<BehindLine> behind;     // of the chosen cell, those that are in first
  std::size_t behind_in = 0;          // how many of them are
  std::size_t line = 0;               // the chosen one

  bool has_tables() const { return table < definition.tables.size(); }
  const exports::Table& chosen() const { return definition.tables[table]; }
};

// Millimetres: on the half of a screen that charts have, their letters are as large as the grid's.
inline constexpr double chart_width = 100;

// A table's charts, one below the other. Pure.
std::vector<exports::Chart> charts_on(const exports::ReportTable& table, const paper::Typesetter& set);

// "件数", as the report has it.
std::string word_of_statistic(std::string_view statistic, std::string_view language);

// The figures of one table, laid out. Pure.
TableGrid grid_of(const exports::Table& table, const std::vector<exports::Figure>& figures);

// The questions that can filter: those of the frame, then the others with one choice that stand in
// no grid.
std::vector<TableFilter> filters_of(const forms::Form& form);

// "1 個人", "無回答", "医師"; the row's own name where the form has no such item.
std::string word_of_row(const forms::Form& form, std::string_view row, std::string_view language,
                        const Strings& strings);
// "全体", "2000件以上"
std::string word_of_group(const exports::Table& table, std::string_view group, std::string_view language);

}  // namespace genpyo::session
