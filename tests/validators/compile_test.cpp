#include "tests/validators/small_form.h"
#include "validators/expression.h"
#include "validators/parts.h"

namespace genpyo::tests {
namespace {

std::vector<std::string> faults_of(const forms::Form& form) {
  std::vector<std::string> lines;
  for (const forms::Diagnostic& diagnostic : validators::compile(form).diagnostics)
    lines.push_back(forms::to_text(diagnostic));
  return lines;
}

}  // namespace

TEST_CASE("A circle of relevance is named in full, once") {
  const forms::Form form = form_of({{"a", "type: integer, relevant: \"${b} = 1\""},
                                    {"b", "type: integer, relevant: \"${c} = 1\""},
                                    {"c", "type: integer, relevant: \"${a} = 1\""}});
  CHECK(faults_of(form) ==
        std::vector<std::string>{
            "form.yaml:15:61: FORM-013: relevant goes in a circle: a → b → c → a. "
            "Whether an item is asked cannot rest on itself: take one out."});
}

TEST_CASE("An item's relevance may not rest on the item, its constraint may") {
  const forms::Form wrong = form_of({{"a", "type: integer, relevant: . = 1"}});
  CHECK(faults_of(wrong).at(0).find("a → a.") != std::string::npos);
  CHECK(faults_of(form_of({{"a", "type: integer, constraint: . = 1"}})).empty());
}

TEST_CASE("Faults come in the order of the file, whatever finds them") {
  const forms::Form form = form_of({{"a", "type: integer, relevant: . = 1"},
                                    {"b", "type: integer, constraint: foo(.)"},
                                    {"c", "type: integer, relevant: . = 1, required: \"${x}\""}});
  const std::vector<std::string> lines = faults_of(form);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].substr(0, 13) == "form.yaml:15:");
  CHECK(lines[1].substr(0, 13) == "form.yaml:16:");
  CHECK(lines[2].find("FORM-013") != std::string::npos);
  CHECK(lines[3].find("required names \"x\"") != std::string::npos);
}

TEST_CASE("A faulty rule counts as absent") {
  const forms::Form form = form_of({{"a", "type: integer, relevant: \"${b} = 1\""},
                                    {"b", "type: integer, relevant: \"${a} = 1\""},
                                    {"c", "type: integer, constraint: . >"}});
  const validators::Compilation compilation = validators::compile(form);
  CHECK(compilation.diagnostics.size() == 2);
  const validators::Evaluation evaluation =
      validators::evaluate(compilation.program, forms::blank_case(form, "1-001"), today);
  CHECK(evaluation.not_keyed == std::vector<forms::ItemIndex>{0, 1, 2});
}

TEST_CASE("A check with a fault in one of its rules is absent as a whole") {
  const forms::Form form = form_of({{"a", "type: integer"}}, R"(
checks:
  - {name: small, severity: hard, relevant: "${b} = 1", constraint: "${a} < 5", message: {en: M}}
)");
  const validators::Compilation compilation = validators::compile(form);
  CHECK(compilation.diagnostics.size() == 1);
  forms::Case one = forms::blank_case(form, "1-001");
  one.marks[0].content = std::int64_t{9};
  CHECK(validators::evaluate(compilation.program, one, today).violations.empty());
}

TEST_CASE("required is a word or an expression") {
  const forms::Form form = form_of({{"a", "type: integer, required: true"},
                                    {"b", "type: integer, required: \"false\""},
                                    {"c", "type: integer, required: \"${a} = 1\""}});
  SmallCase sheet(form);
  CHECK(sheet.state("a").required);
  CHECK_FALSE(sheet.state("b").required);
  CHECK_FALSE(sheet.state("c").required);
  CHECK(sheet.key("a", 1).state("c").required);
}

TEST_CASE("The rest of a form with hundreds of faults is said not to be looked at") {
  std::string checks = "checks:\n";
  for (int number = 0; number < 300; ++number)
    checks += "  - {name: c" + std::to_string(number) +
              ", severity: hard, constraint: \"${x} = 1\", message: {en: M}}\n";
  const std::vector<std::string> lines = faults_of(form_of({{"a", "type: integer"}}, checks));
  REQUIRE(lines.size() == 201);
  CHECK(lines.back() ==
        "form.yaml: FORM-020: 100 further rules were not looked at. Mend the faults above first.");
}

}  // namespace genpyo::tests
