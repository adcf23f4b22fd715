#include "forms/xlsform.h"

#include <algorithm>

#include "forms/xlsform_reading.h"
#include "forms/xlsform_unnamed.h"
#include "forms/yaml_writer.h"

namespace genpyo::forms {
namespace xlsform {
namespace {

using yaml::Node;

// Quoted texts that name a choice or a list that is called otherwise here.
std::string with_literals(const std::string& text, const Draft& draft) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = std::min(text.find_first_of("'\"", at), text.size());
    const std::size_t end = begin == text.size() ? begin : text.find(text[begin], begin + 1);
    out += text.substr(at, begin - at);
    if (begin == text.size() || end == std::string::npos) return out + text.substr(begin);
    std::string word = text.substr(begin + 1, end - begin - 1);
    if (out.ends_with("instance(")) {
      if (const auto list = draft.list_indices.find(word); list != draft.list_indices.end()) {
        word = draft.lists[list->second].name;
      }
    } else if (const auto option = draft.renamed_options.find(word); option != draft.renamed_options.end()) {
      word = option->second;
    }
    out += text[begin] + word + text[begin];
    at = end + 1;
  }
  return out;
}

void collect_languages(const Records& records, Draft& draft) {
  for (const Column& column : records.columns()) {
    if (is_translated(column.key)) draft.languages.add(column.language);
  }
}

void say_languages(Draft& draft) {
  for (const auto& [written, code] : draft.languages.invented()) {
    draft.warn(Fault::renamed, {draft.workbook.file, 0, 0, "survey"},
               "the language " + quoted(written) + " is called " + code + " here.",
               "Write its code behind it: " + written + " (xx).");
  }
  for (const auto& [what, lacking] : draft.lacking) {
    draft.warn(Fault::missing_label, lacking.second,
               std::to_string(lacking.first) + " of " + what + " are missing, the first here: another language stands in.",
               "Translate them.");
  }
}

void say_ignored(const Records& survey, Draft& draft) {
  for (const Column& column : survey.columns()) {
    const bool used = !column.key.empty() && column.key != "media" && column.key != "trigger" &&
                      column.key != "rows" && column.key != "save_to";
    if (used) continue;
    draft.warn(Fault::left_out, survey.place(1, column.column),
               "the column " + quoted(column.header) + " is left out: nothing here reads it.", "");
  }
}

std::string stem(const std::string& file) {
  const std::size_t point = file.rfind('.');
  return point == std::string::npos || point == 0 ? file : file.substr(0, point);
}

// The settings of the form, which stand in the first row below their names.
class Settings {
 public:
  Settings(const Records& records, Draft& draft)
      : records_(records), draft_(draft), record_(records.all().empty() ? nullptr : &records.all().front()) {}

  std::string text(std::string_view key) const { return record_ == nullptr ? "" : record_->text(key); }
  bool flag(std::string_view key) const { return is_yes(text(key)); }

  void check() {
    const std::string name = text("name");
    if (!name.empty() && !is_xml_name(name)) {
      draft_.findings.add(Fault::illegal_name, place("name"), "the name " + quoted(name) + " is not legal.",
                          "Write letters, digits, _, - and points, a letter or _ first.");
    }
    if (flag("omit_instance_id") && !text("public_key").empty()) {
      draft_.findings.add(Fault::bad_value, place("omit_instance_id"), "an encrypted form needs its instanceID.",
                          "Take omit_instanceID out, or public_key.");
    }
  }
  Place place(std::string_view key) const {
    return record_ == nullptr ? records_.place(0) : records_.place(*record_, key);
  }
  Place own_place(std::string_view key) const {
    Place found = place(key);
    if (found.sheet.empty()) found = {draft_.workbook.file, 0, 0, ""};
    return found;
  }

  Node form_id() const {
    const std::string given = text("form_id").empty() ? draft_.form_id : text("form_id");
    const std::string written = given.empty() ? stem(draft_.workbook.file) : given;
    const std::string legal = NameTable().legal(written, 1);
    const Place at = own_place("form_id");
    if (!given.empty() && legal != given) {
      draft_.warn(Fault::renamed, at, "the form_id " + quoted(given) + " is " + quoted(legal) + " here.", "");
    }
    return scalar(legal, at);
  }
  std::string title() const {
    if (!text("title").empty()) return text("title");
    if (!draft_.title.empty()) return draft_.title;
    return text("form_id").empty() ? stem(draft_.workbook.file) : text("form_id");
  }
  Node version() const {
    if (!text("version").empty()) return scalar(text("version"), own_place("version"));
    draft_.warn(Fault::missing_key, own_place("version"), "the settings name no version: it is 1.",
                "Write one, and a new one whenever the form changes.");
    return scalar("1", own_place("version"));
  }

