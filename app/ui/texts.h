// Texts: the interface's texts in the language of the moment.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

#include "app/session/strings.h"

namespace genpyo::ui {

struct Texts {
  const session::Strings& strings;
  std::string_view language;

  std::string operator()(std::string_view key,
                         std::initializer_list<std::string> arguments = {}) const {
    return strings.text(language, key, arguments);
  }
};

}  // namespace genpyo::ui
