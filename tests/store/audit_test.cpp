#include <catch2/catch.hpp>

#include "store/journal.h"
#include "tests/store/fixture.h"

using namespace genpyo;
using namespace genpyo::store;
using Findings = std::vector<std::string>;

namespace {

// As an attacker would: the triggers away, the deed, the triggers back as they were.
void tamper_past_triggers(const std::string& path, const std::string& deed) {
  const auto triggers =
      query(path, "SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger' ORDER BY name");
  std::string sql =
      "DROP TRIGGER mark_is_not_altered; DROP TRIGGER mark_is_not_deleted;"
      "DROP TRIGGER mark_comes_in_turn;" +
      deed + ";";
  for (const std::string& trigger : triggers) sql += trigger;
  REQUIRE(tamper(path, sql) == "");
}

Findings findings_of(const std::string& path) {
  auto store = Store::open_read_only(path);
  REQUIRE(store);
  const auto report = store->audit();
  REQUIRE(report);
  return report->findings;
}

// A file with cases 11-001 (lines 1 to 3; founder, nurses) and 11-002 (lines 4 and 5; remark).
struct Audited {
  Folder folder;
  std::string path = folder.file("survey.db");
  Audited() {
    Store store = store_with_a_case(path);
    REQUIRE(store.create(small_form(), store.form_hashes()->at(0), "11-002",
                         {marked("remark", std::string("none"), "none")}));
  }
};

}  // namespace

TEST_CASE("A file that nobody touched has no findings, and its head is its newest line",
          "[store][audit]") {
  const Audited file;

  Store store = open_at(file.path);
  const auto report = store.audit();

  CHECK(report->findings == Findings{});
  CHECK(report->entries == 5);
  CHECK(report->head == query(file.path, "SELECT hash FROM mark WHERE sequence = 5").at(0));
}

TEST_CASE("A new file has an empty journal, whose head is 64 zeros", "[store][audit]") {
  const Folder folder;
  Store store = open_at(folder.file("survey.db"));

  CHECK(store.audit()->entries == 0);
  CHECK(store.audit()->head == no_previous);
  CHECK(store.audit()->findings == Findings{});
}

TEST_CASE("An altered line is found, whichever column it is", "[store][audit]") {
  const Audited file;
  const std::string deed =
      GENERATE("content = '70'", "raw = '70'", "operator = 'another'",
               "at = '2017-01-01T00:00:00.000Z'", "reason = 'so'", "text = 'x'",
               "raw = cast(x'ff' AS TEXT)", "hash = 'abc'", "previous = 'abc'");

  tamper_past_triggers(file.path, "UPDATE mark SET " + std::string(deed) + " WHERE sequence = 3");

  CHECK(findings_of(file.path).at(0) ==
        "Line 3 of the journal (case 11-001, nurses) has been altered.");
}

TEST_CASE("A line altered together with its own hash breaks the chain at the next",
          "[store][audit]") {
  const Audited file;
  auto hash = [&] {
    SQLite::Database database(file.path);
    Statements sql(database);
    auto row = sql.with("SELECT * FROM mark WHERE sequence = 3");
    REQUIRE(row.next());
    Line line = line_at(row);
    line.content = "70";
    return hash_of(line);
  }();

  tamper_past_triggers(file.path,
                       "UPDATE mark SET content = '70', hash = '" + hash + "' WHERE sequence = 3");

  CHECK(findings_of(file.path) ==
        Findings{"Line 4 of the journal is not chained to the line before: the journal has been "
                 "altered there.",
                 "The snapshot of case 11-001 differs from its journal at nurses."});
}

TEST_CASE("A line taken out is found by its number", "[store][audit]") {
  const Audited file;

  tamper_past_triggers(file.path, "DELETE FROM mark WHERE sequence = 2");

  CHECK(findings_of(file.path).at(0) ==
        "Line 3 of the journal follows line 1: lines between are lost.");
}

TEST_CASE("A line cut off the end is missed by its snapshot", "[store][audit]") {
  const Audited file;

  tamper_past_triggers(file.path, "DELETE FROM mark WHERE sequence = 5");

  CHECK(findings_of(file.path) ==
        Findings{"The snapshot of case 11-002 differs from its journal at remark."});
}

