// The settings screen and the keys that change a setting: it holds at once, and is kept.
#include <algorithm>

#include "app/session/case_list.h"
#include "app/session/inside.h"

namespace genpyo::session {

void Session::Inside::begin_settings() {
  kept_settings = world.settings;
  state.settings = world.settings;
  if (!world.language.empty()) state.settings.language = world.language;
  if (world.full_screen) state.settings.full_screen = true;
  state.language = state.settings.language;
  state.missing_fonts = world.missing_fonts;
  const paper::Typeface font = state.settings.font;
  if (!state.missing_fonts.contains(font)) return;
  state.settings.font = Settings{}.font;  // kept as it was: it may be installed again
  tell_missing_font(font);
}

bool Session::Inside::is_there(Setting setting, std::size_t option) const {
  return setting != Setting::font || !state.missing_fonts.contains(paper::all_typefaces[option]);
}

void Session::Inside::tell_missing_font(paper::Typeface font) {
  tell(Notice::Kind::refused, "notice.no_font", {paper::package_of(font)});
}

void Session::Inside::set(Setting setting, std::size_t option) {
  if (option >= options_of(setting).size()) return;
  if (!is_there(setting, option)) return tell_missing_font(paper::all_typefaces[option]);
  // A kiosk keeps the whole screen: what lies behind it is nobody's.
  if (setting == Setting::full_screen && world.entrance.kiosk) return;
  state.settings = with(state.settings, setting, option);
  if (setting == Setting::language && state.language != state.settings.language) {
    state.language = state.settings.language;
    if (state.screen == Screen::entry) use_layout();
    state.organizations = organizations_of(state.cases, world.survey->form, world.survey->frame, state.language);
    if (state.screen == Screen::start) list_cases();
    if (state.screen == Screen::tables) tabulate();
  }
  // What only the command line asked for is not kept.
  const Settings after = with(kept_settings, setting, option);
  if (after == kept_settings) return;
  kept_settings = after;
  if (!world.keep_settings) return;
  if (auto kept = world.keep_settings(to_yaml(after)); !kept) fail(kept.failure());
}

void Session::Inside::step(Setting setting, int by, bool round) {
  const int last = static_cast<int>(options_of(setting).size()) - 1;
  const int present = static_cast<int>(chosen(state.settings, setting));
  int option = present;
  do {
    option += by;
    if (option > last && round) option = 0;
    if (option < 0 || option > last) return;
  } while (option != present && !is_there(setting, static_cast<std::size_t>(option)));
  set(setting, static_cast<std::size_t>(option));
}

bool Session::Inside::obey_preference(Command command) {
  const auto row = static_cast<int>(state.setting);
  const auto go_to_row = [this](int to) {
    state.setting = all_settings[static_cast<std::size_t>(
        std::clamp(to, 0, static_cast<int>(all_settings.size()) - 1))];
  };
  switch (command) {
    case Command::settings:
      if (state.dialog == Dialog::none) open_dialog(Dialog::settings);
      else if (state.dialog == Dialog::settings) open_dialog(Dialog::none);
      return true;
    case Command::switch_profile:
      step(Setting::profile, 1, true);
      if (state.settings.profile == Profile::guided) tell(Notice::Kind::accepted, "notice.guided");
      else tell(Notice::Kind::accepted, "notice.heads_down");
      return true;
    case Command::full_screen: step(Setting::full_screen, 1, true); return true;
    case Command::zoom_in: step(Setting::zoom, 1, false); return true;
    case Command::zoom_out: step(Setting::zoom, -1, false); return true;
    case Command::zoom_whole: set(Setting::zoom, chosen(Settings{}, Setting::zoom)); return true;
    default: break;
  }
  if (state.dialog != Dialog::settings) return false;
  switch (command) {
    case Command::back: go_to_row(row - 1); return true;
    case Command::forward: go_to_row(row + 1); return true;
    case Command::cursor_left: step(state.setting, -1, false); return true;
    case Command::cursor_right: step(state.setting, 1, false); return true;
    case Command::accept: step(state.setting, 1, true); return true;
    default: return false;
  }
}

}  // namespace genpyo::session
