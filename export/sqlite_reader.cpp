#include "export/sqlite_reader.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <filesystem>
#include <map>
#include <string_view>

namespace genpyo::exports {
namespace {

constexpr int longest_row = 64 << 20;

const forms::Failure not_ours{"it has no table of cases. Name a dataset that export wrote."};

// As a URI, in which some characters of a path mean something else.
std::string uri_of(const std::string& path) {
  std::string uri = "file:";
  constexpr char hex[] = "0123456789ABCDEF";
  for (const char sign : std::filesystem::absolute(path).string()) {
    const auto byte = static_cast<unsigned char>(sign);
    const bool is_plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
                          byte == '/' || byte == '.' || byte == '_' || byte == '-';
    if (is_plain) uri += sign;
    else uri += {'%', hex[byte >> 4], hex[byte & 15]};
  }
  return uri + "?immutable=1";
}

void distrust(SQLite::Database& file) {
  sqlite3* raw = file.getHandle();
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_limit(raw, SQLITE_LIMIT_LENGTH, longest_row);
  sqlite3_limit(raw, SQLITE_LIMIT_ATTACHED, 0);
  file.exec("PRAGMA cell_size_check = ON");
}

// What is cut off behind the last whole page SQLite takes for zeros.
bool is_whole(SQLite::Database& file, const std::string& path) {
  const auto number = [&file](const char* pragma) { return file.execAndGet(pragma).getInt64(); };
  const std::int64_t bytes = number("PRAGMA page_size") * number("PRAGMA page_count");
  return std::filesystem::file_size(path) >= static_cast<std::uintmax_t>(bytes);
}

bool has_plain_table(SQLite::Database& file, const char* name) {
  SQLite::Statement type(file, "SELECT type FROM pragma_table_list WHERE schema = 'main' AND name = ?");
  type.bind(1, name);
  if (!type.executeStep() || type.getColumn(0).getString() != "table") return false;
  SQLite::Statement computed(file, "SELECT count(*) FROM pragma_table_xinfo(?) WHERE hidden <> 0");
  computed.bind(1, name);
  return computed.executeStep() && computed.getColumn(0).getInt() == 0;
}

std::string text_of(const SQLite::Column& column) {
  if (column.isInteger()) return std::to_string(column.getInt64());
  if (column.isFloat()) return digits(column.getDouble());
  return column.getString();  // of its own length: a NUL does not end it
}

// The rows of a table that says what variables or codes mean. False where there is no room for them.
bool take_labels(SQLite::Statement& rows, RowsRoom& room, DatasetRows& read) {
  while (rows.executeStep()) {
    SaidLabel said;
    std::map<std::string, std::string> words;
    std::size_t bytes = 2 * sizeof(SaidLabel);
    for (int at = 0; at < rows.getColumnCount(); ++at) {
      const std::string_view name = rows.getColumnName(at);
      const std::string text = text_of(rows.getColumn(at));
      bytes += text.size();
      if (name == "name" || name == "variable") said.variable = text;
      else if (name == "code") said.code = code_in(text);
      else take_label(name, text, words);
    }
    if (!room.take(bytes)) return false;
    said.label = forms::Label(std::move(words));
    read.labels.push_back(std::move(said));
  }
  return true;
}

bool read_labels(SQLite::Database& file, RowsRoom& room, DatasetRows& read) {
  if (has_plain_table(file, "variables")) {
    SQLite::Statement variables(file, "SELECT * FROM main.variables NOT INDEXED");
    if (!take_labels(variables, room, read)) return false;
  }
  if (!has_plain_table(file, "value_labels")) return true;
  SQLite::Statement codes(file, "SELECT * FROM main.value_labels NOT INDEXED");
  return take_labels(codes, room, read);
}

// SQLiteCpp throws.
forms::Result<DatasetRows> read_from(SQLite::Database& file, const std::string& path, std::size_t most_bytes) {
  distrust(file);
  if (!is_whole(file, path)) return forms::Failure{"its end is cut off. Copy it again, or export it anew."};
  if (!has_plain_table(file, "cases")) return not_ours;
  const forms::Failure too_large{"it is too large to be read. Export fewer cases at a time."};
  DatasetRows read;
  RowsRoom room(most_bytes);
  SQLite::Statement cases(file, "SELECT * FROM main.cases NOT INDEXED");
  for (int column = 0; column < cases.getColumnCount(); ++column) read.names.emplace_back(cases.getColumnName(column));
  while (cases.executeStep()) {
    if (!room.take_row(read.names.size())) return too_large;
    ReadRow row{static_cast<int>(read.rows.size()) + 2, {}};
    row.cells.reserve(read.names.size());
    for (int at = 0; at < cases.getColumnCount(); ++at) {
      const SQLite::Column column = cases.getColumn(at);
      if (column.isBlob()) {
        return forms::Failure{"its row " + std::to_string(row.line - 1) + " holds bytes in place of an answer. Export it anew."};
      }
      if (!room.take(static_cast<std::size_t>(column.size()))) return too_large;
      row.cells.push_back({text_of(column)});
    }
    read.rows.push_back(std::move(row));
  }
  if (!read_labels(file, room, read)) return too_large;
  return read;
}

}  // namespace

forms::Result<DatasetRows> read_sqlite(const std::string& path, std::size_t most_bytes) {
  const auto said = [&path](const std::string& why) { return forms::Failure{path + " cannot be read as a SQLite dataset: " + why}; };
  try {
    SQLite::Database file(uri_of(path), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
    auto read = read_from(file, path, most_bytes);
    if (!read) return said(read.failure().sentence);
    return read;
  } catch (const std::exception& error) {
    return said(std::string(error.what()) + ". Copy it again, or export it anew.");
  }
}

}  // namespace genpyo::exports
