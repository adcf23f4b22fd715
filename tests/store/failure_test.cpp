#include "store/failure.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <new>
#include <stdexcept>

using namespace genpyo;
using namespace genpyo::store;

namespace {

template <typename Fault>
std::string sentence_after(const Fault& fault) {
  return guarded("/data/survey.db", [&]() -> forms::Result<forms::Done> { throw fault; })
      .failure()
      .sentence;
}

}  // namespace

TEST_CASE("Each way the disk says no has a sentence with what to do", "[store][failure]") {
  const auto [code, part] = GENERATE(
      table<int, std::string>({{SQLITE_FULL, "is full; free some space"},
                               {SQLITE_READONLY, "ask for the right to write"},
                               {SQLITE_READONLY_DIRECTORY, "ask for the right to write"},
                               {SQLITE_CANTOPEN, "choose another place"},
                               {SQLITE_CORRUPT, "put back its latest backup"},
                               {SQLITE_NOTADB, "is not a Genpyo database; choose another file"},
                               {SQLITE_BUSY, "wait a moment and try again"},
                               {SQLITE_BUSY_SNAPSHOT, "wait a moment and try again"},
                               {SQLITE_LOCKED, "wait a moment and try again"},
                               {SQLITE_IOERR_WRITE, "check it and try again"},
                               {SQLITE_NOMEM, "close other programs"},
                               {SQLITE_CONSTRAINT, "nothing in it was changed: odd"}}));

  const std::string sentence = sentence_after(SQLite::Exception("odd", code));

  INFO(sentence);
  CHECK(sentence.find(part) != std::string::npos);
  CHECK(sentence.find("/data/survey.db") != std::string::npos);
  CHECK(sentence.back() == '.');
}

TEST_CASE("No exception of another library leaves the store", "[store][failure]") {
  CHECK(sentence_after(std::bad_alloc()).find("too little memory") != std::string::npos);
  CHECK(sentence_after(std::runtime_error("odd")).find(": odd;") != std::string::npos);
  CHECK(sentence_after(42).find("an unknown fault") != std::string::npos);
}
