#include "export/tables/tables.h"

#include <cassert>

#include "export/csv_line.h"
#include "export/tables/tabulator.h"
#include "export/whole_file.h"

namespace genpyo::exports {
namespace {

bool is_in(const Table& table, const validators::Evaluation& evaluation) {
  using Status = validators::ExtractionState::Status;
  return !table.extraction || evaluation.extractions[*table.extraction].status == Status::in;
}

bool lies_between(const Group& group, const std::optional<Ratio>& value) {
  if (!group.has_bound()) return true;
  return value && (!group.at_least || compare(*value, {*group.at_least, 1}) >= 0) &&
         (!group.below || compare(*value, {*group.below, 1}) < 0);
}

}  // namespace

std::vector<std::size_t> groups_of(const Table& table, const ItemStates& items, forms::Date today) {
  std::optional<Ratio> value;
  if (table.grouped_by) {
    const bool is_divisor = table.per == table.grouped_by;
    value = ratio_of(items, *table.grouped_by, is_divisor ? std::nullopt : table.per);
  }
  std::vector<std::size_t> in;
  for (std::size_t group = 0; group < table.groups.size(); ++group) {
    const auto& rule = table.groups[group].rule;
    if (rule && !rule->holds(items, today)) continue;
    if (lies_between(table.groups[group], value)) in.push_back(group);
  }
  return in;
}

std::optional<Ratio> ratio_of(const ItemStates& items, forms::ItemIndex item,
                              std::optional<forms::ItemIndex> per) {
  const auto* figure = std::get_if<std::int64_t>(&items[item].value);
  if (figure == nullptr) return std::nullopt;
  if (!per) return Ratio{*figure, 1};
  const auto* divisor = std::get_if<std::int64_t>(&items[*per].value);
  if (divisor == nullptr || *divisor <= 0) return std::nullopt;
  return Ratio{*figure, *divisor};
}

std::unique_ptr<Tabulator> make_tabulator(const forms::Form& form, const Table& table) {
  switch (table.kind) {
    case Table::Kind::statistics: return make_statistics(form, table);
    case Table::Kind::counts: return make_counts(form, table);
    case Table::Kind::means: return make_means(form, table);
  }
  return nullptr;
}

Tabulation::Tabulation(const forms::Form& form, const TablesDefinition& definition)
    : form_(&form), definition_(&definition) {
  for (const Table& table : definition.tables) {
    assert(!table.groups.empty());
    tabulators_.push_back(make_tabulator(form, table));
  }
}

Tabulation::~Tabulation() = default;

void Tabulation::add(const validators::Evaluation& evaluation, forms::Date today) {
  const ItemStates& items = evaluation.items;
  assert(items.size() == form_->items.size());
  if (definition_->base && !definition_->base->holds(items, today)) return;
  for (std::size_t index = 0; index < definition_->tables.size(); ++index) {
    const Table& table = definition_->tables[index];
    tabulators_[index]->add(items, groups_of(table, items, today), is_in(table, evaluation));
  }
}

std::vector<Figure> Tabulation::figures() const {
  std::vector<Figure> figures;
  for (const auto& tabulator : tabulators_) tabulator->print(figures);
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
