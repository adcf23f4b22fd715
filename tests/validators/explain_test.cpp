#include "validators/explain.h"

#include "tests/validators/small_form.h"

namespace genpyo::tests {
namespace {

using forms::Codes;
using forms::Missing;
using validators::ExplainedRule;
using Role = ExplainedRule::Role;
using Items = std::vector<forms::ItemIndex>;

std::vector<ExplainedRule> rules_of(const SmallCase& sheet, const std::string& item) {
  return validators::explain(sheet.program(), sheet.current, sheet.index(item), today).rules;
}

// "0 ${a} = 1 → true", one step a line.
std::string steps_of(const ExplainedRule& rule) {
  std::string text;
  for (const validators::Step& step : rule.steps)
    text += std::to_string(step.depth) + " " + step.text + " → " + step.value + "\n";
  return text;
}

SmallCase sheet_with(const std::string& keys, const std::string& rest = "") {
  return SmallCase(form_of(
      {{"a", "type: integer"}, {"k", "type: select_multiple issue"}, {"last", keys}}, rest));
}

}  // namespace

TEST_CASE("A rule is explained by its sub-expressions, outermost first, without the literals") {
  SmallCase sheet =
      sheet_with("type: text, relevant: \"(${a} + 1) * 2 = 8 and not(selected(${k}, 9))\"");
  sheet.key("a", 3).key("k", Codes{1, 2});
  const auto rules = rules_of(sheet, "last");
  REQUIRE(rules.size() == 1);
  CHECK(rules[0].role == Role::relevant);
  CHECK(rules[0].holds);
  CHECK(rules[0].rests_on == Items{0, 1});
  CHECK(rules[0].place.line == 17);
  CHECK(steps_of(rules[0]) ==
        "0 (${a} + 1) * 2 = 8 and not(selected(${k}, 9)) → true\n"
        "1 (${a} + 1) * 2 = 8 → true\n"
        "2 (${a} + 1) * 2 → 8\n"
        "3 (${a} + 1) → 4\n"
        "4 ${a} → 3\n"
        "1 not(selected(${k}, 9)) → true\n"
        "2 selected(${k}, 9) → false\n"
        "3 ${k} → 1 2\n");
}

TEST_CASE("A blank shows as an empty text") {
  SmallCase sheet = sheet_with("type: text, relevant: \"${a} != 2\"");
  CHECK(steps_of(rules_of(sheet, "last").at(0)) == "0 ${a} != 2 → true\n1 ${a} → ''\n");
}

TEST_CASE("An item's own rules apply as they do in the evaluation") {
  SmallCase sheet =
      sheet_with("type: integer, relevant: \"${a} = 1\", required: true, constraint: . < 5");
  sheet.key("a", 2).key("last", 9);
  auto rules = rules_of(sheet, "last");
  REQUIRE(rules.size() == 3);
  CHECK(rules[0].applied);
  CHECK_FALSE(rules[0].holds);
  CHECK_FALSE(rules[1].applied);
  CHECK_FALSE(rules[2].applied);
  CHECK(rules[2].steps.empty());

  rules = rules_of(sheet.key("a", 1), "last");
  CHECK(rules[1].role == Role::required);
  CHECK(rules[1].rule == "true()");
  CHECK(rules[1].applied);
  CHECK(rules[2].role == Role::constraint);
  CHECK(rules[2].applied);
  CHECK_FALSE(rules[2].holds);
  CHECK(steps_of(rules[2]) == "0 . < 5 → false\n1 . → 9\n");
}

TEST_CASE("A check is explained at each item that it names, and only there") {
  SmallCase sheet = sheet_with("type: integer", R"(
checks:
  - name: few
    severity: soft
    relevant: ${a} > 0
    constraint: ${last} < 5
    message: {en: Few}
)");
  sheet.key("a", 1).key("last", 9);
  const auto rules = rules_of(sheet, "a");
  REQUIRE(rules.size() == 2);
  CHECK(rules[0].name == "few");
  CHECK(rules[0].role == Role::applies_when);
  CHECK(rules[1].role == Role::check);
  CHECK(rules[0].rule == "${a} > 0");
  CHECK(rules[0].holds);
  CHECK(rules[1].rule == "${last} < 5");
  CHECK_FALSE(rules[1].holds);
  CHECK(rules_of(sheet, "last").size() == 2);
  CHECK(rules_of(sheet, "k").empty());

  sheet.key("a", 0);
  CHECK_FALSE(rules_of(sheet, "last").at(1).applied);
  sheet.key("last", Missing::no_answer);
  CHECK_FALSE(rules_of(sheet, "last").at(0).applied);
}

TEST_CASE("An extraction is explained by its base, what is missing, and its condition") {
  SmallCase sheet = sheet_with("type: integer", R"(
extractions:
  - name: complete
    label: {en: Complete}
    relevant: ${a} = 1
    answered: [k, last]
    constraint: ${last} > 0
)");
  sheet.key("a", 1).key("k", Codes{1}).key("last", Missing::illegible);
  auto rules = rules_of(sheet, "k");
  REQUIRE(rules.size() == 3);
  CHECK(rules[0].role == Role::base);
  CHECK(rules[0].rule == "${a} = 1");
  CHECK(rules[0].holds);
  CHECK(rules[1].role == Role::extraction);
  CHECK(rules[1].rule.empty());
  CHECK_FALSE(rules[1].holds);
  CHECK(steps_of(rules[1]) == "0 ${last} → ''\n");
  CHECK_FALSE(rules[2].applied);

  rules = rules_of(sheet.key("last", 0), "a");
  CHECK(rules[1].holds);
  CHECK(rules[2].applied);
  CHECK_FALSE(rules[2].holds);

  rules = rules_of(sheet.key("a", 2), "last");
  CHECK(rules[0].applied);
  CHECK_FALSE(rules[0].holds);
  CHECK_FALSE(rules[1].applied);
  CHECK_FALSE(rules[2].applied);

  rules = rules_of(sheet.key("a", Missing::not_keyed), "last");
  CHECK_FALSE(rules[0].applied);
  CHECK_FALSE(rules[1].applied);
  CHECK(rules[1].steps.empty());
}

TEST_CASE("An item coded afterwards is not asked, whatever its relevant rule says") {
  SmallCase sheet(form_of(
      {{"why", "type: text"},
       {"code", "type: select_multiple issue, codes_of: why, relevant: \"${why} != ''\""}}));
  sheet.key("why", std::string("a reason"));
  CHECK_FALSE(rules_of(sheet, "code").at(0).applied);
}

}  // namespace genpyo::tests
