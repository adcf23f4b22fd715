#include "export/tables/standard.h"

#include <string>
#include <utility>

#include "export/tables/choice_counts.h"

namespace genpyo::exports {
namespace {

using forms::ItemIndex;
using forms::ItemType;

// Of a grid's row the grid's question comes first, of a repeated item its instance.
forms::Label title_of(const forms::Form& form, const forms::Item& item) {
  const forms::Label heading = form.heading_of(item);
  std::map<std::string, std::string> texts;
  for (const std::string& language : form.languages) {
    const std::string& title = heading.in(language);
    const std::string& own = item.label.in(language);
    texts[language] = title + (title.empty() || own.empty() ? "" : ": ") + own;
  }
  return forms::Label(std::move(texts));
}

Table::Kind kind_of(const forms::Form& form, const forms::Item& item) {
  if (form.choices_of(item) != nullptr) return Table::Kind::counts;
  return item.type == ItemType::integer ? Table::Kind::statistics : Table::Kind::answers;
}

// Notes and blank boxes have no value; what is calculated under no label (the time at which keying
// began, a rule's helping figure) was never meant to be read.
bool is_told(const forms::Item& item) {
  const bool unnamed = item.type == ItemType::calculate && item.label.in("").empty();
  return item.has_value() && !item.identifying && !unnamed;
}

Table table_of(const forms::Form& form, ItemIndex index) {
  const forms::Item& item = form.items[index];
  Table table;
  table.id = item.name;
  table.kind = kind_of(form, item);
  table.title = title_of(form, item);
  table.rows = {index};
  table.groups.push_back(every_case());
  return table;
}

void append_columns(const forms::Form& form, ItemIndex by, Table& table) {
  const forms::Item& item = form.items[by];
  for (const forms::Choice& choice : form.choices_of(item)->choices) {
    Group group{row_of(item, choice.code), choice.label, {}, {}};
    group.marked = {by, choice.code};
    table.groups.push_back(std::move(group));
  }
}

forms::Label crossed(const forms::Form& form, const forms::Label& title, const forms::Label& by) {
  std::map<std::string, std::string> texts;
  for (const std::string& language : form.languages) texts[language] = title.in(language) + " × " + by.in(language);
  return forms::Label(std::move(texts));
}

forms::Failure cannot_cross(std::string_view name, const std::string& why) {
  return {forms::quoted(name) + " cannot be crossed: " + why};
}

}  // namespace

TablesDefinition standard_tables(const forms::Form& form) {
  TablesDefinition definition;
  definition.by_sections = true;
  for (ItemIndex index = 0; index < form.items.size(); ++index) {
    if (is_told(form.items[index])) definition.tables.push_back(table_of(form, index));
  }
  return definition;
}

forms::Result<TablesDefinition> cross_table(const forms::Form& form, std::string_view item, std::string_view by) {
  const auto row = form.find(item), column = form.find(by);
  if (!row) return cannot_cross(item, "the form has no such item.");
  if (!column) return cannot_cross(by, "the form has no such item.");
  if (form.items[*row].identifying || form.items[*column].identifying) return cannot_cross(item, "what identifies is in no table.");
  if (kind_of(form, form.items[*row]) == Table::Kind::answers) return cannot_cross(item, "give a select item or a figure.");
  if (form.choices_of(form.items[*column]) == nullptr) return cannot_cross(by, "its groups are the choices of a select item.");
  Table table = table_of(form, *row);
  table.id += "*" + form.items[*column].name;
  table.title = crossed(form, table.title, title_of(form, form.items[*column]));
  append_columns(form, *column, table);
  const bool groups_are_apart = form.items[*column].type == ItemType::select_one;
  if (table.kind == Table::Kind::counts) {
    // Who marked several would be counted several times, and χ² would take one for many.
    if (groups_are_apart && form.items[*row].type == ItemType::select_one) table.tests = {Table::Test::chi_square};
  } else if (groups_are_apart && table.groups.size() == 3) {
    table.between = {1, 2};
    table.tests = {Table::Test::mann_whitney, Table::Test::welch, Table::Test::holm};
  }
  TablesDefinition definition;
  definition.tables.push_back(std::move(table));
  return definition;
}

}  // namespace genpyo::exports
