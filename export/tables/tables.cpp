#include "export/tables/tables.h"

#include <algorithm>
#include <cassert>

#include "export/csv_line.h"
#include "export/tables/tabulator.h"
#include "export/whole_file.h"

namespace genpyo::exports {
namespace {

bool is_in(const Table& table, const validators::States& states) {
  using Status = validators::ExtractionState::Status;
  return !table.extraction || states.extractions[*table.extraction].status == Status::in;
}

bool lies_between(const Group& group, const std::optional<Ratio>& value) {
  if (!group.has_bound()) return true;
  return value && (!group.at_least || compare(*value, {*group.at_least, 1}) >= 0) &&
         (!group.below || compare(*value, {*group.below, 1}) < 0);
}

bool is_marked(const Group& group, const ItemStates& items) {
  if (!group.marked) return true;
  const auto [item, code] = *group.marked;
  const auto* codes = std::get_if<forms::Codes>(&items[item].value);
  return codes != nullptr && std::find(codes->begin(), codes->end(), code) != codes->end();
}

}  // namespace

void find_groups(const Table& table, const ItemStates& items, forms::Date today, std::vector<std::size_t>& in) {
  std::optional<Ratio> value;
  if (table.grouped_by) {
    const bool is_divisor = table.per == table.grouped_by;
    value = ratio_of(items, *table.grouped_by, is_divisor ? std::nullopt : table.per);
  }
  in.clear();
  for (std::size_t group = 0; group < table.groups.size(); ++group) {
    const auto& rule = table.groups[group].rule;
    if (rule && !rule->holds(items, today)) continue;
    if (!is_marked(table.groups[group], items)) continue;
    if (lies_between(table.groups[group], value)) in.push_back(group);
  }
}

Group every_case() { return {"all", forms::Label({{"ja", "全体"}, {"en", "All"}}), {}, {}, {}}; }

bool Table::has(Test test) const { return std::find(tests.begin(), tests.end(), test) != tests.end(); }

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
    case Table::Kind::texts: return make_texts(form, table);
    case Table::Kind::answers: return make_answers(form, table);
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

void Tabulation::add(const validators::States& states, forms::Date today) {
  const ItemStates& items = states.items;
  assert(items.size() == form_->items.size());
  if (definition_->base && !definition_->base->holds(items, today)) return;
  ++cases_;
  for (std::size_t index = 0; index < definition_->tables.size(); ++index) {
    const Table& table = definition_->tables[index];
    find_groups(table, items, today, groups_);
    tabulators_[index]->add(items, groups_, is_in(table, states));
  }
}

std::vector<Figure> Tabulation::figures() const {
  std::vector<Figure> figures;
  for (const auto& tabulator : tabulators_) tabulator->print(figures);
  return figures;
}

std::vector<Distribution> Tabulation::distributions() const {
  std::vector<Distribution> distributions;
  for (const auto& tabulator : tabulators_) tabulator->distribute(distributions);
  return distributions;
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
