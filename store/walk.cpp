// What goes through the whole file: which forms it holds cases of, and every case in turn.
#include "store/case_reader.h"
#include "store/connection.h"
#include "store/pass.h"
#include "store/store.h"

namespace genpyo::store {
namespace {

using forms::Failure;
using forms::Result;
using Reading = CaseReader::Reading;

Failure unreadable(const std::string& case_id, Reading reading, const forms::Form& form) {
  if (reading == Reading::damaged) return {"The record of case " + case_id + " is damaged; run genpyo audit --rebuild."};
  return {"Case " + case_id + " was keyed under another form than " + form.form_id + " " + form.version +
          "; open it with that one."};
}

}  // namespace

Result<forms::Done> Store::stand_still() {
  Connection& file = *connection_;
  if (!file.read_only) return Failure{file.path + " is open for writing, and so cannot stand still."};
  return guarded(file.path, [&]() -> Result<forms::Done> {
    file.stillness = std::make_unique<SQLite::Transaction>(file.database);
    file.sql.with("SELECT count(*) FROM form_archive").next();  // the moment is that of the first reading
    return forms::Done{};
  });
}

Result<std::vector<FormUse>> Store::forms_in_use() {
  Connection& file = *connection_;
  return file.reading([&]() -> Result<std::vector<FormUse>> {
    std::vector<FormUse> uses;
    auto rows = file.sql.with(
        "SELECT f.hash, f.form_id, f.version, count(*), count(*) FILTER (WHERE c.state = 'closed') "
        // In this order, and + so that no index is made for it: a file holds few forms.
        "FROM form_archive AS f CROSS JOIN survey_case AS c WHERE +c.form_hash = f.hash "
        "GROUP BY f.hash ORDER BY f.form_id, f.version, f.hash");
    while (rows.next()) {
      uses.push_back({rows.text(0), rows.text(1), rows.text(2), static_cast<std::size_t>(rows.number(3)),
                      static_cast<std::size_t>(rows.number(4))});
    }
    return uses;
  });
}

Result<Walk> Store::each(const forms::Form& form, bool open_too,
                         const std::function<void(const forms::Case&)>& use,
                         const std::function<bool()>& is_stopped) {
  Connection& file = *connection_;
  return file.reading([&]() -> Result<Walk> {
    Walk walk;
    CaseReader reader(form);
    forms::Case current;
    current.pass = first_pass;
    auto rows = file.sql.with(
        "SELECT c.id, c.state, p.snapshot FROM survey_case AS c "
        "LEFT JOIN case_pass AS p ON p.case_id = c.id AND p.pass = ? ORDER BY c.id",
        first_pass);
    while (!(is_stopped && is_stopped()) && rows.next()) {
      const bool closed = rows.bytes(1) == "closed";
      if (!closed && !open_too) {
        ++walk.left_out;
        continue;
      }
      current.id = rows.bytes(0);
      current.state = closed ? forms::CaseState::closed : forms::CaseState::open;
      const Reading reading = reader.read(rows.bytes(2), current);
      if (reading != Reading::whole) return unreadable(current.id, reading, form);
      use(current);
      ++walk.taken;
    }
    return walk;
  });
}

}  // namespace genpyo::store
