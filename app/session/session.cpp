#include "app/session/session.h"

#include "app/session/inside.h"
#include "forms/text.h"

namespace genpyo::session {
namespace {

Where where(const State& state) {
  if (state.dialog != Dialog::none) return in_dialog;
  return state.screen == Screen::start ? on_start : on_entry;
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
  inside->state.language = inside->world.language;
  inside->state.survey = inside->world.survey.get();
  if (auto read = inside->read_cases(); !read) return read.failure();
  return std::unique_ptr<Session>(new Session(std::move(inside)));
}

Session::Session(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

Session::~Session() {
  if (inside_->state.screen == Screen::entry) inside_->leave_case();
}

const State& Session::state() const { return inside_->state; }

void Session::apply(const Action& action) {
  Inside& inside = *inside_;
  if (const auto* type = std::get_if<Type>(&action)) {
    inside.type(type->utf8);
  } else if (const auto* press = std::get_if<Press>(&action)) {
    if (const auto command = command_for(press->chord, where(inside.state))) inside.run(*command);
  } else if (const auto* run = std::get_if<Run>(&action)) {
    if (is_allowed(run->command, where(inside.state))) inside.run(run->command);
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
  } else if (const auto* open = std::get_if<OpenCase>(&action)) {
    if (inside.state.screen == Screen::start) inside.open_case(open->case_id);
  } else if (inside.state.screen == Screen::start) {
    inside.refresh_cases();
  } else if (!inside.state.read_only) {
    if (auto renewed = inside.world.store.renew(inside.state.current.id); !renewed) {
      inside.fail(renewed.failure());
    }
  }
}

void Session::Inside::type(const std::string& utf8) {
  const bool is_item = state.screen == Screen::entry && state.dialog == Dialog::none;
  std::size_t start = 0;
  for (const std::size_t end : forms::grapheme_ends(utf8)) {
    const std::string_view character = std::string_view(utf8).substr(start, end - start);
    start = end;
    if (is_item) {
      type_character(character);
    } else if (is_text(character)) {
      if (!draft_in_use().insert(character)) tell(Notice::Kind::refused, "notice.draft_full");
    }
  }
}

void Session::Inside::run(Command command) {
  const bool on_dialog = state.dialog != Dialog::none;
  const bool is_start = state.screen == Screen::start;
  switch (command) {
    case Command::accept:
      if (on_dialog) return accept_dialog();
      return is_start ? accept_case_number() : accept();
    case Command::back:
    case Command::forward:
      if (is_start) return select_case(command == Command::forward);
      return move(command);
    case Command::enter_skipped:
    case Command::page_back:
    case Command::page_forward:
    case Command::next_open: return move(command);
    case Command::undo: return undo_or_redo(undo_steps, redo_steps, true);
    case Command::redo: return undo_or_redo(redo_steps, undo_steps, false);
    case Command::erase_forward:
      return !on_dialog && !is_start ? erase_forward() : draft_in_use().erase_forward();
    case Command::erase_back:
    case Command::cursor_left:
    case Command::cursor_right:
    case Command::cursor_home:
    case Command::cursor_end: return cursor_key(command);
    case Command::mark_dont_know: return mark_missing(forms::Missing::dont_know);
    case Command::mark_illegible: return mark_missing(forms::Missing::illegible);
    case Command::mark_not_applicable: return mark_missing(forms::Missing::not_applicable);
    case Command::mark_several: return start_several();
    case Command::help: return open_dialog(Dialog::help);
    case Command::note: return open_dialog(Dialog::note);
    case Command::why: return open_dialog(Dialog::why);
    case Command::go_to: return open_dialog(Dialog::go_to);
    case Command::confirm: return confirm();
    case Command::close_case: return state.dialog == Dialog::close ? accept_dialog() : open_dialog(Dialog::close);
    case Command::leave:
      if (on_dialog) return open_dialog(Dialog::none);
      if (is_start) return state.case_number.clear();
      return settle_draft() ? leave_case() : void();
    case Command::language: return switch_language();
    case Command::paste: return;  // only a face knows the clipboard: it comes as Type
    case Command::quit:
      if (!is_start && !settle_draft()) return;
      if (!is_start) leave_case();
      state.quit = true;
      return;
  }
}

void Session::Inside::cursor_key(Command command) {
  Draft& draft = draft_in_use();
  state.draft_refused = false;
  if (command == Command::erase_back) draft.erase_back();
  if (command == Command::cursor_left) draft.left();
  if (command == Command::cursor_right) draft.right();
  if (command == Command::cursor_home) draft.home();
  if (command == Command::cursor_end) draft.end();
}

Draft& Session::Inside::draft_in_use() {
  if (state.dialog != Dialog::none) return state.dialog_draft;
  return state.screen == Screen::start ? state.case_number : state.draft;
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
  for (store::CaseSummary& summary : state.cases) {
    summary.changed_at = world.local_time(summary.changed_at);
  }
  return forms::Done{};
}

bool Session::Inside::refresh_cases() {
  if (auto read = read_cases(); !read) {
    fail(read.failure());
    return false;
  }
  if (state.selected && *state.selected >= state.cases.size()) state.selected.reset();
  return true;
}

void Session::Inside::switch_language() {
  state.language = state.language == "ja" ? "en" : "ja";
  if (state.screen == Screen::entry) use_layout();
}

}  // namespace genpyo::session
