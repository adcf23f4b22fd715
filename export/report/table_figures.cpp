#include "export/report/table_figures.h"

#include <algorithm>
#include <cstdlib>

#include "export/tables/mask.h"
#include "export/tables/tabulator.h"
#include "forms/paper/words.h"

namespace genpyo::exports {
namespace {

template <typename Value>
void add_once(std::vector<Value>& values, Value value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(std::move(value));
}

}  // namespace

std::string item_of_row(const std::string& row) { return row.substr(0, row.find('=')); }
bool is_of_choice(const std::string& row) { return row.find('=') != row.npos; }

std::optional<double> length_of(const std::string& printed) {
  if (printed.empty() || printed.find_first_not_of("-.0123456789") != printed.npos) return std::nullopt;
  return std::strtod(printed.c_str(), nullptr);
}

TableFigures::TableFigures(const forms::Form& form, const Table& table, const std::vector<Figure>& figures,
                           std::string_view language)
    : form_(form), table_(table), language_(language) {
  for (const Figure& figure : figures) {
    if (figure.table != table.id) continue;
    if (figure.statistic == "text") {
      texts_[figure.row].push_back(figure.value);
      continue;
    }
    values_[{figure.row, figure.column, figure.statistic}] = figure.value == no_case         ? word(Word::no_case)
                                                             : figure.value == hidden_beside ? word(Word::hidden)
                                                                                             : figure.value;
    add_once(rows_, figure.row);
    add_once(columns_, figure.column);
    add_once(statistics_, {figure.column, is_of_choice(figure.row) ? Of::choices : Of::items, figure.statistic});
  }
}

const std::string& TableFigures::value(const std::string& row, const std::string& column,
                                       const std::string& statistic) const {
  static const std::string none;
  const auto found = values_.find({row, column, statistic});
  return found == values_.end() ? none : found->second;
}

bool TableFigures::has(const std::string& row, const std::string& column, const std::string& statistic) const {
  return values_.contains({row, column, statistic});
}

std::vector<std::string> TableFigures::statistics(const std::string& column, Of which) const {
  std::vector<std::string> names;
  for (const auto& [of_column, of, name] : statistics_) {
    if (of_column == column && of == which) names.push_back(name);
  }
  return names;
}

const std::vector<std::string>& TableFigures::texts(const std::string& row) const {
  static const std::vector<std::string> none;
  const auto found = texts_.find(row);
  return found == texts_.end() ? none : found->second;
}

std::string TableFigures::label_of_item(forms::ItemIndex index) const {
  const forms::Item& item = form_.items[index];
  const std::string& label = item.label.in(language_);
  if (item.number.empty()) return label;
  return paper::with_printed_numbers(item.number, language_) + " " + label;
}

std::string TableFigures::label_of_row(const std::string& row) const {
  const auto index = form_.find(item_of_row(row));
  if (!index) return row;
  if (!is_of_choice(row)) return label_of_item(*index);
  const std::string code = row.substr(row.find('=') + 1);
  if (code == "none") return word(Word::no_answer);
  const forms::ChoiceList* choices = form_.choices_of(form_.items[*index]);
  if (choices == nullptr) return row;
  for (const forms::Choice& choice : choices->choices) {
    if (std::to_string(choice.code) == code) return choice.label.in(language_);
  }
  return row;
}

std::string TableFigures::label_of_column(const std::string& column) const {
  for (const Group& group : table_.groups) {
    if (group.name == column && !group.label.in(language_).empty()) return group.label.in(language_);
  }
  return column == "all" ? word(Word::all) : column;
}

std::string TableFigures::word(Word which) const { return exports::word(which, language_); }

std::string TableFigures::statistic(const std::string& name) const { return word_of_statistic(name, language_); }

}  // namespace genpyo::exports
