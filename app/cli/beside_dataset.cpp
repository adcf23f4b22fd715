#include "app/cli/beside_dataset.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "forms/form_reader.h"

namespace genpyo::cli {
namespace {

constexpr std::size_t most_manifest_bytes = 1u << 24, most_list_bytes = 1u << 28;

// Columns of the codebook (export/codebook.h) and of remarks.csv (export/export_run.cpp).
enum CodebookColumn : std::size_t { variable_at = 0, type_at = 3, kind_at = 4, code_at = 5, fewest = 6 };
enum RemarkColumn : std::size_t { case_at = 0, altered_at = 1, how_at = 2, all = 3 };

std::string beside(const std::string& path, const std::string& name) {
  return (std::filesystem::path(path).parent_path() / name).string();
}

std::string word(const nlohmann::json& object, const char* key) {
  return object.is_object() && object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : "";
}

std::vector<exports::DescribedCode> codes_of(const nlohmann::json& manifest) {
  std::vector<exports::DescribedCode> codes;
  if (!manifest.contains("added_codes") || !manifest["added_codes"].is_array()) return codes;
  for (const auto& each : manifest["added_codes"]) {
    const bool is_code = each.is_object() && each.contains("code") && each["code"].is_number_integer();
    codes.push_back({word(each, "item"), is_code ? each["code"].get<std::int64_t>() : 0, word(each, "label")});
  }
  return codes;
}

std::vector<std::string> files_of(const nlohmann::json& manifest) {
  std::vector<std::string> names;
  if (!manifest.contains("files") || !manifest["files"].is_array()) return names;
  for (const auto& each : manifest["files"]) names.push_back(word(each, "name"));
  return names;
}

// The words of a codebook's row, in each language that has a column of them.
forms::Label label_of(const forms::csv::Table& list, const forms::csv::Row& row) {
  std::map<std::string, std::string> texts;
  for (std::size_t at = fewest; at < list.header.size(); ++at) exports::take_label(list.header[at], row.cells[at], texts);
  return forms::Label(std::move(texts));
}

// "sav: cut at 32767 bytes" is of one format; what CSV, JSON and SQLite alter bears no name. A
// number that became a text comes back whole.
bool is_of(const std::string& how, const std::string& format) {
  const auto colon = how.find(": ");
  if (colon == how.npos) return format == "csv" || format == "json" || format == "sqlite";
  return how.substr(0, colon) == format && how.compare(colon + 2, 7, "a text:") != 0;
}

forms::Result<forms::csv::Table> read_list(const std::string& path) {
  const auto bytes = forms::read_file(path, most_list_bytes);
  if (!bytes) return bytes.failure();
  return forms::csv::parse(*bytes);
}

}  // namespace

Manifest manifest_beside(const std::string& path, const std::string& format) {
  Manifest made;
  const auto text = forms::read_file(beside(path, "manifest.json"), most_manifest_bytes);
  if (!text) return made;
  const auto json = nlohmann::json::parse(*text, nullptr, false);
  if (!json.is_object()) return made;
  if (json.contains("choices")) {
    made.profile = word(json["choices"], "profile");
    made.language = word(json["choices"], "language");
  }
  if (json.contains("form")) made.form_id = word(json["form"], "id");
  made.files = files_of(json);
  made.codes = codes_of(json);
  const auto at = nlohmann::json::json_pointer("/report/renamed");
  if (!json.contains(at) || !json[at].is_array()) return made;
  for (const auto& each : json[at]) {
    if (word(each, "format") == format) made.names[word(each, "name")] = word(each, "variable");
  }
  return made;
}

std::vector<session::AlteredCell> altered_beside(const std::string& path, const std::string& format) {
  std::vector<session::AlteredCell> altered;
  const auto list = read_list(beside(path, "remarks.csv"));
  if (!list || list->header.size() != all) return altered;
  for (const forms::csv::Row& row : list->rows) {
    if (is_of(row.cells[how_at], format)) altered.push_back({row.cells[case_at], row.cells[altered_at], row.cells[how_at]});
  }
  return altered;
}

forms::Result<CodebookFile> codebook_beside(const std::string& path) {
  const auto list = read_list(beside(path, std::filesystem::path(path).stem().string() + "_codebook.csv"));
  if (!list) return list.failure();
  if (list->header.size() < fewest || list->header[variable_at] != "variable" || list->header[kind_at] != "kind") {
    return forms::Failure{"No codebook of an export lies beside " + path + "."};
  }
  CodebookFile made;
  for (const forms::csv::Row& row : list->rows) {
    const std::string& variable = row.cells[variable_at];
    const bool is_code = row.cells[kind_at] == "code";
    if (row.cells[kind_at] == "variable") made.variables.push_back(variable);
    if (is_code || row.cells[kind_at] == "variable") {
      made.labels.push_back({variable, is_code ? std::optional(exports::code_in(row.cells[code_at])) : std::nullopt, label_of(*list, row)});
    }
    const auto kind = row.cells[kind_at] == "missing" ? forms::missing_named(row.cells[type_at]) : std::nullopt;
    if (kind) made.kinds.push_back({variable == "*" ? "" : variable, row.cells[code_at], *kind});
  }
  return made;
}

}  // namespace genpyo::cli
