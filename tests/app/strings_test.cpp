// The interface's texts: none missing in a language, none asked for that is not there.
#include "app/session/strings.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "app/session/command.h"

using namespace genpyo;

namespace {

session::Strings loaded() {
  auto strings = session::Strings::load(GENPYO_SOURCE);
  REQUIRE(strings);
  return *strings;
}

std::set<std::string> keys_of(const std::map<std::string, std::string>& texts) {
  std::set<std::string> keys;
  for (const auto& [key, text] : texts) keys.insert(key);
  return keys;
}

// Every text in the code of app/ that looks like a key of a known family.
std::set<std::string> keys_in_code() {
  static const std::regex key_of("\"((command|notice|intake|ui|violation|extraction|missing|words|history)\\.[a-z_0-9.]+)\"");
  std::set<std::string> keys;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(GENPYO_SOURCE) + "/app")) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
    std::stringstream text;
    text << std::ifstream(entry.path()).rdbuf();
    const std::string code = text.str();
    for (std::sregex_iterator match(code.begin(), code.end(), key_of), end; match != end; ++match) {
      keys.insert((*match)[1]);
    }
  }
  return keys;
}

}  // namespace

TEST_CASE("both languages have the same texts, none empty") {
  const session::Strings strings = loaded();
  CHECK(keys_of(strings.all().at("ja")) == keys_of(strings.all().at("en")));
  for (const auto& [language, texts] : strings.all()) {
    for (const auto& [key, text] : texts) {
      INFO(language << ' ' << key);
      CHECK_FALSE(text.empty());
    }
  }
}

TEST_CASE("every text that the code asks for is there") {
  const auto texts = keys_of(loaded().all().at("ja"));
  for (const std::string& key : keys_in_code()) {
    INFO(key);
    CHECK(texts.contains(key));
  }
}

TEST_CASE("every command of the keyboard is named in both languages") {
  const session::Strings strings = loaded();
  for (const session::CommandRow& row : session::command_table()) {
    CHECK(strings.text("ja", row.string_key) != row.string_key);
    CHECK(strings.text("en", row.string_key) != row.string_key);
  }
}

TEST_CASE("arguments fill their places as they are, braces in them too") {
  CHECK(loaded().text("en", "notice.accepted", {"{0} {1}"}) == "“{0} {1}” is saved.");
}
