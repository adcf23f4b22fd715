// The semantics of the keypad, item type by item type, as tables.
#include "app/session/keying.h"

#include <catch2/catch.hpp>

namespace {

using namespace genpyo;
using forms::Codes;
using forms::Missing;
using forms::Value;

forms::ChoiceList list_of(int largest) {
  forms::ChoiceList list;
  for (int code = 1; code <= largest; ++code) list.choices.push_back({code, {}, {}, false});
  return list;
}

// Types characters one by one ('\n' = Enter) into one item; gives what was marked at the end.
struct Keyboard {
  forms::Item item;
  forms::ChoiceList choices;
  forms::Mark mark;
  session::Draft draft;
  bool refused = false;
  bool went_on = false;

  explicit Keyboard(forms::ItemType type, int largest_code = 0) : choices(list_of(largest_code)) {
    item.type = type;
  }
  Keyboard& key(const std::string& characters) {
    for (const char character : characters) {
      const session::Place place{&item, choices.choices.empty() ? nullptr : &choices, &mark};
      const session::Keyed keyed = character == '\n'
                                       ? session::accept_draft(place, draft)
                                       : session::type_into(place, draft, refused, std::string(1, character));
      draft = keyed.draft;
      refused = keyed.misread.has_value();
      went_on = keyed.go_on;
      if (keyed.mark) mark = *keyed.mark;
    }
    return *this;
  }
};

}  // namespace

TEST_CASE("a choice is taken when its full width is typed") {
  CHECK(Keyboard(forms::ItemType::select_one, 5).key("3").mark.content == Value(Codes{3}));
  CHECK(Keyboard(forms::ItemType::select_one, 43).key("07").mark.content == Value(Codes{7}));
  const Keyboard half = Keyboard(forms::ItemType::select_one, 43).key("0");
  CHECK_FALSE(half.mark.keyed());
  CHECK_FALSE(half.went_on);
}

TEST_CASE("a choice of less than the full width is taken by Enter") {
  const Keyboard keyboard = Keyboard(forms::ItemType::select_one, 43).key("7\n");
  CHECK(keyboard.mark.content == Value(Codes{7}));
  CHECK(keyboard.went_on);
}

TEST_CASE("an empty box and Enter is no answer, for every type") {
  CHECK(Keyboard(forms::ItemType::select_one, 5).key("\n").mark.content == Value(Missing::no_answer));
  CHECK(Keyboard(forms::ItemType::select_multiple, 5).key("\n").mark.content == Value(Missing::no_answer));
  CHECK(Keyboard(forms::ItemType::integer).key("\n").mark.content == Value(Missing::no_answer));
  CHECK(Keyboard(forms::ItemType::text).key("\n").mark.content == Value(Missing::no_answer));
}

TEST_CASE("Enter on a box that has a mark keeps the mark and goes on") {
  Keyboard keyboard(forms::ItemType::integer);
  keyboard.key("12\n").key("\n");
  CHECK(keyboard.mark.content == Value(std::int64_t{12}));
  CHECK(keyboard.went_on);
}

TEST_CASE("the missing keys act alone in an empty box") {
  for (const auto type : {forms::ItemType::select_one, forms::ItemType::select_multiple, forms::ItemType::integer}) {
    const int codes = type == forms::ItemType::integer ? 0 : 5;
    CHECK(Keyboard(type, codes).key("-").mark.content == Value(Missing::dont_know));
    CHECK(Keyboard(type, codes).key("*").mark.content == Value(Missing::illegible));
    CHECK(Keyboard(type, codes).key("/").mark.content == Value(Missing::not_applicable));
    CHECK(Keyboard(type, codes).key("/").went_on);
    CHECK(Keyboard(type, codes).key("+\n").mark.content == Value(Missing::several_marks));
  }
}

TEST_CASE("after + the marks that the paper has are kept") {
  const Keyboard narrow = Keyboard(forms::ItemType::select_one, 5).key("+13\n");
  CHECK(narrow.mark.content == Value(Missing::several_marks));
  CHECK(narrow.mark.several == Codes{1, 3});
  CHECK(Keyboard(forms::ItemType::select_one, 43).key("+0112\n").mark.several == Codes{1, 12});
}

TEST_CASE("in a several-mark item each code adds or removes its mark and the cursor stays") {
  Keyboard keyboard(forms::ItemType::select_multiple, 9);
  keyboard.key("15");
  CHECK(keyboard.mark.content == Value(Codes{1, 5}));
  CHECK_FALSE(keyboard.went_on);
  keyboard.key("1");
  CHECK(keyboard.mark.content == Value(Codes{5}));
  keyboard.key("5");
  CHECK_FALSE(keyboard.mark.keyed());
  CHECK(keyboard.key("3\n").went_on);
}

TEST_CASE("the minus in a text is text, and full-width digits are digits in figures") {
  CHECK(Keyboard(forms::ItemType::text).key("-3\n").mark.content == Value(std::string("-3")));
  forms::Item figure;
  figure.type = forms::ItemType::integer;
  const forms::Mark none;
  const session::Keyed keyed = session::type_into({&figure, nullptr, &none}, {}, false, "７");
  CHECK(keyed.draft.text() == "7");
}

TEST_CASE("a refused code is told, and the next digit starts anew") {
  Keyboard keyboard(forms::ItemType::select_one, 5);
  keyboard.key("9");
  CHECK(keyboard.refused);
  CHECK_FALSE(keyboard.mark.keyed());
  CHECK(keyboard.key("4").mark.content == Value(Codes{4}));
}

TEST_CASE("the point of the keypad erases a digit, then the mark") {
  Keyboard keyboard(forms::ItemType::integer);
  CHECK(keyboard.key("12.3\n").mark.content == Value(std::int64_t{13}));
  CHECK_FALSE(keyboard.key(".").mark.keyed());
}

TEST_CASE("letters in a figure are refused and change nothing") {
  Keyboard keyboard(forms::ItemType::integer);
  keyboard.key("1x");
  CHECK(keyboard.refused);
  CHECK(keyboard.draft.text() == "1");
}

TEST_CASE("a figure takes ten digits and no more") {
  Keyboard keyboard(forms::ItemType::integer);
  keyboard.key("12345678901");
  CHECK(keyboard.refused);
  CHECK(keyboard.draft.text() == "1234567890");
}

TEST_CASE("full-width digits are digits, and what only looks like one is refused, as in a file") {
  const auto typed_into = [](forms::ItemType type, const std::string& text) {
    Keyboard keyboard(type, type == forms::ItemType::integer ? 0 : 5);
    const auto* choices = keyboard.choices.choices.empty() ? nullptr : &keyboard.choices;
    return session::type_into({&keyboard.item, choices, &keyboard.mark}, {}, false, text);
  };
  for (const auto type : {forms::ItemType::integer, forms::ItemType::select_one}) {
    CHECK_FALSE(typed_into(type, "１").misread);
    for (const std::string text : {"①", "²", "⒈", "㈠"}) CHECK(typed_into(type, text).misread);
  }
}
