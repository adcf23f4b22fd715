// The interface's texts, Japanese and English, from assets/strings/<language>.yaml.
#pragma once
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "forms/result.h"

namespace genpyo::session {

class Strings {
 public:
  // Reads every language of the folder. Fails when one cannot be read.
  static forms::Result<Strings> load(const std::string& data);

  // The text of a key, {0} {1} … replaced by the arguments as they are. A key that is not there
  // gives the key itself (a test sees to it that none is).
  std::string text(std::string_view language, std::string_view key,
                   std::initializer_list<std::string> arguments = {}) const;
  std::string text(std::string_view language, std::string_view key,
                   std::span<const std::string> arguments) const;

  const std::map<std::string, std::map<std::string, std::string>>& all() const { return texts_; }

 private:
  std::map<std::string, std::map<std::string, std::string>> texts_;  // by language, by key
};

}  // namespace genpyo::session
