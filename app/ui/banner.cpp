#include "app/ui/banner.h"

#include <algorithm>

namespace genpyo::ui {
namespace {

using session::Command;
using session::State;

struct Said {
  Sign sign;
  ImU32 ink, ground;
  std::string sentence, detail;
  std::optional<Command> answer;
};

std::optional<Said> said(const State& state, const Texts& texts, const Palette& colours) {
  if (!state.trouble.empty()) {
    return Said{Sign::hard, colours.hard, colours.hard_ground, texts("ui.banner.trouble"),
                state.trouble, Command::try_again};
  }
  if (!state.read_only) return std::nullopt;
  if (!state.open_at.empty()) {
    return Said{Sign::outside, colours.text, colours.hover,
                texts("ui.banner.elsewhere", {state.open_at}), "", Command::try_again};
  }
  if (state.current.state == forms::CaseState::closed) {
    return Said{Sign::good, colours.good, colours.good_ground, texts("ui.banner.closed"), "",
                Command::close_case};
  }
  return Said{Sign::outside, colours.text, colours.hover, texts("ui.banner.look_only"), "",
              Command::try_again};
}

std::string key_of(Command command) {
  for (const session::CommandRow& row : session::command_table()) {
    if (row.command == command && (row.where & session::on_entry) != 0)
      return session::key_name(row.chord);
  }
  return "";
}

}  // namespace

float draw_banner(const State& state, const Texts& texts, const Writer& writer, ImVec2 from,
                  float width, std::vector<session::Action>& actions) {
  const auto saying = said(state, texts, writer.colours());
  if (!saying) return 0;
  const bool two = !saying->detail.empty();
  const float height = writer.px(two ? 62 : 42);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(from, {from.x + width, from.y + height}, saying->ground);
  list.AddLine({from.x, from.y + height}, {from.x + width, from.y + height}, writer.colours().edge);
  list.AddRectFilled(from, {from.x + writer.px(5), from.y + height}, saying->ink);

  const Style style = writer.style(theme::body_size, saying->ink, true);
  const Style small = writer.style(theme::small_size, writer.colours().text);
  const float first = from.y + writer.px(21);
  draw_sign(list, {from.x + writer.px(22), first}, writer.px(8), saying->sign, writer.colours());
  const float left = from.x + writer.px(40);
  const std::string word =
      texts(saying->answer == Command::close_case ? "ui.bar.reopen" : "ui.banner.again");
  const std::string key = key_of(*saying->answer);
  const float button = writer.letters().width(key + word, small.size) + writer.px(40);
  const float room = std::max(1.0f, width - (left - from.x) - button);
  writer.line({left, first + style.size * 0.36f}, style,
              writer.cut(saying->sentence, style.size, room));
  if (two) {
    writer.line({left, first + writer.px(22) + small.size * 0.36f}, small,
                writer.cut(saying->detail, small.size, room));
  }
  ImGui::SetCursorScreenPos(
      {from.x + width - button, from.y + (height - writer.px(28)) / 2});
  if (writer.button("banner", key, word)) actions.push_back(session::Run{*saying->answer});
  return height;
}

}  // namespace genpyo::ui
