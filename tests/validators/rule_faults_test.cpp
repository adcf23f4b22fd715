#include "validators/rule_faults.h"

#include "tests/validators/small_form.h"
#include "validators/expression.h"

namespace genpyo::tests {
namespace {

// What the author of this relevant rule of item `last` is told. The rule begins at 17:55.
std::vector<std::string> told(const std::string& rule) {
  const forms::Form form = form_of({{"staff_doctors", "type: integer"},
                                    {"founder", "type: select_one kind"},
                                    {"last", "type: text, relevant: \"" + rule + "\""}});
  std::vector<std::string> lines;
  for (const forms::Diagnostic& diagnostic : validators::compile(form).diagnostics)
    lines.push_back(forms::to_text(diagnostic));
  return lines;
}

std::string only(const std::string& rule) {
  const std::vector<std::string> lines = told(rule);
  CHECK(lines.size() == 1);
  return lines.empty() ? "" : lines.front();
}

}  // namespace

TEST_CASE("A name that no item has is told with the nearest and its line") {
  CHECK(only("1 = 1 and ${staff_doctor} > 0") ==
        "form.yaml:17:74: FORM-012: relevant names \"staff_doctor\", which no item has. "
        "Did you mean \"staff_doctors\" (line 15)?");
  CHECK(only("${zzzzzz} > 0") ==
        "form.yaml:17:64: FORM-012: relevant names \"zzzzzz\", which no item has. "
        "Name an item of this form.");
}

TEST_CASE("A dot where the rule belongs to no single item is a fault") {
  const forms::Form form = form_of({{"a", "type: integer"}}, R"(
checks:
  - {name: wrong, severity: soft, constraint: . > 0, message: {en: Wrong}}
)");
  const auto diagnostics = validators::compile(form).diagnostics;
  REQUIRE(diagnostics.size() == 1);
  CHECK(forms::to_text(diagnostics[0]) ==
        "form.yaml:18:47: FORM-012: constraint says \".\", but the rule belongs to no single item. "
        "Name the item: ${name}.");
}

TEST_CASE("A grid is no item: its rows are") {
  const forms::Form form = read_small(R"(survey:
  - section: only
    label: {en: Only}
    items:
      - grid: staff
        label: {en: Staff}
        type: integer
        rows: [{name: doctors, label: {en: Doctors}}]
      - {name: a, label: {en: A}, type: text, relevant: "${staff} > 0"}
)");
  const auto diagnostics = validators::compile(form).diagnostics;
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].repair == "It is a grid: name one of its rows, such as \"doctors\".");
}

TEST_CASE("Syntax is told where it breaks, with what was expected") {
  const std::string at = "FORM-011: relevant cannot be read: expected ";
  CHECK(only("${founder} = ") ==
        "form.yaml:17:77: " + at + "a value, found the end. Write a value there.");
  CHECK(only("(1 = 1") == "form.yaml:17:70: " + at +
                              "an operator or \")\", found the end. "
                              "Write an operator or \")\" there.");
  CHECK(only("1 = 1 ${founder}") == "form.yaml:17:70: " + at +
                                        "an operator or the end, found \"${founder}\". "
                                        "Write an operator or the end there.");
  CHECK(only("not(1 = 1 2)") ==
        "form.yaml:17:74: " + at + "\",\" or \")\", found \"2\". Write \",\" or \")\" there.");
  CHECK(only("'a = 1") == "form.yaml:17:64: " + at + "a value, found \"'a = 1\". Close the quote.");
  CHECK(only("$founder = 1") ==
        "form.yaml:17:64: " + at + "a value, found \"$\". An item is named ${name}.");
  CHECK(only("founder = 1") ==
        "form.yaml:17:64: " + at + "a value, found \"founder\". An item is named ${founder}.");
  CHECK(only("${founder} ＝ 1") ==
        "form.yaml:17:75: " + at +
            "an operator or the end, found \"＝\". "
            "Outside quotes write half-width letters, figures and signs.");
}

TEST_CASE("Columns are counted in characters") {
  CHECK(only("'往診' = )").substr(0, 16) == "form.yaml:17:71:");
}

