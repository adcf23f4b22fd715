// The settings: a table of options, a small file that may be anything, keys that hold at once.
#include "app/session/settings.h"

#include <catch2/catch.hpp>
#include <set>
#include <vector>

#include "app/session/strings.h"
#include "tests/app/session_fixture.h"

using namespace genpyo;
using session::Dialog;
using session::Key;
using session::Setting;
using session::Settings;

namespace {

// A session that keeps its settings in `kept`.
std::unique_ptr<session::Session> start(const test::Folder& folder, std::vector<std::string>& kept,
                                        Settings settings = {}, std::string language = "") {
  auto store = store::Store::open(folder.file("a.db"), test::still_clock, "tester");
  REQUIRE(store);
  session::World world{std::move(*store), test::small_survey(), &test::fonts(),
                       [] { return forms::Date{2018, 3, 1}; },
                       [](const std::string& utc) { return utc; }, "tester", "a.db", language};
  world.settings = std::move(settings);
  world.keep_settings = [&kept](const std::string& yaml) -> forms::Result<forms::Done> {
    kept.push_back(yaml);
    return forms::Done{};
  };
  auto session = session::Session::start(std::move(world));
  REQUIRE(session);
  return std::move(*session);
}

}  // namespace

TEST_CASE("every option of every setting is written and read back") {
  for (const Setting setting : session::all_settings) {
    for (std::size_t option = 0; option < session::options_of(setting).size(); ++option) {
      const Settings settings = session::with({}, setting, option);
      CAPTURE(session::name_of(setting), session::options_of(setting)[option]);
      CHECK(session::chosen(settings, setting) == option);
      CHECK(session::settings_from(session::to_yaml(settings)) == settings);
    }
  }
}

