// The settings' file in a folder that is not there yet, holds nonsense, or cannot be written.
#include "app/cli/settings_file.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/app/session_fixture.h"

using namespace genpyo;
using session::Settings;

TEST_CASE("kept settings are read again, and the folder is made") {
  test::Folder folder;
  const std::string path = folder.file("config/genpyo/settings.yaml");
  const Settings dark = session::with({}, session::Setting::theme, 1);
  REQUIRE(cli::keep_settings(path, session::to_yaml(dark)));
  CHECK(cli::read_settings(path) == dark);
  REQUIRE(cli::keep_settings(path, session::to_yaml({})));
  CHECK(cli::read_settings(path) == Settings{});
  CHECK_FALSE(std::filesystem::exists(path + ".part"));
}

TEST_CASE("without a file, or with one that is none, all is as by default") {
  test::Folder folder;
  CHECK(cli::read_settings(folder.file("none.yaml")) == Settings{});
  const std::string path = folder.file("a.yaml");
  std::ofstream(path) << "theme: dark\n\xff\xfe\x00: {{{\n";
  CHECK(cli::read_settings(path) == Settings{});
  std::ofstream(path) << std::string(100'000, 'x');
  CHECK(cli::read_settings(path) == Settings{});
  CHECK(cli::read_settings(folder.file("")) == Settings{});  // a folder
}

TEST_CASE("a place that cannot be written is told in a sentence") {
  test::Folder folder;
  std::ofstream(folder.file("file")) << "in the way";
  const auto kept = cli::keep_settings(folder.file("file/settings.yaml"), "theme: dark\n");
  REQUIRE_FALSE(kept);
  CHECK_FALSE(kept.failure().sentence.empty());
}
