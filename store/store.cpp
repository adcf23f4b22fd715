#include "store/store.h"

#include <sqlite3.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "store/connection.h"
#include "store/hold.h"
#include "store/schema.h"

namespace genpyo::store {
namespace {

namespace fs = std::filesystem;
using forms::Done;
using forms::Failure;
using forms::Result;

constexpr int busy_milliseconds = 5000;
constexpr int longest_value = 64 << 20;  // bytes of a text or row: far above any form or case

Failure not_ours(const std::string& path) { return {sentence_for(SQLITE_NOTADB, path, "")}; }

// SQLite takes a file of a few bytes for an empty database and writes over it; so we look first.
// A file that cannot be read here is left to SQLite to tell of.
bool could_be_sqlite(const fs::path& place) {
  static constexpr std::string_view magic("SQLite format 3\0", 16);
  std::array<char, magic.size()> start{};
  std::ifstream file(place, std::ios::binary);
  file.read(start.data(), start.size());
  const auto length = static_cast<std::size_t>(file.gcount());
  return length == 0 || std::string_view(start.data(), length) == magic;
}

// An absolute path, so that SQLite finds no meaning of its own in ":memory:" or "".
Result<fs::path> place_of(const std::string& path) {
  if (path.empty()) return Failure{"The database has no name; give a file name."};
  std::error_code error;
  const fs::path place = fs::absolute(path, error);
  if (error) return Failure{path + " is not a usable path: " + error.message() + "; give another."};
  if (fs::is_directory(place, error)) return Failure{path + " is a folder; give a file in it."};
  if (fs::exists(place, error) && !fs::is_regular_file(place, error)) return not_ours(path);
  if (!could_be_sqlite(place)) return not_ours(path);
  return place;
}

Result<Done> make_folder_of(const fs::path& place) {
  std::error_code error;
  fs::create_directories(place.parent_path(), error);
  if (!error) return Done{};
  return Failure{"The folder " + place.parent_path().string() +
                 " cannot be made: " + error.message() + "; choose another place."};
}

// The path as a URI (https://sqlite.org/uri.html) for a file that nobody can be changing.
std::string immutable_uri(const fs::path& place) {
  std::string uri = "file:";
  for (const char c : place.string()) {
    if (c == '%') {
      uri += "%25";
    } else if (c == '?') {
      uri += "%3f";
    } else if (c == '#') {
      uri += "%23";
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

struct Header {
  std::int64_t application_id = 0, schema = 0, objects = 0;
  // Made by us a moment ago, or a file of no bytes: nobody's data is in it.
  bool blank() const { return application_id == 0 && schema == 0 && objects == 0; }
};

Header header_of(SQLite::Database& database) {
  return {database.execAndGet("PRAGMA application_id").getInt64(),
          database.execAndGet("PRAGMA user_version").getInt64(),
          database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt64()};
}

// Whether the file is ours to use. Reads only.
Result<Done> recognise(const Header& header, const std::string& path) {
  if (header.application_id != our_application_id) return not_ours(path);
  if (header.schema > newest_schema()) {
    return Failure{path + " was made by a newer Genpyo; update this one."};
  }
  return Done{};
}

// The mode after asking for WAL. SQLite refuses the change at once while another process is making
// the same new file, whatever the busy timeout says: so it is asked again until that is over.
std::string use_wal(SQLite::Database& database) {
  constexpr int pause_milliseconds = 10;
  for (int waited = 0;; waited += pause_milliseconds) {
    try {
      return database.execAndGet("PRAGMA journal_mode = WAL").getString();
    } catch (const SQLite::Exception& refusal) {
      const bool is_busy = refusal.getErrorCode() == SQLITE_BUSY || refusal.getErrorCode() == SQLITE_LOCKED;
      if (!is_busy || waited >= busy_milliseconds) throw;
    }
    sqlite3_sleep(pause_milliseconds);
  }
}

Result<Done> prepare_for_writing(SQLite::Database& database, const std::string& path) {
  // SQLite quietly opens for reading what it may not write.
  if (sqlite3_db_readonly(database.getHandle(), "main") == 1) {
    return Failure{sentence_for(SQLITE_READONLY, path, "")};
  }
  const Header header = header_of(database);
  if (!header.blank()) {
    if (auto ours = recognise(header, path); !ours) return ours;
  }
  if (use_wal(database) != "wal") {
    return Failure{path + " is on a disk that cannot be shared safely; choose a local disk."};
  }
  migrate(database);
  return Done{};
}

Result<Done> prepare_for_reading(SQLite::Database& database, const std::string& path) {
  const Header header = header_of(database);
  if (auto ours = recognise(header, path); !ours) return ours;
  if (header.schema < newest_schema()) {
    return Failure{path + " was made by an older Genpyo; open it once for writing first."};
  }
  return Done{};
}

}  // namespace

Store::Connection::Connection(std::string shown, const std::string& opened, int flags)
    : path(std::move(shown)), database(opened, flags, busy_milliseconds) {
  sqlite3* handle = database.getHandle();
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, longest_value);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  // recursive_triggers: without it REPLACE deletes a journal line and fires no trigger.
  database.exec(
      "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;"
      "PRAGMA recursive_triggers = ON; PRAGMA cell_size_check = ON");
}

Result<Store> Store::open(const std::string& path, Clock clock, std::string operator_name) {
  const auto place = place_of(path);
  if (!place) return place.failure();
  if (auto made = make_folder_of(*place); !made) return made.failure();
  return guarded(path, [&]() -> Result<Store> {
    auto connection = std::make_unique<Connection>(path, place->string(),
                                                   SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    connection->clock = std::move(clock);
    connection->operator_name = std::move(operator_name);
    if (auto ready = prepare_for_writing(connection->database, path); !ready) {
      return ready.failure();
    }
    return Store(std::move(connection));
  });
}

Result<Store> Store::open_read_only(const std::string& path) {
  const auto place = place_of(path);
  if (!place) return place.failure();
  std::error_code error;
  if (!fs::exists(*place, error)) {
    return Failure{path + " does not exist; give the path of an existing database."};
  }
  const auto open_as = [&](const std::string& opened, int flags) {
    return guarded(path, [&]() -> Result<Store> {
      auto connection = std::make_unique<Connection>(path, opened, flags);
      connection->read_only = true;
      if (auto ready = prepare_for_reading(connection->database, path); !ready) {
        return ready.failure();
      }
      return Store(std::move(connection));
    });
  };
  auto opened = open_as(place->string(), SQLite::OPEN_READONLY);
  if (opened) return opened;
  // In a folder where the -shm file cannot be made, WAL cannot be read; without a -wal file
  // nobody is writing, and the file alone is the whole database.
  if (fs::exists(place->string() + "-wal", error) || error) return opened;
  auto alone = open_as(immutable_uri(*place), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
  return alone ? std::move(alone) : std::move(opened);
}

Store::Store(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Store::Store(Store&&) noexcept = default;

Store& Store::operator=(Store&& other) noexcept {
  std::swap(connection_, other.connection_);  // the other one lets go of what was open here
  return *this;
}

Store::~Store() {
  if (!connection_) return;
  const auto cases = connection_->held;
  for (const std::string& case_id : cases) {
    // A hold that cannot be dropped ends with the process.
    (void)release(case_id);
  }
}

}  // namespace genpyo::store