TEST_CASE("What was changed beside the journal is found", "[store][audit]") {
  const Audited file;
  const auto [deed, finding] = GENERATE(table<std::string, std::string>(
      {{"UPDATE case_pass SET snapshot = replace(snapshot, '7', '9') WHERE case_id = '11-001'",
        "The snapshot of case 11-001 differs from its journal at nurses."},
       {"UPDATE case_pass SET revision = 4 WHERE case_id = '11-001'",
        "The snapshot of case 11-001 differs from its journal."},
       {"UPDATE case_pass SET snapshot = '{' WHERE case_id = '11-001'",
        "The snapshot of case 11-001 differs from its journal."},
       {"DELETE FROM case_pass WHERE case_id = '11-001'",
        "Case 11-001 is in the journal but has no snapshot."},
       {"UPDATE survey_case SET state = 'closed' WHERE id = '11-001'",
        "Case 11-001 is listed with another form, state or time than its journal gives."},
       {"UPDATE survey_case SET id = '13-001' WHERE id = '11-001'",
        "Case 11-001 is in the journal but not in the list of cases."},
       {"INSERT INTO survey_case SELECT '99-999', form_hash, 'open', '', '' FROM survey_case "
        "LIMIT 1",
        "Case 99-999 has a record that the journal knows nothing of."},
       {"UPDATE form_archive SET text = 'form_id: other'",
        "The archived form clinic 1 has been altered."},
       {"DROP TRIGGER mark_is_not_deleted",
        "The trigger mark_is_not_deleted is missing from the file."},
       {"DROP INDEX mark_of_case; CREATE INDEX mark_of_case ON mark (at)",
        "The index mark_of_case is not as Genpyo makes it."},
       {"CREATE TRIGGER spy AFTER INSERT ON mark BEGIN DELETE FROM case_hold; END",
        "The trigger spy is not one of Genpyo's."}}));

  REQUIRE(tamper(file.path, deed) == "");

  const Findings findings = findings_of(file.path);
  CHECK_THAT(findings, Catch::VectorContains(finding));
}

TEST_CASE("A file with every line altered gives a list that ends", "[store][audit]") {
  const Folder folder;
  const std::string path = folder.file("survey.db");
  {
    Store store = open_at(path);
    const std::vector<Change> changes(300, marked("nurses", std::int64_t{1}, "1"));
    REQUIRE(store.import(small_form(), *store.archive(small_form()), {{"11-001", changes}}));
  }
  tamper_past_triggers(path, "UPDATE mark SET reason = 'x'");

  const Findings findings = findings_of(path);

  CHECK(findings.size() == 201);
  CHECK(findings.back() == "There are 101 more findings like these.");
}

TEST_CASE("Rebuild makes the snapshots anew from the journal", "[store][audit]") {
  const Audited file;
  REQUIRE(tamper(file.path,
                 "UPDATE case_pass SET snapshot = '{' WHERE case_id = '11-001';"
                 "DELETE FROM case_pass WHERE case_id = '11-002';"
                 "UPDATE survey_case SET state = 'closed', created_at = '' WHERE id = '11-001';"
                 "INSERT INTO survey_case SELECT '99-999', form_hash, 'open', '', '' "
                 "FROM survey_case LIMIT 1") == "");
  Store store = open_at(file.path);
  REQUIRE(store.read(small_form(), "11-001").failure().sentence ==
          "The record of case 11-001 is damaged; run genpyo audit --rebuild.");

  const auto report = store.rebuild();

  CHECK(report->findings == Findings{});
  const auto stored = store.read(small_form(), "11-001");
  CHECK(stored->current.marks[2] == forms::Mark{std::int64_t{7}, {}, "7"});
  CHECK(stored->current.state == forms::CaseState::open);
  CHECK(stored->revision == 3);
  CHECK(store.read(small_form(), "11-002")->last_item == "remark");
  CHECK_FALSE(*store.has("99-999"));
}

TEST_CASE("Rebuild does not write an altered journal into the snapshots", "[store][audit]") {
  const Audited file;
  tamper_past_triggers(file.path, "UPDATE mark SET content = '70' WHERE sequence = 3");
  Store store = open_at(file.path);

  const auto report = store.rebuild();

  CHECK(report->findings.at(0).find("Nothing was rebuilt") == 0);
  CHECK(store.read(small_form(), "11-001")->current.marks[2].content ==
        forms::Value(std::int64_t{7}));
}

TEST_CASE("the head without an audit is the newest line's, and an empty journal has none") {
  const Audited file;
  auto store = Store::open_read_only(file.path);
  REQUIRE(store);
  const auto head = store->head();
  REQUIRE(head);
  CHECK(head->hash == store->audit()->head);
  CHECK(head->at == query(file.path, "SELECT at FROM mark ORDER BY sequence DESC LIMIT 1").at(0));
  Folder folder;
  auto empty = Store::open(folder.file("empty.db"), [] { return std::string("2018-03-01T09:30:00.000Z"); }, "clerk");
  REQUIRE(empty);
  CHECK(empty->head()->hash.empty());
}
