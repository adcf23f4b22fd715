#include "forms/xlsform_columns.h"

#include <algorithm>
#include <array>
#include <span>

namespace genpyo::forms::xlsform {
namespace {

using namespace std::string_view_literals;

// A run of so many is the end of the header, or of the rows: what lies beyond is scrap.
constexpr int most_blank_columns = 20, most_blank_rows = 60;

struct Spelling {
  std::string_view written, key;
};

// pyxform's aliases, in small letters with underscores; bind:: and control:: lead to the same.
constexpr Spelling survey_spellings[] = {
    {"type", "type"}, {"command", "type"},
    {"name", "name"}, {"tag", "name"}, {"value", "name"},
    {"label", "label"}, {"caption", "label"},
    {"hint", "hint"}, {"guidance_hint", "guidance_hint"},
    {"relevant", "relevant"}, {"relevance", "relevant"},
    {"required", "required"}, {"required_message", "required_message"},
    {"requiredmsg", "required_message"}, {"jr:requiredmsg", "required_message"},
    {"constraint", "constraint"}, {"constraint_message", "constraint_message"},
    {"constraining_message", "constraint_message"}, {"jr:constraintmsg", "constraint_message"},
    {"calculation", "calculation"}, {"calculate", "calculation"},
    {"read_only", "read_only"}, {"readonly", "read_only"},
    {"default", "default"}, {"choice_filter", "choice_filter"},
    {"appearance", "appearance"}, {"parameters", "parameters"},
    {"repeat_count", "repeat_count"}, {"count", "repeat_count"}, {"jr:count", "repeat_count"},
    {"trigger", "trigger"}, {"disabled", "disabled"}, {"rows", "rows"}, {"save_to", "save_to"},
    {"image", "media"}, {"audio", "media"}, {"video", "media"}, {"big-image", "media"},
    {"media", "media"}};
constexpr Spelling choices_spellings[] = {
    {"list_name", "list_name"}, {"name", "name"}, {"value", "name"},
    {"label", "label"}, {"caption", "label"},
    {"image", "media"}, {"audio", "media"}, {"video", "media"}, {"big-image", "media"},
    {"media", "media"}};
constexpr Spelling settings_spellings[] = {
    {"form_title", "title"}, {"set_form_title", "title"}, {"title", "title"},
    {"form_id", "form_id"}, {"set_form_id", "form_id"}, {"id_string", "form_id"},
    {"version", "version"}, {"default_language", "default_language"},
    {"allow_choice_duplicates", "allow_choice_duplicates"},
    {"clean_text_values", "clean_text_values"}, {"name", "name"},
    {"omit_instanceid", "omit_instance_id"}, {"public_key", "public_key"}};
constexpr Spelling entities_spellings[] = {
    {"list_name", "dataset"}, {"dataset", "dataset"}, {"entity_id", "entity_id"}, {"create_if", "create_if"},
    {"update_if", "update_if"}, {"label", "label"}, {"repeat", "repeat"}};

std::string_view key_among(std::span<const Spelling> spellings, std::string_view written) {
  const auto found = std::find_if(spellings.begin(), spellings.end(),
                                  [written](const Spelling& one) { return one.written == written; });
  return found == spellings.end() ? "" : found->key;
}

std::string_view key_of(SheetKind kind, std::string_view written) {
  switch (kind) {
    case SheetKind::survey: return key_among(survey_spellings, written);
    case SheetKind::choices: return key_among(choices_spellings, written);
    case SheetKind::settings: return key_among(settings_spellings, written);
    case SheetKind::entities: return key_among(entities_spellings, written);
  }
  return "";
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  text.remove_prefix(begin);
  return std::string(text.substr(0, text.find_last_not_of(" \t\r\n") + 1));
}

std::vector<std::string> split(std::string_view text, std::string_view mark) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t at = text.find(mark);
    parts.push_back(trimmed(text.substr(0, at)));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + mark.size());
  }
}

// "bind:jr:constraintMsg": a colon of a namespace separates nothing.
std::vector<std::string> tokens_of(const std::string& header, bool double_colons) {
  if (double_colons || header.find("::") != std::string::npos) return split(header, "::");
  std::vector<std::string> tokens = split(header, ":");
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
    if (tokens[at] != "jr") continue;
    tokens[at] += ":" + tokens[at + 1];
    tokens.erase(tokens.begin() + static_cast<long>(at) + 1);
  }
  return tokens;
}

Column column_of(const Cell& cell, SheetKind kind, bool double_colons) {
  Column column{cell.column, cleaned(cell.text, true), "", ""};
  std::vector<std::string> tokens = tokens_of(column.header, double_colons);
  if (tokens.size() > 1 && tokens[0] == "genpyo") {
    column.key = "genpyo::" + tokens[1];
    return column;
  }
  const bool prefixed = tokens[0] == "bind" || tokens[0] == "control";
  if (kind == SheetKind::survey && prefixed && tokens.size() > 1) tokens.erase(tokens.begin());
  column.key = key_of(kind, snake(tokens[0]));
  if (column.key == "media") {
    column.key = "media";
    column.language = tokens.back();
  } else if (tokens.size() > 1) {
    column.language = tokens[1];
    for (std::size_t more = 2; more < tokens.size(); ++more) column.language += "::" + tokens[more];
    if (!is_translated(column.key)) column.key.clear();
  }
  return column;
}

}  // namespace

