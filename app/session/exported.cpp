#include "app/session/exported.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/session/dataset_words.h"
#include "app/session/described_codes.h"

namespace genpyo::session {
namespace {

using exports::ReadCell;
using exports::Variable;
using forms::ItemType;
using forms::Missing;
using Role = Variable::Role;

std::string shown(const std::string& text) {
  return text.size() > 40 ? std::to_string(text.size()) + " bytes" : text;
}

std::vector<std::string> names_of(const std::vector<Variable>& variables) {
  std::vector<std::string> names;
  for (const Variable& variable : variables) names.push_back(variable.name);
  return names;
}

bool follows_from_others(const forms::Item& item) { return !item.calculation.empty() || !item.has_value(); }

class Reader {
 public:
  Reader(const forms::Form& form, const exports::DatasetRows& rows, const ExportedFrom& from)
      : form_(form), given_(rows), from_(from), words_(from.variables, rows.kinds, from.worded, from.language),
        nearest_(names_of(from.variables)) {}

  Exported read() {
    read_header();
    if (!made_.faults.empty()) return std::move(made_);
    for (const exports::ReadRow& row : given_.rows) read_row(row);
    tell_altered();
    return std::move(made_);
  }

 private:
  // One of the file's columns: what it is, and the place of its item in what is made.
  struct Column {
    const Variable* variable = nullptr;
    const forms::Item* item = nullptr;  // null: it follows from the others
    std::size_t place = 0;
    bool is_told = false;  // that it lost zeros or blanks
  };

  void read_header() {
    std::map<std::string, const Variable*> known;
    for (const Variable& variable : from_.variables) known.emplace(variable.name, &variable);
    made_.rows.names = {"case_id"};
    std::map<forms::ItemIndex, std::size_t> places;
    for (std::size_t index = 0; index < given_.names.size(); ++index) {
      const auto found = known.find(given_.names[index]);
      if (found == known.end()) {
        if (!tell_unlabelled(index)) tell_unknown(given_.names[index]);
        continue;
      }
      Column column{found->second};
      if (column.variable->is_of_item() && !follows_from_others(form_.items[column.variable->item])) {
        column.item = &form_.items[column.variable->item];
        const auto [place, is_new] = places.emplace(column.variable->item, made_.rows.names.size());
        if (is_new) made_.rows.names.push_back(column.item->name);
        column.place = place->second;
      }
      columns_.push_back(column);
    }
    if (find("case_id") == nullptr) made_.faults.push_back({1, "case_id", "intake.no_case_id", {}});
    tell_absent_choices();
  }

  const Column* find(const std::string& name) const {
    for (const Column& column : columns_) {
      if (column.variable->name == name) return &column;
    }
    return nullptr;
  }

  void tell_unknown(const std::string& name) {
    const std::string near = nearest_.to(name);
    made_.faults.push_back({1, name, near.empty() ? "intake.unknown_column" : "intake.unknown_column_near", {shown(name), near}});
  }

  // The column of a code that was added while texts were coded, and of which no label is known: every
  // cell that bears it. False where it is no such column.
  bool tell_unlabelled(std::size_t index) {
    const std::string& name = given_.names[index];
    const std::size_t dash = std::min(name.rfind('_'), name.size());
    const auto item = form_.find(name.substr(0, dash));
    if (!item || dash == name.size()) return false;
    const std::string code = codes_without_label(form_.items[*item], form_.choices_of(form_.items[*item]), name.substr(dash + 1));
    const auto sibling = std::find_if(from_.variables.begin(), from_.variables.end(),
                                      [&](const Variable& each) { return each.role == Role::choice && each.item == *item; });
    if (code.empty() || sibling == from_.variables.end()) return false;
    const std::size_t before = made_.faults.size();
    for (const exports::ReadRow& row : given_.rows) {
      const auto said = words_.in_codes(*sibling, row.cells[index].text);
      if (said == "1") made_.faults.push_back({row.line, name, "intake.code_without_label", {code}});
    }
    if (made_.faults.size() == before) made_.faults.push_back({1, name, "intake.code_without_label", {code}});
    return true;
  }

  // Of several marks, where other choices have a column.
  void tell_absent_choices() {
    std::set<std::string> present;
    std::set<forms::ItemIndex> items;
    for (const Column& column : columns_) {
      present.insert(column.variable->name);
      if (column.variable->role == Role::choice) items.insert(column.variable->item);
    }
    for (const Variable& variable : from_.variables) {
      if (variable.role != Role::choice || items.count(variable.item) == 0 || present.count(variable.name) != 0) continue;
      made_.remarks.push_back({1, variable.name, "intake.no_choice_column", {variable.name}});
    }
  }

