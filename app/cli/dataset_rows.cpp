#include "app/cli/dataset_rows.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <set>

#include "app/cli/beside_dataset.h"
#include "app/cli/tables_file.h"
#include "export/derivations.h"
#include "export/json_reader.h"
#include "export/readstat_reader.h"
#include "export/sqlite_reader.h"
#include "export/xlsx_reader.h"
#include "forms/form_reader.h"
#include "forms/text.h"

namespace genpyo::cli {
namespace {

constexpr std::size_t most_text_bytes = 512u << 20, most_workbook_bytes = 65u << 20, most_binary_bytes = std::size_t{4} << 30;
constexpr std::array formats = {"csv", "xlsx", "sav", "dta", "json", "sqlite"};

std::string format_of_bytes(const std::string& begin) {
  const auto begins = [&begin](std::string_view with) { return begin.starts_with(with); };
  if (begins("$FL2") || begins("$FL3")) return "sav";
  if (begins("<stata_dta>") || begins("\x72\x01") || begins("\x73\x01")) return "dta";  // 114 and 115 begin with their number
  if (begins("PK\x03\x04")) return "xlsx";
  if (begins("SQLite format 3")) return "sqlite";
  const auto first = begin.find_first_not_of(" \t\r\n", begins("\xEF\xBB\xBF") ? 3 : 0);
  return first != begin.npos && begin[first] == '{' ? "json" : "csv";
}

std::string format_of(const std::string& path) {
  std::string ending = std::filesystem::path(path).extension().string();
  for (char& letter : ending) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  for (const std::string format : formats) {
    if (ending == '.' + format) return format;
  }
  std::ifstream file(path, std::ios::binary);
  std::string begin(16, '\0');
  file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  begin.resize(static_cast<std::size_t>(file.gcount()));
  return format_of_bytes(begin);
}

// Fails where it is none: a pipe may never end.
forms::Result<forms::Done> check_file(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {  // for its sentence
    const auto read = forms::read_file(path, 0);
    return read ? forms::Failure{path + ": this is no ordinary file. Name a file on the disk."} : read.failure();
  }
  if (std::filesystem::file_size(path, error) > most_binary_bytes || error) {
    return forms::Failure{path + ": the file is larger than 4 GiB. Export fewer cases at a time."};
  }
  return forms::Done{};
}

forms::Result<exports::DatasetRows> read_csv(const std::string& path, bool is_legacy) {
  auto bytes = forms::read_file(path, most_text_bytes);
  if (!bytes) return bytes.failure();
  // A few characters of CP932 are UTF-8 by accident.
  std::string text;
  auto table = forms::csv::parse(is_legacy && forms::from_cp932(*bytes, text) ? text : *bytes);
  if (!table) return forms::Failure{path + ": " + table.failure().sentence};
  return exports::rows_of(std::move(*table));
}

forms::Result<exports::DatasetRows> read_bytes(const std::string& path, const std::string& format) {
  const bool is_json = format == "json";
  const auto bytes = forms::read_file(path, is_json ? most_text_bytes : most_workbook_bytes);
  if (!bytes) return bytes.failure();
  return is_json ? exports::read_json(*bytes, path) : exports::read_xlsx(*bytes, path);
}

forms::Result<exports::DatasetRows> read_format(const std::string& path, const std::string& format, bool is_legacy) {
  if (format == "csv") return read_csv(path, is_legacy);
  if (format == "sav") return exports::read_sav(path);
  if (format == "dta") return exports::read_dta(path);
  if (format == "sqlite") return exports::read_sqlite(path);
  return read_bytes(path, format);
}

// Every variable that an export of the form may have, whatever it was asked for.
std::vector<exports::Variable> all_variables(const forms::Form& form) {
  using Options = exports::DatasetOptions;
  Options options{.identifying = true};
  if (auto tables = read_tables_of(form)) options.derivations = exports::derivations_of(*tables);
  std::vector<exports::Variable> all;
  std::set<std::string> names;
  for (const auto multiple : {Options::Multiple::dichotomies, Options::Multiple::codes}) {
    options.multiple = multiple;
    auto variables = exports::variables_of(form, options);
    if (!variables) continue;  // never exported so: two columns would bear one name
    for (exports::Variable& variable : *variables) {
      if (names.insert(variable.name).second) all.push_back(std::move(variable));
    }
  }
  return all;
}

// What the manifest says counts before the file's own labels, which may be cut.
session::TakenCodes described_codes(const forms::Form& form, const Manifest& manifest, const exports::DatasetRows& rows) {
  std::vector<exports::DescribedCode> described;
  std::set<std::pair<std::string, std::int64_t>> known;
  if (manifest.form_id == form.form_id) described = manifest.codes;
  for (const exports::DescribedCode& each : described) known.emplace(each.item, each.code);
  for (exports::DescribedCode& each : session::codes_of_labels(form, rows.labels)) {
    if (known.count({each.item, each.code}) == 0) described.push_back(std::move(each));
  }
  return session::take_codes(form, described);
}

bool lists_all(const CodebookFile& book, const std::vector<std::string>& names) {
  const std::set<std::string> listed(book.variables.begin(), book.variables.end());
  return std::all_of(names.begin(), names.end(), [&listed](const std::string& name) { return listed.count(name) != 0; });
}

}  // namespace

forms::Result<GivenRows> read_given_rows(std::unique_ptr<session::Survey>& survey, const std::string& path) {
  if (auto checked = check_file(path); !checked) return checked.failure();
  const std::string format = format_of(path), form_id = survey->form.form_id;
  const Manifest manifest = manifest_beside(path, format);
  auto rows = read_format(path, format, manifest.profile == "legacy");
  if (!rows) return rows.failure();
  for (std::string& name : rows->names) {
    if (const auto found = manifest.names.find(name); found != manifest.names.end()) name = found->second;
  }
  if (auto checked = exports::check_names(rows->names); !checked) return forms::Failure{path + " cannot be read: " + checked.failure().sentence};
  if (!rows->form_id.empty() && rows->form_id != form_id) {
    return forms::Failure{path + " is a dataset of the form " + rows->form_id + ". Name that form instead of " + form_id + "."};
  }
  const bool is_csv = format == "csv";
  bool is_exported = !is_csv;
  if (is_csv) {
    auto book = codebook_beside(path);
    is_exported = book && lists_all(*book, rows->names);
    if (is_exported) rows->kinds = std::move(book->kinds);
    if (is_exported) rows->labels = std::move(book->labels);
  }
  GivenRows given{std::move(*rows), std::nullopt, {}};
  if (!is_exported) return given;
  given.codes = described_codes(survey->form, manifest, given.rows);
  survey = session::with_added_codes(std::move(survey), given.codes.added);
  given.from = session::ExportedFrom{.variables = all_variables(survey->form),
                                     .guarded = is_csv && manifest.profile == "excel",
                                     .worded = (is_csv || format == "xlsx") && manifest.profile == "labels",
                                     .language = manifest.language,
                                     .drops_zeros = !is_csv && format != "json",
                                     .drops_blanks = format == "dta",  // ReadStat reads a text without them
                                     .altered = altered_beside(path, format)};
  return given;
}

}  // namespace genpyo::cli