TEST_CASE("what a settings file says and nobody understands is as by default") {
  CHECK(session::settings_from("") == Settings{});
  CHECK(session::settings_from("theme: [dark") == Settings{});
  CHECK(session::settings_from("- theme\n- dark\n") == Settings{});
  CHECK(session::settings_from("theme: {dark: dark}\nzoom: 1e9\nlanguage: xx\n") == Settings{});
  CHECK(session::settings_from("zoom: -5\nprofile:\nsounds: [on]\nfull_screen: yes\n") == Settings{});
  CHECK(session::settings_from("theme: dark\n" + std::string(5'000, '#')) == Settings{});
}

TEST_CASE("one bad line of a settings file leaves the others as they are") {
  const Settings settings = session::settings_from("theme: puce\nzoom: 150\nunknown: 1\n");
  CHECK(settings.theme == session::Theme::light);
  CHECK(settings.zoom == 150);
}

TEST_CASE("sounds follow the profile until they are set") {
  Settings settings;
  CHECK_FALSE(session::sounds_are_on(settings));
  settings.profile = session::Profile::guided;
  CHECK(session::sounds_are_on(settings));
  settings.sounds = session::Sounds::off;
  CHECK_FALSE(session::sounds_are_on(settings));
  settings = session::with({}, Setting::sounds, 1);
  CHECK(session::sounds_are_on(settings));
}

TEST_CASE("every setting and option has its text in both languages") {
  const auto strings = session::Strings::load(GENPYO_SOURCE);
  REQUIRE(strings);
  for (const Setting setting : session::all_settings) {
    const std::string key = "ui.settings." + std::string(session::name_of(setting));
    for (const char* language : {"ja", "en"}) {
      CHECK(strings->text(language, key) != key);
      if (setting == Setting::zoom || setting == Setting::text_size) continue;  // figures
      for (const std::string_view option : session::options_of(setting)) {
        const std::string of_option = key + "." + std::string(option);
        CHECK(strings->text(language, of_option) != of_option);
      }
    }
  }
}

TEST_CASE("the settings are changed with the keys alone, hold at once and are kept") {
  test::Folder folder;
  std::vector<std::string> kept;
  const auto session = start(folder, kept);
  test::press(*session, Key::f10);
  REQUIRE(session->state().dialog == Dialog::settings);
  test::press(*session, Key::down);   // profile → colours
  test::press(*session, Key::right);  // light → dark
  CHECK(session->state().settings.theme == session::Theme::dark);
  test::key(*session, "3");  // the third: high contrast
  CHECK(session->state().settings.theme == session::Theme::high_contrast);
  test::press(*session, Key::right);  // there is no fourth
  CHECK(session->state().settings.theme == session::Theme::high_contrast);
  REQUIRE(kept.size() == 2);
  CHECK(session::settings_from(kept.back()) == session->state().settings);
  test::press(*session, Key::escape);
  CHECK(session->state().dialog == Dialog::none);
}

TEST_CASE("a digit beyond a setting's options changes nothing") {
  test::Folder folder;
  std::vector<std::string> kept;
  const auto session = start(folder, kept);
  test::press(*session, Key::f10);
  test::key(*session, "9");
  CHECK(session->state().settings == Settings{});
  session->apply(session::Adjust{Setting::theme, 99});
  CHECK(session->state().settings == Settings{});
  CHECK(kept.empty());
}

TEST_CASE("zoom goes by steps to its ends and back to the whole width") {
  test::Folder folder;
  std::vector<std::string> kept;
  const auto session = start(folder, kept);
  test::press(*session, Key::page_up, true);
  CHECK(session->state().settings.zoom == 110);
  for (int i = 0; i < 30; ++i) test::press(*session, Key::page_up, true);
  CHECK(session->state().settings.zoom == 400);
  for (int i = 0; i < 30; ++i) test::press(*session, Key::page_down, true);
  CHECK(session->state().settings.zoom == 50);
  test::press(*session, Key::digit_0, true);
  CHECK(session->state().settings.zoom == 100);
}

TEST_CASE("what the command line asks for holds and is not kept") {
  test::Folder folder;
  std::vector<std::string> kept;
  const auto session = start(folder, kept, {}, "en");
  CHECK(session->state().language == "en");
  test::press(*session, Key::f11);
  CHECK(session->state().settings.full_screen);
  REQUIRE(kept.size() == 1);
  CHECK(session::settings_from(kept[0]).language == "ja");
  CHECK(session::settings_from(kept[0]).full_screen);
}

TEST_CASE("the language is a setting like any other") {
  test::Folder folder;
  std::vector<std::string> kept;
  const auto session = start(folder, kept, session::with({}, Setting::language, 1));
  CHECK(session->state().language == "en");
  test::press(*session, Key::letter_l, true);
  CHECK(session->state().language == "ja");
  CHECK(session->state().settings.language == "ja");
  CHECK(session::settings_from(kept.back()).language == "ja");
}

TEST_CASE("settings that cannot be kept hold all the same, and it is told") {
  test::Folder folder;
  auto store = store::Store::open(folder.file("a.db"), test::still_clock, "tester");
  REQUIRE(store);
  session::World world{std::move(*store), test::small_survey(), &test::fonts(),
                       [] { return forms::Date{2018, 3, 1}; },
                       [](const std::string& utc) { return utc; }, "tester", "a.db", "ja"};
  world.keep_settings = [](const std::string&) -> forms::Result<forms::Done> {
    return forms::Failure{"The disk is full."};
  };
  auto session = session::Session::start(std::move(world));
  REQUIRE(session);
  test::press(**session, Key::f11);
  CHECK((*session)->state().settings.full_screen);
  CHECK((*session)->state().notice.sentence == "The disk is full.");
}

namespace {

std::unique_ptr<session::Session> start_without(std::set<paper::Typeface> missing,
                                                const test::Folder& folder, Settings settings) {
  auto store = store::Store::open(folder.file("a.db"), test::still_clock, "tester");
  REQUIRE(store);
  session::World world{std::move(*store), test::small_survey(), &test::fonts(),
                       [] { return forms::Date{2018, 3, 1}; },
                       [](const std::string& utc) { return utc; }, "tester", "a.db", "ja"};
  world.settings = std::move(settings);
  world.missing_fonts = std::move(missing);
  auto session = session::Session::start(std::move(world));
  REQUIRE(session);
  return std::move(*session);
}

}  // namespace

TEST_CASE("a font of the settings that is not installed any more is not used, and it is told") {
  test::Folder folder;
  Settings settings;
  settings.font = paper::Typeface::noto_sans;
  const auto session = start_without({paper::Typeface::noto_sans}, folder, settings);
  CHECK(session->state().settings.font == paper::Typeface::ipaex_gothic);
  CHECK(session->state().notice.key == "notice.no_font");
  CHECK(session->state().notice.arguments == std::vector<std::string>{"fonts-noto-cjk"});
}

TEST_CASE("the keys pass over a font that is not installed, and a click on it says why not") {
  test::Folder folder;
  const auto session = start_without({paper::Typeface::ipaex_mincho}, folder, {});
  test::press(*session, Key::f10);
  session->apply(session::Adjust{Setting::font, 1});
  CHECK(session->state().settings.font == paper::Typeface::ipaex_gothic);
  CHECK(session->state().notice.key == "notice.no_font");
  test::press(*session, Key::right);
  CHECK(session->state().settings.font == paper::Typeface::migmix);
  test::press(*session, Key::left);
  CHECK(session->state().settings.font == paper::Typeface::ipaex_gothic);
  test::press(*session, Key::left);
  CHECK(session->state().settings.font == paper::Typeface::ipaex_gothic);
}
