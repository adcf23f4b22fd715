#include "export/sqlite_dataset.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>

#include "export/whole_text.h"

namespace genpyo::exports {
namespace {

// A name as SQL wants it: ours come from a form, whose names are plain, and are quoted all the same.
std::string quoted(const std::string& name) {
  std::string out = "\"";
  for (const char byte : name) out += byte == '"' ? "\"\"" : std::string(1, byte);
  return out + '"';
}

const char* type_of(Variable::Kind kind) {
  switch (kind) {
    case Variable::Kind::integer: return " INTEGER";
    case Variable::Kind::decimal: return " REAL";
    case Variable::Kind::text:
    case Variable::Kind::date: return " TEXT";
  }
  return " TEXT";
}

std::string marks_of(std::size_t count) {
  std::string marks;
  for (std::size_t index = 0; index < count; ++index) marks += index == 0 ? "?" : ",?";
  return marks;
}

forms::Failure failure_of(const std::exception& error) {
  return {std::string("Cannot write the SQLite dataset: ") + error.what() + "."};
}

}  // namespace

struct SqliteWriter::Database {
  Database(const std::string& path, const Dataset& made_of, Remarks& its_remarks)
      : dataset(made_of), remarks(its_remarks), file(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE) {
    // No second file beside the .part: it is whole, or thrown away as a whole.
    file.exec("PRAGMA journal_mode = OFF");
    file.exec("PRAGMA synchronous = OFF");
    file.exec("PRAGMA page_size = 4096");
    file.exec("BEGIN");
    make_tables();
    std::string columns;
    for (const Variable& variable : dataset.variables) {
      columns += (columns.empty() ? "" : ", ") + quoted(variable.name) + type_of(variable.kind);
    }
    file.exec("CREATE TABLE cases (" + columns + ")");
    insert.emplace(file, "INSERT INTO cases VALUES (" + marks_of(dataset.variables.size()) + ")");
  }

  void make_tables() {
    const auto& languages = dataset.form->languages;
    std::string labels, units;
    for (const std::string& language : languages) {
      labels += ", " + quoted("label_" + language) + " TEXT";
      units += ", " + quoted("unit_" + language) + " TEXT";
    }
    file.exec("CREATE TABLE variables (position INTEGER PRIMARY KEY, name TEXT, item TEXT, number TEXT, kind TEXT, measure TEXT" +
              labels + units + ")");
    file.exec("CREATE TABLE value_labels (variable TEXT, code INTEGER" + labels + ")");
    file.exec("CREATE TABLE missing_kinds (code INTEGER PRIMARY KEY, name TEXT, label_ja TEXT, label_en TEXT)");
    fill_variables();
    fill_missing_kinds();
  }

  void fill_variables() {
    const auto& languages = dataset.form->languages;
    SQLite::Statement variables(file, "INSERT INTO variables VALUES (" + marks_of(6 + 2 * languages.size()) + ")");
    SQLite::Statement codes(file, "INSERT INTO value_labels VALUES (" + marks_of(2 + languages.size()) + ")");
    int position = 0;
    for (const Variable& variable : dataset.variables) {
      int at = 0;
      variables.bind(++at, ++position);
      variables.bind(++at, variable.name);
      variables.bind(++at, variable.is_of_item() ? dataset.form->items[variable.item].name : "");
      variables.bind(++at, variable.number);
      variables.bind(++at, name_of(variable.kind));
      variables.bind(++at, name_of(variable.measure));
      for (const std::string& language : languages) variables.bind(++at, variable.label.in(language));
      for (const std::string& language : languages) variables.bind(++at, variable.unit.in(language));
      variables.exec();
      variables.reset();
      for (const ValueLabel& each : variable.codes) {
        codes.bind(1, variable.name);
        codes.bind(2, each.code);
        for (std::size_t index = 0; index < languages.size(); ++index) {
          codes.bind(static_cast<int>(index) + 3, each.label.in(languages[index]));
        }
        codes.exec();
        codes.reset();
      }
    }
  }

  void fill_missing_kinds() {
    SQLite::Statement kinds(file, "INSERT INTO missing_kinds VALUES (?,?,?,?)");
    for (const forms::Missing kind : forms::all_missing) {
      kinds.bind(1, analysis_code(kind));
      kinds.bind(2, std::string(forms::name_of(kind)));
      kinds.bind(3, label_of(kind).in("ja"));
      kinds.bind(4, label_of(kind).in("en"));
      kinds.exec();
      kinds.reset();
    }
  }

  void bind(const Cell& cell, std::size_t column, const Row& row) {
    const int at = static_cast<int>(column) + 1;
    const Variable& variable = dataset.variables[column];
    if (const auto* figure = std::get_if<std::int64_t>(&cell)) {
      if (*figure < 0 && *figure >= -7) {
        remarks.against(row.case_id, variable.name, "the answer " + std::to_string(*figure) + " is the code of a missing kind too.");
      }
      insert->bind(at, *figure);
    } else if (const auto* missing = std::get_if<forms::Missing>(&cell)) {
      if (variable.missing_beside) insert->bind(at);
      else insert->bind(at, analysis_code(*missing));
    } else if (const auto* text = std::get_if<std::string_view>(&cell)) {
      if (const auto how = alteration_of(*text, Nul::replaced); !how.empty()) remarks.altered(row.case_id, variable.name, how);
      std::string scratch;
      insert->bind(at, std::string(whole_text(*text, Nul::replaced, scratch)));
    } else if (const auto* decimal = std::get_if<forms::Decimal>(&cell)) {
      insert->bind(at, forms::nearest_double(*decimal));
    } else if (const auto* date = std::get_if<forms::PartialDate>(&cell)) {
      insert->bind(at, forms::edtf(*date));
    } else {
      insert->bind(at);
    }
  }

  const Dataset& dataset;
  Remarks& remarks;
  SQLite::Database file;
  std::optional<SQLite::Statement> insert;
  std::optional<forms::Failure> failure;  // the first
};

SqliteWriter::SqliteWriter() = default;
SqliteWriter::~SqliteWriter() = default;

forms::Result<forms::Done> SqliteWriter::begin(const Dataset& dataset, const Extents&, FileSet& files,
                                               Remarks& remarks) {
  auto file = files.add(dataset.form->form_id + ".sqlite");
  if (!file) return file.failure();
  try {
    database_ = std::make_unique<Database>((*file)->part_path(), dataset, remarks);
  } catch (const std::exception& error) {
    return failure_of(error);
  }
  return forms::Done{};
}

void SqliteWriter::add(const Row& row) {
  if (database_->failure) return;
  try {
    for (std::size_t column = 0; column < row.cells.size(); ++column) database_->bind(row.cells[column], column, row);
    database_->insert->exec();
    database_->insert->reset();
  } catch (const std::exception& error) {
    database_->failure = failure_of(error);
  }
}

forms::Result<forms::Done> SqliteWriter::finish() {
  if (database_->failure) return *database_->failure;
  try {
    database_->insert.reset();
    database_->file.exec("COMMIT");
    database_.reset();
  } catch (const std::exception& error) {
    return failure_of(error);
  }
  return forms::Done{};
}

}  // namespace genpyo::exports
