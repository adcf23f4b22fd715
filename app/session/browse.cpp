// The dialogs with a list: history and form. One line of it is picked; Enter does what it says.
#include <algorithm>

#include "app/session/inside.h"

namespace genpyo::session {
namespace {

std::size_t lines_in(const State& state) {
  if (state.dialog == Dialog::history) return state.history.size();
  return state.dialog == Dialog::form ? state.survey->form.items.size() : 0;
}

// Beyond the questions' numbers and words: the variable that an analyst knows.
std::optional<forms::ItemIndex> find_variable(const forms::Form& form, std::string_view typed) {
  const auto found = std::find_if(form.items.begin(), form.items.end(), [=](const forms::Item& item) {
    return item.name.find(typed) != std::string::npos;
  });
  if (found == form.items.end()) return std::nullopt;
  return static_cast<forms::ItemIndex>(found - form.items.begin());
}

}  // namespace

void Session::Inside::open_history() {
  if (state.dialog == Dialog::history) return show_history(!state.history_of_case);
  if (state.dialog == Dialog::none && settle_draft()) show_history(false);
}

void Session::Inside::show_history(bool of_case) {
  const forms::Form& form = state.survey->form;
  const std::string item = of_case ? "" : form.items[state.cursor].name;
  const auto entries = world.store.history(form, state.current.id, item);
  if (!entries) return fail(entries.failure());
  state.history = lines_of(form, *entries);
  if (state.current.pass == store::second_pass) {  // keyed without sight of the first
    std::erase_if(state.history, [](const HistoryLine& line) { return line.pass != store::second_pass; });
  }
  for (HistoryLine& line : state.history) line.at = world.local_time(line.at);
  state.history_of_case = of_case;
  state.picked = 0;
  state.dialog_draft.clear();
  state.dialog = Dialog::history;
}

void Session::Inside::accept_history() {
  if (state.picked >= state.history.size()) return open_dialog(Dialog::none);
  const HistoryLine line = state.history[state.picked];
  if (state.history_of_case) {
    if (!line.item || !state.survey->form.items[*line.item].asked()) {
      return tell(Notice::Kind::refused, "notice.line_of_no_question");
    }
    open_dialog(Dialog::none);
    tell(Notice::Kind::none, "");
    return go_to(*line.item);
  }
  if (line.action != store::Entry::Action::mark) {
    return tell(Notice::Kind::refused, "notice.line_of_no_mark");
  }
  if (line.after == state.current.marks[state.cursor]) {
    return tell(Notice::Kind::refused, "notice.marked_so_already");
  }
  if (!may_change() || !save_mark(state.cursor, line.after, "restored")) return;
  open_dialog(Dialog::none);
  go_to(state.cursor);
  tell(Notice::Kind::accepted, "notice.restored",
       {state.survey->form.items[state.cursor].label.in(state.language)});
}

void Session::Inside::open_form() {
  if (state.dialog == Dialog::form) return open_dialog(Dialog::none);
  if (state.dialog != Dialog::none) return;
  state.dialog = Dialog::form;
  state.dialog_draft.clear();
  pick(state.screen == Screen::entry ? state.cursor : 0);
}

void Session::Inside::pick(std::size_t line) {
  if (line >= lines_in(state)) return;
  state.picked = line;
  if (state.dialog != Dialog::form) return;
  // Only the rules as written are shown, and they are the same for every case.
  const forms::Case nobodys = forms::blank_case(state.survey->form, "");
  state.explanation = validators::explain(*state.survey->program, nobodys, line, world.today());
}

void Session::Inside::pick_near(std::ptrdiff_t lines) {
  const auto count = static_cast<std::ptrdiff_t>(lines_in(state));
  if (count == 0) return;
  const auto target = static_cast<std::ptrdiff_t>(state.picked) + lines;
  pick(static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(target, 0, count - 1)));
}

void Session::Inside::find_in_form() {
  const forms::Form& form = state.survey->form;
  const std::string& typed = state.dialog_draft.text();
  if (typed.empty() || form.items.empty()) return;
  const std::size_t before = (state.picked + form.items.size() - 1) % form.items.size();
  auto found = find_question(form, before, typed);
  if (!found) found = find_variable(form, typed);
  if (!found) return tell(Notice::Kind::refused, "notice.not_found", {typed});
  tell(Notice::Kind::none, "");
  pick(*found);
}

void Session::Inside::accept_form() {
  if (state.screen != Screen::entry) return tell(Notice::Kind::refused, "notice.form_only_read");
  if (!state.survey->form.items[state.picked].asked()) {
    return tell(Notice::Kind::refused, "notice.not_on_paper");
  }
  open_dialog(Dialog::none);
  if (!settle_draft()) return;
  tell(Notice::Kind::none, "");
  go_to(state.picked);
}

}  // namespace genpyo::session
