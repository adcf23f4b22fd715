// Statements: the SQL of this room, each text prepared once for a connection and kept.
//
// The texts are literals; data comes in only as bound parameters. A Prepared is one use of a
// statement and ends its reading when it goes out of scope, so that no lock outlives it; the same
// text must not be in use twice at once.
#pragma once
#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/VariadicBind.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace genpyo::store {

class Prepared {
 public:
  explicit Prepared(SQLite::Statement& statement) : statement_(statement) {}
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;
  ~Prepared() { statement_.tryReset(); }

  bool next() { return statement_.executeStep(); }
  int run() { return statement_.exec(); }  // rows changed
  std::string text(int column) const { return statement_.getColumn(column).getString(); }
  // Without a copy; valid until the next row.
  std::string_view bytes(int column) const {
    const SQLite::Column cell = statement_.getColumn(column);
    const char* first = cell.getText();  // before its length is asked for, as SQLite wants it
    return {first, static_cast<std::size_t>(cell.getBytes())};
  }
  std::int64_t number(int column) const { return statement_.getColumn(column).getInt64(); }
  bool null(int column) const { return statement_.isColumnNull(column); }

 private:
  SQLite::Statement& statement_;
};

class Statements {
 public:
  explicit Statements(SQLite::Database& database) : database_(database) {}  // which must outlive it

  // `sql` is a literal: the text itself is kept as the key.
  template <typename... Values>
  Prepared with(const char* sql, const Values&... values) {
    auto found = prepared_.find(sql);
    if (found == prepared_.end()) {
      found = prepared_.emplace(sql, SQLite::Statement(database_, sql)).first;
    }
    SQLite::bind(found->second, values...);
    return Prepared(found->second);
  }

 private:
  SQLite::Database& database_;
  std::unordered_map<std::string_view, SQLite::Statement> prepared_;
};

}  // namespace genpyo::store