 private:
  const Records& records_;
  Draft& draft_;
  const Record* record_;
};

// What of our own the sheet genpyo holds: key and value, the value as YAML.
void put_own_parts(Node& root, const Workbook& workbook, Draft& draft) {
  const Sheet* sheet = workbook.find("genpyo");
  if (sheet == nullptr) return;
  for (const SheetRow& row : sheet->rows) {
    if (row.cells.size() < 2 || row.cells[0].column != 1 || row.row == 1) continue;
    const Place place{workbook.file, row.row, 2, "genpyo"};
    std::string text;
    for (std::size_t cell = 1; cell < row.cells.size(); ++cell) text += row.cells[cell].text;
    yaml::Reading reading = yaml::parse(text, place.file);
    for (Diagnostic& diagnostic : reading.diagnostics) {
      draft.findings.add(diagnostic.fault, place, std::move(diagnostic.message), std::move(diagnostic.repair));
    }
    if (!reading.diagnostics.empty()) continue;
    const std::string& key = row.cells[0].text;
    std::erase_if(root.map, [&key](const auto& entry) { return entry.first.scalar == key; });
    put(root, key, std::move(reading.root));
  }
}

std::string misspelt(const Workbook& workbook, std::string_view sheet) {
  for (const std::string& name : workbook.names) {
    if (nearest(snake(name), {std::string(sheet)}) == sheet) {
      return "Did you mean the sheet " + quoted(name) + "? Name it " + std::string(sheet) + ".";
    }
  }
  return "Add it: its columns are type, name and label.";
}

void check_all_references(const Records& settings, const Records& survey, const Records& choices,
                          const Records& entities, Draft& draft) {
  check_references(settings, [](const Column&) { return true; }, draft);
  check_references(entities, [](const Column& column) { return column.key != "dataset" && column.key != "repeat"; }, draft);
  const auto in_survey = [](const Column& column) {
    return column.key != "type" && column.key != "name" && column.key != "trigger";
  };
  check_references(survey, in_survey, draft);
  check_references(choices, [](const Column& column) { return column.key == "label" || column.key == "media"; }, draft);
}

Node read_sheets(Draft& draft) {
  const Workbook& workbook = draft.workbook;
  const Place whole{workbook.file, 0, 0, ""};
  const Sheet* sheet = workbook.find("survey");
  if (sheet == nullptr || sheet->rows.empty()) {
    draft.findings.add(Fault::structure, whole, "there is no sheet survey.", misspelt(workbook, "survey"));
    return {};
  }
  const Records settings_records(workbook, workbook.find("settings"), SheetKind::settings, draft.findings);
  Settings settings(settings_records, draft);
  settings.check();
  const Records survey(workbook, sheet, SheetKind::survey, draft.findings);
  const Records choices(workbook, workbook.find("choices"), SheetKind::choices, draft.findings);
  const Records entities(workbook, workbook.find("entities"), SheetKind::entities, draft.findings);
  const Records external(workbook, workbook.find("external_choices"), SheetKind::choices, draft.findings);
  if (!survey.has("type")) {
    draft.findings.add(Fault::missing_key, survey.place(1), "the survey has no column type.",
                       "Its first row names the columns: type, name, label …");
    return {};
  }
  draft.languages.set_default(settings.text("default_language"));
  collect_languages(survey, draft);
  collect_languages(choices, draft);
  if (draft.languages.codes().empty()) draft.languages.add("");
  if (unnamed_is_japanese({&survey, &choices})) draft.languages.call_unnamed("ja");

  const std::vector<Row> rows = outline(survey, draft);
  draft.has_instance_id = !settings.flag("omit_instance_id");
  read_choices_sheet(choices, settings.flag("allow_choice_duplicates"), draft);
  read_external_choices(external, draft);
  check_all_references(settings_records, survey, choices, entities, draft);
  check_entities(entities, survey, draft);
  check_entity_places(entities, survey, rows, draft);
  check_survey(survey, draft);
  const std::string title = settings.title();

  Node root = map_at(whole);
  put(root, "form_id", settings.form_id());
  put(root, "version", settings.version());
  put(root, "default_language", scalar(draft.languages.codes().front(), settings.own_place("default_language")));
  put(root, "title", label_of(title, settings.own_place("title"), draft));
  Node sections = survey_node(survey, rows, title, draft);
  Node lists = choices_node(draft, whole);
  if (!lists.map.empty()) put(root, "choices", std::move(lists));
  put(root, "survey", std::move(sections));
  put_own_parts(root, workbook, draft);
  say_ignored(survey, draft);
  say_languages(draft);
  if (draft.warnings > 200) {
    draft.findings.warn(Fault::left_out, whole,
                        std::to_string(draft.warnings - 200) + " more warnings are not told.", "");
  }
  return root;
}

}  // namespace

