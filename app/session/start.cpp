// The start screen: a case number opens its case, or creates it from the frame.
#include <algorithm>

#include "app/session/frame_marks.h"
#include "app/session/inside.h"
#include "app/session/keying.h"

namespace genpyo::session {
namespace {

const char* notice_of(forms::CaseNumberFault fault) {
  switch (fault) {
    case forms::CaseNumberFault::none: return "";
    case forms::CaseNumberFault::malformed: return "notice.case_malformed";
    case forms::CaseNumberFault::not_in_frame: return "notice.case_not_in_frame";
    case forms::CaseNumberFault::not_surveyed: return "notice.case_not_surveyed";
    case forms::CaseNumberFault::beyond_frame: return "notice.case_beyond_frame";
  }
  return "";
}

}  // namespace

void Session::Inside::accept_case_number() {
  if (state.selected) return open_case(state.cases[*state.selected].id);
  const std::string typed = state.case_number.text();
  if (typed.empty()) return tell(Notice::Kind::refused, "notice.type_case_number");
  if (!is_number(typed)) return open_found(typed);
  const auto reading = forms::read_case_number(world.survey->frame, state.case_number.text());
  const std::string id = reading.number.text();
  auto known = world.store.has(id);
  if (!known) return fail(known.failure());
  if (*known && reading.fault != forms::CaseNumberFault::malformed) return open_case(id);
  const bool asked_again = reading.fault == forms::CaseNumberFault::beyond_frame && beyond_frame == id;
  if (reading.fault != forms::CaseNumberFault::none && !asked_again) {
    if (reading.fault == forms::CaseNumberFault::beyond_frame) beyond_frame = id;
    return tell(Notice::Kind::refused, notice_of(reading.fault), {state.case_number.text()});
  }
  create_case(reading.number);
}

// A word instead of a number: of a case that is there.
void Session::Inside::open_found(const std::string& typed) {
  for (const std::size_t index : state.shown) {
    if (state.cases[index].id == typed || state.shown.size() == 1) return open_case(state.cases[index].id);
  }
  tell(Notice::Kind::refused, state.shown.empty() ? "notice.no_case_found" : "notice.several_cases",
       {typed, std::to_string(state.shown.size())});
}

Occasion Session::Inside::occasion() const {
  const std::string now = world.now ? world.now() : "";
  return {now.empty() ? "" : with_offset(now, world.local_time(now)), world.today(), world.machine, state.operator_name};
}

std::vector<store::Change> Session::Inside::closing(forms::Case& after, const std::string& reason) const {
  std::vector<store::Change> changes = marks_at_end(state.survey->form, occasion(), after);
  store::Change close;
  close.action = store::Entry::Action::close;
  close.reason = reason;
  changes.push_back(std::move(close));
  after.state = forms::CaseState::closed;
  return changes;
}

void Session::Inside::create_case(const forms::CaseNumber& number) {
  std::vector<store::Change> first = frame_marks(*world.survey, number);
  for (store::Change& change : marks_at_start(world.survey->form, occasion())) first.push_back(std::move(change));
  auto created = world.store.create(world.survey->form, world.survey->hash, number.text(), first);
  if (!created) return fail(created.failure());
  open_case(number.text());
}

void Session::Inside::select_case(bool forward) {
  if (state.shown.empty()) return;
  if (!state.selected) {
    state.selected = forward ? state.shown.front() : state.shown.back();
    return;
  }
  const auto here = std::find(state.shown.begin(), state.shown.end(), *state.selected);
  if (forward && here + 1 < state.shown.end()) state.selected = *(here + 1);
  if (!forward && here > state.shown.begin()) state.selected = *(here - 1);
}

void Session::Inside::list_cases() {
  state.shown = shown_cases(state.cases, state.organizations, state.standing, state.case_number.text());
  const bool seen = state.selected && std::find(state.shown.begin(), state.shown.end(),
                                                *state.selected) != state.shown.end();
  if (!seen) state.selected.reset();
}

void Session::Inside::show_other_cases() {
  state.standing = state.standing == Standing::all    ? Standing::open
                   : state.standing == Standing::open ? Standing::closed
                                                      : Standing::all;
  list_cases();
}

// Into the box only: opening it takes an Enter, as every number does.
void Session::Inside::take_next_number() {
  if (state.next_number.empty()) return tell(Notice::Kind::refused, "notice.no_next_number");
  state.case_number = Draft(state.next_number);
  draft_changed();
}

const Survey* Session::Inside::survey_of(const std::string& hash) {
  if (hash == world.survey->hash) return world.survey.get();
  if (const auto found = archived.find(hash); found != archived.end()) return found->second.get();
  auto text = world.store.archived_text(hash);
  if (!text) {
    fail(text.failure());
    return nullptr;
  }
  auto added = world.store.added_codes();
  if (!added) {
    fail(added.failure());
    return nullptr;
  }
  auto survey = make_survey(std::move(*text), "archived form.yaml", *added);
  if (!survey->diagnostics.empty()) {
    fail({"This version cannot read the form that the case was keyed with: " +
          forms::to_text(survey->diagnostics.front())});
    return nullptr;
  }
  return archived.emplace(hash, std::move(survey)).first->second.get();
}

namespace {

// Of a history, the item that was keyed by hand last: closing fills others behind it.
std::string keyed_last(const forms::Form& form, const std::vector<store::Entry>& history, int pass) {
  for (auto entry = history.rbegin(); entry != history.rend(); ++entry) {
    if (entry->pass != pass || entry->action != store::Entry::Action::mark) continue;
    const auto item = form.find(entry->subject);
    if (item && form.items[*item].asked()) return entry->subject;
  }
  return "";
}

}  // namespace

std::optional<std::string> Session::Inside::load_case(const std::string& id, int pass) {
  auto summary = world.store.form_of(id);
  if (!summary) return fail(summary.failure()), std::nullopt;
  const Survey* survey = survey_of(*summary);
  if (survey == nullptr) return std::nullopt;
  const auto held = world.store.acquire(id);  // before reading: nobody changes it in between
  auto stored = world.store.read(survey->form, id, pass);
  if (!stored) return fail(stored.failure()), std::nullopt;

  state.survey = survey;
  state.current = std::move(stored->current);
  state.revision = stored->revision;
  state.evaluation = validators::evaluate(*survey->program, state.current, world.today());
  undo_steps.clear();
  redo_steps.clear();
  state.undoable = state.redoable = 0;
  state.soft_shown = false;
  state.read_only = !held || state.current.state == forms::CaseState::closed;
  state.open_at.clear();
  state.trouble.clear();
  if (!held) tell_trouble(held.failure());
  const auto last = survey->form.find(stored->last_item);
  if (!last || survey->form.items[*last].asked()) return stored->last_item;
  const auto history = world.store.history(survey->form, id, "");
  return history ? keyed_last(survey->form, *history, pass) : stored->last_item;
}

void Session::Inside::open_case(const std::string& id, int pass) {
  const auto last_item = load_case(id, pass);
  if (!last_item) return;
  state.screen = Screen::entry;
  state.dialog = Dialog::none;
  state.case_number.clear();
  beyond_frame.clear();
  keying_anew.reset();
  use_layout();
  read_passes();
  go_to(resume_at(state.survey->form, state.evaluation, *last_item));
  if (!state.trouble.empty() || !state.open_at.empty()) return;  // told
  const bool closed = state.current.state == forms::CaseState::closed;
  tell(Notice::Kind::accepted,
       pass == store::second_pass ? "notice.second_opened"
       : closed                   ? "notice.case_closed"
                                  : "notice.case_opened",
       {id});
}

void Session::Inside::use_layout() {
  const auto key = std::pair(state.survey->hash, state.language);
  auto found = layouts.find(key);
  if (found == layouts.end()) {
    found = layouts.emplace(key, paper::lay_out(state.survey->form, *world.fonts, state.language)).first;
  }
  state.layout = &found->second;
}

void Session::Inside::leave_case() {
  const auto released = world.store.release(state.current.id);
  state.screen = Screen::start;
  state.survey = world.survey.get();
  state.dialog = Dialog::none;
  state.comparison = {};
  state.passes.clear();
  keying_anew.reset();
  state.draft.clear();
  state.selected.reset();
  state.trouble.clear();
  last_case = state.current.id;
  if (!refresh_cases()) return;
  if (!released) return fail(released.failure());
  if (came_from == Screen::tables) return enter(Screen::tables);
  tell(Notice::Kind::none, "");
}

}  // namespace genpyo::session
