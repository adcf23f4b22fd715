// The lists of choices: the sheet choices, the sheet external_choices, and CSV files beside.
#include <algorithm>

#include "forms/csv.h"
#include "forms/xlsform_reading.h"

namespace genpyo::forms::xlsform {
namespace {

constexpr std::size_t longest_option = 64;

// A choice's name stands among others in a value, so it can have no blank.
std::string legal_option(const std::string& name) {
  std::string legal = name.substr(0, longest_option);
  while (legal.size() < name.size() && !legal.empty() && (name[legal.size()] & 0xC0) == 0x80) legal.pop_back();
  std::replace_if(legal.begin(), legal.end(), [](unsigned char byte) { return byte <= 0x20; }, '_');
  return legal;
}

OptionList& list_named(const std::string& written, const Place& place, Draft& draft) {
  if (OptionList* found = draft.list(written)) return *found;
  OptionList list;
  list.written = written;
  list.name = draft.list_names.legal(written, place.line);
  list.place = place;
  draft.list_indices.emplace(written, draft.lists.size());
  draft.lists.push_back(std::move(list));
  return draft.lists.back();
}

std::string free_option(const OptionList& list, const std::string& name) {
  std::string chosen = name;
  for (int number = 2; list.has(chosen); ++number) {
    const std::string ending = "_" + std::to_string(number);
    chosen = name.substr(0, longest_option - ending.size()) + ending;
  }
  return chosen;
}

class SheetOptions {
 public:
  SheetOptions(const Records& records, bool duplicates_allowed, Draft& draft)
      : records_(records), duplicates_allowed_(duplicates_allowed), draft_(draft) {}

  void add(const Record& record) {
    const std::string list_name = record.text("list_name");
    if (list_name.empty()) {
      if (record.has("name")) say_no_list(record);
      return;
    }
    OptionList& list = list_named(list_name, records_.place(record, "list_name"), draft_);
    const std::string written = record.text("name");
    const Place place = records_.place(record, "name");
    if (written.empty()) {
      draft_.findings.add(Fault::missing_key, records_.place(record.row),
                          "this choice of the list " + quoted(list_name) + " has no name.",
                          "Write its code or word in the column name.");
      return;
    }
    if (!written_[list_name].insert(written).second && !duplicates_allowed_) {
      draft_.findings.add(Fault::duplicate_code, place,
                          "the list " + quoted(list_name) + " has the name " + quoted(written) + " twice.",
                          "Give each choice its own name, or set allow_choice_duplicates to yes.");
      return;
    }
    const std::string name = free_option(list, legal_option(written));
    if (name != written) say_renamed(written, name, place);
    list.add({name, written, option_node(record, name, place)});
  }

 private:
  void say_no_list(const Record& record) {
    draft_.warn(Fault::left_out, records_.place(record.row), "this choice belongs to no list: it is left out.",
                "Write the list's name in the column list_name.");
  }
  void say_renamed(const std::string& written, const std::string& name, const Place& place) {
    draft_.renamed_options.emplace(written, name);
    draft_.warn(Fault::renamed, place, "the choice " + quoted(written) + " is called " + quoted(name) + " here.",
                "A choice's name has no blanks, at most 64 bytes, and stands once in its list.");
  }

  yaml::Node option_node(const Record& record, const std::string& name, const Place& place) {
    yaml::Node option = map_at(place);
    put(option, "name", scalar(name, place));
    yaml::Node label = label_node(records_, record, "label", draft_);
    if (label.kind == yaml::Node::Kind::null) {
      draft_.warn(Fault::missing_label, place, "the choice " + quoted(name) + " has no label: its name is printed.",
                  "Write one in the column label.");
      label = label_of(record.text("name"), place, draft_);
    }
    put(option, "label", std::move(label));
    yaml::Node columns = map_at(place);
    for (const Field& field : record.fields) {
      const bool own = field.column->key.empty() && is_xml_name(field.column->header);
      if (own) put(columns, field.column->header, records_.node(record, field));
    }
    if (!columns.map.empty()) put(option, "columns", std::move(columns));
    for (const Field& field : record.fields) {
      const std::string& key = field.column->key;
      if (key.starts_with("genpyo::")) put(option, key.substr(8), records_.node(record, field));
    }
    return option;
  }

