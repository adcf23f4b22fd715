// What is in the file after the worst: a process killed, a disk full.
#include <sched.h>
#include <sys/mount.h>

#include <catch2/catch.hpp>
#include <random>

#include "tests/store/child.h"
#include "tests/store/fixture.h"

using namespace genpyo;
using namespace genpyo::store;

namespace {

// Saves one mark after the other and tells each revision that the store acknowledged. The figure
// marked is the revision that the save leads to.
void key_for_ever(const std::string& path, const Parent& parent) {
  Store store = open_at(path);
  if (!store.acquire("11-001")) return;
  std::int64_t revision = store.read(small_form(), "11-001")->revision;
  for (;;) {
    const auto saved = store.save(small_form(), "11-001", revision,
                                  {marked("nurses", revision + 1, std::to_string(revision + 1))});
    if (!saved) return;
    revision = *saved;
    parent.tell(std::to_string(revision));
  }
}

// A disk of 300 KiB, seen by this process alone. False when the machine does not permit it.
bool small_disk_at(const std::filesystem::path& folder) {
  return unshare(CLONE_NEWNS) == 0 &&
         mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
         mount("none", folder.c_str(), "tmpfs", 0, "size=300k") == 0;
}

}  // namespace

TEST_CASE("Everything acknowledged before kill -9 is in the file", "[store][crash]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  { store_with_a_case(path); }
  std::mt19937 random(20180301);
  std::uniform_int_distribution<int> points(1, 20);

  for (int round = 0; round < 50; ++round) {
    Child clerk([&](const Parent& parent) { key_for_ever(path, parent); });
    std::string acknowledged;
    for (int left = points(random); left > 0; --left) acknowledged = clerk.line();
    clerk.kill();
    for (std::string line; !(line = clerk.line()).empty();) acknowledged = line;

    Store store = open_at(path);
    const auto stored = store.read(small_form(), "11-001");
    INFO("round " << round);
    REQUIRE_FALSE(acknowledged.empty());
    REQUIRE(stored);
    REQUIRE(stored->revision >= std::stoll(acknowledged));
    REQUIRE(stored->revision <= std::stoll(acknowledged) + 1);
    REQUIRE(stored->current.marks[2].content == forms::Value(stored->revision));
    REQUIRE(store.audit()->findings.empty());
  }
}

TEST_CASE("A full disk is told, and what was saved before it is whole", "[store][crash]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  Child clerk([&](const Parent& parent) {
    if (!small_disk_at(folder.path())) return parent.tell("no disk");
    Store store = store_with_a_case(path);
    std::int64_t revision = 3;
    std::string said;
    while (said.empty() && revision < 1000) {
      const auto saved = store.save(small_form(), "11-001", revision,
                                    {marked("remark", std::string(5000, 'a'), "")});
      if (saved) revision = *saved;
      if (!saved) said = saved.failure().sentence;
    }
    parent.tell(said);
    const auto stored = store.read(small_form(), "11-001");
    parent.tell(stored && stored->revision == revision ? "kept" : "lost");
    const auto report = store.audit();
    parent.tell(report && report->findings.empty() ? "clean" : "not clean");
    parent.tell(revision > 5 ? "some saved" : "none saved");
  });

  const std::string said = clerk.line();

  if (said == "no disk") {
    WARN("skipped: mounting a small disk is not permitted here");
    return;
  }
  CHECK(said == "The disk that holds " + path + " is full; free some space and try again.");
  CHECK(clerk.line() == "kept");
  CHECK(clerk.line() == "clean");
  CHECK(clerk.line() == "some saved");
}

TEST_CASE("A survey's worth of cases is imported whole", "[store]") {
  const Folder folder;
  Store store = open_at(folder.file("survey.db"));
  forms::Form form = small_form();
  form.items.clear();
  std::vector<Change> changes;
  for (int n = 0; n < 190; ++n) {
    form.items.push_back(item("item_" + std::to_string(n), forms::ItemType::integer));
    changes.push_back(marked(form.items.back().name, std::int64_t{n}, std::to_string(n)));
  }
  std::vector<Store::NewCase> cases;
  for (int n = 0; n < 129; ++n) cases.push_back({std::to_string(n), changes});

  REQUIRE(store.import(form, *store.archive(form), cases));

  CHECK(store.cases()->size() == 129);
  CHECK(store.cases()->at(128).keyed == 190);
  CHECK(store.audit()->entries == 129 * 191);
  CHECK(store.audit()->findings.empty());
}
