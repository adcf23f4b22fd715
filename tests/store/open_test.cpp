#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "tests/store/child.h"
#include "tests/store/fixture.h"

using namespace genpyo;
using namespace genpyo::store;

namespace {

std::string refusal(const std::string& path) {
  const auto opened = Store::open(path, clock_at(half_past_nine), "clerk");
  return opened ? "opened" : opened.failure().sentence;
}

std::string reading_refusal(const std::string& path) {
  const auto opened = Store::open_read_only(path);
  return opened ? "opened" : opened.failure().sentence;
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("A new file is made with its folders, in WAL mode, and known as ours", "[store][open]") {
  const Folder folder;
  const std::string path = folder.file("new/deep/survey.db");

  REQUIRE(refusal(path) == "opened");

  CHECK(query(path, "PRAGMA application_id") == std::vector<std::string>{"1197829744"});
  CHECK(query(path, "PRAGMA user_version") == std::vector<std::string>{"4"});
  CHECK(query(path, "PRAGMA journal_mode") == std::vector<std::string>{"wal"});
  CHECK(query(path,
              "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND "
              "type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'") ==
        std::vector<std::string>{"0"});
}

TEST_CASE("An empty file becomes a database", "[store][open]") {
  const Folder folder;
  write_file(folder.file("survey.db"), "");

  CHECK(refusal(folder.file("survey.db")) == "opened");
}

TEST_CASE("A file that is not SQLite is refused and left as it is", "[store][open]") {
  const Folder folder;
  const std::string path = folder.file("letter.txt");
  const std::string bytes = GENERATE(std::string("x"), std::string("Dear Sir"),
                                     std::string(5000, '\xe3'), std::string(4096, '\0'));
  write_file(path, bytes);

  CHECK(refusal(path) == path + " is not a Genpyo database; choose another file.");
  CHECK(reading_refusal(path) == path + " is not a Genpyo database; choose another file.");
  CHECK((bytes_of(path) == bytes));
}

TEST_CASE("Another program's SQLite file is refused and left as it is", "[store][open]") {
  const Folder folder;
  const std::string path = folder.file("music.db");
  const std::string sql =
      GENERATE("CREATE TABLE song (title)", "PRAGMA application_id = 7", "PRAGMA user_version = 3");
  REQUIRE(tamper(path, sql).empty());
  const std::string before = bytes_of(path);

  CHECK(refusal(path) == path + " is not a Genpyo database; choose another file.");
  CHECK(reading_refusal(path) == path + " is not a Genpyo database; choose another file.");
  CHECK((bytes_of(path) == before));
}

TEST_CASE("A file of a newer Genpyo is refused", "[store][open]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  REQUIRE(refusal(path) == "opened");
  REQUIRE(tamper(path, "PRAGMA user_version = 5").empty());

  CHECK(refusal(path) == path + " was made by a newer Genpyo; update this one.");
  CHECK(reading_refusal(path) == path + " was made by a newer Genpyo; update this one.");
}

TEST_CASE("A path that cannot be a database is refused with what to do", "[store][open]") {
  const Folder folder;
  write_file(folder.file("file"), "x");
  const std::string under_a_file = folder.file("file/survey.db");

  CHECK(refusal("") == "The database has no name; give a file name.");
  CHECK(refusal(folder.path().string()) ==
        folder.path().string() + " is a folder; give a file in it.");
  CHECK(refusal(under_a_file).find("The folder " + folder.file("file") + " cannot be made: ") == 0);
  CHECK(reading_refusal(folder.file("none.db")) ==
        folder.file("none.db") + " does not exist; give the path of an existing database.");
  CHECK_FALSE(std::filesystem::exists(folder.file("none.db")));
  REQUIRE(mkfifo(folder.file("pipe").c_str(), 0600) == 0);
  CHECK(refusal(folder.file("pipe")) ==
        folder.file("pipe") + " is not a Genpyo database; choose another file.");
}

TEST_CASE("A folder without the right to write is refused for writing", "[store][open]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  chmod(folder.path().c_str(), 0555);

  CHECK(without_privilege([&] { return refusal(path); }) ==
        path +
            " cannot be opened: its folder is missing or closed to you; ask for the right to it, "
            "or choose another place.");
  chmod(folder.path().c_str(), 0755);
}

TEST_CASE("A read-only file is refused for writing and opened for reading", "[store][open]") {
  const Folder folder;
  const std::string path = folder.file("100% sure? #1.db");  // characters that a URI must escape
  { store_with_a_case(path); }
  chmod(path.c_str(), 0444);
  chmod(folder.path().c_str(), 0555);

  const std::string writing = without_privilege([&] { return refusal(path); });
  const std::string reading = without_privilege([&]() -> std::string {
    auto store = Store::open_read_only(path);
    if (!store) return store.failure().sentence;
    const auto stored = store->read(small_form(), "11-001");
    return stored ? stored->last_item : stored.failure().sentence;
  });

  chmod(folder.path().c_str(), 0755);
  CHECK(writing == path +
                       " cannot be written: the file or its folder is read-only; ask for the "
                       "right to write there, or choose another place.");
  CHECK(reading == "nurses");
}

TEST_CASE("In a read-only folder a reader sees what is in a writer's log, or nothing at all",
          "[store][open]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  Child writer([&](const Parent& parent) {
    Store store = store_with_a_case(path);
    parent.tell("written");
    parent.wait_for_go();  // alive: its case is in the -wal file only
  });
  REQUIRE(writer.line() == "written");
  chmod(folder.path().c_str(), 0555);
  const auto read_it = [&]() -> std::string {
    auto store = Store::open_read_only(path);
    if (!store) return store.failure().sentence;
    const auto stored = store->read(small_form(), "11-001");
    return stored ? stored->last_item : stored.failure().sentence;
  };

  const std::string seen = without_privilege(read_it);
  chmod((path + "-shm").c_str(), 0);
  const std::string unseen = without_privilege(read_it);

  chmod(folder.path().c_str(), 0755);
  CHECK(seen == "nurses");
  CHECK(unseen == path +
                      " cannot be opened: its folder is missing or closed to you; ask for the "
                      "right to it, or choose another place.");
}

TEST_CASE("A reader sees what a writer saves, and writes nothing itself", "[store][open]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  Store writer = store_with_a_case(path);
  auto reader = Store::open_read_only(path);
  REQUIRE(reader);
  REQUIRE(reader->read(small_form(), "11-001")->revision == 3);

  REQUIRE(writer.save(small_form(), "11-001", 3, {marked("nurses", std::int64_t{8}, "8")}));

  CHECK(reader->read(small_form(), "11-001")->revision == 4);
  CHECK_FALSE(reader->cases()->at(0).open_at.empty());
  CHECK(reader->audit()->findings.empty());
  const std::string refused = path + " is open for reading only; open it for writing.";
  CHECK(reader->acquire("11-001").failure().sentence == refused);
  CHECK(reader->archive(small_form()).failure().sentence == refused);
  CHECK(reader->rebuild().failure().sentence == refused);
  CHECK(reader->import(small_form(), "", {}).failure().sentence == refused);
}

TEST_CASE("Processes that make the same new file at once all get it", "[store][open]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  const auto open_it = [&](const Parent& parent) { parent.tell(refusal(path)); };

  Child first(open_it), second(open_it), third(open_it), fourth(open_it);

  for (Child* child : {&first, &second, &third, &fourth}) CHECK(child->line() == "opened");
}