TEST_CASE("A rule that stands over several lines is told at its beginning") {
  const forms::Form form = read_small(R"(survey:
  - section: only
    label: {en: Only}
    items:
      - name: a
        label: {en: A}
        type: text
        relevant: >-
          1 = 1 and
          ${nothing} = 1
)");
  const auto diagnostics = validators::compile(form).diagnostics;
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].place.line == form.items[0].relevant.place.line);
  CHECK(diagnostics[0].place.column == form.items[0].relevant.place.column);
}

TEST_CASE("A function that there is not is told with the nearest, or with where they are listed") {
  CHECK(only("slected(${founder}, 1)") ==
        "form.yaml:17:64: FORM-014: relevant calls \"slected\", which is no function. "
        "Did you mean \"selected\"?");
  CHECK(only("zzzzzz('a')") ==
        "form.yaml:17:64: FORM-014: relevant calls \"zzzzzz\", which is no function. "
        "docs/expressions.md lists all there are.");
}

TEST_CASE("A wrong number of arguments is told with how the function is written") {
  CHECK(only("selected(${founder})") ==
        "form.yaml:17:64: FORM-015: relevant gives selected() 1 argument, it takes 2. "
        "Write selected(${item}, code).");
  CHECK(only("sum() = 0") ==
        "form.yaml:17:64: FORM-015: relevant gives sum() 0 arguments, it takes at least 1. "
        "Write sum(${item}, …).");
  CHECK(only("true(1)") ==
        "form.yaml:17:64: FORM-015: relevant gives true() 1 argument, it takes none. "
        "Write true().");
}

TEST_CASE("Only selects can be asked for codes") {
  CHECK(only("selected(${staff_doctors}, 1)") ==
        "form.yaml:17:73: FORM-015: relevant asks selected() of \"staff_doctors\", which has no "
        "choices: it is of type integer. Name a select_one or select_multiple.");
}

TEST_CASE("A code that the list lacks is told, whichever side it stands on") {
  const std::string fault =
      "FORM-016: relevant compares \"founder\" with \"3\", which its list \"kind\" lacks. "
      "Its codes are 1, 2, 5.";
  CHECK(only("${founder} = 3") == "form.yaml:17:77: " + fault);
  CHECK(only("'3' != ${founder}") == "form.yaml:17:64: " + fault);
  CHECK(only("selected(${founder}, 3)") == "form.yaml:17:85: " + fault);
  CHECK(told("${founder} = 5 or ${founder} != ''").empty());
  CHECK(told("${founder} > 3").empty());
}

TEST_CASE("All wrong names and codes of a rule are told, but no fault after broken syntax") {
  CHECK(told("${a} = 1 and ${founder} = 7 and foo(${b})").size() == 4);
  CHECK(told("${a} = 1 and and ${b} = 1 and foo(").size() == 2);
}

TEST_CASE("A rule is bounded in length, in depth and in the faults that are told of it") {
  std::vector<forms::Diagnostic> diagnostics;
  CHECK(validators::Expression::parse({std::string(5000, ' '), {"form.yaml", 3, 1}}, {},
                                      std::nullopt, diagnostics, "base") == nullptr);
  CHECK(forms::to_text(diagnostics.at(0)) ==
        "form.yaml:3:1: FORM-020: base has 5000 bytes, more than 4096. "
        "Split it into several checks.");
  for (const char* open : {"(", "-", "not("}) {
    std::string deep;
    for (int level = 0; level < 1000; ++level) deep += open;
    CHECK(only(deep).find("FORM-020: relevant is nested deeper than 64 levels.") !=
          std::string::npos);
  }
  std::string sum = "1", names = "${a}";
  for (int term = 0; term < 1000; ++term) sum += "+1";
  CHECK(only(sum).find("Use sum() for long additions") != std::string::npos);
  for (int term = 0; term < 500; ++term) names += "+${a}";
  CHECK(told(names).size() <= 11);
}

TEST_CASE("No text makes the parser throw or run away") {
  const std::string signs = "()+-*=!<>,.'$ {}a1\xE3\x81\"\n";
  const forms::Form form = form_of({{"a", "type: integer"}});
  unsigned state = 1;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (int length = 0; length < 24; ++length)
      text += signs[(state = state * 1664525 + 1013904223) / 65536 % signs.size()];
    std::vector<forms::Diagnostic> diagnostics;
    const auto rule = validators::Expression::parse({text, {}}, form, 0, diagnostics);
    REQUIRE((rule == nullptr) == !diagnostics.empty());
  }
}

}  // namespace genpyo::tests
