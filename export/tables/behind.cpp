#include "export/tables/behind.h"

#include <algorithm>

#include "export/tables/tabulator.h"

namespace genpyo::exports {
namespace {

bool takes(const forms::Value& value, const std::string& choice) {
  if (choice.empty()) return true;
  const auto* codes = std::get_if<forms::Codes>(&value);
  return codes != nullptr && std::any_of(codes->begin(), codes->end(),
                                         [&](int code) { return std::to_string(code) == choice; });
}

bool is_in_group(const Table& table, std::size_t group, const ItemStates& items, forms::Date today) {
  if (group == 0) return true;
  std::vector<std::size_t> groups;
  find_groups(table, items, today, groups);
  return std::find(groups.begin(), groups.end(), group) != groups.end();
}

std::string contribution_of(const Table& table, const FigureRow& row, const validators::States& states) {
  std::string text = forms::plain_text(states.items[row.item].value);
  const bool divided = table.kind == Table::Kind::statistics && table.per;
  return divided ? text + " / " + forms::plain_text(states.items[*table.per].value) : text;
}

}  // namespace

std::optional<FigureRow> figure_row(const Table& table, const forms::Form& form, std::string_view name) {
  const auto equals = std::min(name.find('='), name.size());
  for (const forms::ItemIndex item : table.rows) {
    if (form.items[item].name != name.substr(0, equals)) continue;
    return FigureRow{item, std::string(name.substr(std::min(equals + 1, name.size())))};
  }
  return std::nullopt;
}

Behind behind(const TablesDefinition& definition, const Table& table, const FigureRow& row, std::size_t group,
              const validators::States& states, forms::Date today) {
  Standing standing = standing_of(definition, table, row.item, states, today);
  Behind result{false, "", std::string(name_of(standing.reason)), std::move(standing.missing)};
  const bool blank_wanted = row.choice == "none" && standing.reason == Exclusion::no_answer;
  const bool takes_part = blank_wanted || (standing.reason == Exclusion::none &&
                                           takes(states.items[row.item].value, row.choice));
  result.is_in = takes_part && is_in_group(table, group, states.items, today);
  if (result.is_in) {
    result.reason.clear();
    result.contribution = contribution_of(table, row, states);
  } else if (takes_part) {
    result.reason = "other_group";
  } else if (result.reason.empty()) {
    result.reason = "other_choice";
  }
  return result;
}

}  // namespace genpyo::exports
