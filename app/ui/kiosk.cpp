#include "app/ui/kiosk.h"

#include <algorithm>
#include <cmath>

#include "app/ui/dialog_view.h"
#include "app/ui/screen.h"
#include "app/ui/texture.h"
#include "app/ui/theme.h"
#include "app/ui/window.h"

namespace genpyo::ui {
namespace {

using session::Action;

constexpr float zoom_a_step = 1.1f;

bool pastes(const Action& action) {
  const auto* press = std::get_if<session::Press>(&action);
  constexpr auto anywhere =
      static_cast<session::Where>(session::on_start | session::on_entry | session::in_dialog);
  return press != nullptr &&
         session::command_for(press->chord, anywhere) == session::Command::paste;
}

void obey(session::Session& session, Window& window, UiState& ui, const Action& action) {
  const auto* press = std::get_if<session::Press>(&action);
  if (press != nullptr && scroll_dialog(session.state(), press->chord, ui)) return;
  if (pastes(action)) {
    if (std::string text = window.clipboard(); !text.empty()) {
      session.apply(session::Type{std::move(text)});
    }
    return;
  }
  session.apply(action);
  const session::Copied& copied = session.state().copied;
  if (copied.number != ui.copied) window.offer(copied.text);
  ui.copied = copied.number;
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
    for (const Action& action : window.wait()) {
      if (!session.state().quit) obey(session, window, ui, action);
    }
    ui.scale = window.scale();
    ui.zoom = std::clamp(ui.zoom * std::pow(zoom_a_step, window.take_zoom_steps()), 0.5f, 4.0f);
    if (session.state().quit || !window.begin_frame()) continue;
    std::vector<Action> clicked;
    draw_screen(session.state(), strings, ui, clicked);
    if (ui.caret) window.tell_caret(*ui.caret);
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