yaml::Node label_of(const std::string& text, const Place& place, const Draft& draft) {
  Node label = map_at(place);
  for (const std::string& code : draft.languages.codes()) put(label, code, scalar(text, place));
  return label;
}

yaml::Node label_of(const std::string& text, const std::string& japanese, const Place& place, const Draft& draft) {
  Node label = map_at(place);
  for (const std::string& code : draft.languages.codes()) put(label, code, scalar(code == "ja" ? japanese : text, place));
  return label;
}

yaml::Node label_node(const Records& records, const Record& record, std::string_view key, Draft& draft) {
  std::map<std::string, const Field*> texts;
  const Field* first = nullptr;
  for (const Field& field : record.fields) {
    if (field.column->key != key) continue;
    const std::string code = draft.languages.code(field.column->language);
    if (first == nullptr || code == draft.languages.codes().front()) first = &field;
    texts.emplace(code, &field);
  }
  if (first == nullptr) return {};
  Node label = map_at(records.place(record.row, first->column->column));
  for (const std::string& code : draft.languages.codes()) {
    const auto found = texts.find(code);
    const Field& field = found == texts.end() ? *first : *found->second;
    Node text = records.node(record, field);
    text.scalar = draft.names.in_label(text.scalar);
    if (found == texts.end()) {
      auto& lacking = draft.lacking[std::string(key) + "s in " + code + " on " + text.place.sheet];
      if (lacking.first++ == 0) lacking.second = text.place;
    }
    put(label, code, std::move(text));
  }
  return label;
}

std::string expression(const std::string& text, const Draft& draft) {
  return with_literals(draft.names.in_expression(text), draft);
}

void check_references(const Records& records, bool (*judged)(const Column&), Draft& draft) {
  for (const Record& record : records.all()) {
    for (const Field& field : record.fields) {
      if (!judged(*field.column)) continue;
      const Place place = records.place(record.row, field.column->column);
      const std::string fault = each_reference(field.text, [&](const std::string& name) {
        const int count = draft.names.count(name);
        if (count == 1 || (count == 0 && name == "instanceID" && draft.has_instance_id)) return;
        draft.findings.add(Fault::unknown_name, place,
                           count == 0 ? "${" + name + "} names no row of the survey."
                                      : "${" + name + "} could mean " + std::to_string(count) + " rows of that name.",
                           count == 0 ? draft.names.suggestion(name) : "Give them different names.");
      });
      if (!fault.empty()) draft.findings.add(Fault::expression_syntax, place, fault, "Write ${name}.");
    }
  }
}

}  // namespace xlsform

const std::vector<std::string>& xlsform_sheets() {
  static const std::vector<std::string> sheets = {"survey", "choices", "settings", "external_choices",
                                                  "entities", "genpyo"};
  return sheets;
}

XlsformTree xlsform_tree(const Workbook& workbook, const Beside& beside) {
  xlsform::Draft draft{workbook, beside};
  XlsformTree tree;
  tree.root = xlsform::read_sheets(draft);
  tree.diagnostics = std::move(draft.findings.diagnostics);
  return tree;
}

FormReading read_xlsform(const Workbook& workbook, const Beside& beside) {
  XlsformTree tree = xlsform_tree(workbook, beside);
  std::string text = tree.root.kind == yaml::Node::Kind::null ? "" : yaml::to_text(tree.root);
  return read_form(tree.root, std::move(text), workbook.file, std::move(tree.diagnostics));
}

}  // namespace genpyo::forms
