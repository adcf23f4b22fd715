// What writes cases: create, import, save.
#include "forms/text.h"
#include "store/connection.h"
#include "store/hold.h"
#include "store/pass.h"
#include "store/store.h"

namespace genpyo::store {
namespace {

using forms::Done;
using forms::Failure;
using forms::Result;

bool is_case_id(const std::string& id) {
  constexpr std::size_t longest = 100;
  if (id.empty() || id.size() > longest || !forms::is_utf8(id)) return false;
  for (const char c : id) {
    if (static_cast<unsigned char>(c) < 0x20) return false;
  }
  return true;
}

// False when there is one of that name already.
bool insert_case(Statements& sql, const std::string& case_id, const std::string& form_hash,
                 const std::string& now) {
  return sql.with(
                "INSERT INTO survey_case (id, form_hash, state, created_at, changed_at) "
                "VALUES (?1, ?2, 'open', ?3, ?3) ON CONFLICT (id) DO NOTHING",
                case_id, form_hash, now)
             .run() == 1;
}

// What the cases of one transaction have in common.
struct Batch {
  Statements& sql;
  const std::string& path;
  const ItemNames names;
  const std::string& form_hash;
  const std::string& operator_name;
  const std::string now;
};

Result<Done> begin_pass(const Batch& batch, Journal& journal, const std::string& case_id, int pass,
                        const std::vector<Change>& changes) {
  Entry entry;
  entry.case_id = case_id;
  entry.pass = pass;
  entry.operator_name = batch.operator_name;
  entry.at = batch.now;
  Entry beginning = entry;
  beginning.action = Entry::Action::create;
  beginning.text = batch.form_hash;
  Snapshot snapshot;
  journal.append(beginning);
  apply(snapshot, beginning);
  if (auto added = append_changes(journal, batch.names, entry, changes, snapshot); !added) {
    return added;
  }
  write_pass(batch.sql, case_id, pass, snapshot, batch.now);
  return Done{};
}

Result<Done> add_case(const Batch& batch, Journal& journal, const std::string& case_id,
                      const std::vector<Change>& changes) {
  if (!is_case_id(case_id)) {
    return Failure{"\"" + case_id + "\" cannot number a case; use at most 100 letters and digits."};
  }
  if (!insert_case(batch.sql, case_id, batch.form_hash, batch.now)) {
    return Failure{"Case " + case_id + " is in " + batch.path +
                   " already; nothing was added: open it, or leave it out."};
  }
  return begin_pass(batch, journal, case_id, first_pass, changes);
}

}  // namespace

Result<StoredCase> Store::create(const forms::Form& form, const std::string& form_hash,
                                 const std::string& case_id, const std::vector<Change>& first) {
  if (auto added = import(form, form_hash, {{case_id, first}}); !added) return added.failure();
  return read(form, case_id);
}

Result<Done> Store::import(const forms::Form& form, const std::string& form_hash,
                           const std::vector<NewCase>& cases) {
  Connection& file = *connection_;
  return file.writing([&]() -> Result<Done> {
    const Batch batch{file.sql,  file.path,          names_of(form),
                      form_hash, file.operator_name, file.now()};
    Journal journal(file.sql);
    for (const NewCase& added : cases) {
      if (auto done = add_case(batch, journal, added.id, added.changes); !done) return done;
    }
    return Done{};
  });
}

Result<StoredCase> Store::create_second(const forms::Form& form, const std::string& case_id,
                                        const std::vector<Change>& first) {
  Connection& file = *connection_;
  const auto begun = file.writing([&]() -> Result<Done> {
    const std::string now = file.now();
    if (!renew_hold(file.sql, case_id, file.self, now)) {
      return Failure{"Case " + case_id + " is not open here; open it again."};
    }
    const auto stored = read_pass(file.sql, case_id, second_pass);
    if (stored && stored->begun) {
      return Failure{"Case " + case_id + " has a second pass already; open that one."};
    }
    const std::string form_hash = stored ? stored->form_hash : "";
    const Batch batch{file.sql, file.path, names_of(form), form_hash, file.operator_name, now};
    Journal journal(file.sql);
    return begin_pass(batch, journal, case_id, second_pass, first);
  });
  if (!begun) return begun.failure();
  return read(form, case_id, second_pass);
}

Result<std::int64_t> Store::save(const forms::Form& form, const std::string& case_id,
                                 std::int64_t revision, const std::vector<Change>& changes, int pass) {
  Connection& file = *connection_;
  return file.writing([&]() -> Result<std::int64_t> {
    Entry stamp;
    stamp.case_id = case_id;
    stamp.pass = pass;
    stamp.operator_name = file.operator_name;
    stamp.at = file.now();
    // A case that is being saved is in use: the hold is renewed with it.
    if (!renew_hold(file.sql, case_id, file.self, stamp.at)) {
      return Failure{"Case " + case_id + " is not open here; open it again."};
    }
    auto stored = read_pass(file.sql, case_id, stamp.pass, &file.kept);
    if (!stored || !stored->snapshot) {
      return Failure{"The record of case " + case_id + " is damaged; run genpyo audit --rebuild."};
    }
    Snapshot& snapshot = *stored->snapshot;
    if (snapshot.revision != revision) {
      return Failure{"Case " + case_id + " has changed elsewhere; open it again."};
    }
    Journal journal(file.sql);
    if (auto added = append_changes(journal, names_of(form), stamp, changes, snapshot); !added) {
      return added.failure();
    }
    std::string text = write_pass(file.sql, case_id, stamp.pass, snapshot, stamp.at);
    const std::int64_t saved = snapshot.revision;
    file.kept = Kept{std::move(text), std::move(snapshot)};
    return saved;
  });
}

}  // namespace genpyo::store
