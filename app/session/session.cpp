#include "app/session/session.h"

#include <algorithm>

#include "app/session/inside.h"

namespace genpyo::session {
namespace {

constexpr std::ptrdiff_t lines_a_page = 10;

Where where(const State& state) {
  if (state.dialog != Dialog::none) return in_dialog;
  if (state.screen == Screen::start) return on_start;
  if (is_office(state.screen)) return in_office;
  if (state.screen == Screen::comparison) return in_comparison;
  const forms::Item& item = state.survey->form.items[state.cursor];
  return item.type == forms::ItemType::text && item.paper.lines > 1 ? in_lines : on_entry;
}

// A button does not know of the lines of a text.
Where where_of_button(const State& state) {
  return where(state) == in_lines ? on_entry : where(state);
}

}  // namespace

forms::Result<std::unique_ptr<Session>> Session::start(World world) {
  if (!world.survey->diagnostics.empty()) {
    return forms::Failure{"The form has faults, correct it first: " +
                          forms::to_text(world.survey->diagnostics.front())};
  }
  auto hash = world.store.archive(world.survey->form);
  if (!hash) return hash.failure();
  auto inside = std::make_unique<Inside>(std::move(world));
  inside->state.operator_name = inside->world.operator_name;
  inside->state.database = inside->world.database;
  inside->begin_settings();
  auto added = inside->world.store.added_codes();
  if (!added) return added.failure();
  inside->world.survey = with_added_codes(std::move(inside->world.survey), *added);
  inside->state.survey = inside->world.survey.get();
  if (auto read = inside->read_cases(); !read) return read.failure();
  if (inside->world.entrance.has_door()) {
    inside->state.has_operators = true;
    inside->state.operator_name.clear();
    inside->open_gate(Purpose::sign_in);
  }
  return std::unique_ptr<Session>(new Session(std::move(inside)));
}

Session::Session(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

Session::~Session() {
  if (has_case(inside_->state.screen)) inside_->leave_case();
}

const State& Session::state() const { return inside_->state; }

void Session::apply(const Action& action) {
  Inside& inside = *inside_;
  if (inside.stopped_by_gate(action) || std::holds_alternative<Stir>(action)) return;
  if (const auto* type = std::get_if<Type>(&action)) {
    inside.type(type->utf8);
  } else if (const auto* press = std::get_if<Press>(&action)) {
    if (const auto command = command_for(press->chord, where(inside.state))) inside.run(*command);
  } else if (const auto* run = std::get_if<Run>(&action)) {
    if (is_allowed(run->command, where_of_button(inside.state))) inside.run(run->command);
  } else if (const auto* go = std::get_if<GoTo>(&action)) {
    if (inside.state.screen == Screen::entry && go->item < inside.state.evaluation.items.size()) {
      if (!inside.settle_draft()) return;
      inside.state.dialog = Dialog::none;
      inside.tell(Notice::Kind::none, "");
      inside.go_to(go->item);
    }
  } else if (const auto* choose = std::get_if<Choose>(&action)) {
    if (inside.state.screen == Screen::entry && inside.state.dialog == Dialog::none) {
      inside.choose(choose->item, choose->code);
    }
  } else if (const auto* caret = std::get_if<PlaceCaret>(&action)) {
    inside.place_caret(*caret);
  } else if (const auto* open = std::get_if<OpenCase>(&action)) {
    if (inside.state.screen == Screen::start) inside.open_case(open->case_id);
  } else if (const auto* adjust = std::get_if<Adjust>(&action)) {
    if (inside.state.dialog == Dialog::settings) inside.state.setting = adjust->setting;
    inside.set(adjust->setting, adjust->option);
  } else if (const auto* picked = std::get_if<Pick>(&action)) {
    inside.pick(picked->line);
  } else if (const auto* touched = std::get_if<Touch>(&action)) {
    inside.touch(*touched);
  } else if (is_office(inside.state.screen)) {
    return;  // a Tick: what is shown there was read on entering
  } else if (inside.state.screen == Screen::start) {
    if (inside.refresh_cases()) inside.trouble_is_over();
  } else {
    inside.renew_hold();
  }
}

void Session::Inside::run(Command command) {
  if (obey_preference(command)) return;
  const bool on_dialog = state.dialog != Dialog::none;
  const bool is_start = state.screen == Screen::start;
  if (!on_dialog && is_office(state.screen) && run_in_office(command)) return;
  if (!on_dialog && state.screen == Screen::comparison && run_in_comparison(command)) return;
  switch (command) {
    case Command::accept:
      if (on_dialog) return accept_dialog();
      return is_start ? accept_case_number() : accept();
    case Command::back:
    case Command::forward:
      if (on_dialog) return pick_near(command == Command::forward ? 1 : -1);
      if (is_start) return select_case(command == Command::forward);
      return move(command);
    case Command::page_back:
    case Command::page_forward:
      if (on_dialog) return pick_near(command == Command::page_forward ? lines_a_page : -lines_a_page);
      return move(command);
    case Command::enter_skipped:
    case Command::next_open: return move(command);
    case Command::undo:
      if (draft_in_use().undo()) return draft_changed();
      if (on_dialog) return;
      return undo_or_redo(undo_steps, redo_steps, true);
    case Command::redo:
      if (draft_in_use().redo()) return draft_changed();
      if (on_dialog) return;
      return undo_or_redo(redo_steps, undo_steps, false);
    case Command::erase_forward:
      if (!on_dialog && !is_start) return erase_forward();
      draft_in_use().erase_forward();
      return draft_changed();
    case Command::erase_back:
    case Command::cursor_left:
    case Command::cursor_right:
    case Command::cursor_home:
    case Command::cursor_end:
    case Command::word_left:
    case Command::word_right:
    case Command::text_home:
    case Command::text_end:
    case Command::select_left:
    case Command::select_right:
    case Command::select_word_left:
    case Command::select_word_right:
    case Command::select_home:
    case Command::select_end:
    case Command::select_text_home:
    case Command::select_text_end:
    case Command::select_all:
    case Command::line_up:
    case Command::line_down:
    case Command::select_up:
    case Command::select_down: return cursor_key(command);
    case Command::line_break: return break_line();
    case Command::copy: return copy();
    case Command::cut: return cut();
    case Command::mark_dont_know: return mark_missing(forms::Missing::dont_know);
    case Command::mark_illegible: return mark_missing(forms::Missing::illegible);
    case Command::mark_not_applicable: return mark_missing(forms::Missing::not_applicable);
    case Command::mark_several: return start_several();
    case Command::mark_page_absent: return mark_missing(forms::Missing::page_absent);
    case Command::page_is_absent: return mark_page_absent();
    case Command::history: return open_history();
    case Command::form: return open_form();
    case Command::other_list:
      if (state.dialog == Dialog::history) return show_history(!state.history_of_case);
      return on_dialog ? void() : show_other_cases();
    case Command::progress: return enter(Screen::progress);
    case Command::tables: return enter(Screen::tables);
    case Command::coding: return enter(Screen::coding);
    case Command::second_pass: return key_second_pass();
    case Command::add_code:
    case Command::next_uncoded: return;  // of an office screen: obeyed above
    case Command::next_number: return take_next_number();
    case Command::try_again: return take_up_again();
    case Command::help: return open_dialog(Dialog::help);
    case Command::note: return open_dialog(Dialog::note);
    case Command::why: return open_dialog(Dialog::why);
    case Command::go_to: return open_dialog(Dialog::go_to);
    case Command::confirm: return confirm();
    case Command::close_case: return state.dialog == Dialog::close ? accept_dialog() : open_dialog(Dialog::close);
    case Command::leave:
      if (state.dialog == Dialog::doubt) return answer_doubts(false);
      if (on_dialog) return open_dialog(Dialog::none);
      if (is_start && state.case_number.empty() && state.has_operators) return lock();
      if (is_start) {
        state.case_number.clear();
        return draft_changed();
      }
      if (keying_anew) return settle_draft() ? back_to_comparison(false) : void();
      return leave_settled() ? leave_case() : void();
    case Command::language: return switch_language();
    case Command::paste: return;  // only a face knows the clipboard: it comes as Type
    case Command::settings:
    case Command::switch_profile:
    case Command::full_screen:
    case Command::zoom_in:
    case Command::zoom_out:
    case Command::zoom_whole: return;  // obeyed above
    case Command::quit: return quit();
    case Command::lock: return lock();
  }
}

void Session::Inside::draft_changed() {
  if (state.dialog == Dialog::form) return find_in_form();
  if (state.dialog != Dialog::none || state.screen != Screen::start) return;
  state.selected.reset();
  list_cases();
}

void Session::Inside::tell(Notice::Kind kind, std::string key, std::vector<std::string> arguments) {
  state.notice = {kind, std::move(key), std::move(arguments), "", state.notice.number + 1};
}

void Session::Inside::fail(const forms::Failure& failure) {
  state.notice = {Notice::Kind::failure, "", {}, failure.sentence, state.notice.number + 1};
}

forms::Result<forms::Done> Session::Inside::read_cases() {
  auto cases = world.store.cases();
  if (!cases) return cases.failure();
  state.cases = std::move(*cases);
  state.next_number = session::next_number(state.cases, world.survey->frame, last_case);
  state.organizations = organizations_of(state.cases, world.survey->form, world.survey->frame, state.language);
  for (store::CaseSummary& summary : state.cases) {
    summary.changed_at = world.local_time(summary.changed_at);
  }
  list_cases();
  return forms::Done{};
}

bool Session::Inside::refresh_cases() {
  const std::string selected = state.selected ? state.cases[*state.selected].id : "";
  if (auto read = read_cases(); !read) {
    state.trouble = read.failure().sentence;
    fail(read.failure());
    return false;
  }
  const auto still = std::find_if(state.cases.begin(), state.cases.end(),
                                  [&](const store::CaseSummary& each) { return each.id == selected; });
  state.selected.reset();
  if (still != state.cases.end()) state.selected = static_cast<std::size_t>(still - state.cases.begin());
  list_cases();
  return true;
}

void Session::Inside::switch_language() {
  step(Setting::language, 1, true);
}

}  // namespace genpyo::session
