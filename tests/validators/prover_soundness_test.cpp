// Every claim against the real evaluation: small forms of random rules, and all their cases.
#include "tests/validators/random_form.h"
#include "tests/validators/small_form.h"
#include "validators/prover.h"
#include "validators/what_if.h"

namespace genpyo::tests {
namespace {

using forms::Codes;
using forms::Missing;
using forms::Value;

bool breaks_a_hard_rule(const validators::Evaluation& evaluation) {
  for (const validators::Violation& violation : evaluation.violations)
    if (violation.severity == forms::Severity::hard) return true;
  return false;
}

}  // namespace

TEST_CASE("No case brings about what the prover claims never comes about") {
  std::size_t claims = 0;
  for (unsigned seed = 1; seed <= 150; ++seed) {
    const forms::Form form = random_form(seed);
    const auto compiled = validators::compile(form);
    REQUIRE(compiled.diagnostics.empty());
    const auto proof = validators::prove(compiled.program, today, 300);
    claims += proof.claims.size();
    std::size_t refuted = 0;
    each_case(form, [&](const forms::Case& current) {
      const auto moment = validators::moment_of(compiled.program, current, today);
      for (const validators::Claim& claim : proof.claims) {
        if (!validators::comes_about(moment, claim.branch)) continue;
        if (!claim.unless_broken) ++refuted;
        else if (!breaks_a_hard_rule(validators::evaluate(compiled.program, current, today))) ++refuted;
      }
    });
    INFO("seed " << seed);
    CHECK(refuted == 0);
  }
  CHECK(claims > 30);  // random rules often contradict: else nothing was tested
}

TEST_CASE("Another answer tells what it would change") {
  SmallCase sheet(form_of({{"k", "type: select_one kind"},
                           {"a", "type: integer, relevant: \"${k} = 2\", constraint: \". < 10\""}}));
  sheet.key("k", Codes{2}).key("a", 12);
  const auto all = validators::what_if(sheet.program(), sheet.current, sheet.index("a"), today);
  const auto of = [&](const std::string& item, const Value& value) {
    for (const auto& each : all)
      if (each.item == sheet.index(item) && each.value == value) return each;
    FAIL("nothing is told of " << item);
    return validators::Alternative{};
  };
  CHECK(of("k", Codes{1}).skipped == std::vector<forms::ItemIndex>{1});
  REQUIRE(of("k", Codes{1}).comes.size() == 1);
  CHECK(of("k", Codes{1}).comes[0].key == "off_path:a");
  REQUIRE(of("a", std::int64_t{9}).goes.size() == 1);
  CHECK(of("a", std::int64_t{9}).goes[0].key == "constraint:a");
  CHECK(of("a", Missing::no_answer).goes.size() == 1);
  for (const auto& each : all) CHECK_FALSE((each.value == Value(std::int64_t{10})));
}

}  // namespace genpyo::tests
