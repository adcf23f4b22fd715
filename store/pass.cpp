#include "store/pass.h"

#include <utility>

#include "forms/text.h"
#include "store/coding.h"
#include "store/encoding.h"

namespace genpyo::store {
namespace {

using Action = Entry::Action;

constexpr std::size_t longest_text = 100'000;  // bytes: a sheet holds a page of remarks at most

bool is_plain(const std::string& text) {
  return text.size() <= longest_text && forms::is_utf8(text);
}

bool is_storable(const forms::Mark& mark) {
  const auto* text = std::get_if<std::string>(&mark.content);
  const auto* codes = std::get_if<forms::Codes>(&mark.content);
  return is_plain(mark.raw) && (text == nullptr || is_plain(*text)) &&
         (codes == nullptr || !codes->empty());
}

std::optional<Snapshot> snapshot_of(const std::string& text, std::optional<Kept>* kept) {
  if (kept == nullptr) return decode(text);
  auto last = std::exchange(*kept, std::nullopt);
  return last && last->text == text ? std::optional(std::move(last->snapshot)) : decode(text);
}

}  // namespace

std::optional<StoredPass> read_pass(Statements& sql, const std::string& case_id, int pass,
                                    std::optional<Kept>* kept) {
  auto row = sql.with(
      "SELECT c.form_hash, p.closed, p.revision, p.last_item, p.snapshot FROM survey_case AS c "
      "LEFT JOIN case_pass AS p ON p.case_id = c.id AND p.pass = ?2 WHERE c.id = ?1",
      case_id, pass);
  if (!row.next()) return std::nullopt;
  StoredPass stored{row.text(0), snapshot_of(row.text(4), kept), !row.null(4)};
  if (stored.snapshot) {
    stored.snapshot->state =
        row.number(1) != 0 ? forms::CaseState::closed : forms::CaseState::open;
    stored.snapshot->revision = row.number(2);
    stored.snapshot->last_item = row.text(3);
  }
  return stored;
}

std::string write_pass(Statements& sql, const std::string& case_id, int pass,
                       const Snapshot& snapshot, const std::string& changed_at) {
  std::string text = encode(snapshot);
  const bool closed = snapshot.state == forms::CaseState::closed;
  sql.with(
         "INSERT INTO case_pass (case_id, pass, revision, keyed, last_item, snapshot, closed) "
         "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (case_id, pass) DO UPDATE SET "
         "revision = ?3, keyed = ?4, last_item = ?5, snapshot = ?6, closed = ?7",
         case_id, pass, snapshot.revision, static_cast<std::int64_t>(snapshot.marks.size()),
         snapshot.last_item, text, closed ? 1 : 0)
      .run();
  if (pass != first_pass) return text;  // the case is as its first pass is
  sql.with("UPDATE survey_case SET state = ?2, changed_at = ?3 WHERE id = ?1", case_id,
           closed ? "closed" : "open", changed_at)
      .run();
  return text;
}

std::optional<std::string> fault_of(const Entry& entry, const ItemNames& names) {
  const std::string place = "Case " + entry.case_id + ", " + entry.subject + ": ";
  const bool of_item = entry.action == Action::mark || entry.action == Action::note;
  const bool coding = is_coding(entry.subject);
  if (of_item && !names.contains(coding ? coded_item(entry.subject) : std::string_view(entry.subject))) {
    return place + "the form has no such item; open the case with the form it was keyed under.";
  }
  if (coding && entry.action == Action::note && !added_code(entry)) {
    return place + "a code is a number from 1 to 999 and a label; enter it anew.";
  }
  if (!is_plain(entry.subject) || !is_plain(entry.text) || !is_plain(entry.reason) ||
      !is_plain(entry.operator_name) || !is_storable(entry.mark)) {
    return place + "what is to be kept is empty, too long or not UTF-8 text; enter it anew.";
  }
  return std::nullopt;
}

forms::Result<forms::Done> append_changes(Journal& journal, const ItemNames& names,
                                          const Entry& stamp, const std::vector<Change>& changes,
                                          Snapshot& snapshot) {
  for (const Change& change : changes) {
    assert(change.action != Action::create);  // a case begins once, and not here
    Entry entry = stamp;
    entry.action = change.action;
    entry.subject = change.subject;
    entry.mark = change.mark;
    entry.text = change.text;
    entry.reason = change.reason;
    if (auto fault = fault_of(entry, names)) return forms::Failure{*fault};
    journal.append(entry);
    apply(snapshot, entry);
  }
  return forms::Done{};
}

}  // namespace genpyo::store
