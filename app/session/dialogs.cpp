// What lies over the page: note, why, go to, reason, closing.
#include "app/session/inside.h"

namespace genpyo::session {

void Session::Inside::open_dialog(Dialog dialog) {
  const bool needs_case =
      dialog != Dialog::help && dialog != Dialog::settings && dialog != Dialog::new_code && dialog != Dialog::none;
  if (needs_case && state.screen != Screen::entry) return;
  if ((dialog == Dialog::note || dialog == Dialog::reason) && !may_change()) return;
  if (dialog == Dialog::close && !settle_draft()) return;
  if (dialog == Dialog::close && keying_anew) return back_to_comparison(false);
  state.dialog = dialog;
  state.dialog_draft.clear();
  if (dialog == Dialog::note) {
    const auto note = state.current.notes.find(state.cursor);
    if (note != state.current.notes.end()) state.dialog_draft = Draft(note->second);
  }
  if (dialog == Dialog::close) state.soft_shown = true;
  if (dialog == Dialog::why) {
    state.explanation =
        validators::explain(*state.survey->program, state.current, state.cursor, world.today());
    state.otherwise = otherwise(*state.survey->program, state.current, state.cursor, world.today());
  }
}

void Session::Inside::accept_dialog() {
  const std::string text = state.dialog_draft.text();
  switch (state.dialog) {
    case Dialog::none: return;
    case Dialog::new_code: return accept_new_code();
    case Dialog::doubt: return answer_doubts(true);
    case Dialog::settings:
    case Dialog::help:
    case Dialog::why: return open_dialog(Dialog::none);
    case Dialog::history: return accept_history();
    case Dialog::form: return accept_form();
    case Dialog::note: {
      forms::Case after = state.current;
      if (text.empty()) after.notes.erase(state.cursor);
      else after.notes[state.cursor] = text;
      store::Change change;
      change.action = store::Entry::Action::note;
      change.subject = state.survey->form.items[state.cursor].name;
      change.text = text;
      if (save({change}, std::move(after))) open_dialog(Dialog::none);
      return;
    }
    case Dialog::go_to: {
      const auto found = find_question(state.survey->form, state.cursor, text);
      if (!found) return tell(Notice::Kind::refused, "notice.not_found", {text});
      open_dialog(Dialog::none);
      if (!settle_draft()) return;
      tell(Notice::Kind::none, "");
      return go_to(*found);
    }
    case Dialog::reason: {
      if (text.empty()) return tell(Notice::Kind::refused, "notice.reason_needed");
      const bool needs_supervisor = state.has_operators && !state.supervisor;
      return needs_supervisor ? open_gate(Purpose::override_) : pass_with_reason();
    }
    case Dialog::close: return state.current.pass == store::second_pass ? close_second_pass() : close_or_reopen();
  }
}

// The reason has been typed, and whoever the store calls the operator may give it.
void Session::Inside::pass_with_reason() {
  const std::string reason = state.dialog_draft.text();
  forms::Case after = state.current;
  std::vector<store::Change> changes;
  for (const validators::Violation& violation : state.evaluation.violations) {
    if (violation.item != state.cursor || violation.settled || violation.severity != forms::Severity::hard) continue;
    after.overridden[violation.key] = reason;
    changes.push_back({store::Entry::Action::override_, violation.key, {}, "", reason});
  }
  if (!save(changes, std::move(after))) return;
  open_dialog(Dialog::none);
  tell(Notice::Kind::accepted, "notice.overridden");
}

// F5: soft violations at the cursor are confirmed; a hard one wants a reason.
void Session::Inside::confirm() {
  if (!may_change()) return;
  forms::Case after = state.current;
  std::vector<store::Change> changes;
  bool hard = false;
  for (const validators::Violation& violation : state.evaluation.violations) {
    if (violation.item != state.cursor || violation.settled) continue;
    if (violation.severity == forms::Severity::hard) {
      hard = true;
      continue;
    }
    after.confirmed.insert(violation.key);
    changes.push_back({store::Entry::Action::confirm, violation.key, {}, "", ""});
  }
  if (!changes.empty()) {
    if (save(changes, std::move(after))) tell(Notice::Kind::accepted, "notice.confirmed");
  } else if (!hard) {
    return tell(Notice::Kind::refused, "notice.nothing_to_confirm");
  }
  if (hard) open_dialog(Dialog::reason);
}

void Session::Inside::close_or_reopen() {
  const bool closed = state.current.state == forms::CaseState::closed;
  const bool held_elsewhere = state.read_only && (!closed || !state.open_at.empty());
  if (held_elsewhere) return static_cast<void>(may_change());  // says where
  if (const auto blocking = first_blocking(state.evaluation); !closed && blocking) {
    open_dialog(Dialog::none);
    tell(Notice::Kind::refused, "notice.still_open");
    return go_to(*blocking);
  }
  forms::Case after = state.current;
  std::vector<store::Change> changes;
  if (closed) {
    after.state = forms::CaseState::open;
    changes.emplace_back().action = store::Entry::Action::reopen;
  } else {
    changes = closing(after, "");
  }
  const std::string id = after.id;
  if (!save(changes, std::move(after))) return;
  open_dialog(Dialog::none);
  state.read_only = false;
  if (!closed) leave_case();
  tell(Notice::Kind::accepted, closed ? "notice.reopened" : "notice.closed", {id});
}

}  // namespace genpyo::session
