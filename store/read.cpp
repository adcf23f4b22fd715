// What reads cases: the list, one case, its history.
#include "store/connection.h"
#include "store/hold.h"
#include "store/pass.h"
#include "store/store.h"

namespace genpyo::store {
namespace {

using forms::Failure;
using forms::Result;

Failure damaged(const std::string& case_id) {
  return {"The record of case " + case_id + " is damaged; run genpyo audit --rebuild."};
}

Failure absent(const std::string& case_id, const std::string& path) {
  return {"There is no case " + case_id + " in " + path + "; check its number."};
}

}  // namespace

Result<std::vector<CaseSummary>> Store::cases() {
  Connection& file = *connection_;
  return file.reading([&]() -> Result<std::vector<CaseSummary>> {
    std::vector<CaseSummary> summaries;
    const std::string now = file.now();
    auto rows = file.sql.with(
        "SELECT c.id, c.state, f.form_id, f.version, c.form_hash, c.changed_at, p.keyed, "
        "h.case_id IS NOT NULL, s.closed FROM survey_case AS c "
        "JOIN form_archive AS f ON f.hash = c.form_hash "
        "LEFT JOIN case_pass AS p ON p.case_id = c.id AND p.pass = ? "
        "LEFT JOIN case_pass AS s ON s.case_id = c.id AND s.pass = 2 "
        "LEFT JOIN case_hold AS h ON h.case_id = c.id ORDER BY c.id",
        first_pass);
    while (rows.next()) {
      const bool closed = rows.text(1) == "closed";
      CaseSummary summary{rows.text(0),
                          closed ? forms::CaseState::closed : forms::CaseState::open,
                          rows.text(2),
                          rows.text(3),
                          rows.text(4),
                          rows.text(5),
                          static_cast<int>(rows.number(6)),
                          "",
                          std::nullopt};
      if (!rows.null(8)) summary.second = rows.number(8) != 0 ? forms::CaseState::closed : forms::CaseState::open;
      if (rows.number(7) != 0) {
        const auto hold = hold_of(file.sql, summary.id, now);
        if (hold && stands(*hold, file.self)) summary.open_at = words_for(hold->holder);
      }
      summaries.push_back(std::move(summary));
    }
    return summaries;
  });
}

Result<bool> Store::has(const std::string& case_id) {
  Connection& file = *connection_;
  return file.reading([&]() -> Result<bool> {
    return file.sql.with("SELECT 1 FROM survey_case WHERE id = ?", case_id).next();
  });
}

Result<Head> Store::head() {
  Connection& file = *connection_;
  return file.reading([&]() -> Result<Head> {
    auto newest = file.sql.with("SELECT at, hash FROM mark ORDER BY sequence DESC LIMIT 1");
    if (!newest.next()) return Head{};
    return Head{newest.text(0), newest.text(1)};
  });
}

Result<std::string> Store::form_of(const std::string& case_id) {
  Connection& file = *connection_;
  return file.reading([&]() -> Result<std::string> {
    auto rows = file.sql.with("SELECT form_hash FROM survey_case WHERE id = ?", case_id);
    if (!rows.next()) return absent(case_id, file.path);
    return rows.text(0);
  });
}

Result<StoredCase> Store::read(const forms::Form& form, const std::string& case_id, int pass) {
  Connection& file = *connection_;
  return file.reading([&]() -> Result<StoredCase> {
    auto stored = read_pass(file.sql, case_id, pass);
    if (!stored) return absent(case_id, file.path);
    if (!stored->begun && pass != first_pass) return Failure{"Case " + case_id + " has no second pass."};
    if (!stored->snapshot) return damaged(case_id);
    auto current = as_case(*stored->snapshot, form, case_id, pass);
    if (!current) {
      return Failure{"Case " + case_id + " was keyed under another form than " + form.form_id +
                     " " + form.version + "; open it with that one."};
    }
    return StoredCase{std::move(*current), stored->snapshot->revision, stored->form_hash,
                      stored->snapshot->last_item};
  });
}

Result<std::vector<Entry>> Store::history(const forms::Form& form, const std::string& case_id,
                                          std::string_view item) {
  Connection& file = *connection_;
  if (!item.empty() && !form.find(item)) {
    return Failure{"Form " + form.form_id + " has no item " + std::string(item) +
                   "; check its name."};
  }
  return file.reading([&]() -> Result<std::vector<Entry>> {
    std::vector<Entry> entries;
    // The key of a violation ends in the item's name: "constraint:outpatient_days".
    auto rows = file.sql.with(
        "SELECT * FROM mark WHERE case_id = ?1 AND "
        "(?2 = '' OR substr(subject, instr(subject, ':') + 1) = ?2) "
        "ORDER BY sequence",
        case_id, std::string(item));
    while (rows.next()) {
      auto entry = entry_of(line_at(rows));
      if (!entry) return damaged(case_id);
      entries.push_back(std::move(*entry));
    }
    return entries;
  });
}

}  // namespace genpyo::store
