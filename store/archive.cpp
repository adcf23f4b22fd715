#include "forms/sha256.h"
#include "forms/text.h"
#include "store/connection.h"
#include "store/store.h"
#include "store/view.h"

namespace genpyo::store {
namespace {

using forms::Done;
using forms::Failure;
using forms::Result;

Result<Done> make_view(SQLite::Database& database, Statements& sql, const forms::Form& form) {
  const std::string name = view_name(form);
  const auto wanted = view_sql(form);
  if (!wanted) {
    return Failure{"Form " + form.form_id +
                   " has an item whose name cannot be a column; rename the item."};
  }
  {
    // Names of tables and views are alike to SQLite whatever their case.
    auto present =
        sql.with("SELECT type, sql FROM sqlite_schema WHERE name = ? COLLATE NOCASE", name);
    if (present.next()) {
      if (present.text(0) != "view") {
        return Failure{"The view of form " + form.form_id + " would be named " + name +
                       ", which is a table of the database; rename the form."};
      }
      if (present.text(1) == *wanted) return Done{};
    }
  }
  database.exec("DROP VIEW IF EXISTS \"" + name + "\"");  // of letters, digits and _ only
  database.exec(*wanted);
  return Done{};
}

}  // namespace

Result<std::string> Store::archive(const forms::Form& form) {
  Connection& file = *connection_;
  return file.writing([&]() -> Result<std::string> {
    if (!forms::is_utf8(form.text)) {
      return Failure{"Form " + form.form_id + " is not UTF-8 text; save it as UTF-8."};
    }
    const std::string hash = forms::sha256_hex(form.text);
    file.sql
        .with(
            "INSERT INTO form_archive (hash, form_id, version, text, archived_at) "
            "VALUES (?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING",
            hash, form.form_id, form.version, form.text, file.now())
        .run();
    if (auto made = make_view(file.database, file.sql, form); !made) return made.failure();
    return hash;
  });
}

Result<std::string> Store::archived_text(const std::string& form_hash) {
  Connection& file = *connection_;
  return file.reading([&]() -> Result<std::string> {
    auto row = file.sql.with("SELECT text FROM form_archive WHERE hash = ?", form_hash);
    if (row.next()) return row.text(0);
    return Failure{file.path + " has no form " + form_hash + "; it was never archived there."};
  });
}

Result<std::vector<std::string>> Store::form_hashes() {
  Connection& file = *connection_;
  return file.reading([&]() -> Result<std::vector<std::string>> {
    std::vector<std::string> hashes;
    auto rows = file.sql.with("SELECT hash FROM form_archive ORDER BY archived_at, hash");
    while (rows.next()) hashes.push_back(rows.text(0));
    return hashes;
  });
}

}  // namespace genpyo::store
