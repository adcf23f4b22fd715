#include "app/ui/kiosk.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "app/ui/dialog_view.h"
#include "app/ui/screen.h"
#include "app/ui/sound.h"
#include "app/ui/texture.h"
#include "app/ui/theme.h"
#include "app/ui/window.h"

namespace genpyo::ui {
namespace {

using session::Action;


bool pastes(const Action& action) {
  const auto* press = std::get_if<session::Press>(&action);
  constexpr auto anywhere =
      static_cast<session::Where>(session::on_start | session::on_entry | session::in_dialog);
  return press != nullptr &&
         session::command_for(press->chord, anywhere) == session::Command::paste;
}

void obey(session::Session& session, Window& window, UiState& ui, const Action& action) {
  if (!session.state().gates.empty()) {
    // No paste: where data is hidden, what was copied of it is hidden too.
    return pastes(action) ? void() : session.apply(action);
  }
  const auto* press = std::get_if<session::Press>(&action);
  if (press != nullptr && scroll_dialog(session.state(), press->chord, ui)) return;
  const auto* typed = std::get_if<session::Type>(&action);
  if (typed != nullptr && scroll_dialog(session.state(), *typed, ui)) return;
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

// A wait counts down before the eyes of whoever waits.
bool counts_down(const session::State& state) {
  return !state.gates.empty() && state.gates.back().wait_seconds > 0;
}

// The font of the words, where they have another than the page.
struct WordFont {
  paper::Typeface typeface = session::Settings{}.font;
  std::optional<Texture> texture;
};

void use_font(paper::Typeface typeface, const KioskOptions& options, WordFont& font, UiState& ui) {
  if (typeface == font.typeface) return;
  font.typeface = typeface;
  ui.other_words.reset();
  font.texture.reset();
  const paper::FontSet* fonts = options.fonts_in ? options.fonts_in(typeface) : nullptr;
  if (fonts == nullptr) return;
  ui.other_words.emplace(*fonts);
  ui.other_words->use_texture(font.texture.emplace().id());
}

// False when letters did not find a place any more: they are to be drawn anew.
bool take_over(Lettering& letters, Texture& texture, Window& window) {
  if (texture.update(letters.sheet())) window.redraw();
  if (!letters.sheet().full()) return true;
  letters.sheet().clear();
  return false;
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

// Applies the actions in order. Of the notices that they bring the gravest is heard.
void obey_all(session::Session& session, Window& window, UiState& ui, Sound& sound,
              const std::vector<Action>& actions) {
  std::optional<Tone> heard;
  for (const Action& action : actions) {
    if (session.state().quit) break;
    const std::uint64_t before = session.state().notice.number;
    if (std::holds_alternative<session::Tick>(action)) {
      tick(session, window);
    } else {
      obey(session, window, ui, action);
    }
    if (session.state().notice.number == before) continue;
    const auto tone = tone_of(session.state().notice.kind);
    if (tone && (!heard || *tone > *heard)) heard = tone;
  }
  if (heard && session::sounds_are_on(session.state().settings)) sound.play(*heard);
}

// Of the wheel turned with Ctrl: a step of the zoom for each notch, and one change for them all.
void add_zoom(int steps, const session::Settings& settings, std::vector<Action>& actions) {
  if (steps == 0) return;
  const int last = static_cast<int>(session::options_of(session::Setting::zoom).size()) - 1;
  const int now = static_cast<int>(session::chosen(settings, session::Setting::zoom));
  const auto option = static_cast<std::size_t>(std::clamp(now + steps, 0, last));
  actions.emplace_back(session::Adjust{session::Setting::zoom, option});
}

}  // namespace

forms::Result<forms::Done> run_kiosk(session::Session& session, const session::Strings& strings,
                                     const paper::FontSet& fonts, const KioskOptions& options) {
  auto opened = Window::open(strings.text(session.state().language, "ui.title"), options);
  if (!opened) return opened.failure();
  Window& window = **opened;
  Texture texture;
  Sound sound;
  UiState ui(fonts);
  ui.letters.use_texture(texture.id());
  WordFont word_font;

  while (!session.state().quit) {
    std::vector<Action> asked = window.wait(counts_down(session.state()));
    add_zoom(window.take_zoom_steps(), session.state().settings, asked);
    obey_all(session, window, ui, sound, asked);
    const session::Settings& settings = session.state().settings;
    window.use_full_screen(settings.full_screen);
    use_font(settings.font, options, word_font, ui);
    ui.scale = window.scale() * static_cast<float>(settings.text_size) / 100;
    if (session.state().quit || !window.begin_frame()) continue;
    std::vector<Action> clicked;
    draw_screen(session.state(), strings, ui, clicked);
    if (ui.caret) window.tell_caret(*ui.caret);
    bool all_fit = take_over(ui.letters, texture, window);
    if (ui.other_words) all_fit = take_over(*ui.other_words, *word_font.texture, window) && all_fit;
    window.end_frame(ui.theme->window.desk);
    obey_all(session, window, ui, sound, clicked);
    if (!clicked.empty() || !all_fit) window.stir();
  }
  return forms::Done{};
}

}  // namespace genpyo::ui
