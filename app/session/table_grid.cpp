// A table's figures as a grid, its filters, and what its rows are called: all of it pure.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "app/session/tables_room.h"
#include "app/session/words.h"

namespace genpyo::session {
namespace {

template <typename Key>
std::size_t place_of(std::map<Key, std::size_t>& places, const Key& key) {
  return places.emplace(key, places.size()).first->second;
}

// The per cent of all, or else their mean, or else the count.
std::optional<std::size_t> first_column_of(const TableGrid& grid) {
  for (const std::string_view wanted : std::array{"percent", "mean", "count", "n"}) {
    for (std::size_t column = 0; column < grid.columns.size(); ++column) {
      if (grid.columns[column].statistic == wanted) return column;
    }
  }
  return std::nullopt;
}

}  // namespace

TableGrid grid_of(const exports::Table& table, const std::vector<exports::Figure>& figures) {
  TableGrid grid;
  std::map<std::string, std::size_t> rows;
  std::map<std::pair<std::string, std::string>, std::size_t> columns;
  struct Cell {
    std::size_t row, column;
    const std::string* value;
  };
  std::vector<Cell> cells;
  for (const exports::Figure& figure : figures) {
    if (figure.table != table.id || figure.statistic == "text") continue;
    const std::size_t row = place_of(rows, figure.row);
    const std::size_t column = place_of(columns, std::pair(figure.column, figure.statistic));
    if (row == grid.rows.size()) grid.rows.push_back(figure.row);
    if (column == grid.columns.size()) grid.columns.push_back({figure.column, figure.statistic});
    cells.push_back({row, column, &figure.value});
  }
  grid.cells.assign(grid.rows.size(), std::vector<std::string>(grid.columns.size()));
  for (const Cell& cell : cells) grid.cells[cell.row][cell.column] = *cell.value;
  grid.first_column = first_column_of(grid);
  return grid;
}

std::vector<TableFilter> filters_of(const forms::Form& form) {
  std::vector<TableFilter> filters;
  const auto add = [&](bool of_frame) {
    for (forms::ItemIndex index = 0; index < form.items.size(); ++index) {
      const forms::Item& item = form.items[index];
      const bool suits = item.type == forms::ItemType::select_one && !item.grid && !item.identifying &&
                         item.frame_column.empty() != of_frame;
      const forms::ChoiceList* choices = form.choices_of(item);
      if (!suits || choices == nullptr) continue;
      TableFilter filter{index, {}, std::nullopt};
      for (const forms::Choice& choice : choices->choices) filter.codes.push_back(choice.code);
      filters.push_back(std::move(filter));
    }
  };
  add(true);
  add(false);
  return filters;
}

std::string word_of_row(const forms::Form& form, std::string_view row, std::string_view language,
                        const Strings& strings) {
  const auto equals = std::min(row.find('='), row.size());
  const auto item = form.find(row.substr(0, equals));
  if (!item) return std::string(row);
  if (equals == row.size()) {
    const forms::Item& found = form.items[*item];
    const std::string& unit = found.unit.in(language);
    return found.label.in(language) + (unit.empty() ? "" : " (" + unit + ")");
  }
  const std::string_view choice = row.substr(equals + 1);
  if (choice == "none") return strings.text(language, "ui.tables.no_answer");
  const forms::ChoiceList* choices = form.choices_of(form.items[*item]);
  int code = 0;
  const bool is_code =
      std::from_chars(choice.data(), choice.data() + choice.size(), code).ptr == choice.data() + choice.size();
  const forms::Choice* found = choices != nullptr && is_code ? choices->find(code) : nullptr;
  return std::string(choice) + (found == nullptr ? "" : " " + found->label.in(language));
}

std::string word_of_group(const exports::Table& table, std::string_view group, std::string_view language) {
  for (const exports::Group& each : table.groups) {
    if (each.name == group && !each.label.empty()) return each.label.in(language);
  }
  return std::string(group);
}

}  // namespace genpyo::session
