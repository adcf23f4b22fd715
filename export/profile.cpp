#include "export/profile.h"

#include <array>
#include <cassert>

namespace genpyo::exports {
namespace {

constexpr std::array<std::string_view, 4> names = {"analysis", "excel", "legacy", "labels"};

int digit_of(forms::Missing kind) {
  switch (kind) {
    case forms::Missing::no_answer: return 9;
    case forms::Missing::not_applicable: return 8;
    case forms::Missing::dont_know: return 7;
    case forms::Missing::illegible: return 6;
    case forms::Missing::several_marks: return 5;
    case forms::Missing::page_absent: return 4;
    case forms::Missing::not_keyed: return 3;
  }
  return 3;
}

}  // namespace

std::string_view name_of(Profile::Kind kind) { return names[static_cast<std::size_t>(kind)]; }

std::optional<Profile::Kind> profile_named(std::string_view name) {
  for (std::size_t index = 0; index < names.size(); ++index) {
    if (names[index] == name) return static_cast<Profile::Kind>(index);
  }
  return std::nullopt;
}

std::int64_t legacy_code(forms::Missing kind, int width) {
  assert(width >= 1 && width <= 18);
  std::int64_t code = 0;
  for (int place = 0; place < width; ++place) code = code * 10 + digit_of(kind);
  return code;
}

}  // namespace genpyo::exports
