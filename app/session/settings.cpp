#include "app/session/settings.h"

#include <algorithm>
#include <charconv>

#include "forms/yaml.h"

namespace genpyo::session {
namespace {

constexpr std::size_t most_bytes = 4096;  // the file has eight short lines

constexpr std::array<std::string_view, 2> languages = {"ja", "en"};
constexpr std::array<std::string_view, 2> profiles = {"heads_down", "guided"};
constexpr std::array<std::string_view, 3> themes = {"light", "dark", "high_contrast"};
constexpr std::array<std::string_view, paper::all_typefaces.size()> fonts = {
    "ipaex_gothic", "ipaex_mincho", "migmix", "biz_ud_gothic", "noto_sans"};
constexpr std::array<std::string_view, 6> text_sizes = {"100", "115", "130", "150", "175", "200"};
constexpr std::array<std::string_view, 14> zooms = {"50",  "60",  "70",  "80",  "90",  "100", "110",
                                                    "125", "150", "175", "200", "250", "300", "400"};
constexpr std::array<std::string_view, 3> sounds = {"by_profile", "on", "off"};
constexpr std::array<std::string_view, 2> switches = {"off", "on"};

int figure_of(std::string_view text) {
  int figure = 0;
  std::from_chars(text.data(), text.data() + text.size(), figure);
  return figure;
}

// 0 when it is none of them.
std::size_t place_of(std::span<const std::string_view> options, std::string_view option) {
  const auto found = std::find(options.begin(), options.end(), option);
  return found == options.end() ? 0 : static_cast<std::size_t>(found - options.begin());
}

}  // namespace

bool sounds_are_on(const Settings& settings) {
  if (settings.sounds == Sounds::by_profile) return settings.profile == Profile::guided;
  return settings.sounds == Sounds::on;
}

std::string_view name_of(Setting setting) {
  switch (setting) {
    case Setting::profile: return "profile";
    case Setting::theme: return "theme";
    case Setting::font: return "font";
    case Setting::text_size: return "text_size";
    case Setting::zoom: return "zoom";
    case Setting::language: return "language";
    case Setting::sounds: return "sounds";
    case Setting::full_screen: return "full_screen";
  }
  return "";
}

std::span<const std::string_view> options_of(Setting setting) {
  switch (setting) {
    case Setting::profile: return profiles;
    case Setting::theme: return themes;
    case Setting::font: return fonts;
    case Setting::text_size: return text_sizes;
    case Setting::zoom: return zooms;
    case Setting::language: return languages;
    case Setting::sounds: return sounds;
    case Setting::full_screen: return switches;
  }
  return {};
}

std::size_t chosen(const Settings& settings, Setting setting) {
  switch (setting) {
    case Setting::profile: return static_cast<std::size_t>(settings.profile);
    case Setting::theme: return static_cast<std::size_t>(settings.theme);
    case Setting::font: return static_cast<std::size_t>(settings.font);
    case Setting::text_size: return place_of(text_sizes, std::to_string(settings.text_size));
    case Setting::zoom: return place_of(zooms, std::to_string(settings.zoom));
    case Setting::language: return place_of(languages, settings.language);
    case Setting::sounds: return static_cast<std::size_t>(settings.sounds);
    case Setting::full_screen: return settings.full_screen ? 1 : 0;
  }
  return 0;
}

Settings with(Settings settings, Setting setting, std::size_t option) {
  const std::string_view name = options_of(setting)[option];
  switch (setting) {
    case Setting::profile: settings.profile = static_cast<Profile>(option); break;
    case Setting::theme: settings.theme = static_cast<Theme>(option); break;
    case Setting::font: settings.font = paper::all_typefaces[option]; break;
    case Setting::text_size: settings.text_size = figure_of(name); break;
    case Setting::zoom: settings.zoom = figure_of(name); break;
    case Setting::language: settings.language = name; break;
    case Setting::sounds: settings.sounds = static_cast<Sounds>(option); break;
    case Setting::full_screen: settings.full_screen = option == 1; break;
  }
  return settings;
}

std::string to_yaml(const Settings& settings) {
  std::string text;
  for (const Setting setting : all_settings) {
    text.append(name_of(setting)).append(": ");
    text.append(options_of(setting)[chosen(settings, setting)]).append("\n");
  }
  return text;
}

Settings settings_from(std::string_view yaml) {
  Settings settings;
  if (yaml.size() > most_bytes) return settings;
  const forms::yaml::Reading reading = forms::yaml::parse(yaml, "settings.yaml");
  if (!reading.diagnostics.empty()) return settings;
  for (const Setting setting : all_settings) {
    const forms::yaml::Node* node = reading.root.find(name_of(setting));
    if (node == nullptr) continue;
    const auto options = options_of(setting);
    const auto found = std::find(options.begin(), options.end(), node->scalar);
    if (found == options.end()) continue;
    settings = with(settings, setting, static_cast<std::size_t>(found - options.begin()));
  }
  return settings;
}

}  // namespace genpyo::session
