#include "app/ui/kiosk.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "app/ui/dialog_view.h"
#include "app/ui/screen.h"
#include "app/ui/texture.h"
#include "app/ui/theme.h"
#include "app/ui/window.h"

namespace genpyo::ui {
namespace {

using session::Action;

constexpr float zoom_a_step = 1.1f;

// A field has one line: ends of lines and tabs become blanks, those at the end go.
std::string one_line(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

bool pastes(const Action& action) {
  const auto* press = std::get_if<session::Press>(&action);
  constexpr auto anywhere =
      static_cast<session::Where>(session::on_start | session::on_entry | session::in_dialog);
  return press != nullptr &&
         session::command_for(press->chord, anywhere) == session::Command::paste;
}

void obey(session::Session& session, const Window& window, UiState& ui, const Action& action) {
  if (!session.state().gates.empty()) {
    // No paste: where data is hidden, what was copied of it is hidden too.
    return pastes(action) ? void() : session.apply(action);
  }
  const auto* press = std::get_if<session::Press>(&action);
  if (press != nullptr && scroll_dialog(session.state(), press->chord, ui)) return;
  if (!pastes(action)) return session.apply(action);
  if (std::string text = one_line(window.clipboard()); !text.empty()) {
    session.apply(session::Type{std::move(text)});
  }
}

// A wait counts down before the eyes of whoever waits.
bool counts_down(const session::State& state) {
  return !state.gates.empty() && state.gates.back().wait_seconds > 0;
}

// What a Tick can change of what is seen. The list of cases is always drawn anew: others key too.
struct Seen {
  std::uint64_t notice;
  std::size_t gates;
  friend bool operator==(const Seen&, const Seen&) = default;
};

Seen seen_of(const session::State& state) { return {state.notice.number, state.gates.size()}; }

void tick(session::Session& session, Window& window) {
  const Seen before = seen_of(session.state());
  session.apply(session::Tick{});
  const bool shows_list =
      session.state().screen == session::Screen::start && session.state().gates.empty();
  if (shows_list || seen_of(session.state()) != before) window.draw_once();
}

}  // namespace

forms::Result<forms::Done> run_kiosk(session::Session& session, const session::Strings& strings,
                                     const paper::FontSet& fonts, const KioskOptions& options) {
  auto opened = Window::open(strings.text(session.state().language, "ui.title"), options);
  if (!opened) return opened.failure();
  Window& window = **opened;
  Texture texture;
  UiState ui(fonts);
  ui.letters.use_texture(texture.id());

  while (!session.state().quit) {
    for (const Action& action : window.wait(counts_down(session.state()))) {
      if (session.state().quit) break;
      if (std::holds_alternative<session::Tick>(action)) {
        tick(session, window);
      } else {
        obey(session, window, ui, action);
      }
    }
    ui.scale = window.scale();
    ui.zoom = std::clamp(ui.zoom * std::pow(zoom_a_step, window.take_zoom_steps()), 0.5f, 4.0f);
    if (session.state().quit || !window.begin_frame()) continue;
    std::vector<Action> clicked;
    draw_screen(session.state(), strings, ui, clicked);
    texture.update(ui.letters.sheet());
    window.end_frame(theme::desk);
    for (const Action& action : clicked) obey(session, window, ui, action);
    if (!clicked.empty()) window.stir();
    if (ui.letters.sheet().full()) {
      ui.letters.sheet().clear();
      window.stir();
    }
  }
  return forms::Done{};
}

}  // namespace genpyo::ui
