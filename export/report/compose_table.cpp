#include "export/report/compose_table.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace genpyo::exports {
namespace {

using Of = TableFigures::Of;
using Kind = ReportRow::Kind;

constexpr std::size_t most_columns = 15;  // beside a readable label on landscape A4

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// A column of the ruled table, and where its cells come from.
struct Source {
  std::string column, statistic;
  bool is_p() const { return statistic == "p" || statistic == "p_holm"; }
};

bool is_test(const std::string& statistic) {
  constexpr std::array<std::string_view, 5> described = {"n", "mean", "median", "min", "max"};
  return std::find(described.begin(), described.end(), statistic) == described.end();
}

// What compares the groups has a row of its own below them all, for each item.
void add_tests(const TableFigures& figures, const std::vector<std::string>& tests, ReportTable& table) {
  for (const std::string& row : figures.rows()) {
    const std::string& column = figures.columns().front();  // no figures: no rows, nor columns
    bool is_first = true;
    for (const std::string& name : tests) {
      if (!figures.has(row, column, name)) continue;
      if (is_first && figures.rows().size() > 1) table.rows.push_back({Kind::heading, figures.label_of_row(row), 0, {}});
      is_first = false;
      table.rows.push_back({Kind::sum, figures.statistic(name), 0, {figures.value(row, column, name)}});
    }
  }
}

// Items under one another, as the report has them; a block for every group where there are several.
void rule_statistics(const TableFigures& figures, ReportTable& table) {
  std::vector<std::string> statistics;
  for (const std::string& column : figures.columns()) {
    for (const std::string& name : figures.statistics(column, Of::items)) {
      if (!holds(statistics, name)) statistics.push_back(name);
    }
  }
  std::vector<std::string> tests;
  std::copy_if(statistics.begin(), statistics.end(), std::back_inserter(tests), is_test);
  std::erase_if(statistics, is_test);
  for (const std::string& name : statistics) table.columns.push_back({"", figures.statistic(name)});
  const forms::Form& form = figures.form();
  for (const std::string& column : figures.columns()) {
    if (figures.columns().size() > 1) {
      table.rows.push_back({Kind::heading, figures.label_of_column(column), 0, {}});
    }
    for (const std::string& row : figures.rows()) {
      const auto item = form.find(row);
      ReportRow printed{Kind::figures, figures.label_of_row(row), item ? form.items[*item].depth : 0, {}};
      for (const std::string& name : statistics) printed.cells.push_back(figures.value(row, column, name));
      table.rows.push_back(std::move(printed));
    }
  }
  add_tests(figures, tests, table);
}

// The choices' rows of the first item: its list, then no answer.
std::vector<std::string> choices_of(const TableFigures& figures, const std::string& item) {
  std::vector<std::string> rows;
  for (const std::string& row : figures.rows()) {
    if (is_of_choice(row) && item_of_row(row) == item) rows.push_back(row);
  }
  return rows;
}

std::vector<std::string> items_of(const TableFigures& figures) {
  std::vector<std::string> items;
  for (const std::string& row : figures.rows()) {
    if (!holds(items, item_of_row(row))) items.push_back(item_of_row(row));
  }
  return items;
}

// An item a row, its choices as columns.
void rule_grid(const TableFigures& figures, ReportTable& table) {
  const std::vector<std::string> items = items_of(figures);
  const std::string& column = figures.columns().front();
  std::vector<std::pair<std::string, std::string>> sources;  // after the item's name; statistic
  const auto add = [&](std::string over, std::string behind, const std::string& statistic) {
    table.columns.push_back({std::move(over), figures.statistic(statistic)});
    sources.emplace_back(std::move(behind), statistic);
  };
  for (const std::string& name : figures.statistics(column, Of::items)) add("", "", name);
  for (const std::string& row : choices_of(figures, items.front())) {
    for (const std::string& name : figures.statistics(column, Of::choices)) {
      if (figures.has(row, column, name)) add(figures.label_of_row(row), row.substr(row.find('=')), name);
    }
  }
  for (const std::string& item : items) {
    ReportRow printed{Kind::figures, figures.label_of_row(item), 0, {}};
    for (const auto& [behind, name] : sources) printed.cells.push_back(figures.value(item + behind, column, name));
    table.rows.push_back(std::move(printed));
  }
}

// What stands in a column of counts at the item's own row: its base has a row before the choices,
// every other statistic one behind them.
class ChoiceRows {
 public:
  ChoiceRows(const TableFigures& figures, std::vector<Source> sources, ReportTable& table)
      : figures_(figures), sources_(std::move(sources)), table_(table) {}

  void add(const std::string& item, bool with_heading) {
    if (with_heading) table_.rows.push_back({Kind::heading, figures_.label_of_row(item), 0, {}});
    const std::vector<std::string> own = statistics_of(item);
    if (holds(own, "n")) add_own(item, "n");
    for (const std::string& row : choices_of(figures_, item)) {
      ReportRow printed{Kind::figures, figures_.label_of_row(row), 0, {}};
      for (const Source& source : sources_) printed.cells.push_back(figures_.value(row, source.column, source.statistic));
      table_.rows.push_back(std::move(printed));
    }
    for (const std::string& name : own) {
      if (name != "n" && name != "p" && name != "p_holm") add_own(item, name);
    }
  }

