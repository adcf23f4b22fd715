#include "witness.h"

#include <stdexcept>

#include "forms/text.h"

namespace genpyo::fuzz {
namespace {

void must(bool holds, const std::string& sentence) {
  if (!holds) throw std::runtime_error(sentence);
}

template <typename T>
const T& given(const forms::Result<T>& result) {
  if (!result) throw std::runtime_error(result.failure().sentence);
  return *result;
}

}  // namespace

std::vector<forms::Mark> kept(std::vector<forms::Mark> marks) {
  for (forms::Mark& mark : marks) {
    if (!mark.keyed()) mark = {};
  }
  return marks;
}

// What is coded afterwards changes on the office's screen, where no case is shown.
std::vector<forms::Mark> Witness::seen_of(std::vector<forms::Mark> marks) const {
  const forms::Form& form = session_.state().survey->form;
  for (forms::ItemIndex item = 0; item < marks.size(); ++item) {
    if (!marks[item].keyed() || !form.items[item].codes_of.empty()) marks[item] = {};
  }
  return marks;
}

void Witness::look(std::size_t most) {
  const session::State& state = session_.state();
  must(forms::is_utf8(state.draft.text()), "the draft is not UTF-8");
  must(forms::is_utf8(state.dialog_draft.text()), "the dialog's draft is not UTF-8");
  must(forms::is_utf8(state.case_number.text()), "the case number is not UTF-8");
  must(state.notice.kind != session::Notice::Kind::failure || state.screen == session::Screen::start,
       "the world failed: " + state.notice.sentence);
  if (state.screen == session::Screen::entry) check_cursor();
  const bool counts = state.current.pass == store::first_pass;  // the second changes nothing of it
  if (!state.current.id.empty() && counts) note_changes(state.current, most);
}

void Witness::check_cursor() const {
  const session::State& state = session_.state();
  must(state.cursor < state.survey->form.items.size(), "the cursor is beyond the form");
  must(state.survey->form.items[state.cursor].asked(), "the cursor is where nobody keys");
  must(state.evaluation.items.size() == state.current.marks.size(), "the evaluation is of another case");
}

// A case that comes back comes back as it was.
void Witness::note_changes(const forms::Case& current, std::size_t most) {
  const auto [found, is_new] = seen_.try_emplace(current.id);
  Seen& seen = found->second;
  if (is_new) seen.marks.resize(current.marks.size());
  std::vector<Shown> changes;
  const auto marks = seen_of(current.marks);
  for (forms::ItemIndex item = 0; item < marks.size(); ++item) {
    if (seen.marks[item] == marks[item]) continue;
    seen.marks[item] = marks[item];
    changes.push_back({item, marks[item]});
  }
  const bool came_back = case_id_ != current.id && !is_new;
  must(!came_back || changes.empty(), "case " + current.id + " is not as it was left");
  must(is_new || changes.size() <= most, "one event changed " + std::to_string(changes.size()) + " marks");
  marks_ += changes.size();
  if (!changes.empty()) seen.changes.push_back(std::move(changes));
  case_id_ = current.id;
}

void Witness::compare_with_store() const {
  const session::State& state = session_.state();
  if (state.screen != session::Screen::entry) return;
  auto store = store::Store::open_read_only(database_);
  must(bool(store), "the database cannot be read");
  const auto read = store->read(state.survey->form, state.current.id, state.current.pass);
  const forms::Case& stored = given(read).current;
  forms::Case shown = state.current;
  shown.marks = kept(shown.marks);
  const std::string both = " of case " + shown.id + " are stored otherwise than shown";
  must(stored.marks == shown.marks, "marks" + both);
  must(stored.notes == shown.notes, "notes" + both);
  must(stored.confirmed == shown.confirmed && stored.overridden == shown.overridden, "settled violations" + both);
  must(stored == shown, "state or pass" + both);
  must(read->revision == state.revision, "another revision is stored than shown");
}

void Witness::replay(const std::string& id, const Seen& seen, const forms::Form& form,
                     const std::vector<store::Entry>& history) {
  std::vector<forms::Mark> marks(form.items.size()), shown(form.items.size());
  auto entry = history.begin();
  const auto follow = [&] {
    const auto item = entry->action == store::Entry::Action::mark ? form.find(entry->subject) : std::nullopt;
    if (item && form.items[*item].codes_of.empty() && entry->pass == store::first_pass) {
      marks[*item] = entry->mark.keyed() ? entry->mark : forms::Mark{};
    }
    ++entry;
  };
  for (const std::vector<Shown>& event : seen.changes) {
    for (const Shown& change : event) shown[change.item] = change.mark;
    while (marks != shown) {
      must(entry != history.end(), "the journal of " + id + " lacks a mark that was shown");
      follow();
    }
  }
  while (entry != history.end()) follow();
  must(marks == seen.marks, "the journal of " + id + " tells a mark that was not shown");
}

void Witness::compare_with_journal() const {
  const forms::Form& form = session_.state().survey->form;
  auto store = store::Store::open_read_only(database_);
  must(bool(store), "the database cannot be read");
  for (const auto& [id, seen] : seen_) {
    const auto stored = store->read(form, id);
    must(seen_of(given(stored).current.marks) == seen.marks, "case " + id + " lost a mark");
    const auto history = store->history(form, id, "");
    replay(id, seen, form, given(history));
  }
  const auto audit = store->audit();
  must(given(audit).findings.empty(), "audit: " + (audit->findings.empty() ? "" : audit->findings.front()));
}

}  // namespace genpyo::fuzz
