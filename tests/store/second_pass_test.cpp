// The second pass of a case: kept beside the first, and never taken for it.
#include <catch2/catch.hpp>

#include "tests/store/child.h"
#include "tests/store/fixture.h"

using namespace genpyo;
using namespace genpyo::store;

namespace {

const std::string id = "11-001";

StoredCase begun(Store& store) {
  auto second = store.create_second(small_form(), id, {marked("founder", forms::Codes{1}, "1")});
  if (!second) throw std::runtime_error(second.failure().sentence);
  return *second;
}

std::vector<Change> nurses(std::int64_t figure) { return {marked("nurses", figure, std::to_string(figure))}; }

forms::Value nurses_of(Store& store, int pass) {
  return store.read(small_form(), id, pass)->current.marks[2].content;
}

std::vector<std::string> findings(Store& store) { return store.audit()->findings; }

}  // namespace

TEST_CASE("a second pass begins with what it is given and moves nothing of the first", "[store][pass]") {
  const Folder folder;
  Store store = store_with_a_case(folder.file("survey.db"));
  const StoredCase first = *store.read(small_form(), id);
  CHECK_FALSE(store.cases()->at(0).second);

  const StoredCase second = begun(store);
  CHECK(second.current.pass == second_pass);
  CHECK(second.current.marks[0].content == forms::Value(forms::Codes{1}));
  CHECK_FALSE(second.current.marks[2].keyed());
  CHECK(second.form_hash == first.form_hash);
  REQUIRE(store.save(small_form(), id, second.revision, nurses(9), second_pass));

  CHECK(nurses_of(store, second_pass) == forms::Value(std::int64_t{9}));
  CHECK(store.read(small_form(), id)->current == first.current);
  CHECK(store.read(small_form(), id)->revision == first.revision);
  CHECK(store.cases()->at(0).second == forms::CaseState::open);
  CHECK(store.cases()->at(0).keyed == 2);
  CHECK(findings(store).empty());
}

TEST_CASE("closing the second pass leaves the case open, and closing the case leaves the second pass", "[store][pass]") {
  const Folder folder;
  Store store = store_with_a_case(folder.file("survey.db"));
  const auto revision = begun(store).revision;
  REQUIRE(store.save(small_form(), id, revision, {changed(Entry::Action::close)}, second_pass));
  CHECK(store.read(small_form(), id, second_pass)->current.state == forms::CaseState::closed);
  CHECK(store.read(small_form(), id)->current.state == forms::CaseState::open);
  CHECK(store.cases()->at(0).state == forms::CaseState::open);
  CHECK(store.cases()->at(0).second == forms::CaseState::closed);
  CHECK(store.each(small_form(), false, [](const forms::Case&) {})->taken == 0);

  const auto first = store.read(small_form(), id)->revision;
  REQUIRE(store.save(small_form(), id, first, {changed(Entry::Action::close)}));
  int passes = 0;
  const auto walk = store.each(small_form(), false, [&](const forms::Case& current) { passes += current.pass; });
  CHECK(walk->taken == 1);
  CHECK(passes == first_pass);
  CHECK(findings(store).empty());
}

TEST_CASE("the rules of saving hold for a second pass too", "[store][pass]") {
  const Folder folder;
  Store store = store_with_a_case(folder.file("survey.db"));
  CHECK(store.read(small_form(), id, second_pass).failure().sentence == "Case 11-001 has no second pass.");
  const StoredCase second = begun(store);
  CHECK(store.create_second(small_form(), id, {}).failure().sentence ==
        "Case 11-001 has a second pass already; open that one.");
  CHECK(store.save(small_form(), id, second.revision - 1, nurses(9), second_pass).failure().sentence ==
        "Case 11-001 has changed elsewhere; open it again.");
  REQUIRE(store.release(id));
  CHECK(store.save(small_form(), id, second.revision, nurses(9), second_pass).failure().sentence ==
        "Case 11-001 is not open here; open it again.");
  CHECK_FALSE(nurses_of(store, second_pass) == forms::Value(std::int64_t{9}));
}