  void read_row(const exports::ReadRow& row) {
    exports::ReadRow keyed{row.line, std::vector<ReadCell>(made_.rows.names.size())};
    for (std::size_t index = 0; index < columns_.size(); ++index) {
      Column& column = columns_[index];
      const ReadCell& cell = row.cells[index];
      if (column.variable->role == Role::case_id) {
        keyed.cells[0].text = cell.text;
        lines_.emplace(cell.text, row.line);
      } else if (column.item != nullptr) {
        read_cell(column, cell, row.line, keyed.cells[column.place]);
      }
    }
    made_.rows.rows.push_back(std::move(keyed));
  }

  void read_cell(Column& column, const ReadCell& cell, int line, ReadCell& into) {
    const Variable& variable = *column.variable;
    if (cell.missing) return say_kind(column, *cell.missing, line, into);
    if (cell.text.empty()) return;
    const bool is_ranking = !variable.codes.empty() && variable.missing_beside;
    if (variable.missing_beside && !is_ranking) return read_free(column, cell.text, line, into);
    const auto kind = is_ranking ? std::nullopt : words_.kind_of(variable.name, cell.text);
    if (kind) return say_kind(column, *kind, line, into);
    if (variable.role == Role::missing_kind) return fault(column, line, "intake.unknown_kind", {shown(cell.text)});
    const auto codes = words_.in_codes(variable, cell.text);
    if (!codes) return say_lost(column, cell.text, line, into);
    if (variable.role == Role::choice) return read_choice(column, *codes, line, into);
    say_text(column, *codes, line, into);
  }

  // What it is missing by stands in another column.
  void read_free(Column& column, const std::string& text, int line, ReadCell& into) {
    const bool drops_zeros = from_.drops_zeros && column.variable->kind == Variable::Kind::decimal;
    const bool drops_blanks = from_.drops_blanks && column.item->type == ItemType::text;
    if ((drops_zeros || drops_blanks) && !column.is_told) {
      column.is_told = true;
      made_.remarks.push_back({1, column.item->name, drops_zeros ? "intake.zeros_dropped" : "intake.blanks_dropped", {}});
    }
    say_text(column, from_.guarded && text.starts_with('\'') ? text.substr(1) : text, line, into);
  }

  void read_choice(const Column& column, const std::string& said, int line, ReadCell& into) {
    if (said == "0") return;
    if (said != "1") return fault(column, line, "notice.unknown_code", {shown(said), "0 1"});
    const std::string code = std::to_string(column.variable->choice->code);
    say_text(column, into.text.empty() ? code : into.text + ' ' + code, line, into);
  }

  void say_text(const Column& column, std::string text, int line, ReadCell& into) {
    if (into.missing) return fault(column, line, "intake.answer_and_kind", {});
    into.text = std::move(text);
  }

  void say_kind(const Column& column, Missing kind, int line, ReadCell& into) {
    if (!into.text.empty() || (into.missing && into.missing != kind)) return fault(column, line, "intake.answer_and_kind", {});
    if (!into.missing && kind == Missing::several_marks) made_.remarks.push_back({line, column.item->name, "intake.several_which", {}});
    into.missing = kind;
  }

  void say_lost(const Column& column, const std::string& text, int line, ReadCell& into) {
    made_.remarks.push_back({line, column.item->name, "intake.ambiguous", {shown(text)}});
    say_kind(column, Missing::no_answer, line, into);
  }

  void fault(const Column& column, int line, const char* key, std::vector<std::string> arguments) {
    made_.faults.push_back({line, column.variable->name, key, std::move(arguments)});
  }

  void tell_altered() {
    for (const AlteredCell& each : from_.altered) {
      const auto line = lines_.find(each.case_id);
      const Column* column = find(each.variable);
      if (line == lines_.end() || column == nullptr || column->item == nullptr) continue;
      made_.remarks.push_back({line->second, each.variable, "intake.altered", {each.how}});
    }
  }

  const forms::Form& form_;
  const exports::DatasetRows& given_;
  const ExportedFrom& from_;
  DatasetWords words_;
  forms::NearestNames nearest_;
  std::vector<Column> columns_;       // of the file, in their order
  std::map<std::string, int> lines_;  // by case number
  Exported made_;
};

}  // namespace

Exported read_export(const forms::Form& form, const exports::DatasetRows& rows, const ExportedFrom& from) {
  return Reader(form, rows, from).read();
}

}  // namespace genpyo::session
