// Every claim against the real evaluation: small forms of random rules, and all their cases.
#include <random>

#include "tests/validators/small_form.h"
#include "validators/prover.h"
#include "validators/what_if.h"

namespace genpyo::tests {
namespace {

using forms::Codes;
using forms::Missing;
using forms::Value;
using validators::Branch;

// Rules of a bounded depth over a, b (figures), k (one choice) and m (several).
class RuleMaker {
 public:
  explicit RuleMaker(unsigned seed) : random_(seed) {}

  std::string condition(int depth) {
    switch (below(depth > 0 ? 9 : 6)) {
      case 0: return number(1) + " " + sign() + " " + number(1);
      case 1: return "${k} " + std::string(below(2) == 0 ? "=" : "!=") + " " + code();
      case 2: return "selected(${m}, " + std::string(below(2) == 0 ? "1" : "9") + ")";
      case 3: return "${a} " + sign() + " " + figure();
      case 4: return "${b} " + sign() + " ${a}";
      case 5: return "${m} = ''";
      case 6: return "(" + condition(depth - 1) + " and " + condition(depth - 1) + ")";
      case 7: return "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")";
      default: return "not(" + condition(depth - 1) + ")";
    }
  }

 private:
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
  std::string sign() {
    static const char* const signs[] = {"=", "!=", "<", "<=", ">", ">="};
    return signs[below(6)];
  }
  std::string figure() { return std::to_string(below(5) - 1); }
  std::string code() { return below(3) == 0 ? "5" : below(2) == 0 ? "1" : "2"; }
  std::string number(int depth) {
    switch (below(depth > 0 ? 9 : 3)) {
      case 0: return "${a}";
      case 1: return "${b}";
      case 2: return figure();
      case 3: return "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
      case 4: return "(" + number(depth - 1) + " - " + number(depth - 1) + ")";
      case 5: return "(" + number(depth - 1) + " * " + number(depth - 1) + ")";
      case 6: return "count-selected(${m})";
      case 7: return "sum(${a}, ${b})";
      default: return "if(${k} = 1, ${a}, ${b} div 2)";
    }
  }
  std::mt19937 random_;
};

forms::Form random_form(unsigned seed) {
  RuleMaker make(seed);
  const auto quoted = [&](int depth) { return "\"" + make.condition(depth) + "\""; };
  return form_of({{"k", "type: select_one kind"},
                  {"m", "type: select_multiple issue"},
                  {"a", "type: integer, relevant: \"${k} != 5\""},
                  {"b", "type: integer, constraint: \". < 4\""},
                  {"x", "type: text, relevant: " + quoted(2)},
                  {"y", "type: text, relevant: " + quoted(2)}},
                 "checks:\n"
                 "  - {name: c, severity: hard, constraint: " + quoted(2) + ", message: {en: C}}\n"
                 "  - {name: d, severity: soft, relevant: " + quoted(1) + ", constraint: " +
                     quoted(1) + ", message: {en: D}}\n");
}

bool breaks_a_hard_rule(const validators::Evaluation& evaluation) {
  for (const validators::Violation& violation : evaluation.violations)
    if (violation.severity == forms::Severity::hard) return true;
  return false;
}

// All cases with a few values of each item.
template <typename Visit>
void each_case(const forms::Form& form, Visit visit) {
  const std::vector<Value> figures = {Missing::no_answer, std::int64_t{0}, std::int64_t{1},
                                      std::int64_t{2},    std::int64_t{3}, std::int64_t{7}};
  const std::vector<Value> kinds = {Missing::no_answer, Codes{1}, Codes{2}, Codes{5}};
  const std::vector<Value> issues = {Missing::dont_know, Codes{1}, Codes{9}, Codes{1, 9}, Codes{1, 2, 9}};
  forms::Case current = forms::blank_case(form, "1-001");
  for (const Value& k : kinds)
    for (const Value& m : issues)
      for (const Value& a : figures)
        for (const Value& b : figures) {
          current.marks[0].content = k;
          current.marks[1].content = m;
          current.marks[2].content = a;
          current.marks[3].content = b;
          visit(current);
        }
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
