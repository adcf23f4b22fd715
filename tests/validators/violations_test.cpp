#include "validators/violations.h"

#include "tests/validators/small_form.h"

namespace genpyo::tests {
namespace {

using forms::Codes;
using forms::Missing;
using forms::Severity;
using validators::Violation;
using Items = std::vector<forms::ItemIndex>;

SmallCase with_checks(const std::string& checks) {
  return SmallCase(form_of({{"a", "type: integer"},
                            {"b", "type: integer, relevant: \"${a} != 0\""},
                            {"c", "type: integer"}},
                           "checks:\n" + checks));
}

}  // namespace

TEST_CASE("A required item is told once it is keyed and blank, of whatever kind") {
  SmallCase sheet(form_of({{"a",
                            "type: integer, required: true, required_severity: soft, "
                            "required_message: {en: Please answer}"}}));
  CHECK(sheet.violations().empty());
  for (const Missing kind : forms::all_missing) {
    if (kind == Missing::not_keyed) continue;
    sheet.key("a", kind);
    CHECK(sheet.violations() == "required:a");
  }
  const Violation violation = sheet.evaluate().violations.at(0);
  CHECK(violation.kind == Violation::Kind::required);
  CHECK(violation.severity == Severity::soft);
  CHECK(violation.message.in("en") == "Please answer");
  CHECK(violation.rule == "true()");
  CHECK(sheet.key("a", 0).violations().empty());
}

TEST_CASE("A constraint is asked of answers only, and carries the author's words") {
  SmallCase sheet(
      form_of({{"a", "type: integer, constraint: . <= 31, constraint_message: {en: At most 31}"}}));
  CHECK(sheet.key("a", Missing::no_answer).violations().empty());
  CHECK(sheet.key("a", 31).violations().empty());
  CHECK(sheet.key("a", 32).violations() == "constraint:a");
  const Violation violation = sheet.evaluate().violations.at(0);
  CHECK(violation.severity == Severity::hard);
  CHECK(violation.message.in("en") == "At most 31");
  CHECK(violation.rule == ". <= 31");
  CHECK(violation.items == Items{0});
}

TEST_CASE("A check waits until every item that it names is answered") {
  SmallCase sheet = with_checks(
      "  - {name: order, severity: hard, constraint: \"${c} <= ${a}\", message: {en: Less}}\n");
  CHECK(sheet.key("c", 5).violations().empty());
  CHECK(sheet.key("a", Missing::illegible).violations().empty());
  CHECK(sheet.key("a", 3).violations() == "check:order");
  const Violation violation = sheet.evaluate().violations.at(0);
  CHECK(violation.item == sheet.index("c"));
  CHECK(violation.items == Items{0, 2});
  CHECK(violation.message.in("en") == "Less");
  CHECK(violation.rule == "${c} <= ${a}");
}

TEST_CASE(
    "A check waits for the items of its relevant rule, too, and applies only where that holds") {
  SmallCase sheet = with_checks(
      "  - {name: few, severity: soft, relevant: \"${a} > 0\", constraint: \"${c} < 5\", "
      "message: {en: M}}\n");
  CHECK(sheet.key("c", 9).violations().empty());
  CHECK(sheet.key("a", 0).violations().empty());
  CHECK(sheet.key("a", 1).violations() == "check:few");
}

TEST_CASE("A check does not apply while an item that it names is skipped") {
  SmallCase sheet = with_checks(
      "  - {name: order, severity: hard, constraint: \"${b} < ${c}\", message: {en: M}}\n");
  sheet.key("a", 0).key("b", 9).key("c", 1);
  CHECK(sheet.violations() == "off_path:b");
  CHECK(sheet.key("a", 1).violations() == "check:order");
}

TEST_CASE("With on_blank a check waits only until the clerk has been everywhere") {
  SmallCase sheet = with_checks(
      "  - {name: some, severity: soft, on_blank: true, constraint: \"${b} > 0 or ${c} > 0\", "
      "message: {en: M}}\n");
  CHECK(sheet.violations().empty());
  sheet.key("a", 1).key("b", Missing::no_answer);
  CHECK(sheet.violations().empty());  // c is not keyed yet
  sheet.key("c", Missing::no_answer);
  CHECK(sheet.violations() == "check:some");
}

TEST_CASE("With on_blank an item that is skipped is not waited for, nor is the cursor sent to it") {
  SmallCase sheet = with_checks(
      "  - {name: some, severity: soft, on_blank: true, constraint: \"${a} > 0 or ${b} > 0\", "
      "message: {en: M}}\n");
  sheet.key("a", 0);
  CHECK(sheet.violations() == "check:some");
  CHECK(sheet.evaluate().violations.at(0).item == sheet.index("a"));
  CHECK(sheet.evaluate().violations.at(0).items == Items{0, 1});
}

TEST_CASE("Two marks are wrong where one was asked for, and only there") {
  SmallCase sheet(form_of({{"one", "type: select_one kind"},
                           {"many", "type: select_multiple issue"},
                           {"figure", "type: integer"}}));
  for (const char* item : {"one", "many", "figure"}) sheet.key(item, Missing::several_marks);
  CHECK(sheet.violations() == "several_marks:one");
  CHECK(sheet.evaluate().violations.at(0).severity == Severity::hard);
}

TEST_CASE("An excluding choice must stand alone") {
  SmallCase sheet(form_of({{"many", "type: select_multiple issue"}}));
  CHECK(sheet.key("many", Codes{9}).violations().empty());
  CHECK(sheet.key("many", Codes{1, 2}).violations().empty());
  CHECK(sheet.key("many", Codes{1, 9}).violations() == "exclusive:many");
  CHECK(sheet.evaluate().violations.at(0).severity == Severity::hard);
}

TEST_CASE("Violations come in the order of the paper, hard before soft for each item") {
  SmallCase sheet(form_of({{"a", "type: integer, constraint: . < 5, constraint_severity: soft"},
                           {"b", "type: integer, constraint: . < 5, constraint_severity: soft"}},
                          R"(
checks:
  - {name: soft_one, severity: soft, constraint: "${a} < 5", message: {en: M}}
  - {name: hard_one, severity: hard, constraint: "${a} < 5", message: {en: M}}
)"));
  sheet.key("a", 9).key("b", 9);
  CHECK(sheet.violations() == "check:hard_one constraint:a check:soft_one constraint:b");
}

TEST_CASE("A soft violation is settled by confirming it, a hard one by overriding it") {
  SmallCase sheet(form_of({{"a", "type: integer, constraint: . < 5"},
                           {"b", "type: integer, constraint: . < 5, constraint_severity: soft"}}));
  sheet.key("a", 9).key("b", 9);
  sheet.current.confirmed = {"constraint:a"};
  sheet.current.overridden = {{"constraint:b", "so it stands on the sheet"}};
  for (const Violation& violation : sheet.evaluate().violations) CHECK_FALSE(violation.settled);
  CHECK_FALSE(sheet.evaluate().may_close());

  sheet.current.confirmed = {"constraint:b"};
  sheet.current.overridden = {{"constraint:a", "so it stands on the sheet"}};
  for (const Violation& violation : sheet.evaluate().violations) CHECK(violation.settled);
  CHECK(sheet.evaluate().may_close());
}

TEST_CASE("A case may be closed with soft violations that nobody confirmed") {
  SmallCase sheet(form_of({{"a", "type: integer, constraint: . < 5, constraint_severity: soft"}}));
  sheet.key("a", 9);
  CHECK(sheet.evaluate().may_close());
}

TEST_CASE("Being left out of tables is told once the block has been keyed through") {
  SmallCase sheet(form_of({{"a", "type: integer"}, {"b", "type: integer"}}, R"(
extractions:
  - {name: complete, label: {en: C}, answered: [a, b], tables: [T-1]}
  - {name: of_no_table, label: {en: C}, answered: [a, b]}
)"));
  CHECK(sheet.key("a", Missing::no_answer).violations().empty());
  sheet.key("b", Missing::dont_know);
  CHECK(sheet.violations() == "extraction:complete");
  const Violation violation = sheet.evaluate().violations.at(0);
  CHECK(violation.severity == Severity::soft);
  CHECK(violation.item == 0);
  CHECK(violation.items == Items{0, 1});
  CHECK(sheet.key("a", 0).evaluate().violations.at(0).items == Items{1});
}

TEST_CASE("A block that the form itself skipped leaves no table to be told of") {
  SmallCase sheet(form_of({{"a", "type: integer"}, {"b", "type: integer, relevant: \"${a} > 0\""}},
                          R"(
extractions:
  - {name: complete, label: {en: C}, answered: [b], tables: [T-1]}
)"));
  sheet.key("a", 0);
  CHECK(sheet.violations().empty());
  CHECK(sheet.evaluate().extractions.at(0).status ==
        validators::ExtractionState::Status::incomplete);
  sheet.key("a", 1).key("b", Missing::no_answer);
  CHECK(sheet.violations() == "extraction:complete");
}

}  // namespace genpyo::tests
