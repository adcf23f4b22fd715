// The file format
// ===============
//
// A Genpyo database is one SQLite 3 file. In its header, application_id is 0x47656E70 ("Genp") and
// user_version counts the migrations below that it has been through. It is kept in WAL mode, so
// while it is open two more files (-wal, -shm) stand beside it and belong to it.
//
// All text is UTF-8. Times are ISO 8601 with milliseconds in UTC: 2018-03-01T09:30:00.000Z.
//
// form_archive  The definitions that cases were keyed under, whole, by the SHA-256 of their text.
// survey_case   One row a case: under which definition, open or closed.
// mark          The journal. Everything that ever happened to a case, one line each, in order.
// case_pass     The present marks of a pass: a snapshot, which follows from the journal.
// case_hold     Who has a case open now. Means nothing after the holder is gone.
// wrong_pin     How often in a row an operator's PIN was wrong, and when last. No row: it was right.
//
// The journal
// -----------
// Lines are numbered from 1 without gaps (sequence). Triggers refuse to alter or delete a line, and
// to add one out of turn. The actions:
//
//   create     first line of a case; text = hash of its form
//   mark       subject = item, content = what was marked (below), raw = what was keyed
//   note       subject = item, text = the remark; an empty one takes the remark away
//   confirm    subject = key of a soft violation
//   override   subject = key of a hard violation, reason = why it may stand
//   close, reopen
//
// A pass is one keying of the whole sheet. Pass 1 is the one that counts: it is what every reading
// gives, and state, created_at and changed_at of survey_case are its own. Pass 2 is keyed without
// sight of it and begins with a create of its own; once it is closed it stays as it is. Where the
// two differ, a mark on pass 1 whose reason begins with "second pass: " settles the item.
//
// After-coding has subjects of its own, which move no snapshot: a mark under second:ITEM is what a
// second coder gave the answer without sight of the first one's codes, a note under code:ITEM adds
// a code to the item's list ("8 Telephone conferences") and belongs to the case that called for it.
// A mark under ITEM with the reason "settled" is what was agreed where the two differed.
//
// content is JSON: a figure is a number, codes are an array of numbers, a text is a string, a date
// is {"date":"1964-04-01"}, with X for the digits of what is unknown ("1964-04-XX", as ISO 8601-2
// has it). What is missing is {"missing":"illegible"}, with the codes that were marked where it is
// {"missing":"several_marks","codes":[1,3]}. {"missing":"not_keyed"} takes a mark back. Where the
// action is not mark, content is empty.
//
// hash is the SHA-256, in 64 lower-case hexadecimal digits, of these fields one after the other:
//
//   previous sequence case_id pass action subject content text raw operator at reason
//
// each as its length in bytes, a colon, its bytes and a comma (numbers in decimal), so that
// ("ab","c") and ("a","bc") differ: 64:000…0,1:1,6:11-001,… . previous is the hash of the line
// before, 64 zeros for line 1. So an altered, inserted or lost line breaks the chain at its place.
// What the chain cannot show by itself is that lines were cut off its end or that all of it was
// written anew: for that, note the head (hash of the newest line) outside of the file.
//
// The snapshot
// ------------
// case_pass.snapshot is one JSON object, keys in order, without spaces:
//
//   {"confirmed":["check:staff_order"],
//    "marks":{"founder":{"content":[1],"raw":"1"}},
//    "notes":{"founder":"crossed out"},
//    "overridden":{"constraint:days":"the clinic confirmed by telephone"}}
//
// An item that is not keyed is absent from marks. revision counts the journal lines of the pass,
// keyed the marks, last_item names the item of the newest mark, closed is 1 when the pass is. All
// of it, and state, created_at and changed_at of survey_case, is what replaying the journal gives:
// it is written in the same transaction as the lines and can be made anew from them.
//
// A view for each form, <form_id>_<version>, gives analysts one row a case and one column an item
// (view.cpp). Views hold nothing and may be dropped.
#include "store/schema.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <array>
#include <map>

