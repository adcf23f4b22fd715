#include "app/session/strings.h"

#include "forms/form_reader.h"
#include "forms/yaml.h"

namespace genpyo::session {
namespace {

constexpr std::size_t most_bytes = 1u << 20;

// {0} to {9}; anything else between braces stays.
std::string filled(const std::string& text, std::span<const std::string> arguments) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_place = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' &&
                          text[i + 1] >= '0' && text[i + 1] <= '9';
    const std::size_t index = is_place ? static_cast<std::size_t>(text[i + 1] - '0') : 0;
    if (is_place && index < arguments.size()) {
      out += arguments[index];
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

forms::Result<Strings> Strings::load(const std::string& data) {
  Strings strings;
  for (const char* language : {"ja", "en"}) {
    const std::string file = data + "/assets/strings/" + language + ".yaml";
    auto text = forms::read_file(file, most_bytes);
    if (!text) return text.failure();
    const forms::yaml::Reading reading = forms::yaml::parse(*text, file);
    if (!reading.diagnostics.empty()) {
      return forms::Failure{forms::to_text(reading.diagnostics.front())};
    }
    for (const auto& [key, value] : reading.root.map) {
      strings.texts_[language][key.scalar] = value.scalar;
    }
  }
  return strings;
}

std::string Strings::text(std::string_view language, std::string_view key,
                          std::span<const std::string> arguments) const {
  const auto texts = texts_.find(std::string(language));
  if (texts == texts_.end()) return std::string(key);
  const auto found = texts->second.find(std::string(key));
  if (found == texts->second.end()) return std::string(key);
  return filled(found->second, arguments);
}

std::string Strings::text(std::string_view language, std::string_view key,
                          std::initializer_list<std::string> arguments) const {
  return text(language, key, std::span(arguments.begin(), arguments.size()));
}

}  // namespace genpyo::session