 private:
  std::vector<std::string> statistics_of(const std::string& item) const {
    std::vector<std::string> own;
    for (const Source& source : sources_) {
      for (const std::string& name : figures_.statistics(source.column, Of::items)) {
        if (figures_.has(item, source.column, name) && !holds(own, name)) own.push_back(name);
      }
    }
    return own;
  }

  std::string label_of(const std::string& name) const {
    if (name == "n") return figures_.word(Word::number_answered);
    if (name == "mean") return figures_.word(Word::mean_of_marks);
    return figures_.statistic(name);
  }

  // Its value stands in each group's first column, its p in the column of p.
  void add_own(const std::string& item, const std::string& name) {
    ReportRow printed{Kind::sum, label_of(name), 0, {}};
    std::vector<std::string> seen;
    for (const Source& source : sources_) {
      const bool is_first = !holds(seen, source.column) && !source.is_p();
      const bool of_p = source.is_p() && name == "mean";
      printed.cells.push_back(is_first ? figures_.value(item, source.column, name)
                                       : of_p ? figures_.value(item, source.column, source.statistic) : "");
      if (is_first) seen.push_back(source.column);
    }
    table_.rows.push_back(std::move(printed));
  }

  const TableFigures& figures_;
  std::vector<Source> sources_;
  ReportTable& table_;
};

// The groups side by side, p behind them all.
std::vector<Source> sources_of(const TableFigures& figures, const std::vector<std::string>& columns) {
  std::vector<Source> sources;
  for (const bool of_p : {false, true}) {
    for (const std::string& column : columns) {
      std::vector<std::string> names = figures.statistics(column, Of::choices);
      if (names.empty()) names = figures.statistics(column, Of::items);
      for (const std::string& name : names) {
        if (const Source source{column, name}; source.is_p() == of_p) sources.push_back(source);
      }
    }
  }
  return sources;
}

void add_columns(const TableFigures& figures, const std::vector<Source>& sources, bool with_groups, ReportTable& table) {
  for (const Source& source : sources) {
    const bool of_group = with_groups && !source.is_p();
    table.columns.push_back({of_group ? figures.label_of_column(source.column) : "", figures.statistic(source.statistic)});
  }
}

void rule_choices(const TableFigures& figures, ReportTable& table) {
  const std::vector<std::string> items = items_of(figures);
  const std::vector<Source> sources = sources_of(figures, figures.columns());
  const bool several = items.size() > 1;
  if (sources.size() <= most_columns || figures.columns().size() == 1) {
    add_columns(figures, sources, figures.columns().size() > 1, table);
    ChoiceRows rows(figures, sources, table);
    for (const std::string& item : items) rows.add(item, several);
    return;
  }
  // Too many groups to stand side by side: one below the other, each with the columns of the widest.
  std::size_t widest = 0;
  for (const std::string& column : figures.columns()) {
    const std::vector<Source> of_group = sources_of(figures, {column});
    if (of_group.size() > widest) {
      table.columns.clear();
      add_columns(figures, of_group, false, table);
      widest = of_group.size();
    }
  }
  for (const std::string& column : figures.columns()) {
    table.rows.push_back({Kind::heading, figures.label_of_column(column), 0, {}});
    ChoiceRows rows(figures, sources_of(figures, {column}), table);
    for (const std::string& item : items) rows.add(item, several);
  }
  for (ReportRow& row : table.rows) {
    if (row.kind != Kind::heading) row.cells.resize(widest);
  }
}

// Below the counts: what was written, under each code.
void add_texts(const TableFigures& figures, ReportTable& table) {
  for (const std::string& row : figures.rows()) {
    const std::vector<std::string>& texts = figures.texts(row);
    if (texts.empty()) continue;
    const std::string code = row.ends_with("=none") ? figures.word(Word::not_coded) : figures.label_of_row(row);
    table.rows.push_back({Kind::heading, code + " (" + std::to_string(texts.size()) + ")", 0, {}});
    for (const std::string& text : texts) table.rows.push_back({Kind::words, text, 1, {}});
  }
}

}  // namespace

bool is_grid(const TableFigures& figures) {
  const Table& table = figures.table();
  if (table.kind != Table::Kind::counts || figures.columns().size() != 1 || table.rows.size() < 2) return false;
  const auto list_of = [&](forms::ItemIndex item) { return figures.form().items[item].choices; };
  const bool one_list = std::all_of(table.rows.begin(), table.rows.end(), [&](forms::ItemIndex item) {
    return list_of(item) && list_of(item) == list_of(table.rows.front());
  });
  if (!one_list) return false;
  return 2 * figures.form().lists[*list_of(table.rows.front())].choices.size() + 4 <= most_columns;
}

void rule_table(const TableFigures& figures, ReportTable& table) {
  table.stub = figures.word(Word::item);
  const bool of_choices = std::any_of(figures.rows().begin(), figures.rows().end(), is_of_choice);
  if (!of_choices) {
    rule_statistics(figures, table);
  } else if (is_grid(figures)) {
    rule_grid(figures, table);
  } else {
    rule_choices(figures, table);
  }
  add_texts(figures, table);
}

}  // namespace genpyo::exports
