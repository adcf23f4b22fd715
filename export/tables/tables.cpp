#include "export/tables/tables.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "export/csv_line.h"
#include "export/tables/exact.h"
#include "export/whole_file.h"

namespace genpyo::exports {
namespace {

// What the report prints in a cell that no case is in.
constexpr std::string_view no_case = "該当無し";

using ItemStates = std::vector<validators::ItemState>;

// The item's figure (per the divisor), or nothing where either is no answer or the divisor is 0.
std::optional<Ratio> ratio_of(const ItemStates& items, forms::ItemIndex item,
                              std::optional<forms::ItemIndex> per) {
  const auto* figure = std::get_if<std::int64_t>(&items[item].value);
  if (figure == nullptr) return std::nullopt;
  if (!per) return Ratio{*figure, 1};
  const auto* divisor = std::get_if<std::int64_t>(&items[*per].value);
  if (divisor == nullptr || *divisor <= 0) return std::nullopt;
  return Ratio{*figure, *divisor};
}

bool is_in(const StatisticsTable& table, const validators::Evaluation& evaluation) {
  using Status = validators::ExtractionState::Status;
  return !table.extraction || evaluation.extractions[*table.extraction].status == Status::in;
}

bool holds(const Group& group, const std::optional<Ratio>& value) {
  if (group.is_all()) return true;
  return value && (!group.at_least || compare(*value, {*group.at_least, 1}) >= 0) &&
         (!group.below || compare(*value, {*group.below, 1}) < 0);
}

// The groups that the case is in, as positions in `table.groups`.
std::vector<std::size_t> groups_of(const StatisticsTable& table, const ItemStates& items) {
  std::optional<Ratio> value;
  if (table.grouped_by) value = ratio_of(items, *table.grouped_by, table.per);
  std::vector<std::size_t> in;
  for (std::size_t group = 0; group < table.groups.size(); ++group) {
    if (holds(table.groups[group], value)) in.push_back(group);
  }
  return in;
}

using Statistics = std::vector<std::pair<std::string_view, std::string>>;

Statistics statistics_of(const std::vector<Ratio>& ratios, int decimals) {
  const std::string n = std::to_string(ratios.size());
  if (ratios.empty()) {
    const std::string none(no_case);
    return {{"n", n}, {"mean", none}, {"median", none}, {"min", none}, {"max", none}};
  }
  const auto [least, greatest] = std::minmax_element(
      ratios.begin(), ratios.end(),
      [](const Ratio& left, const Ratio& right) { return compare(left, right) < 0; });
  return {{"n", n},
          {"mean", rounded_mean(ratios, decimals)},
          {"median", rounded_median(ratios, decimals)},
          {"min", rounded(*least, decimals)},
          {"max", rounded(*greatest, decimals)}};
}

}  // namespace

// The figures that take part, and nothing else of a case.
struct Tabulation::Cells {
  using Cell = std::vector<Ratio>;
  const forms::Form& form;
  std::vector<std::vector<Cell>> tables;  // a table's cells row by row, in each the groups
};

Tabulation::Tabulation(const forms::Form& form, const TablesDefinition& definition)
    : definition_(&definition), cells_(new Cells{form, {}}) {
  for (const StatisticsTable& table : definition.tables) {
    assert(!table.groups.empty());
    cells_->tables.emplace_back(table.rows.size() * table.groups.size());
  }
}

Tabulation::~Tabulation() = default;

void Tabulation::add(const forms::Case&, const validators::Evaluation& evaluation,
                     forms::Date today) {
  const ItemStates& items = evaluation.items;
  assert(items.size() == cells_->form.items.size());
  if (definition_->base && !definition_->base->holds(items, today)) return;
  for (std::size_t index = 0; index < definition_->tables.size(); ++index) {
    const StatisticsTable& table = definition_->tables[index];
    if (!is_in(table, evaluation)) continue;
    const std::vector<std::size_t> groups = groups_of(table, items);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      const std::optional<Ratio> ratio = ratio_of(items, table.rows[row], table.per);
      if (!ratio) continue;
      for (const std::size_t group : groups) {
        cells_->tables[index][row * table.groups.size() + group].push_back(*ratio);
      }
    }
  }
}

std::vector<Figure> Tabulation::figures() const {
  std::vector<Figure> figures;
  for (std::size_t index = 0; index < definition_->tables.size(); ++index) {
    const StatisticsTable& table = definition_->tables[index];
    auto cell = cells_->tables[index].begin();
    for (const forms::ItemIndex row : table.rows) {
      for (const Group& group : table.groups) {
        for (auto& [statistic, value] : statistics_of(*cell++, table.decimals)) {
          figures.push_back({table.id, cells_->form.items[row].name, group.name,
                             std::string(statistic), std::move(value)});
        }
      }
    }
  }
  return figures;
}

forms::Result<forms::Done> write_tables_csv(const std::vector<Figure>& figures,
                                            const std::string& path) {
  auto file = WholeFile::create(path);
  if (!file) return file.failure();
  file->write(csv_line({"table", "row", "column", "statistic", "value"}));
  for (const Figure& figure : figures) {
    file->write(
        csv_line({figure.table, figure.row, figure.column, figure.statistic, figure.value}));
  }
  return file->finish();
}

}  // namespace genpyo::exports
