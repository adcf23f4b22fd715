// The file of operators and their PINs: what is written is read, and nothing half-understood lets
// anybody in.
#include "app/session/operators.h"

#include <catch2/catch.hpp>

#include "app/session/pin.h"
#include "people.h"

using namespace genpyo;
using session::is_operator_name;
using session::parse_operators;

namespace {

const std::string hash = test::people()[0].pin_hash;

std::string fault_of(const std::string& text) {
  const auto parsed = parse_operators(text, "x.operators");
  return parsed ? "" : parsed.failure().sentence;
}

std::string with(const std::string& fields) { return "operators:\n  - {" + fields + "}\n"; }

}  // namespace

TEST_CASE("a PIN matches the hash made of it, and no other does") {
  const auto made = session::hash_pin("0042");
  REQUIRE(made);
  CHECK(made->starts_with("$argon2id$v=19$m=65536,t=2,p=1$"));
  CHECK(session::is_pin_hash(*made));
  CHECK(session::pin_matches("0042", *made));
  CHECK_FALSE(session::pin_matches("042", *made));
  CHECK_FALSE(session::pin_matches("0043", *made));
  CHECK(*session::hash_pin("0042") != *made);  // a salt of its own
}

TEST_CASE("a PIN has 4 to 12 digits") {
  for (const char* pin : {"0000", "123456789012"}) CHECK(session::is_pin(pin));
  for (const char* pin : {"", "123", "1234567890123", "12a4", "１２３４", " 1234"}) CHECK_FALSE(session::is_pin(pin));
}

TEST_CASE("a forgotten PIN is overwritten, not only let go") {
  std::string pin = "123456";
  const char* place = pin.data();
  session::forget(pin);
  CHECK(pin.empty());
  CHECK(std::string(place + 1, 5) == std::string(5, '\0'));
}

TEST_CASE("a hash that would cost the machine its memory, or is none, is refused") {
  const std::string rest = "$HuTTlWQf8DsUIP2DQhEr6w$Cp8nalE8pm5o13cZpwmJk1MjG8nw8sOZgkBx/E8UMRA";
  CHECK(session::is_pin_hash("$argon2id$v=19$m=65536,t=2,p=1" + rest));
  for (const char* costs : {"m=4194304,t=2,p=1", "m=65536,t=4000,p=1", "m=65536,t=2,p=9", "m=,t=2,p=1", "m=-1,t=2,p=1",
                            "m=99999999999999999999,t=2,p=1", "t=2,m=65536,p=1", ""}) {
    INFO(costs);
    CHECK_FALSE(session::is_pin_hash("$argon2id$v=19$" + (costs + rest)));
  }
  for (const char* text : {"", "1234", "$argon2i$v=19$m=8,t=1,p=1$a$b", "$argon2id$v=19$m=8,t=1,p=1$a"}) {
    CHECK_FALSE(session::is_pin_hash(text));
    CHECK_FALSE(session::pin_matches("1234", text));
  }
  CHECK_FALSE(session::is_pin_hash(hash + std::string(200, 'a')));
}

TEST_CASE("what is written is read, whatever the names are") {
  std::vector<session::Operator> operators = test::people();
  operators.push_back({R"(O'Brien "the \ clerk" {0}: #1, [x])", true, hash});
  const auto read = parse_operators(session::to_text(operators), "x");
  REQUIRE(read);
  REQUIRE(read->size() == operators.size());
  for (std::size_t i = 0; i < operators.size(); ++i) {
    CHECK((*read)[i].name == operators[i].name);
    CHECK((*read)[i].supervisor == operators[i].supervisor);
    CHECK((*read)[i].pin_hash == operators[i].pin_hash);
  }
  CHECK(parse_operators(session::to_text({}), "x")->empty());
}

TEST_CASE("a file that is not wholly understood lets nobody in, and says where") {
  const std::string whole = "name: sato, role: clerk, pin: \"" + hash + "\"";
  CHECK(fault_of(with(whole)).empty());
  CHECK(fault_of(with("name: sato, role: chief, pin: \"" + hash + "\"")).starts_with("x.operators:2: the role"));
  CHECK_FALSE(fault_of(with("name: sato, role: clerk, pin: \"1234\"")).empty());
  CHECK_FALSE(fault_of(with("name: sato, role: clerk")).empty());
  CHECK_FALSE(fault_of(with(whole + ", admin: yes")).empty());
  CHECK_FALSE(fault_of(with("name: [sato], role: clerk, pin: \"" + hash + "\"")).empty());
  CHECK_FALSE(fault_of(with(whole) + "  - {" + whole + "}\n").empty());
  for (const char* text : {"", "[]", "operators: 5", "operators: {a: b}", "operators: [5]", "people: []", "operators: [\xff]",
                           "operators: []\nmore: 1\n", "{{{", "operators: &a [*a]"}) {
    INFO(text);
    CHECK_FALSE(fault_of(text).empty());
  }
}

TEST_CASE("a thousand operators are too many") {
  std::string text = "operators:\n";
  for (int i = 0; i < 1000; ++i) {
    text += "  - {name: a" + std::to_string(i) + ", role: clerk, pin: \"" + hash + "\"}\n";
  }
  CHECK(fault_of(text) == "x.operators:1: there are more than 999 operators.");
}

TEST_CASE("a name can be seen, and told from a number of the list") {
  for (const char* name : {"佐藤", "sato", "O'Brien", "髙橋 𠮷子", "3号室"}) CHECK(is_operator_name(name));
  for (const char* name : {"", " sato", "sato ", "　佐藤", "12", "１２", "a\nb", "a\tb", "a\x7f", "\xff", "a\u202eb", "\u200b"}) {
    INFO(name);
    CHECK_FALSE(is_operator_name(name));
  }
  CHECK(is_operator_name(std::string(40, 'a')));
  CHECK_FALSE(is_operator_name(std::string(41, 'a')));
}
