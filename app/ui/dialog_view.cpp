#include "app/ui/dialog_view.h"

#include <algorithm>

#include "app/session/profile.h"
#include "app/session/words.h"
#include "app/ui/caret.h"
#include "app/ui/dialogs.h"
#include "app/ui/doubt_view.h"
#include "app/ui/settings_view.h"
#include "app/ui/form_view.h"
#include "app/ui/history_view.h"
#include "app/ui/writer.h"

namespace genpyo::ui {
namespace {

using session::Command;
using session::Dialog;
using session::State;

constexpr float line_height = 24;  // pixels at 96 dpi
constexpr float lines_a_page = 16;

const char* title_of(Dialog dialog) {
  switch (dialog) {
    case Dialog::none: break;
    case Dialog::help: return "ui.help.title";
    case Dialog::note: return "ui.note.title";
    case Dialog::why: return "ui.why.title";
    case Dialog::go_to: return "ui.go_to.title";
    case Dialog::reason: return "ui.reason.title";
    case Dialog::history: return "ui.history.title";
    case Dialog::form: return "ui.form.title";
    case Dialog::close: return "ui.close.title";
    case Dialog::settings: return "ui.settings.title";
    case Dialog::new_code: return "ui.new_code.title";
    case Dialog::doubt: return "ui.doubt.title";
  }
  return "";
}

// Those with a list, whose parts scroll by themselves.
bool has_list(Dialog dialog) { return dialog == Dialog::history || dialog == Dialog::form; }

std::string title_in_words(const State& state, const Texts& texts) {
  if (state.dialog == Dialog::form)
    return texts(title_of(state.dialog),
                 {state.survey->form.title.in(texts.language), state.survey->form.version});
  const bool of_item = state.dialog == Dialog::history && !state.history_of_case;
  const std::string item =
      of_item ? session::name_of(state.survey->form, state.cursor, texts.language) : "";
  return texts(title_of(state.dialog), {state.current.id, item});
}

// Pixels at 96 dpi.
float width_of(Dialog dialog) {
  if (dialog == Dialog::form) return 1180;
  return dialog == Dialog::go_to || dialog == Dialog::note || dialog == Dialog::reason || dialog == Dialog::new_code ? 640 : 900;
}

void draw_content(const State& state, const Texts& texts, const Writer& writer, UiState& ui,
                  std::vector<session::Action>& actions) {
  switch (state.dialog) {
    case Dialog::none: return;
    case Dialog::help: return draw_help(texts, writer);
    case Dialog::why: return draw_why(state, texts, writer);
    case Dialog::history: return draw_history(state, texts, writer, ui, actions);
    case Dialog::form: return draw_form(state, texts, writer, ui, actions);
    case Dialog::close: return draw_close(state, texts, writer, actions);
    case Dialog::settings: return draw_settings(state, texts, writer, ui, actions);
    case Dialog::doubt: return draw_doubt(state, texts, writer, actions);
    case Dialog::note: return draw_question_for_text(state, texts, writer, "ui.note.hint", 4);
    case Dialog::go_to: return draw_question_for_text(state, texts, writer, "ui.go_to.hint", 1);
    case Dialog::reason: return draw_question_for_text(state, texts, writer, "ui.reason.hint", 3);
    case Dialog::new_code: return draw_question_for_text(state, texts, writer, "ui.new_code.hint", 2);
  }
}

// Below: what Enter does here, and Esc.
void draw_answers(const State& state, const Texts& texts, const Writer& writer,
                  std::vector<session::Action>& actions) {
  const bool only_read = state.dialog == Dialog::help || state.dialog == Dialog::why ||
                         state.dialog == Dialog::settings || state.dialog == Dialog::doubt ||
                         (state.dialog == Dialog::form && state.screen != session::Screen::entry);
  const bool closes = state.dialog == Dialog::close;
  const bool closed = state.current.state == forms::CaseState::closed;
  const bool goes = state.dialog == Dialog::form || state.history_of_case;
  const char* word = has_list(state.dialog)         ? goes ? "ui.form.go" : "ui.history.restore"
                     : !closes                      ? "ui.accept"
                     : closed                       ? "ui.close.reopen"
                     : session::may_be_closed(state) ? state.current.pass == store::second_pass ? "ui.close.compare" : "ui.close.now"
                                                    : "ui.close.next";
  if (!only_read && writer.button("accept", "Enter", texts(word), ButtonKind::strong)) {
    actions.push_back(session::Run{Command::accept});
  }
  if (writer.button("leave", "Esc", texts("ui.back")))
    actions.push_back(session::Run{Command::leave});
}

}  // namespace

void draw_dialog(const State& state, const Texts& texts, UiState& ui, ImVec2 size,
                 std::vector<session::Action>& actions) {
  if (state.dialog == Dialog::none) {
    ui.dialog = Dialog::none;
    return;
  }
  const bool is_new = ui.dialog != state.dialog;
  ui.dialog = state.dialog;
  if (is_new) ui.setting_in_view.reset();
  if (is_new) ui.line_in_view.reset();
  const Writer writer(ui.words(), ui.scale, ui.theme->window);
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  if (is_new) ImGui::SetNextWindowFocus();
  ImGui::Begin("dialog", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoScrollWithMouse);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled({0, 0}, size, writer.colours().dim);

  const float pad = writer.px(24), foot = writer.px(56), head = pad * 0.8f + writer.px(40);
  const float width = std::min(writer.px(width_of(state.dialog)), size.x - writer.px(60));
  const float height = std::min(head + ui.dialog_height + pad + foot, size.y - writer.px(40));
  const ImVec2 from{(size.x - width) / 2, (size.y - height) / 2},
      to{from.x + width, from.y + height};
  list.AddRectFilled(from, to, writer.colours().panel, writer.px(8));
  ImGui::SetCursorScreenPos({from.x + pad, from.y + pad * 0.8f});
  ImGui::BeginChild("title", {width - 2 * pad, writer.px(40)});
  const Style title = writer.style(theme::heading_size, writer.colours().text, true);
  writer.paragraph(writer.cut(title_in_words(state, texts), title.size, width - 2 * pad), title);
  ImGui::EndChild();
  const float top = from.y + head;
  ImGui::SetCursorScreenPos({from.x + pad, top});
  ImGui::BeginChild("content", {width - 2 * pad, to.y - foot - top});
  const float scrolled = is_new ? 0 : ImGui::GetScrollY();
  if (is_new || ui.dialog_scroll != 0) {
    ImGui::SetScrollY(std::max(0.0f, scrolled + ui.dialog_scroll * writer.px(line_height)));
  }
  ui.dialog_scroll = 0;
  draw_content(state, texts, writer, ui, actions);
  ui.dialog_height = state.dialog == Dialog::form      ? size.y
                     : state.dialog == Dialog::history ? writer.px(history_height(state))
                                                       : ImGui::GetCursorPosY();
  const bool scrolls = has_list(state.dialog) || ImGui::GetScrollMaxY() > 0;
  ImGui::EndChild();
  list.AddLine({from.x, to.y - foot}, {to.x, to.y - foot}, writer.colours().edge);
  ImGui::SetCursorScreenPos({from.x + pad, to.y - foot + writer.px(14)});
  draw_answers(state, texts, writer, actions);
  if (scrolls && state.dialog != Dialog::settings) {
    writer.key_after_buttons("↑ ↓ PgUp PgDn", texts(has_list(state.dialog) ? "ui.choose_line" : "ui.scroll"));
  }
  ImGui::End();
}

bool scroll_dialog(const State& state, const session::Chord& chord, UiState& ui) {
  const bool has_rows = has_list(state.dialog) || state.dialog == Dialog::settings;
  if (state.dialog == Dialog::none || has_rows || chord.ctrl || chord.shift) return false;
  switch (chord.key) {
    case session::Key::up: ui.dialog_scroll -= 2; return true;
    case session::Key::down: ui.dialog_scroll += 2; return true;
    case session::Key::page_up: ui.dialog_scroll -= lines_a_page; return true;
    case session::Key::page_down: ui.dialog_scroll += lines_a_page; return true;
    default: return false;
  }
}

bool scroll_dialog(const State& state, const session::Type& typed, UiState& ui) {
  if (state.dialog != Dialog::help && state.dialog != Dialog::why) return false;
  if (typed.utf8 == "8") return scroll_dialog(state, session::Chord{session::Key::up}, ui);
  if (typed.utf8 == "2") return scroll_dialog(state, session::Chord{session::Key::down}, ui);
  if (typed.utf8 == "9") return scroll_dialog(state, session::Chord{session::Key::page_up}, ui);
  return typed.utf8 == "3" && scroll_dialog(state, session::Chord{session::Key::page_down}, ui);
}

}  // namespace genpyo::ui