TEST_CASE("every line of the journal says of which pass it is", "[store][pass]") {
  const Folder folder;
  Store store = store_with_a_case(folder.file("survey.db"));
  REQUIRE(store.save(small_form(), id, begun(store).revision, nurses(9), second_pass));
  std::vector<int> passes;
  const auto history = store.history(small_form(), id, "nurses");
  for (const Entry& entry : *history) passes.push_back(entry.pass);
  CHECK(passes == std::vector<int>{first_pass, second_pass});
}

TEST_CASE("an audit finds a second pass that was tampered with, and a rebuild mends it", "[store][pass]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  {
    Store store = store_with_a_case(path);
    const auto revision = begun(store).revision;
    REQUIRE(store.save(small_form(), id, revision, {nurses(9)[0], changed(Entry::Action::close)}, second_pass));
  }
  const std::vector<std::vector<std::string>> damages = {
      {"UPDATE case_pass SET snapshot = replace(snapshot, '9', '8') WHERE pass = 2",
       "The snapshot of pass 2 of case 11-001 differs from its journal at nurses."},
      {"UPDATE case_pass SET closed = 0 WHERE pass = 2", "The snapshot of pass 2 of case 11-001 differs from its journal."},
      {"DELETE FROM case_pass WHERE pass = 2", "Pass 2 of case 11-001 is in the journal but has no snapshot."}};
  for (const auto& damage : damages) {
    REQUIRE(tamper(path, damage[0]).empty());
    Store store = open_at(path);
    CHECK(findings(store) == std::vector<std::string>{damage[1]});
    CHECK(store.rebuild()->findings.empty());
    CHECK(nurses_of(store, second_pass) == forms::Value(std::int64_t{9}));
    CHECK(nurses_of(store, first_pass) == forms::Value(std::int64_t{7}));
    CHECK(store.read(small_form(), id, second_pass)->current.state == forms::CaseState::closed);
  }
}

TEST_CASE("a process that is killed in a second pass loses nothing that was saved", "[store][pass]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  Child there([&](const Parent& parent) {
    Store store = store_with_a_case(path);
    std::int64_t revision = begun(store).revision;
    for (std::int64_t figure = 1;; ++figure) {
      const auto saved = store.save(small_form(), id, revision, nurses(figure), second_pass);
      if (!saved) return;
      revision = *saved;
      parent.tell(std::to_string(figure));
    }
  });
  std::int64_t told = 0;
  while (told < 40) told = std::stoll(there.line());
  there.kill();

  Store store = open_at(path);
  const forms::Value kept = nurses_of(store, second_pass);
  CHECK(std::get<std::int64_t>(kept) >= told);
  CHECK(nurses_of(store, first_pass) == forms::Value(std::int64_t{7}));
  CHECK(findings(store).empty());
  CHECK(store.acquire(id));
}

TEST_CASE("while one process keys the second pass no other opens the case", "[store][pass]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  Child there([&](const Parent& parent) {
    Store store = store_with_a_case(path);
    parent.tell(begun(store).revision > 0 ? "begun" : "");
    parent.wait_for_go();
  });
  REQUIRE(there.line() == "begun");
  Store here = open_at(path);
  CHECK_FALSE(here.acquire(id));
  CHECK_FALSE(here.save(small_form(), id, 3, nurses(8)));
  CHECK_FALSE(here.save(small_form(), id, 2, nurses(8), second_pass));
  there.go();
}

TEST_CASE("a file from before there were second passes knows which first ones are closed", "[store][pass]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  {
    Store store = store_with_a_case(path);
    REQUIRE(store.save(small_form(), id, store.read(small_form(), id)->revision, {changed(Entry::Action::close)}));
  }
  REQUIRE(tamper(path, "ALTER TABLE case_pass DROP COLUMN closed; PRAGMA user_version = 3").empty());
  Store store = open_at(path);
  CHECK(store.read(small_form(), id)->current.state == forms::CaseState::closed);
  CHECK(findings(store).empty());
}
