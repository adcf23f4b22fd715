#include "forms/sha256.h"
#include "store/connection.h"
#include "store/encoding.h"
#include "store/pass.h"
#include "store/replay.h"
#include "store/schema.h"
#include "store/store.h"

namespace genpyo::store {
namespace {

using forms::Result;

void check_file(SQLite::Database& database, Statements& sql, Findings& findings) {
  auto rows = sql.with("PRAGMA integrity_check(20)");
  while (rows.next()) {
    if (rows.text(0) != "ok") findings.add("The file is damaged: " + rows.text(0) + ".");
  }
  for (std::string& finding : schema_findings(database)) findings.add(std::move(finding));
}

void check_forms(Statements& sql, Findings& findings) {
  auto rows = sql.with("SELECT hash, form_id, version, text FROM form_archive ORDER BY hash");
  while (rows.next()) {
    if (forms::sha256_hex(rows.text(3)) == rows.text(0)) continue;
    findings.add("The archived form " + rows.text(1) + " " + rows.text(2) + " has been altered.");
  }
}

// The item at which two snapshots part, as " at founder"; "" when they do elsewhere.
std::string difference(const Snapshot& expected, const Snapshot& found) {
  for (const auto& [name, mark] : expected.marks) {
    const auto same = found.marks.find(name);
    if (same == found.marks.end() || !(same->second == mark)) return " at " + name;
  }
  for (const auto& [name, mark] : found.marks) {
    if (!expected.marks.contains(name)) return " at " + name;
  }
  return "";
}

std::string name_of(const Replayed& pass, bool begins = true) {
  if (pass.pass != first_pass) {
    return (begins ? "Pass " : "pass ") + std::to_string(pass.pass) + " of case " + pass.case_id;
  }
  return (begins ? "Case " : "case ") + pass.case_id;
}

void check_snapshot(Statements& sql, const Replayed& expected, Findings& findings) {
  auto row = sql.with(
      "SELECT snapshot, revision, keyed, last_item, closed FROM case_pass WHERE case_id = ? AND pass = ?",
      expected.case_id, expected.pass);
  if (!row.next()) {
    findings.add(name_of(expected) + " is in the journal but has no snapshot.");
    return;
  }
  const Snapshot& snapshot = expected.snapshot;
  if (row.text(0) == encode(snapshot) && row.number(1) == snapshot.revision &&
      row.number(2) == static_cast<std::int64_t>(snapshot.marks.size()) &&
      row.text(3) == snapshot.last_item &&
      (row.number(4) != 0) == (snapshot.state == forms::CaseState::closed)) {
    return;
  }
  const auto found = decode(row.text(0));
  findings.add("The snapshot of " + name_of(expected, false) + " differs from its journal" +
               (found ? difference(snapshot, *found) : "") + ".");
}

// A later pass is of the same form, and has no say in the list of cases.
void check_later_pass(Statements& sql, const Replayed& expected, Findings& findings) {
  auto row = sql.with("SELECT form_hash FROM survey_case WHERE id = ?", expected.case_id);
  if (row.next() && row.text(0) == expected.form_hash) return;
  findings.add("Pass " + std::to_string(expected.pass) + " of case " + expected.case_id +
               " was keyed under another form than the case.");
}

void check_case(Statements& sql, const Replayed& expected, Findings& findings) {
  if (expected.pass != first_pass) return check_later_pass(sql, expected, findings);
  auto row =
      sql.with("SELECT form_hash, state, created_at, changed_at FROM survey_case WHERE id = ?",
               expected.case_id);
  const bool closed = expected.snapshot.state == forms::CaseState::closed;
  if (!row.next()) {
    findings.add("Case " + expected.case_id + " is in the journal but not in the list of cases.");
  } else if (row.text(0) != expected.form_hash || (row.text(1) == "closed") != closed ||
             row.text(2) != expected.created_at || row.text(3) != expected.changed_at) {
    findings.add("Case " + expected.case_id +
                 " is listed with another form, state or time than its journal gives.");
  }
}

void check_strangers(Statements& sql, Findings& findings) {
  auto rows = sql.with(
      "SELECT id FROM survey_case WHERE id NOT IN (SELECT case_id FROM mark) UNION "
      "SELECT case_id FROM case_pass AS p WHERE NOT EXISTS "
      "(SELECT 1 FROM mark AS m WHERE m.case_id = p.case_id AND m.pass = p.pass)");
  while (rows.next()) {
    findings.add("Case " + rows.text(0) + " has a record that the journal knows nothing of.");
  }
}

}  // namespace

Result<AuditReport> Store::audit() {
  Connection& file = *connection_;
  return file.reading([&]() -> Result<AuditReport> {
    Findings findings;
    check_file(file.database, file.sql, findings);
    const Chain chain = check_chain(file.sql, findings);
    check_forms(file.sql, findings);
    replay(file.sql, [&](const Replayed& expected) {
      check_snapshot(file.sql, expected, findings);
      check_case(file.sql, expected, findings);
    });
    check_strangers(file.sql, findings);
    return AuditReport{chain.entries, chain.head, findings.take()};
  });
}

}  // namespace genpyo::store
