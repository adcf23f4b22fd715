// The lines that after-coding leaves in the journal.
#include "store/coding.h"

#include <catch2/catch.hpp>

#include "fixture.h"

using namespace genpyo;
using namespace genpyo::store;

TEST_CASE("an added code and a second coder's mark are in the chain and move no mark in force") {
  const Folder folder;
  Store store = store_with_a_case(folder.file("a.db"));
  const auto before = store.read(small_form(), "11-001");
  REQUIRE(store.acquire("11-001"));
  Change second = marked("nurses", std::int64_t{5}, "5");
  second.subject = second_coding_of("nurses");
  REQUIRE(store.save(small_form(), "11-001", before->revision, {code_change("nurses", 8, "ほか"), second}));

  const auto after = store.read(small_form(), "11-001");
  CHECK(after->current == before->current);
  CHECK(after->revision == before->revision + 2);
  CHECK(after->last_item == before->last_item);
  CHECK(store.audit()->findings.empty());
  CHECK(store.rebuild()->findings.empty());
  const auto added = store.added_codes();
  REQUIRE(added->size() == 1);
  CHECK(added->front().item == "nurses");
  CHECK(added->front().code == 8);
  CHECK(added->front().label == "ほか");
  CHECK(added->front().at == half_past_nine);
  CHECK(store.codings("nurses")->back().subject == "second:nurses");
}

TEST_CASE("an added code that is altered in the file is found") {
  const Folder folder;
  {
    Store store = store_with_a_case(folder.file("a.db"));
    REQUIRE(store.acquire("11-001"));
    REQUIRE(store.save(small_form(), "11-001", store.read(small_form(), "11-001")->revision, {code_change("nurses", 8, "ほか")}));
  }
  REQUIRE(tamper(folder.file("a.db"), "DROP TRIGGER mark_is_not_altered; UPDATE mark SET text = '9 ほか' WHERE subject = 'code:nurses'").empty());
  Store store = open_at(folder.file("a.db"));
  CHECK_FALSE(store.audit()->findings.empty());
}

TEST_CASE("what is no code, or of no item of the form, is not kept") {
  const Folder folder;
  Store store = store_with_a_case(folder.file("a.db"));
  REQUIRE(store.acquire("11-001"));
  const auto revision = store.read(small_form(), "11-001")->revision;
  for (const Change& change : {code_change("nurses", 0, "x"), code_change("nurses", 1000, "x"), code_change("nobody", 8, "x")}) {
    CHECK_FALSE(store.save(small_form(), "11-001", revision, {change}));
  }
  CHECK(store.added_codes()->empty());
}
