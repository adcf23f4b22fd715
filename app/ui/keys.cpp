#include "app/ui/keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <array>
#include <optional>
#include <utility>

#include "forms/text.h"

namespace genpyo::ui {
namespace {

using session::Key;

struct Named {
  int glfw;
  Key key;
};

constexpr std::array named = {
    Named{GLFW_KEY_ENTER, Key::enter},     Named{GLFW_KEY_KP_ENTER, Key::enter},
    Named{GLFW_KEY_ESCAPE, Key::escape},   Named{GLFW_KEY_BACKSPACE, Key::backspace},
    Named{GLFW_KEY_DELETE, Key::delete_},  Named{GLFW_KEY_TAB, Key::tab},
    Named{GLFW_KEY_LEFT, Key::left},       Named{GLFW_KEY_RIGHT, Key::right},
    Named{GLFW_KEY_UP, Key::up},           Named{GLFW_KEY_DOWN, Key::down},
    Named{GLFW_KEY_HOME, Key::home},       Named{GLFW_KEY_END, Key::end},
    Named{GLFW_KEY_PAGE_UP, Key::page_up}, Named{GLFW_KEY_PAGE_DOWN, Key::page_down},
    Named{GLFW_KEY_F1, Key::f1},           Named{GLFW_KEY_F2, Key::f2},
    Named{GLFW_KEY_F3, Key::f3},           Named{GLFW_KEY_F4, Key::f4},
    Named{GLFW_KEY_F5, Key::f5},           Named{GLFW_KEY_F6, Key::f6},
    Named{GLFW_KEY_F7, Key::f7},           Named{GLFW_KEY_F8, Key::f8},
    Named{GLFW_KEY_F9, Key::f9},           Named{GLFW_KEY_F10, Key::f10},
    Named{GLFW_KEY_F11, Key::f11},         Named{GLFW_KEY_F12, Key::f12},
};

// With Ctrl only: without it these are characters.
constexpr std::array with_ctrl = {
    Named{GLFW_KEY_0, Key::digit_0},         Named{GLFW_KEY_KP_0, Key::digit_0},
    Named{GLFW_KEY_A, Key::letter_a},        Named{GLFW_KEY_C, Key::letter_c},
    Named{GLFW_KEY_X, Key::letter_x},
    Named{GLFW_KEY_L, Key::letter_l},        Named{GLFW_KEY_Q, Key::letter_q},
    Named{GLFW_KEY_N, Key::letter_n},        Named{GLFW_KEY_R, Key::letter_r},
    Named{GLFW_KEY_PERIOD, Key::period},     Named{GLFW_KEY_KP_DECIMAL, Key::period},
    Named{GLFW_KEY_V, Key::letter_v},        Named{GLFW_KEY_Y, Key::letter_y},
    Named{GLFW_KEY_Z, Key::letter_z},        Named{GLFW_KEY_MINUS, Key::minus},
    Named{GLFW_KEY_KP_SUBTRACT, Key::minus}, Named{GLFW_KEY_SLASH, Key::slash},
    Named{GLFW_KEY_KP_DIVIDE, Key::slash},   Named{GLFW_KEY_KP_MULTIPLY, Key::asterisk},
    Named{GLFW_KEY_EQUAL, Key::plus},        Named{GLFW_KEY_KP_ADD, Key::plus},
};

// With Ctrl and Shift: the four signs where they need Shift, on US keyboards (8, =) and on
// Japanese ones, whose : and ; GLFW calls by the US keys in their place.
constexpr std::array with_ctrl_shift = {
    Named{GLFW_KEY_8, Key::asterisk},
    Named{GLFW_KEY_APOSTROPHE, Key::asterisk},
    Named{GLFW_KEY_EQUAL, Key::plus},
    Named{GLFW_KEY_SEMICOLON, Key::plus},
};

template <std::size_t n>
std::optional<Key> look_up(const std::array<Named, n>& table, int glfw) {
  for (const Named& row : table) {
    if (row.glfw == glfw) return row.key;
  }
  return std::nullopt;
}

// What a key of the keypad types, whatever NumLock says; 0 for any other key.
char32_t keypad_character(int key) {
  if (key >= GLFW_KEY_KP_0 && key <= GLFW_KEY_KP_9)
    return U'0' + static_cast<char32_t>(key - GLFW_KEY_KP_0);
  switch (key) {
    case GLFW_KEY_KP_DECIMAL: return U'.';
    case GLFW_KEY_KP_DIVIDE: return U'/';
    case GLFW_KEY_KP_MULTIPLY: return U'*';
    case GLFW_KEY_KP_SUBTRACT: return U'-';
    case GLFW_KEY_KP_ADD: return U'+';
    default: return 0;
  }
}

std::optional<session::Chord> chord_of(int key, bool ctrl, bool shift) {
  if (const auto plain = look_up(named, key)) return session::Chord{*plain, ctrl, shift};
  if (!ctrl) return std::nullopt;
  if (shift) {
    if (const auto sign = look_up(with_ctrl_shift, key)) return session::Chord{*sign, true, false};
  }
  if (const auto letter = look_up(with_ctrl, key)) return session::Chord{*letter, true, shift};
  return std::nullopt;
}

std::string utf8_of(char32_t code_point) {
  std::string text;
  forms::append_utf8(text, code_point);
  return text;
}

}  // namespace

void KeyReader::on_key(int key, int action, int modifiers) {
  if (action == GLFW_RELEASE) return;
  already_typed_ = 0;
  if ((modifiers & (GLFW_MOD_ALT | GLFW_MOD_SUPER)) != 0) return;  // the desktop's
  const bool ctrl = (modifiers & GLFW_MOD_CONTROL) != 0;
  const bool shift = (modifiers & GLFW_MOD_SHIFT) != 0;
  const char32_t of_keypad = ctrl ? 0 : keypad_character(key);
  if (of_keypad != 0) {
    actions_.push_back(session::Type{utf8_of(of_keypad)});
    already_typed_ = of_keypad;
  } else if (const auto chord = chord_of(key, ctrl, shift)) {
    actions_.push_back(session::Press{*chord});
  }
}

void KeyReader::on_character(char32_t code_point) {
  const bool is_again = already_typed_ != 0 && code_point == already_typed_;
  already_typed_ = 0;
  if (!is_again) actions_.push_back(session::Type{utf8_of(code_point)});
}

std::vector<session::Action> KeyReader::take() { return std::exchange(actions_, {}); }

}  // namespace genpyo::ui
