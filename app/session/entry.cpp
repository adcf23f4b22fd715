// Keying on the page: marks are saved, then shown, then the cursor goes on.
#include <algorithm>

#include "app/session/inside.h"
#include "app/session/intake.h"
#include "app/session/keying.h"

namespace genpyo::session {
namespace {

Place place_of(const State& state) {
  const forms::Item& item = state.survey->form.items[state.cursor];
  const forms::Mark& present = state.current.marks[state.cursor];
  const bool unmarked = !present.keyed() && state.cursor < state.evaluation.items.size();
  return {&item, state.survey->form.choices_of(item), &present,
          unmarked ? &state.evaluation.items[state.cursor].value : nullptr};
}

}  // namespace

void Session::Inside::type_character(std::string_view character) {
  if (!may_change()) return;
  Keyed keyed = type_into(place_of(state), state.draft, state.draft_refused, character);
  state.draft_refused = false;
  if (keyed.misread) {
    state.draft = std::move(keyed.draft);
    state.draft_refused = true;
    return tell(Notice::Kind::refused, notice_key(*keyed.misread), {std::string(character)});
  }
  if (keyed.mark && !save_mark(state.cursor, *keyed.mark, "")) {
    if (character != ".") state.draft.insert(character);  // Enter tries again
    return;
  }
  state.draft = std::move(keyed.draft);
  if (keyed.go_on) go_on();
}

bool Session::Inside::settle_draft() {
  const Place place = place_of(state);
  const Draft untouched = draft_for(*place.item, *place.present);
  if (state.draft.text() == untouched.text()) return true;
  const Keyed keyed = accept_draft(place, state.draft);
  const bool given_up = state.draft_refused || state.read_only;
  if (keyed.mark && !state.read_only) {
    if (!save_mark(state.cursor, *keyed.mark, "")) return false;
  } else if (keyed.misread && !given_up) {
    state.draft_refused = true;
    tell(Notice::Kind::refused, notice_key(*keyed.misread),
         notice_arguments(*keyed.misread, state.draft.text()));
    return false;
  }
  // Not place.present: a save puts other marks in the place of those it pointed to.
  state.draft = draft_for(*place.item, state.current.marks[state.cursor]);
  state.draft_refused = false;
  return true;
}

void Session::Inside::accept() {
  const Keyed keyed = accept_draft(place_of(state), state.draft);
  if (!keyed.mark && !keyed.misread) return go_on();
  if (!may_change()) return;
  if (keyed.misread) {
    state.draft_refused = true;
    return tell(Notice::Kind::refused, notice_key(*keyed.misread),
                notice_arguments(*keyed.misread, state.draft.text()));
  }
  if (!save_mark(state.cursor, *keyed.mark, "")) return;
  state.draft = keyed.draft;
  if (keyed.go_on) go_on();
}

void Session::Inside::mark_missing(forms::Missing kind) {
  if (!may_change() || !save_mark(state.cursor, forms::mark_missing(kind), "")) return;
  go_on();
}

void Session::Inside::start_several() {
  if (!may_change()) return;
  const forms::Item& item = state.survey->form.items[state.cursor];
  const bool takes_codes = item.choices.has_value() && item.type != forms::ItemType::rank;
  if (!takes_codes) return mark_missing(forms::Missing::several_marks);
  state.draft = Draft("+");
}

void Session::Inside::choose(forms::ItemIndex item, int code) {
  if (item >= state.current.marks.size() || !may_change() || !settle_draft()) return;
  go_to(item);
  const Place place = place_of(state);
  if (place.choices == nullptr || place.choices->find(code) == nullptr) return;
  if (place.item->type == forms::ItemType::rank) return type(std::to_string(code));
  const bool one = place.item->type == forms::ItemType::select_one;
  forms::Mark mark = toggled(one ? forms::Mark{} : *place.present, code);
  if (save_mark(item, mark, "") && one) go_on();
}

void Session::Inside::erase_forward() {
  if (!may_change()) return;
  const Place place = place_of(state);
  if (place.item->type == forms::ItemType::text || !state.draft.empty()) {
    if (!state.draft.empty()) return state.draft.erase_forward();
  }
  if (place.present->keyed()) save_mark(state.cursor, forms::mark_missing(forms::Missing::not_keyed), "");
}

bool Session::Inside::may_change() {
  if (!state.read_only) return true;
  const bool closed = state.current.state == forms::CaseState::closed;
  if (!state.open_at.empty()) {
    tell(Notice::Kind::refused, "notice.case_open_at", {state.current.id, state.open_at});
    return false;
  }
  tell(Notice::Kind::refused, closed ? "notice.case_closed" : "notice.case_read_only", {state.current.id});
  return false;
}

bool Session::Inside::save(const std::vector<store::Change>& changes, forms::Case after) {
  validators::Evaluation evaluation =
      validators::evaluate(*state.survey->program, after, world.today());
  auto revision = keep(changes);
  if (!revision) {
    tell_trouble(revision.failure());
    return false;
  }
  state.trouble.clear();
  state.current = std::move(after);
  state.evaluation = std::move(evaluation);
  state.revision = *revision;
  return true;
}

bool Session::Inside::save_mark(forms::ItemIndex item, const forms::Mark& mark, const std::string& reason) {
  const bool settles = reason.empty() && keying_anew == item;
  if (!save_step({{item, state.current.marks[item], mark}}, settles ? keyed_anew_reason : reason)) return false;
  const bool breaks_rule = std::any_of(
      state.evaluation.violations.begin(), state.evaluation.violations.end(),
      [item](const validators::Violation& violation) {
        return violation.item == item && !violation.settled && violation.severity == forms::Severity::hard;
      });
  tell(breaks_rule ? Notice::Kind::refused : Notice::Kind::accepted,
       breaks_rule ? "notice.accepted_but" : "notice.accepted",
       {state.survey->form.items[item].label.in(state.language)});
  return true;
}

bool Session::Inside::save_step(Step step, const std::string& reason) {
  forms::Case after = state.current;
  std::vector<store::Change> changes;
  for (const Remarked& each : step) {
    after.marks[each.item] = each.after;
    changes.push_back({store::Entry::Action::mark, state.survey->form.items[each.item].name, each.after, "", reason});
  }
  if (!save(changes, std::move(after))) return false;
  undo_steps.push_back(std::move(step));
  redo_steps.clear();
  state.undoable = undo_steps.size();
  state.redoable = 0;
  return true;
}

void Session::Inside::undo_or_redo(std::vector<Step>& from, std::vector<Step>& to, bool backward) {
  if (!may_change() || !settle_draft()) return;
  if (from.empty()) {
    return tell(Notice::Kind::refused, backward ? "notice.nothing_to_undo" : "notice.nothing_to_redo");
  }
  const Step step = from.back();
  forms::Case after = state.current;
  std::vector<store::Change> changes;
  for (const Remarked& each : step) {
    after.marks[each.item] = backward ? each.before : each.after;
    changes.push_back({store::Entry::Action::mark, state.survey->form.items[each.item].name,
                       after.marks[each.item], "", backward ? "undo" : "redo"});
  }
  if (!save(changes, std::move(after))) return;
  from.pop_back();
  to.push_back(step);
  state.undoable = undo_steps.size();
  state.redoable = redo_steps.size();
  go_to(step.front().item);
  if (step.size() > 1) {
    return tell(Notice::Kind::accepted, backward ? "notice.undone_many" : "notice.redone_many",
                {std::to_string(step.size())});
  }
  tell(Notice::Kind::accepted, backward ? "notice.undone" : "notice.redone",
       {state.survey->form.items[step.front().item].label.in(state.language)});
}

void Session::Inside::go_to(forms::ItemIndex item) {
  const forms::Item& target = state.survey->form.items[item];
  if (!target.asked()) return;
  state.cursor = item;
  state.draft = draft_for(target, state.current.marks[item]);
  state.draft_refused = false;
  remember_doubts();
}

void Session::Inside::go_on() {
  if (keying_anew == state.cursor) return back_to_comparison(true);
  if (asks_doubts()) return;
  const auto next = next_asked(state.survey->form, state.evaluation, state.cursor);
  if (!next) {
    go_to(state.cursor);
    return open_dialog(Dialog::close);
  }
  const auto neighbour = next_on_paper(state.survey->form, state.cursor);
  if (neighbour && *neighbour != *next) {
    tell(Notice::Kind::skipped, "notice.skipped",
         {std::to_string(*next - *neighbour), state.survey->form.items[*neighbour].label.in(state.language)});
  }
  go_to(*next);
}

void Session::Inside::move(Command command) {
  if (!settle_draft()) return;
  const forms::Form& form = state.survey->form;
  std::optional<forms::ItemIndex> target;
  if (command == Command::back) target = previous_asked(form, state.evaluation, state.cursor);
  if (command == Command::forward) target = next_asked(form, state.evaluation, state.cursor);
  if (command == Command::enter_skipped) target = next_on_paper(form, state.cursor);
  if (command == Command::next_open) state.soft_shown = true;
  if (command == Command::next_open) target = next_open(state.evaluation, state.cursor);
  if (command == Command::page_back || command == Command::page_forward) {
    target = turn_page(*state.layout, form, state.evaluation, state.cursor, command == Command::page_forward);
  }
  if (target) {
    tell(Notice::Kind::none, "");
    return go_to(*target);
  }
  tell(Notice::Kind::refused, command == Command::next_open ? "notice.nothing_open" : "notice.no_further");
}

}  // namespace genpyo::session
