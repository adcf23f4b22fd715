// When the world says no: a disk that is full or gone, a case that is open elsewhere. One sentence,
// what is being typed stays, and the next key tries again.
#include "app/session/inside.h"
#include "app/session/keying.h"

namespace genpyo::session {

// A hold that was lost (the machine slept, another took the case over and left it) is taken up
// again by itself; the revision sees to it that nothing of the other's is overwritten.
forms::Result<std::int64_t> Session::Inside::keep(const std::vector<store::Change>& changes) {
  const auto save = [&] {
    return world.store.save(state.survey->form, state.current.id, state.revision, changes, state.current.pass);
  };
  auto revision = save();
  if (revision) return revision;
  const auto holder = world.store.holder(state.current.id);
  if (!holder || holder->here) return revision;
  if (auto acquired = world.store.acquire(state.current.id); !acquired) return acquired.failure();
  return save();
}

void Session::Inside::tell_trouble(const forms::Failure& failure) {
  state.trouble = failure.sentence;
  look_where_open();
  if (state.open_at.empty()) return fail(failure);
  state.trouble.clear();
  tell(Notice::Kind::refused, "notice.case_open_at", {state.current.id, state.open_at});
}

void Session::Inside::trouble_is_over() {
  if (state.trouble.empty()) return;
  state.trouble.clear();
  tell(Notice::Kind::accepted, "notice.works_again");
}

void Session::Inside::look_where_open() {
  const auto holder = world.store.holder(state.current.id);
  state.open_at = holder && !holder->here ? holder->elsewhere : "";
  if (!state.open_at.empty()) state.read_only = true;
}

void Session::Inside::renew_hold() {
  if (state.read_only && state.trouble.empty()) return;
  auto renewed = world.store.renew(state.current.id);
  if (!renewed) {
    const auto holder = world.store.holder(state.current.id);
    if (holder && !holder->here) renewed = world.store.acquire(state.current.id);
  }
  if (renewed) return trouble_is_over();
  if (renewed.failure().sentence != state.trouble) tell_trouble(renewed.failure());
}

void Session::Inside::take_up_again() {
  const auto held = world.store.acquire(state.current.id);
  auto stored = world.store.read(state.survey->form, state.current.id, state.current.pass);
  if (!stored) return tell_trouble(stored.failure());
  const forms::Item& item = state.survey->form.items[state.cursor];
  const bool typing = state.draft.text() != draft_for(item, state.current.marks[state.cursor]).text();
  if (stored->revision != state.revision) {
    state.current = std::move(stored->current);
    state.revision = stored->revision;
    state.evaluation = validators::evaluate(*state.survey->program, state.current, world.today());
    undo_steps.clear();
    redo_steps.clear();
    state.undoable = state.redoable = 0;
  }
  if (!typing) go_to(state.cursor);
  state.open_at.clear();
  state.trouble.clear();
  const bool closed = state.current.state == forms::CaseState::closed;
  state.read_only = !held || closed;
  if (!held) return tell_trouble(held.failure());
  tell(Notice::Kind::accepted, closed ? "notice.case_closed" : "notice.case_opened", {state.current.id});
}

bool Session::Inside::leave_settled() {
  const bool asked = asked_by == state.notice.number && state.notice.key == "notice.leave_unsaved";
  if (settle_draft()) return true;
  if (state.trouble.empty()) return false;
  if (asked) return true;
  return meant("notice.leave_unsaved");
}

bool Session::Inside::meant(std::string key, std::vector<std::string> arguments) {
  if (asked_by == state.notice.number && state.notice.key == key) return true;
  tell(Notice::Kind::refused, std::move(key), std::move(arguments));
  asked_by = state.notice.number;
  return false;
}

}  // namespace genpyo::session
