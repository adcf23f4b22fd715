// Connection: what a Store holds while it is open.
#pragma once
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <optional>
#include <memory>
#include <set>
#include <string>
#include <type_traits>

#include "store/failure.h"
#include "store/pass.h"
#include "store/process.h"
#include "store/statements.h"
#include "store/store.h"

namespace genpyo::store {

struct Store::Connection {
  // `opened` is what SQLite is given for `shown`, the path as the user wrote it. Throws
  // SQLite::Exception.
  Connection(std::string shown, const std::string& opened, int flags);

  const std::string path;  // for sentences
  SQLite::Database database;
  Statements sql{database};  // after the database, whose statements it keeps
  const Process self = this_process();
  Clock clock;  // none when read_only
  std::string operator_name;
  bool read_only = false;
  std::optional<Kept> kept;  // of the last save
  std::set<std::string> held;  // the cases to let go at the end
  std::unique_ptr<SQLite::Transaction> stillness;  // of stand_still

  std::string now() const { return clock ? clock() : std::string(); }

  // Runs `act`, which gives a Result, on the file as it is at one moment.
  template <typename Act>
  std::invoke_result_t<Act> reading(Act act) {
    return guarded(path, [&]() -> std::invoke_result_t<Act> {
      if (stillness) return act();
      const SQLite::Transaction moment(database);
      return act();
    });
  }

  // Runs `act`, which gives a Result, in one transaction: all of it is in the file, on disk, when
  // it succeeds, and nothing when it fails.
  template <typename Act>
  std::invoke_result_t<Act> writing(Act act) {
    if (read_only) return forms::Failure{path + " is open for reading only; open it for writing."};
    return guarded(path, [&]() -> std::invoke_result_t<Act> {
      // Not deferred: a read that becomes a write fails at once when another process has written.
      SQLite::Transaction whole(database, SQLite::TransactionBehavior::IMMEDIATE);
      auto result = act();
      if (result) whole.commit();
      return result;
    });
  }
};

}  // namespace genpyo::store
