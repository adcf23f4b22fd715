// The keyboard as GLFW reports it: nothing lost, nothing twice, nothing out of order.
#include "app/ui/keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <catch2/catch.hpp>
#include <string>

using namespace genpyo;
using session::Key;

namespace {

// "<Enter>" for a chord, the text itself for a character.
std::string spelled(ui::KeyReader& keys) {
  std::string all;
  for (const session::Action& action : keys.take()) {
    if (const auto* type = std::get_if<session::Type>(&action)) all += type->utf8;
    if (const auto* press = std::get_if<session::Press>(&action))
      all += "<" + session::key_name(press->chord) + ">";
  }
  return all;
}

void press(ui::KeyReader& keys, int key, int modifiers = 0) {
  keys.on_key(key, GLFW_PRESS, modifiers);
}

}  // namespace

TEST_CASE("a keypad digit is typed once, whether NumLock is on or off") {
  ui::KeyReader keys;
  press(keys, GLFW_KEY_KP_7, GLFW_MOD_NUM_LOCK);
  keys.on_character(U'7');  // GLFW reports the character too
  CHECK(spelled(keys) == "7");
  press(keys, GLFW_KEY_KP_7);
  CHECK(spelled(keys) == "7");
}

TEST_CASE("every key of the keypad types its sign") {
  ui::KeyReader keys;
  for (const int key :
       {GLFW_KEY_KP_0, GLFW_KEY_KP_9, GLFW_KEY_KP_SUBTRACT, GLFW_KEY_KP_MULTIPLY,
        GLFW_KEY_KP_DIVIDE, GLFW_KEY_KP_ADD, GLFW_KEY_KP_DECIMAL, GLFW_KEY_KP_ENTER}) {
    press(keys, key);
  }
  CHECK(spelled(keys) == "09-*/+.<Enter>");
}

TEST_CASE("the same digit from the keypad and then from above the letters is two digits") {
  ui::KeyReader keys;
  press(keys, GLFW_KEY_KP_1);
  press(keys, GLFW_KEY_1);
  keys.on_character(U'1');
  CHECK(spelled(keys) == "11");
}

TEST_CASE("keys and characters stay in their order, however many come between two frames") {
  ui::KeyReader keys;
  std::string expected;
  for (int i = 0; i < 500; ++i) {
    press(keys, GLFW_KEY_KP_1);
    keys.on_character(U'1');
    press(keys, GLFW_KEY_TAB);
    press(keys, GLFW_KEY_2);
    keys.on_character(U'2');
    press(keys, GLFW_KEY_KP_ENTER);
    expected += "1<Tab>2<Enter>";
  }
  CHECK(spelled(keys) == expected);
  CHECK(keys.take().empty());
}

TEST_CASE("a held key repeats and a released one does nothing") {
  ui::KeyReader keys;
  press(keys, GLFW_KEY_BACKSPACE);
  keys.on_key(GLFW_KEY_BACKSPACE, GLFW_REPEAT, 0);
  keys.on_key(GLFW_KEY_BACKSPACE, GLFW_RELEASE, 0);
  CHECK(spelled(keys) == "<BackSpace><BackSpace>");
}

TEST_CASE("with Ctrl the four signs are chords, on the keypad, on US and on Japanese keyboards") {
  const int ctrl = GLFW_MOD_CONTROL, both = GLFW_MOD_CONTROL | GLFW_MOD_SHIFT;
  ui::KeyReader keys;
  press(keys, GLFW_KEY_KP_SUBTRACT, ctrl);
  press(keys, GLFW_KEY_MINUS, ctrl);
  CHECK(spelled(keys) == "<Ctrl+-><Ctrl+->");
  press(keys, GLFW_KEY_KP_MULTIPLY, ctrl);
  press(keys, GLFW_KEY_8, both);
  press(keys, GLFW_KEY_APOSTROPHE, both);
  CHECK(spelled(keys) == "<Ctrl+*><Ctrl+*><Ctrl+*>");
  press(keys, GLFW_KEY_KP_DIVIDE, ctrl);
  press(keys, GLFW_KEY_SLASH, ctrl);
  CHECK(spelled(keys) == "<Ctrl+/><Ctrl+/>");
  press(keys, GLFW_KEY_KP_ADD, ctrl);
  press(keys, GLFW_KEY_EQUAL, both);
  press(keys, GLFW_KEY_SEMICOLON, both);
  CHECK(spelled(keys) == "<Ctrl++><Ctrl++><Ctrl++>");
}

TEST_CASE("every command of the table can be reached from the keyboard") {
  ui::KeyReader keys;
  std::string reached;
  for (int key = GLFW_KEY_SPACE; key <= GLFW_KEY_LAST; ++key) {
    for (const int modifiers :
         {0, GLFW_MOD_SHIFT, GLFW_MOD_CONTROL, GLFW_MOD_CONTROL | GLFW_MOD_SHIFT}) {
      press(keys, key, modifiers);
    }
  }
  reached = spelled(keys);
  for (const session::CommandRow& row : session::command_table()) {
    CAPTURE(session::key_name(row.chord));
    CHECK(reached.find("<" + session::key_name(row.chord) + ">") != std::string::npos);
  }
}

TEST_CASE("what is pressed with Alt or Super is the desktop's") {
  ui::KeyReader keys;
  press(keys, GLFW_KEY_F4, GLFW_MOD_ALT);
  press(keys, GLFW_KEY_KP_1, GLFW_MOD_SUPER);
  CHECK(spelled(keys).empty());
}

TEST_CASE("a rare kanji is typed as it is") {
  ui::KeyReader keys;
  keys.on_character(U'𠮷');
  CHECK(spelled(keys) == "𠮷");
}
