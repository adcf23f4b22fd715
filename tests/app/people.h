// Three operators whose PINs cost next to nothing to compare.
#pragma once
#include <vector>

#include "app/session/operators.h"

namespace genpyo::test {

// PINs 1234, 2468 and 9999.
inline const std::vector<session::Operator>& people() {
  static const std::vector<session::Operator> three = {
      {"佐藤", false, "$argon2id$v=19$m=8,t=1,p=1$HuTTlWQf8DsUIP2DQhEr6w$Cp8nalE8pm5o13cZpwmJk1MjG8nw8sOZgkBx/E8UMRA"},
      {"加藤", false, "$argon2id$v=19$m=8,t=1,p=1$LZ4o0bDDXnEQEsG087hkMw$DLWPdIIM9pGP/BxAKgE7YtUHg/nt1T5xbm8zUvXCsvQ"},
      {"所長", true, "$argon2id$v=19$m=8,t=1,p=1$J6vIW/7Zz3V7LUHJlLbGQQ$rHkl0StcMVYOoUXN++h+GMHJxDFBwYgtWKRJVSCrm94"}};
  return three;
}

}  // namespace genpyo::test