namespace genpyo::store {
namespace {

// Number N brings a file from user_version N to N + 1. A migration that has been released is never
// edited; the next change is a new one at the end.
constexpr std::array migrations = {
    R"sql(
CREATE TABLE form_archive (
  hash TEXT PRIMARY KEY,
  form_id TEXT NOT NULL,
  version TEXT NOT NULL,
  text TEXT NOT NULL,
  archived_at TEXT NOT NULL
) STRICT;

CREATE TABLE survey_case (
  id TEXT PRIMARY KEY,
  form_hash TEXT NOT NULL REFERENCES form_archive (hash),
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE mark (
  sequence INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES survey_case (id),
  pass INTEGER NOT NULL CHECK (pass >= 1),
  action TEXT NOT NULL
    CHECK (action IN ('create', 'mark', 'note', 'confirm', 'override', 'close', 'reopen')),
  subject TEXT NOT NULL,
  content TEXT NOT NULL,
  text TEXT NOT NULL,
  raw TEXT NOT NULL,
  operator TEXT NOT NULL,
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE INDEX mark_of_case ON mark (case_id, pass, sequence);

CREATE TRIGGER mark_is_not_altered BEFORE UPDATE ON mark
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER mark_is_not_deleted BEFORE DELETE ON mark
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER mark_comes_in_turn BEFORE INSERT ON mark
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM mark)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE case_pass (
  case_id TEXT NOT NULL REFERENCES survey_case (id),
  pass INTEGER NOT NULL CHECK (pass >= 1),
  revision INTEGER NOT NULL,
  keyed INTEGER NOT NULL,
  last_item TEXT NOT NULL,
  snapshot TEXT NOT NULL,
  PRIMARY KEY (case_id, pass)
) STRICT;

CREATE TABLE case_hold (
  case_id TEXT PRIMARY KEY REFERENCES survey_case (id),
  host TEXT NOT NULL,
  pid INTEGER NOT NULL,
  started TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  renewed_at TEXT NOT NULL
) STRICT;
)sql",
    R"sql(
CREATE TABLE wrong_pin (
  operator TEXT PRIMARY KEY,
  count INTEGER NOT NULL CHECK (count >= 1),
  last_at TEXT NOT NULL
) STRICT;
)sql",
    // Also so that a program which takes every subject for an item's name refuses the file.
    R"sql(
CREATE INDEX mark_of_coding ON mark (subject, sequence) WHERE instr(subject, ':') > 0;
)sql",
    // A second pass is closed or open by itself, while survey_case tells of the first.
    R"sql(
ALTER TABLE case_pass ADD COLUMN closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1));
UPDATE case_pass SET closed = 1
  WHERE pass = 1 AND case_id IN (SELECT id FROM survey_case WHERE state = 'closed');
)sql"};

using Definitions = std::map<std::string, std::string>;  // "trigger mark_is_not_altered" → its SQL

Definitions definitions_in(SQLite::Database& database) {
  Definitions found;
  SQLite::Statement rows(database,
                         "SELECT type || ' ' || name, sql FROM sqlite_schema "
                         "WHERE type IN ('table', 'index', 'trigger') AND sql IS NOT NULL");
  while (rows.executeStep()) {
    found.emplace(rows.getColumn(0).getString(), rows.getColumn(1).getString());
  }
  return found;
}

}  // namespace

std::int64_t newest_schema() { return static_cast<std::int64_t>(migrations.size()); }

void migrate(SQLite::Database& database) {
  // All of them at once: whoever opens the same new file meanwhile waits for one commit, not many.
  SQLite::Transaction whole(database, SQLite::TransactionBehavior::IMMEDIATE);
  // Read inside the transaction: another process may have been here first.
  const std::int64_t version = database.execAndGet("PRAGMA user_version").getInt64();
  for (std::int64_t step = version; step < newest_schema(); ++step) {
    database.exec(migrations.at(static_cast<std::size_t>(step)));
  }
  if (version < newest_schema()) {
    database.exec("PRAGMA application_id = " + std::to_string(our_application_id));
    database.exec("PRAGMA user_version = " + std::to_string(newest_schema()));
  }
  whole.commit();
}

std::vector<std::string> schema_findings(SQLite::Database& database) {
  SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  migrate(fresh);
  const Definitions expected = definitions_in(fresh);
  const Definitions present = definitions_in(database);
  std::vector<std::string> findings;
  for (const auto& [name, sql] : expected) {
    const auto found = present.find(name);
    if (found == present.end()) {
      findings.push_back("The " + name + " is missing from the file.");
    } else if (found->second != sql) {
      findings.push_back("The " + name + " is not as Genpyo makes it.");
    }
  }
  for (const auto& [name, sql] : present) {
    if (name.starts_with("trigger ") && !expected.contains(name)) {
      findings.push_back("The " + name + " is not one of Genpyo's.");
    }
  }
  return findings;
}

}  // namespace genpyo::store
