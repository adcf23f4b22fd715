#include "app/ui/bars.h"

#include <array>

#include "app/session/profile.h"

namespace genpyo::ui {
namespace {

using session::Command;
using session::Notice;
using session::State;

struct Button {
  Command command;
  const char* word;  // of assets/strings; shorter than the command table's
};

constexpr std::array on_bar = {
    Button{Command::help, "ui.bar.help"},         Button{Command::note, "ui.bar.note"},
    Button{Command::why, "ui.bar.why"},           Button{Command::go_to, "ui.bar.go_to"},
    Button{Command::confirm, "ui.bar.confirm"},   Button{Command::history, "ui.bar.history"},
    Button{Command::form, "ui.bar.form"},         Button{Command::next_open, "ui.bar.next_open"},
    Button{Command::close_case, "ui.bar.close"},  Button{Command::undo, "ui.bar.undo"},
    Button{Command::progress, "ui.bar.progress"}, Button{Command::tables, "ui.bar.tables"},
    Button{Command::coding, "ui.bar.coding"},     Button{Command::second_pass, "ui.bar.second_pass"},
    Button{Command::settings, "ui.bar.settings"},
    Button{Command::language, "ui.bar.language"}, Button{Command::leave, "ui.bar.leave"},
    Button{Command::lock, "ui.bar.lock"},
    Button{Command::quit, "ui.bar.quit"},
};

// The command's row where it may be used on this screen; null where it may not.
const session::CommandRow* row_of(Command command, session::Screen screen) {
  const auto where = screen == session::Screen::start   ? session::on_start
                     : session::is_office(screen) ? session::in_office
                     : screen == session::Screen::comparison ? session::in_comparison
                                                  : session::on_entry;
  for (const session::CommandRow& row : session::command_table()) {
    if (row.command == command && (row.where & where) != 0) return &row;
  }
  return nullptr;
}

// Not every command that a screen allows needs a button there.
bool has_button(Command command, session::Screen screen) {
  if (screen == session::Screen::start) return command != Command::leave;
  return command != Command::quit;
}

const char* word_of(const State& state, const Button& button) {
  const bool closed =
      state.screen == session::Screen::entry && state.current.state == forms::CaseState::closed;
  return button.command == Command::close_case && closed ? "ui.bar.reopen" : button.word;
}

// Of all buttons with their words.
float width_with_words(const State& state, const Texts& texts, const Writer& writer) {
  const float size = writer.px(theme::small_size);
  float width = 0;
  for (const Button& button : on_bar) {
    const session::CommandRow* row = row_of(button.command, state.screen);
    if (row == nullptr || !has_button(button.command, state.screen)) continue;
    if (row->command == Command::lock && !state.has_operators) continue;
    width += writer.letters().width(session::key_name(row->chord), size) + writer.px(30) +
             writer.letters().width(texts(word_of(state, button)), size);
  }
  return width;
}

struct Look {
  Sign sign;
  ImU32 ink, ground;
};

Look look_of(Notice::Kind kind, const Palette& colours) {
  switch (kind) {
    case Notice::Kind::refused: return {Sign::hard, colours.hard, colours.hard_ground};
    case Notice::Kind::failure: return {Sign::hard, colours.hard, colours.hard_ground};
    case Notice::Kind::skipped: return {Sign::skipped, colours.text, colours.hover};
    case Notice::Kind::accepted: return {Sign::good, colours.good, colours.good_ground};
    case Notice::Kind::none: break;
  }
  return {Sign::good, colours.quiet, colours.panel};
}

}  // namespace

void draw_bar(const State& state, const Texts& texts, const Writer& writer, ImVec2 from, ImVec2 to,
              std::vector<session::Action>& actions) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(from, to, writer.colours().panel);
  list.AddLine({from.x, to.y}, to, writer.colours().edge);
  // A wider font is set smaller; where even that does not do, the keys alone must.
  constexpr float least = 0.8f;
  const float room = to.x - from.x - writer.px(20), whole = width_with_words(state, texts, writer);
  const bool words = whole * least <= room;
  const float shrink = words && whole > room ? room / whole : 1;
  const Writer small(writer.letters(), writer.px(shrink), writer.colours());
  ImGui::SetCursorScreenPos({from.x + writer.px(10), from.y + writer.px(7) + writer.px(14) * (1 - shrink)});
  for (std::size_t i = 0; i < on_bar.size(); ++i) {
    const session::CommandRow* row = row_of(on_bar[i].command, state.screen);
    if (row == nullptr || !has_button(on_bar[i].command, state.screen)) continue;
    if (row->command == Command::lock && !state.has_operators) continue;
    const auto kind =
        row->command == Command::close_case && session::may_be_closed(state) && !state.read_only
            ? ButtonKind::strong
            : ButtonKind::plain;
    ImGui::PushID(static_cast<int>(i));
    const std::string word = words ? texts(word_of(state, on_bar[i])) : "";
    if (small.button("bar", session::key_name(row->chord), word, kind)) {
      actions.push_back(session::Run{row->command});
    }
    ImGui::PopID();
  }
}

void draw_foot(const State& state, const Texts& texts, const Writer& writer, ImVec2 from,
               ImVec2 to) {
  const Notice& notice = state.notice;
  const Look look = look_of(notice.kind, writer.colours());
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(from, to, look.ground);
  list.AddLine(from, {to.x, from.y}, writer.colours().edge);
  if (notice.kind == Notice::Kind::none) return;
  const std::string sentence =
      notice.key.empty() ? notice.sentence
                         : texts.strings.text(texts.language, notice.key, notice.arguments);
  const float middle = (from.y + to.y) / 2;
  const Style style = writer.style(theme::body_size, look.ink);
  draw_sign(list, {from.x + writer.px(22), middle}, writer.px(8), look.sign, writer.colours());
  const float left = from.x + writer.px(40);
  writer.line({left, middle + style.size * 0.36f}, style,
              writer.cut(sentence, style.size, to.x - left - writer.px(10)));
}

}  // namespace genpyo::ui