  const Records& records_;
  bool duplicates_allowed_;
  Draft& draft_;
  std::map<std::string, std::set<std::string>> written_;
};

std::size_t column_named(const csv::Table& table, const std::string& name) {
  return static_cast<std::size_t>(std::find(table.header.begin(), table.header.end(), name) - table.header.begin());
}

}  // namespace

OptionList* Draft::list(const std::string& written) {
  const auto found = list_indices.find(written);
  return found == list_indices.end() ? nullptr : &lists[found->second];
}

void read_choices_sheet(const Records& choices, bool duplicates_allowed, Draft& draft) {
  if (choices.all().empty()) return;
  if (!choices.has("name")) {
    draft.findings.add(Fault::missing_key, choices.place(1), "the choices have no column name.",
                       "Name the columns list_name, name and label.");
    return;
  }
  for (const Column& column : choices.columns()) {
    if (!column.key.empty() || is_xml_name(column.header)) continue;
    draft.warn(Fault::left_out, choices.place(1, column.column),
               "the column " + quoted(column.header) + " is left out: its name has blanks or signs.",
               "Name it with letters, digits and _.");
  }
  SheetOptions options(choices, duplicates_allowed, draft);
  for (const Record& record : choices.all()) options.add(record);
}

void read_external_choices(const Records& external, Draft& draft) {
  for (const Record& record : external.all()) {
    const std::string name = record.text("list_name");
    draft.external_lists.insert(name);
    if (draft.list(name) == nullptr) draft.external_only.insert(name);
  }
  read_choices_sheet(external, true, draft);
}

void read_choices_file(const std::string& file, const std::string& value, const std::string& label,
                       const Place& place, Draft& draft) {
  if (draft.list(file) != nullptr) return;
  const auto left_out = [&](const std::string& why) {
    draft.warn(Fault::left_out, place, "the choices of " + quoted(file) + " are not there: " + why,
               "Put the file beside the workbook; without it the answer is a text.");
  };
  if (!file.ends_with(".csv")) return left_out("only .csv is read.");
  const auto bytes = draft.beside(file);
  if (!bytes) return left_out(bytes.failure().sentence);
  const auto table = csv::parse(*bytes);
  if (!table) return left_out(table.failure().sentence);
  const std::size_t name_at = column_named(*table, value), label_at = column_named(*table, label);
  if (name_at == table->header.size()) return left_out("it has no column " + quoted(value) + ".");
  OptionList& list = list_named(file, place, draft);
  for (const csv::Row& row : table->rows) {
    if (row.cells[name_at].empty()) continue;
    const Place cell{file, row.line, 0, ""};
    const std::string name = free_option(list, legal_option(row.cells[name_at]));
    yaml::Node option = map_at(cell);
    put(option, "name", scalar(name, cell));
    put(option, "label", label_of(row.cells[label_at < row.cells.size() ? label_at : name_at], cell, draft));
    yaml::Node columns = map_at(cell);
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      const bool own = column != name_at && column != label_at && is_xml_name(table->header[column]);
      if (own && !row.cells[column].empty()) put(columns, table->header[column], scalar(row.cells[column], cell));
    }
    if (!columns.map.empty()) put(option, "columns", std::move(columns));
    list.add({name, row.cells[name_at], std::move(option)});
  }
}

yaml::Node choices_node(const Draft& draft, const Place& place) {
  yaml::Node choices = map_at(place);
  for (const OptionList& list : draft.lists) {
    if (list.options.empty()) continue;
    yaml::Node options = list_at(list.place);
    for (const Option& option : list.options) options.list.push_back(option.node);
    choices.map.emplace_back(scalar(list.name, list.place), std::move(options));
  }
  return choices;
}

}  // namespace genpyo::forms::xlsform
