// The survey office: what its screens have in common, and the progress of the survey.
#include "app/session/inside.h"

namespace genpyo::session {

bool Session::Inside::for_each_case(
    const std::function<void(const store::CaseSummary&, const forms::Case&, const validators::Evaluation&)>& use,
    const std::function<void(const store::CaseSummary&)>& of_other_form) {
  auto cases = world.store.cases();
  if (!cases) return fail(cases.failure()), false;
  if (cases->size() > most_cases_held) {
    tell(Notice::Kind::refused, "notice.too_many_cases", {std::to_string(most_cases_held)});
    return false;
  }
  const forms::Date day = world.today();
  for (const store::CaseSummary& summary : *cases) {
    if (summary.form_hash != world.survey->hash) {
      of_other_form(summary);
      continue;
    }
    auto stored = world.store.read(world.survey->form, summary.id);
    if (!stored) return fail(stored.failure()), false;
    use(summary, stored->current, validators::evaluate(*world.survey->program, stored->current, day));
  }
  return true;
}

void Session::Inside::enter(Screen screen) {
  state.dialog = Dialog::none;
  tell(Notice::Kind::none, "");
  const bool entered = screen == Screen::progress ? enter_progress()
                       : screen == Screen::tables ? enter_tables()
                                                  : enter_coding();
  if (!entered) return;
  state.survey = world.survey.get();
  state.screen = screen;
  came_from = Screen::start;
}

void Session::Inside::back_to_start() {
  state.screen = Screen::start;
  state.dialog = Dialog::none;
  at_hand.clear();
  records.clear();
  answers.clear();
  if (refresh_cases()) tell(Notice::Kind::none, "");
}

bool Session::Inside::enter_progress() {
  exports::ProgressCount count(world.survey->form, world.survey->frame);
  const bool read = for_each_case(
      [&](const store::CaseSummary& summary, const forms::Case&, const validators::Evaluation& evaluation) {
        count.add(summary.id, summary.state, evaluation);
      },
      [&](const store::CaseSummary& summary) { count.add_uncounted(summary.id, summary.state); });
  if (!read) return false;
  state.progress = count.progress();
  state.progress_row = 0;
  return true;
}

void Session::Inside::run_in_progress(Command command) {
  constexpr std::size_t rows_a_page = 10;
  const std::size_t last = state.progress.rows.size();
  std::size_t& row = state.progress_row;
  switch (command) {
    case Command::back: row -= row > 0 ? 1 : 0; return;
    case Command::forward: row += row < last ? 1 : 0; return;
    case Command::page_back: row -= std::min(row, rows_a_page); return;
    case Command::page_forward: row = std::min(last, row + rows_a_page); return;
    case Command::cursor_home: row = 0; return;
    case Command::cursor_end: row = last; return;
    default: return;
  }
}

bool Session::Inside::run_in_office(Command command) {
  switch (command) {
    case Command::progress: return enter(Screen::progress), true;
    case Command::tables: return enter(Screen::tables), true;
    case Command::coding: return enter(Screen::coding), true;
    case Command::help:
    case Command::form:
    case Command::language:
    case Command::paste:
    case Command::quit:
    case Command::lock: return false;
    default: break;
  }
  if (state.screen == Screen::progress) {
    if (command == Command::leave) back_to_start();
    else run_in_progress(command);
  } else if (state.screen == Screen::tables) {
    run_in_tables(command);
  } else {
    run_in_coding(command);
  }
  return true;
}

void Session::Inside::type_in_office(const std::string& utf8) {
  if (state.screen == Screen::coding) return type_in_coding(utf8);
  tell(Notice::Kind::refused, "notice.nothing_to_type");
}

void Session::Inside::touch(const Touch& touched) {
  if (state.dialog != Dialog::none) return;
  if (state.screen == Screen::progress && touched.row <= state.progress.rows.size()) {
    state.progress_row = touched.row;
  } else if (state.screen == Screen::tables) {
    touch_tables(touched);
  } else if (state.screen == Screen::coding) {
    touch_coding(touched);
  } else if (state.screen == Screen::comparison) {
    choose_difference(touched.row);
  }
}

}  // namespace genpyo::session
