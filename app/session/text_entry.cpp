// Writing into whatever draft has the keyboard: a question's, a dialog's, the case number's.
#include "app/session/editing.h"
#include "app/session/inside.h"
#include "app/session/profile.h"
#include "forms/text.h"

namespace genpyo::session {
namespace {

const paper::Box* lines_of(const State& state) {
  const auto page = state.layout->page_of(state.cursor);
  if (!page) return nullptr;
  for (const paper::Box& box : state.layout->pages[*page].boxes) {
    if (box.item == state.cursor && box.kind == paper::Box::Kind::text) return &box;
  }
  return nullptr;
}

}  // namespace

Draft& Session::Inside::draft_in_use() {
  if (state.dialog != Dialog::none) return state.dialog_draft;
  if (is_office(state.screen)) return state.coding.filter;
  return state.screen == Screen::start ? state.case_number : state.draft;
}

bool Session::Inside::keys_into_item() const {
  return state.screen == Screen::entry && state.dialog == Dialog::none;
}

void Session::Inside::type(const std::string& utf8) {
  if (is_office(state.screen) && state.dialog == Dialog::none) return type_in_office(utf8);
  if (state.screen == Screen::comparison && state.dialog == Dialog::none) return type_in_comparison(utf8);
  const forms::Item* item = keys_into_item() ? &state.survey->form.items[state.cursor] : nullptr;
  const bool has_lines = item != nullptr && item->type == forms::ItemType::text && item->paper.lines > 1;
  const std::string text = has_lines ? as_lines(utf8) : as_one_line(utf8);
  if (text.empty()) return utf8.empty() ? void() : tell(Notice::Kind::refused, "notice.not_text");
  if (item != nullptr && item->type == forms::ItemType::text) return type_character(text);
  if (state.dialog != Dialog::none && takes_text(state.dialog)) return type_in_dialog(text);
  if (item == nullptr && state.dialog == Dialog::none) {
    if (!state.case_number.insert(text)) tell(Notice::Kind::refused, "notice.draft_full");
    return draft_changed();
  }
  if (text.size() > Draft::most_bytes) return tell(Notice::Kind::refused, "notice.draft_full");
  std::size_t start = 0;
  for (const std::size_t end : forms::grapheme_ends(text)) {
    const std::string_view character = std::string_view(text).substr(start, end - start);
    start = end;
    if (state.dialog == Dialog::none) type_character(character);
    else type_in_dialog(character);
  }
}

void Session::Inside::cursor_key(Command command) {
  Draft& draft = draft_in_use();
  state.draft_refused = false;
  const paper::Box* box = keys_into_item() ? lines_of(state) : nullptr;
  if (box == nullptr || box->lines < 2) {
    edit(draft, command);
    return command == Command::erase_back ? draft_changed() : void();
  }
  if (edit_in_lines(draft, command, paper::written_in(*world.fonts, *box, draft.text()))) return;
  if (command == Command::line_up) move(Command::back);
  if (command == Command::line_down) move(Command::forward);
}

void Session::Inside::break_line() {
  if (!may_change()) return;
  if (!state.draft.insert("\n")) tell(Notice::Kind::refused, "notice.draft_full");
}

void Session::Inside::copy() {
  const std::string selected = draft_in_use().selected();
  if (!selected.empty()) state.copied = {selected, state.copied.number + 1};
}

void Session::Inside::cut() {
  if (keys_into_item() && !may_change()) return;
  copy();
  draft_in_use().erase_selection();
  draft_changed();
}

void Session::Inside::place_caret(const PlaceCaret& caret) {
  if (keys_into_item()) state.draft.place(caret.offset, caret.select, caret.at_line_end);
}

}  // namespace genpyo::session