bool is_translated(std::string_view key) {
  constexpr std::array keys = {"label"sv, "hint"sv, "guidance_hint"sv, "constraint_message"sv,
                               "required_message"sv, "title"sv};
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool is_yes(std::string_view text) {
  const std::string word = snake(text);
  return word == "yes" || word == "true" || word == "true()";
}
bool is_no(std::string_view text) {
  const std::string word = snake(text);
  return word == "no" || word == "false" || word == "false()";
}

std::string snake(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    const bool blank = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
    if (blank && (out.empty() || out.back() == '_')) continue;
    out += blank ? '_' : byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  }
  while (out.ends_with('_') && !text.ends_with('_')) out.pop_back();
  return out;
}

std::string cleaned(std::string_view text, bool collapse) {
  constexpr std::array<std::pair<std::string_view, char>, 4> quotes = {
      {{"\u2018", '\''}, {"\u2019", '\''}, {"\u201c", '"'}, {"\u201d", '"'}}};
  std::string out;
  while (!text.empty()) {
    const auto quote = std::find_if(quotes.begin(), quotes.end(),
                                    [text](const auto& one) { return text.starts_with(one.first); });
    if (quote != quotes.end()) {
      out += quote->second;
      text.remove_prefix(quote->first.size());
      continue;
    }
    if (!collapse || text[0] != ' ' || !out.ends_with(' ')) out += text[0];
    text.remove_prefix(1);
  }
  return collapse ? trimmed(out) : out;
}

const Field* Record::find(std::string_view key) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [key](const Field& field) { return field.column->key == key; });
  return found == fields.end() ? nullptr : &*found;
}

std::string Record::text(std::string_view key) const {
  const Field* field = find(key);
  return field == nullptr ? "" : field->text;
}

Records::Records(const Workbook& workbook, const Sheet* sheet, SheetKind kind, Findings& findings)
    : file_(workbook.file), sheet_(sheet), kind_(kind) {
  if (sheet_ == nullptr || sheet_->rows.empty()) return;
  read_header(sheet_->rows.front(), kind, findings);
  read_rows(findings);
}

bool Records::has(std::string_view key) const {
  return std::any_of(columns_.begin(), columns_.end(),
                     [key](const Column& column) { return column.key == key; });
}

Place Records::place(int row, int column) const {
  return {file_, row, column, sheet_ == nullptr ? "" : sheet_->name};
}

Place Records::place(const Record& record, std::string_view key) const {
  const Field* field = record.find(key);
  return place(record.row, field == nullptr ? 0 : field->column->column);
}

yaml::Node Records::node(const Record& record, const Field& field) const {
  return scalar(field.text, place(record.row, field.column->column));
}

void Records::read_header(const SheetRow& header, SheetKind kind, Findings& findings) {
  const bool double_colons =
      std::any_of(header.cells.begin(), header.cells.end(),
                  [](const Cell& cell) { return cell.text.find("::") != std::string::npos; });
  int last = 0;
  for (const Cell& cell : header.cells) {
    if (cell.column - last > most_blank_columns + 1) break;
    last = cell.column;
    Column column = column_of(cell, kind, double_colons);
    const auto same = std::find_if(columns_.begin(), columns_.end(), [&](const Column& other) {
      if (other.header == column.header) return true;
      return !column.key.empty() && other.key == column.key && other.language == column.language;
    });
    // Old forms name their id twice in the settings: form_id counts.
    if (same != columns_.end() && column.header == "form_id" && same->header == "id_string") {
      same->key.clear();
    } else if (same != columns_.end() && column.header == "id_string" && same->header == "form_id") {
      column.key.clear();
    } else if (same != columns_.end()) {
      findings.add(Fault::structure, place(header.row, cell.column),
                   "the column " + quoted(column.header) + " says the same as the column " +
                       quoted(same->header) + " (" + column_letters(same->column) + ").",
                   "Rename or remove one of them.");
      column.key.clear();
    }
    columns_.push_back(std::move(column));
  }
}

void Records::read_rows(Findings& findings) {
  bool collapse = kind_ == SheetKind::survey;
  int last = 1;
  for (auto row = sheet_->rows.begin() + 1; row != sheet_->rows.end(); ++row) {
    Record record{row->row, {}};
    auto column = columns_.begin();
    for (const Cell& cell : row->cells) {
      column = std::find_if(column, columns_.end(),
                            [&cell](const Column& one) { return one.column >= cell.column; });
      if (column == columns_.end()) break;
      if (column->column == cell.column) record.fields.push_back({&*column, cleaned(cell.text, collapse)});
    }
    if (record.fields.empty()) continue;
    if (record.row - last > most_blank_rows + 1) {
      findings.warn(Fault::left_out, place(record.row),
                    "this row and those below stand behind over 60 blank rows: they are not read.",
                    "Move them up, or delete them.");
      return;
    }
    last = record.row;
    records_.push_back(std::move(record));
  }
}

yaml::Node scalar(std::string text, const Place& place) {
  yaml::Node node;
  node.kind = yaml::Node::Kind::scalar;
  node.place = place;
  node.scalar = std::move(text);
  return node;
}

yaml::Node map_at(const Place& place) {
  yaml::Node node;
  node.kind = yaml::Node::Kind::map;
  node.place = place;
  return node;
}

yaml::Node list_at(const Place& place) {
  yaml::Node node;
  node.kind = yaml::Node::Kind::list;
  node.place = place;
  return node;
}

void put(yaml::Node& map, const std::string& key, yaml::Node value) {
  const Place place = value.place;
  map.map.emplace_back(scalar(key, place), std::move(value));
}

}  // namespace genpyo::forms::xlsform
