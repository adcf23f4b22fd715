#include "store/connection.h"
#include "store/pass.h"
#include "store/replay.h"
#include "store/store.h"

namespace genpyo::store {
namespace {

using forms::Done;
using forms::Failure;
using forms::Result;

void write_case(Statements& sql, const Replayed& replayed) {
  if (replayed.pass != first_pass) {  // its case came before it
    write_pass(sql, replayed.case_id, replayed.pass, replayed.snapshot, replayed.changed_at);
    return;
  }
  sql.with(
         "INSERT INTO survey_case (id, form_hash, state, created_at, changed_at) "
         "VALUES (?1, ?2, 'open', ?3, ?3) ON CONFLICT (id) DO UPDATE SET "
         "form_hash = ?2, created_at = ?3",
         replayed.case_id, replayed.form_hash, replayed.created_at)
      .run();
  write_pass(sql, replayed.case_id, replayed.pass, replayed.snapshot, replayed.changed_at);
}

void drop_strangers(Statements& sql) {
  sql.with("DELETE FROM case_hold WHERE case_id NOT IN (SELECT case_id FROM mark)").run();
  sql.with("DELETE FROM survey_case WHERE id NOT IN (SELECT case_id FROM mark)").run();
}

}  // namespace

// An altered journal is not written into the snapshots, which may be the last true copy.
Result<AuditReport> Store::rebuild() {
  Connection& file = *connection_;
  bool whole = true;
  const auto rebuilt = file.writing([&]() -> Result<Done> {
    Findings findings;
    whole = check_chain(file.sql, findings).whole;
    if (!whole) return Done{};
    file.sql.with("DELETE FROM case_pass").run();
    replay(file.sql, [&](const Replayed& replayed) { write_case(file.sql, replayed); });
    drop_strangers(file.sql);
    return Done{};
  });
  if (!rebuilt) return rebuilt.failure();
  auto report = audit();
  if (report && !whole) {
    report->findings.insert(report->findings.begin(),
                            "Nothing was rebuilt, because the journal itself is not whole; put "
                            "back the latest backup that is.");
  }
  return report;
}

}  // namespace genpyo::store
