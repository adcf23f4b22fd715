#include "app/cli/sav_rows.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "app/cli/tables_file.h"
#include "export/codebook.h"
#include "export/derivations.h"
#include "export/readstat_reader.h"
#include "forms/form_reader.h"

namespace genpyo::cli {
namespace {

constexpr std::size_t most_manifest_bytes = 1u << 24;

// The names of variables by those that SPSS got, where they differ.
std::map<std::string, std::string> renamed_in(const std::string& manifest_path) {
  std::map<std::string, std::string> names;
  const auto text = forms::read_file(manifest_path, most_manifest_bytes);
  if (!text) return names;
  const auto json = nlohmann::json::parse(*text, nullptr, false);
  const auto at = nlohmann::json::json_pointer("/report/renamed");
  if (json.is_discarded() || !json.contains(at) || !json[at].is_array()) return names;
  for (const auto& each : json[at]) {
    const auto word = [&each](const char* key) {
      return each.is_object() && each.contains(key) && each[key].is_string() ? each[key].get<std::string>() : "";
    };
    if (word("format") == "sav") names[word("name")] = word("variable");
  }
  return names;
}

void add_variables(const forms::Form& form, const exports::DatasetOptions& options, std::vector<exports::Variable>& all) {
  auto variables = exports::variables_of(form, options);
  if (!variables) return;  // never exported so: two columns would bear one name
  for (exports::Variable& variable : *variables) {
    const bool is_known = std::any_of(all.begin(), all.end(), [&](const auto& each) { return each.name == variable.name; });
    if (!is_known) all.push_back(std::move(variable));
  }
}

}  // namespace

bool is_sav(const std::string& path) { return std::filesystem::path(path).extension() == ".sav"; }

forms::Result<forms::csv::Table> read_sav_rows(const std::string& path) {
  auto table = exports::read_sav(path);
  if (!table) return table;
  const auto names = renamed_in((std::filesystem::path(path).parent_path() / "manifest.json").string());
  for (std::string& name : table->header) {
    if (const auto found = names.find(name); found != names.end()) name = found->second;
  }
  return table;
}

forms::Result<session::ExportedFrom> codebook_of(const forms::Form& form) {
  using Options = exports::DatasetOptions;
  Options options{.identifying = true};
  if (auto tables = read_tables_of(form)) options.derivations = exports::derivations_of(*tables);
  std::vector<exports::Variable> all;
  for (const auto multiple : {Options::Multiple::dichotomies, Options::Multiple::codes}) {
    options.multiple = multiple;
    add_variables(form, options, all);
  }
  auto codebook = forms::csv::parse(exports::codebook_csv(form, all));
  if (!codebook) return codebook.failure();
  return session::ExportedFrom{std::move(*codebook)};
}

}  // namespace genpyo::cli
