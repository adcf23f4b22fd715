// The second pass: keyed from the sheet without sight of the first, then compared with it, and what
// differs settled on the first pass as new marks.
#include <algorithm>

#include "app/session/inside.h"
#include "app/session/words.h"
#include "forms/text.h"

namespace genpyo::session {
namespace {

// What nobody keys from the sheet is the same in every pass.
std::vector<store::Change> marks_of_frame(const forms::Form& form, const forms::Case& first) {
  std::vector<store::Change> changes;
  for (forms::ItemIndex item = 0; item < form.items.size(); ++item) {
    if (form.items[item].frame_column.empty() || !first.marks[item].keyed()) continue;
    changes.push_back({store::Entry::Action::mark, form.items[item].name, first.marks[item], "", "from the frame"});
  }
  return changes;
}

store::Change of_case(store::Entry::Action action) {
  store::Change change;
  change.action = action;
  change.reason = settling_reason;
  return change;
}

}  // namespace

// The chosen case, or the one whose number is typed; "" after telling why.
std::string Session::Inside::chosen_case() {
  if (state.selected) return state.cases[*state.selected].id;
  const std::string typed = state.case_number.text();
  const std::string id = forms::read_case_number(world.survey->frame, typed).number.text();
  for (const std::size_t index : state.shown) {
    if (state.cases[index].id == id || state.cases[index].id == typed) return state.cases[index].id;
  }
  if (!typed.empty() && state.shown.size() == 1) return state.cases[state.shown.front()].id;
  tell(Notice::Kind::refused, "notice.choose_for_second");
  return "";
}

void Session::Inside::key_second_pass() {
  const std::string id = chosen_case();
  if (id.empty() || !load_case(id, store::first_pass)) return;
  if (!state.open_at.empty() || !state.trouble.empty()) return stay_on_start(id);  // told
  auto comparison = read_comparison(id);
  if (!comparison) return stay_on_start(id);
  if (comparison->is_over) return enter_comparison();
  const bool begun = comparison->passes.size() > 1;
  const bool is_keyed = state.current.state == forms::CaseState::closed || state.evaluation.not_keyed.empty();
  if (!is_keyed && !begun) {
    tell(Notice::Kind::refused, "notice.first_pass_not_keyed", {id});
    return stay_on_start(id);
  }
  if (!may_key_second(*comparison)) {
    tell(Notice::Kind::refused, "notice.keyed_first_pass", {id, state.operator_name});
    return stay_on_start(id);
  }
  if (!begun) {
    std::vector<store::Change> first = marks_of_frame(state.survey->form, state.current);
    for (store::Change& change : marks_at_start(state.survey->form, occasion())) first.push_back(std::move(change));
    auto created = world.store.create_second(state.survey->form, id, first);
    if (!created) {
      fail(created.failure());
      return stay_on_start(id);
    }
  }
  open_case(id, store::second_pass);
}

// Whoever keyed the first pass would read his own hand.
bool Session::Inside::may_key_second(const Comparison& comparison) const {
  if (!state.has_operators || state.supervisor) return true;
  const auto& keyers = comparison.passes.front().operators;
  return std::find(keyers.begin(), keyers.end(), state.operator_name) == keyers.end();
}

// The case was looked into, and is let go again.
void Session::Inside::stay_on_start(const std::string& id) {
  state.survey = world.survey.get();
  if (auto released = world.store.release(id); !released) fail(released.failure());
}

std::optional<Comparison> Session::Inside::read_comparison(const std::string& id) {
  const auto entries = world.store.history(state.survey->form, id, "");
  if (!entries) {
    fail(entries.failure());
    return std::nullopt;
  }
  Comparison comparison = compare_passes(state.survey->form, *entries);
  for (PassSummary& pass : comparison.passes) pass.changed_at = world.local_time(pass.changed_at);
  for (ComparedItem& each : comparison.items) each.settled_at = world.local_time(each.settled_at);
  return comparison;
}

// Who keys the second pass is shown that there is a first one, and nothing of it.
void Session::Inside::read_passes() {
  auto comparison = read_comparison(state.current.id);
  state.comparison = {};
  state.passes.clear();
  if (!comparison) return;
  state.passes = comparison->passes;
  if (state.current.pass == store::first_pass) state.comparison = std::move(*comparison);
}

// Only what nobody has looked at keeps it open: a rule that the sheet breaks is settled once, on the
// first pass.
void Session::Inside::close_second_pass() {
  if (!state.evaluation.not_keyed.empty()) {
    open_dialog(Dialog::none);
    tell(Notice::Kind::refused, "notice.still_open");
    return go_to(state.evaluation.not_keyed.front());
  }
  forms::Case after = state.current;
  const std::string id = after.id;
  const std::vector<store::Change> changes = closing(after, "");
  if (!save(changes, std::move(after))) return;
  state.dialog = Dialog::none;
  if (load_case(id, store::first_pass)) enter_comparison();
}

void Session::Inside::enter_comparison() {
  state.screen = Screen::comparison;
  state.dialog = Dialog::none;
  state.read_only = !state.open_at.empty();
  keying_anew.reset();
  closes_again = false;
  read_passes();
  choose_difference(0);
  first_unsettled();
  tell_standing();
}

void Session::Inside::tell_standing() {
  const Comparison& found = state.comparison;
  const std::vector<std::string> figures = {std::to_string(found.equal()), std::to_string(found.items.size()),
                                            std::to_string(found.left())};
  const bool is_open = state.current.state == forms::CaseState::open;
  if (found.left() > 0) return tell(Notice::Kind::none, "");
  if (is_open && closes_again) return tell(Notice::Kind::refused, "notice.settled_but_open", {state.current.id});
  tell(Notice::Kind::accepted, found.differences.empty() ? "notice.passes_agree" : "notice.passes_settled", figures);
}

void Session::Inside::choose_difference(std::size_t at) {
  state.proposed = Settled::no;
  if (at >= state.comparison.differences.size()) return;
  state.difference = at;
  state.cursor = state.comparison.difference(at).item;
}

// From the chosen one on, then from the beginning.
void Session::Inside::first_unsettled() {
  const std::size_t count = state.comparison.differences.size();
  for (std::size_t step = 0; step < count; ++step) {
    const std::size_t at = (state.difference + step) % count;
    if (state.comparison.difference(at).settled == Settled::no) return choose_difference(at);
  }
}

bool Session::Inside::run_in_comparison(Command command) {
  constexpr std::size_t rows_a_page = 10;
  const std::size_t count = state.comparison.differences.size(), last = count == 0 ? 0 : count - 1;
  switch (command) {
    case Command::back: return choose_difference(state.difference - (state.difference > 0 ? 1 : 0)), true;
    case Command::forward: return choose_difference(std::min(last, state.difference + 1)), true;
    case Command::page_back: return choose_difference(state.difference - std::min(state.difference, rows_a_page)), true;
    case Command::page_forward: return choose_difference(std::min(last, state.difference + rows_a_page)), true;
    case Command::cursor_home: return choose_difference(0), true;
    case Command::cursor_end: return choose_difference(last), true;
    case Command::cursor_left: return propose(Settled::first), true;
    case Command::cursor_right: return propose(Settled::second), true;
    case Command::next_open: return first_unsettled(), true;
    case Command::accept: return settle_difference(), true;
    case Command::leave: return leave_case(), true;
    case Command::help:
    case Command::form:
    case Command::language:
    case Command::quit:
    case Command::lock: return false;
    default: return true;
  }
}

void Session::Inside::type_in_comparison(const std::string& utf8) {
  const std::string typed = forms::plain_forms(utf8);
  if (typed == "1") return propose(Settled::first);
  if (typed == "2") return propose(Settled::second);
  if (typed == "3") return key_anew();
  tell(Notice::Kind::refused, "notice.one_two_three");
}

void Session::Inside::propose(Settled proposed) {
  if (state.comparison.differences.empty()) return;
  state.proposed = proposed;
  tell(Notice::Kind::none, "");
}

void Session::Inside::settle_difference() {
  if (state.comparison.differences.empty()) return leave_case();
  const ComparedItem& chosen = state.comparison.difference(state.difference);
  if (state.proposed == Settled::no) {
    if (state.comparison.left() == 0) return leave_case();
    if (chosen.settled == Settled::no) return tell(Notice::Kind::refused, "notice.one_two_three");
    return first_unsettled();
  }
  if (!may_settle()) return;
  const bool keeps = state.proposed == Settled::first;
  if (!save_settled(chosen.item, keeps ? chosen.first : chosen.second, keeps ? kept_first_reason : took_second_reason))
    return;
  read_passes();
  choose_difference(state.difference);
  first_unsettled();
  tell_standing();
}

bool Session::Inside::may_settle() { return state.open_at.empty() || may_change(); }

// A closed case is opened for it and closed again in the same transaction, where the rules let it.
bool Session::Inside::save_settled(forms::ItemIndex item, const forms::Mark& mark, const std::string& reason) {
  forms::Case after = state.current;
  std::vector<store::Change> changes;
  const bool was_closed = after.state == forms::CaseState::closed;
  if (was_closed) changes.push_back(of_case(store::Entry::Action::reopen));
  changes.push_back({store::Entry::Action::mark, state.survey->form.items[item].name, mark, "", reason});
  after.marks[item] = mark;
  after.state = forms::CaseState::open;
  const bool wants_closing = was_closed || closes_again;
  const bool may = validators::evaluate(*state.survey->program, after, world.today()).may_close();
  if (wants_closing && may)
    for (store::Change& change : closing(after, settling_reason)) changes.push_back(std::move(change));
  if (!save(changes, std::move(after))) return false;
  closes_again = wants_closing && !may;
  return true;
}

// On the page, at the item: the mark that is keyed there settles it, and leads back here.
void Session::Inside::key_anew() {
  if (state.comparison.differences.empty() || !may_settle()) return;
  const forms::ItemIndex item = state.comparison.difference(state.difference).item;
  if (state.current.state == forms::CaseState::closed) {
    forms::Case after = state.current;
    after.state = forms::CaseState::open;
    if (!save({of_case(store::Entry::Action::reopen)}, std::move(after))) return;
    closes_again = true;
  }
  keying_anew = item;
  state.read_only = false;
  state.screen = Screen::entry;
  use_layout();
  go_to(item);
  tell(Notice::Kind::accepted, "notice.key_anew", {name_of(state.survey->form, item, state.language)});
}

// `accepted`: Enter on what stands there already says that it is what the sheet says.
void Session::Inside::back_to_comparison(bool accepted) {
  const forms::ItemIndex item = *keying_anew;
  const bool is_marked = std::any_of(undo_steps.begin(), undo_steps.end(), [=](const Step& step) {
    return std::any_of(step.begin(), step.end(), [=](const Remarked& each) { return each.item == item; });
  });
  if (accepted && !is_marked && !save_settled(item, state.current.marks[item], keyed_anew_reason)) return;
  if (closes_again && state.evaluation.may_close()) {
    forms::Case after = state.current;
    const std::vector<store::Change> changes = closing(after, settling_reason);
    if (!save(changes, std::move(after))) return;
    closes_again = false;
  }
  keying_anew.reset();
  undo_steps.clear();
  redo_steps.clear();
  state.undoable = state.redoable = 0;
  state.draft.clear();
  state.screen = Screen::comparison;
  read_passes();
  choose_difference(state.difference);
  first_unsettled();
  tell_standing();
}

}  // namespace genpyo::session
