// Settings: how a person likes the window. None of it is data: a sheet keyed under any settings is
// the same sheet.
//
// Every setting has a short list of options, so that the settings screen, its keys, the mouse and
// the file are one table.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "forms/paper/typeface.h"

namespace genpyo::session {

// heads_down: dense, for touch typing; what may be confirmed is shown at the closing.
// guided: one question large, with its help; what may be confirmed is asked at once.
enum class Profile { heads_down, guided };
enum class Theme { light, dark, high_contrast };
enum class Sounds { by_profile, on, off };  // by_profile: on when guided

struct Settings {
  std::string language = "ja";
  Profile profile = Profile::heads_down;
  Theme theme = Theme::light;
  paper::Typeface font = paper::Typeface::ipaex_gothic;  // of everything but the page
  int zoom = 100;       // of the page, percent; 100 = as wide as its place
  int text_size = 100;  // of everything else, percent
  Sounds sounds = Sounds::by_profile;
  bool full_screen = false;
  friend bool operator==(const Settings&, const Settings&) = default;
};

bool sounds_are_on(const Settings& settings);

enum class Setting { profile, theme, font, text_size, zoom, language, sounds, full_screen };
inline constexpr std::array all_settings = {
    Setting::profile, Setting::theme,    Setting::font,   Setting::text_size,
    Setting::zoom,    Setting::language, Setting::sounds, Setting::full_screen};

// As the file has them: "theme" and {"light", "dark", "high_contrast"}.
std::string_view name_of(Setting setting);
std::span<const std::string_view> options_of(Setting setting);

std::size_t chosen(const Settings& settings, Setting setting);  // an index into options_of
// `option` must be below options_of(setting).size().
Settings with(Settings settings, Setting setting, std::size_t option);

// A small YAML file, one line a setting. Reading never fails: what is not understood, or not there,
// is as it is by default.
std::string to_yaml(const Settings& settings);
Settings settings_from(std::string_view yaml);

}  // namespace genpyo::session
