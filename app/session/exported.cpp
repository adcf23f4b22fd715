#include "app/session/exported.h"

#include <map>

namespace genpyo::session {
namespace {

using forms::ItemType;
using forms::Missing;

// Columns of the codebook (export/codebook.h).
enum Place : std::size_t { variable_at = 0, item_at = 1, type_at = 3, kind_at = 4, code_at = 5, fewest = 6 };

using KindOf = std::map<std::string, Missing>;  // by code

// What one column of the dataset is.
struct Column {
  std::optional<forms::ItemIndex> item;
  std::string choice;      // of several marks: the choice it stands for
  bool says_kind = false;  // NAME_missing
};

struct Codebook {
  std::map<std::string, Column> columns;
  std::map<std::string, KindOf> missing;  // by variable, "*" for all

  const Missing* kind_of(const std::string& variable, const std::string& cell) const {
    for (const std::string& name : {variable, std::string("*")}) {
      const auto codes = missing.find(name);
      if (codes == missing.end()) continue;
      const auto found = codes->second.find(cell);
      if (found != codes->second.end()) return &found->second;
    }
    return nullptr;
  }
};

std::optional<Codebook> read_codebook(const forms::Form& form, const forms::csv::Table& table) {
  if (table.header.size() < fewest || table.header[variable_at] != "variable" || table.header[kind_at] != "kind") {
    return std::nullopt;
  }
  Codebook book;
  for (const forms::csv::Row& row : table.rows) {
    const auto& cells = row.cells;
    if (cells[kind_at] == "variable") {
      Column column{form.find(cells[item_at]), cells[code_at]};
      column.says_kind = column.item && cells[type_at] == "integer" && cells[variable_at] == cells[item_at] + "_missing";
      book.columns[cells[variable_at]] = column;
    } else if (cells[kind_at] == "missing") {
      if (const auto kind = forms::missing_named(cells[type_at])) book.missing[cells[variable_at]][cells[code_at]] = *kind;
    }
  }
  return book;
}

// How a clerk would key the kind; nothing where no text says it (of a text item, not keyed, page
// absent).
std::optional<std::string> as_keyed(Missing kind, ItemType type) {
  if (kind == Missing::no_answer) return "";
  if (type == ItemType::text) return std::nullopt;
  switch (kind) {
    case Missing::dont_know: return "-";
    case Missing::illegible: return "*";
    case Missing::not_applicable: return "/";
    case Missing::several_marks: return "+";
    default: return std::nullopt;
  }
}

class Reader {
 public:
  Reader(const forms::Form& form, const Codebook& book, bool guarded) : form_(form), book_(book), guarded_(guarded) {}

  std::optional<Exported> read(const forms::csv::Table& table) {
    if (!read_header(table.header)) return std::nullopt;
    for (const forms::csv::Row& row : table.rows) read_row(table.header, row);
    return std::move(exported_);
  }

 private:
  bool read_header(const std::vector<std::string>& header) {
    exported_.table.header = {"case_id"};
    for (const std::string& name : header) {
      const auto column = book_.columns.find(name);
      if (column == book_.columns.end()) return false;
      if (!column->second.item) continue;
      const auto [place, is_new] = places_.emplace(*column->second.item, exported_.table.header.size());
      if (is_new) exported_.table.header.push_back(form_.items[place->first].name);
    }
    return true;
  }

  void read_row(const std::vector<std::string>& header, const forms::csv::Row& row) {
    forms::csv::Row keyed{row.line, std::vector<std::string>(exported_.table.header.size())};
    for (std::size_t index = 0; index < header.size(); ++index) {
      const Column& column = book_.columns.at(header[index]);
      if (header[index] == "case_id") keyed.cells[0] = row.cells[index];
      if (column.item) read_cell(header[index], column, row.cells[index], keyed);
    }
    exported_.table.rows.push_back(std::move(keyed));
  }

  void read_cell(const std::string& name, const Column& column, const std::string& cell, forms::csv::Row& keyed) {
    const forms::Item& item = form_.items[*column.item];
    std::string& text = keyed.cells[places_.at(*column.item)];
    const bool is_free = item.type == ItemType::text || item.type == ItemType::date ||
                         book_.columns.contains(name + "_missing");  // a figure below 0 is one
    const Missing* kind = is_free && !column.says_kind ? nullptr : book_.kind_of(name, cell);
    if (kind != nullptr) {
      const auto said = as_keyed(*kind, item.type);
      if (said) text = *said;
      else remark(keyed.line, item, *kind);
    } else if (!column.choice.empty()) {
      if (cell == "1") text += (text.empty() ? "" : " ") + column.choice;
    } else if (!column.says_kind) {
      text = guarded_ && is_free && cell.starts_with('\'') ? cell.substr(1) : cell;
    }
  }

  // One remark for an item, however many columns it has.
  void remark(int line, const forms::Item& item, Missing kind) {
    if (kind == Missing::not_keyed && !item.asked()) return;  // an empty cell leaves it so
    const auto& remarks = exported_.remarks;
    if (!remarks.empty() && remarks.back().line == line && remarks.back().column == item.name) return;
    exported_.remarks.push_back({line, item.name, "intake.not_restored", {std::string(forms::name_of(kind))}});
  }

  const forms::Form& form_;
  const Codebook& book_;
  bool guarded_;
  std::map<forms::ItemIndex, std::size_t> places_;  // of the items in the table made
  Exported exported_;
};

}  // namespace

void drop_settled(Exported& exported, const forms::Form& form, const Intake& intake) {
  std::map<int, const IntakeCase*> by_line;
  for (const IntakeCase& taken : intake.cases) by_line[taken.line] = &taken;
  std::erase_if(exported.remarks, [&](const CellFault& remark) {
    const auto taken = by_line.find(remark.line);
    const bool not_applicable = remark.arguments.front() == forms::name_of(Missing::not_applicable);
    return not_applicable && taken != by_line.end() && !taken->second->evaluation.items[*form.find(remark.column)].relevant;
  });
}

std::optional<Exported> read_export(const forms::Form& form, const forms::csv::Table& table,
                                    const ExportedFrom& from) {
  const auto book = read_codebook(form, from.codebook);
  if (!book) return std::nullopt;
  return Reader(form, *book, from.guarded).read(table);
}

}  // namespace genpyo::session
