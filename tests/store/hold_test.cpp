// Two at one file: who may open a case, and whose save is refused.
#include <catch2/catch.hpp>

#include "store/process.h"
#include "tests/store/child.h"
#include "tests/store/fixture.h"

using namespace genpyo;
using namespace genpyo::store;

namespace {

std::string acquire(Store& store, const std::string& case_id) {
  const auto done = store.acquire(case_id);
  return done ? "" : done.failure().sentence;
}

std::vector<Change> nurses(std::int64_t figure) {
  return {marked("nurses", figure, std::to_string(figure))};
}

// A hold written by a machine that is not this one.
void held_elsewhere(const std::string& path, const std::string& renewed_at) {
  REQUIRE(tamper(path,
                 "UPDATE case_hold SET host = 'kiosk-2', pid = 77, started = '5', taken_at = "
                 "'2018-03-01T09:00:00.000Z', renewed_at = '" +
                     renewed_at + "'") == "");
}

}  // namespace

TEST_CASE("A case that another process has open says where, and is free when that one lets go",
          "[store][hold]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  Child there([&](const Parent& parent) {
    Store store = store_with_a_case(path);
    parent.tell(words_for(this_process()));
    parent.wait_for_go();
    parent.tell(store.release("11-001") ? "released" : "not released");
    parent.wait_for_go();
  });
  const std::string holder = there.line();
  Store here = open_at(path);

  CHECK(acquire(here, "11-001") == "Case 11-001 is open elsewhere (" + holder + " since " +
                                       half_past_nine + "); leave it there first.");
  CHECK(here.cases()->at(0).open_at == holder);
  CHECK(here.holder("11-001")->elsewhere == holder);
  CHECK_FALSE(here.holder("11-001")->here);
  CHECK(here.save(small_form(), "11-001", 3, nurses(8)).failure().sentence ==
        "Case 11-001 is not open here; open it again.");

  there.go();
  REQUIRE(there.line() == "released");
  CHECK(here.holder("11-001")->elsewhere == "");
  CHECK(acquire(here, "11-001") == "");
  CHECK(here.holder("11-001")->here);
  CHECK(here.save(small_form(), "11-001", 3, nurses(8)));
}

TEST_CASE("Two processes key different cases of one file at once", "[store][hold]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  {
    Store store = store_with_a_case(path);
    REQUIRE(store.create(small_form(), store.form_hashes()->at(0), "11-002", {}));
  }
  const auto key = [&](const std::string& case_id, std::int64_t revision) {
    return [&path, case_id, revision](const Parent& parent) {
      Store store = open_at(path);
      std::string told = acquire(store, case_id);
      for (std::int64_t n = 0; n < 50 && told.empty(); ++n) {
        const auto saved = store.save(small_form(), case_id, revision + n, nurses(n));
        if (!saved) told = saved.failure().sentence;
      }
      parent.tell("done " + told);
    };
  };

  Child first(key("11-001", 3)), second(key("11-002", 1));

  CHECK(first.line() == "done ");
  CHECK(second.line() == "done ");
  Store store = open_at(path);
  CHECK(store.read(small_form(), "11-001")->revision == 53);
  CHECK(store.read(small_form(), "11-002")->revision == 51);
  CHECK(store.audit()->findings.empty());
}

TEST_CASE("The hold of a process that died is taken over, and its marks are kept",
          "[store][hold]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  { store_with_a_case(path); }
  Child dead([&](const Parent& parent) {
    Store store = open_at(path);
    parent.tell(acquire(store, "11-001"));
    parent.tell(store.save(small_form(), "11-001", 3, nurses(8)) ? "saved" : "");
    _exit(0);  // without letting go
  });
  REQUIRE(dead.line().empty());
  REQUIRE(dead.line() == "saved");
  dead.wait();
  REQUIRE(query(path, "SELECT count(*) FROM case_hold").at(0) == "1");
  Store store = open_at(path);

  CHECK(store.cases()->at(0).open_at.empty());
  CHECK(acquire(store, "11-001").empty());
  CHECK(store.save(small_form(), "11-001", 4, nurses(9)));
}

TEST_CASE("A process id that was used again is not the holder", "[store][hold]") {
  Process other = this_process();
  REQUIRE(lives(other));
  other.started += "0";

  CHECK_FALSE(lives(other));
  CHECK_FALSE(lives({other.host, 0, ""}));
}

TEST_CASE("A hold of another machine ends two minutes after its last renewal", "[store][hold]") {
  const auto [renewed_at, refused] = GENERATE(
      table<std::string, bool>({{"2018-03-01T09:28:30.000Z", true},   // 90 s ago
                                {"2018-03-01T09:27:59.000Z", false},  // 121 s ago
                                {"2018-03-01T09:30:20.000Z", true},   // its clock is a little ahead
                                {"never", false}}));
  const Folder folder;
  const std::string path = folder.file("survey.db");
  Store store = store_with_a_case(path);
  held_elsewhere(path, renewed_at);

  const std::string told = acquire(store, "11-001");

  INFO(renewed_at);
  CHECK(told == (refused ? "Case 11-001 is open elsewhere (kiosk-2, process 77 since "
                           "2018-03-01T09:00:00.000Z); leave it there first."
                         : ""));
}

TEST_CASE("A renewal moves the time, and tells when the case was taken over", "[store][hold]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  { store_with_a_case(path); }
  Store store = open_at(path, "2018-03-01T10:00:00.000Z");
  REQUIRE(store.acquire("11-001"));
  Store later = open_at(path, "2018-03-01T10:00:30.000Z");  // the same process, half a minute on

  REQUIRE(later.renew("11-001"));

  CHECK(query(path, "SELECT renewed_at FROM case_hold").at(0) == "2018-03-01T10:00:30.000Z");
  held_elsewhere(path, half_past_nine);
  CHECK(store.renew("11-001").failure().sentence ==
        "Case 11-001 is no longer open here; open it again.");
  CHECK_FALSE(store.save(small_form(), "11-001", 3, nurses(8)));
  REQUIRE(store.release("11-001"));
  CHECK(query(path, "SELECT host FROM case_hold").at(0) == "kiosk-2");
}

TEST_CASE("A process may take its own case twice, and lets go of it with the store",
          "[store][hold]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  {
    Store store = store_with_a_case(path);
    CHECK(acquire(store, "11-001").empty());
    CHECK(query(path, "SELECT count(*) FROM case_hold").at(0) == "1");
    CHECK(acquire(store, "99-999") == "There is no case 99-999 in " + path + "; check its number.");
  }
  CHECK(query(path, "SELECT count(*) FROM case_hold").at(0) == "0");
}

TEST_CASE("A save on a revision that is gone is refused, and nothing of it is kept",
          "[store][hold]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  Store one = store_with_a_case(path);
  Store two = open_at(path);
  REQUIRE(two.acquire("11-001"));
  REQUIRE(two.save(small_form(), "11-001", 3, nurses(8)));

  const auto saved = one.save(small_form(), "11-001", 3, nurses(9));

  CHECK(saved.failure().sentence == "Case 11-001 has changed elsewhere; open it again.");
  CHECK(one.read(small_form(), "11-001")->current.marks[2].raw == "8");
  CHECK(one.history(small_form(), "11-001", "nurses")->size() == 2);
}
