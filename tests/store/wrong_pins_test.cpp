// Wrong PINs in a row, and whose the journal's lines are.
#include <catch2/catch.hpp>

#include "fixture.h"

using namespace genpyo;
using namespace genpyo::store;

TEST_CASE("wrong PINs are counted for each operator, across openings, until they are forgiven") {
  const Folder folder;
  {
    Store store = open_at(folder.file("a.db"));
    REQUIRE(store.note_wrong_pin("sato"));
    REQUIRE(store.note_wrong_pin("sato"));
  }
  Store store = open_at(folder.file("a.db"), "2018-03-01T09:30:42.000Z");
  CHECK(store.wrong_pins("sato")->count == 2);
  CHECK(store.wrong_pins("sato")->seconds_ago == 42);
  CHECK(store.wrong_pins("kato")->count == 0);
  REQUIRE(store.forgive_wrong_pins("sato"));
  CHECK(store.wrong_pins("sato")->count == 0);
}

TEST_CASE("a clock that went back, or a damaged time, makes no wrong PIN older") {
  const Folder folder;
  { REQUIRE(open_at(folder.file("a.db")).note_wrong_pin("sato")); }
  CHECK(open_at(folder.file("a.db"), "2017-01-01T00:00:00.000Z").wrong_pins("sato")->seconds_ago == 0);
  REQUIRE(tamper(folder.file("a.db"), "UPDATE wrong_pin SET last_at = 'long ago'").empty());
  CHECK(open_at(folder.file("a.db")).wrong_pins("sato")->seconds_ago == 0);
}

TEST_CASE("a line of the journal bears the operator of its moment") {
  const Folder folder;
  Store store = store_with_a_case(folder.file("a.db"));
  const auto read = store.read(small_form(), "11-001");
  store.set_operator("sato");
  REQUIRE(store.save(small_form(), "11-001", read->revision, {marked("nurses", std::int64_t{8}, "8")}));
  CHECK(query(folder.file("a.db"), "SELECT DISTINCT operator FROM mark ORDER BY sequence") ==
        std::vector<std::string>{"clerk", "sato"});
  CHECK(store.audit()->findings.empty());
}

TEST_CASE("a file from before there were operators is brought up to date, its journal as it was") {
  const Folder folder;
  { const Store store = store_with_a_case(folder.file("a.db")); }
  REQUIRE(tamper(folder.file("a.db"), "DROP TABLE wrong_pin; DROP INDEX mark_of_coding; "
                                      "ALTER TABLE case_pass DROP COLUMN closed; PRAGMA user_version = 1").empty());
  Store store = open_at(folder.file("a.db"));
  REQUIRE(store.note_wrong_pin("sato"));
  CHECK(store.audit()->findings.empty());
}
