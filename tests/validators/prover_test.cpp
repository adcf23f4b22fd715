// What the prover claims of small forms, a form for each kind of claim.
#include "validators/prover.h"

#include "tests/validators/small_form.h"

namespace genpyo::tests {
namespace {

// "FORM-025 asked c", one claim a line.
std::string claims_of(const forms::Form& form) {
  const auto compiled = validators::compile(form);
  for (const auto& diagnostic : compiled.diagnostics) FAIL_CHECK(forms::to_text(diagnostic));
  std::string text;
  for (const forms::Diagnostic& each :
       validators::told(validators::prove(compiled.program, today), form)) {
    CHECK(each.level == forms::Level::warning);
    CHECK(each.place.line > 0);
    CHECK_FALSE(each.repair.empty());
    text += forms::code_of(each.fault) + ": " + each.message + "\n";
  }
  return text;
}

std::string claims_with(const std::string& last, const std::string& rest = "") {
  return claims_of(form_of({{"a", "type: integer"},
                            {"b", "type: integer"},
                            {"k", "type: select_one kind"},
                            {"m", "type: select_multiple issue"},
                            {"d", "type: date"},
                            {"t", "type: text"},
                            {"last", last}},
                           rest));
}

std::string claims_of_check(const std::string& keys) {
  return claims_with("type: integer", "checks:\n  - {name: c, severity: hard, " + keys +
                                          ", message: {en: Wrong}}\n");
}

}  // namespace

TEST_CASE("Nothing is claimed of rules that may go either way") {
  CHECK(claims_with("type: integer, relevant: \"${k} = 1\", constraint: \". < 10\"").empty());
  CHECK(claims_with("type: text, relevant: \"selected(${m}, 9) and ${a} > 3\"").empty());
  CHECK(claims_with("type: text, relevant: \"${t} = 'x'\"").empty());
  CHECK(claims_with("type: text, relevant: \"${d} < '2018-04-01'\"").empty());
  CHECK(claims_of_check("constraint: \"${a} + ${b} = ${last}\"").empty());
  CHECK(claims_of_check("relevant: \"${k} = 2\", constraint: \"${a} <= 150 * ${b}\"").empty());
}

TEST_CASE("An item whose condition no answers meet can never be asked") {
  const std::string never = "FORM-025: item \"last\" can never be asked.\n";
  CHECK(claims_with("type: text, relevant: \"${k} = 1 and ${k} = 2\"") == never);
  CHECK(claims_with("type: text, relevant: \"${a} > 5 and ${a} < 3\"") == never);
  CHECK(claims_with("type: text, relevant: \"${a} < 0\"") == never);
  CHECK(claims_with("type: text, relevant: \"${a} > 5 and ${a} < 6\"") == never);
  CHECK(claims_with("type: text, relevant: \"selected(${m}, 1) and ${m} = ''\"") == never);
  CHECK(claims_with("type: text, relevant: \"count-selected(${m}) > 3\"") == never);
  CHECK(claims_with("type: text, relevant: \"false()\"") == never);
}

TEST_CASE("Of a date with unknown parts the prover cannot tell") {
  CHECK(claims_with("type: text, relevant: \"${d} < '2018-04-01' and ${d} > '2018-05-01'\"").empty());
}

TEST_CASE("What rests on the day or on chance is never claimed") {
  CHECK(claims_with("type: text, relevant: \"random() > 2\"").empty());
  CHECK(claims_with("type: text, relevant: \"today() < '1990-01-01'\"").empty());
}

TEST_CASE("Of two skips that contradict both are named") {
  const auto form = form_of({{"k", "type: select_one kind"},
                             {"b", "type: integer, relevant: \"${k} = 1\""},
                             {"c", "type: text, relevant: \"${b} > 0 and ${k} = 2\""}});
  CHECK(claims_of(form) ==
        "FORM-026: item \"c\" can never be asked: its skip and that of item \"b\" (line 16) "
        "contradict each other.\n");
}

TEST_CASE("A condition met only by an answer that a hard rule refuses is claimed as such") {
  const auto form = form_of({{"a", "type: integer, constraint: \". <= 120\""},
                             {"c", "type: text, relevant: \"${a} > 200\""}});
  CHECK(claims_of(form) ==
        "FORM-025: item \"c\" can never be asked in a case that breaks no hard rule.\n");
}

TEST_CASE("A constraint that cannot fail, and one that cannot pass") {
  CHECK(claims_with("type: integer, constraint: \". >= 0\"") ==
        "FORM-027: the constraint of \"last\" can never fail: it says nothing.\n");
  CHECK(claims_with("type: integer, constraint: \". > 5 and . < 3\"") ==
        "FORM-028: the constraint of \"last\" can never pass.\n");
}

TEST_CASE("A check that cannot fail, cannot pass or never applies") {
  CHECK(claims_of_check("constraint: \"${a} >= 0 or ${b} = 2\"") ==
        "FORM-027: check \"c\" can never fail: it says nothing.\n");
  CHECK(claims_of_check("constraint: \"${a} + ${b} < 0\"") ==
        "FORM-028: check \"c\" can never pass.\n");
  CHECK(claims_of_check("relevant: \"${a} < 0\", constraint: \"${b} > 1\"") ==
        "FORM-025: check \"c\" never applies: no answers satisfy what it waits for.\n");
}

TEST_CASE("A rule that wants an excluding choice beside another is claimed") {
  CHECK(claims_with("type: text, relevant: \"selected(${m}, 9) and selected(${m}, 1)\"") ==
        "FORM-029: item \"last\" is asked only where a choice that excludes all others stands "
        "beside another.\n");
  CHECK(claims_of_check("constraint: \"selected(${m}, 9) and count-selected(${m}) > 1\"") ==
        "FORM-029: check \"c\" passes only where a choice that excludes all others stands beside "
        "another.\n");
}

TEST_CASE("A hard constraint that rests on other items proves nothing of those before it") {
  const std::string claims = claims_of(form_of({{"a", "type: integer, constraint: \". <= ${b}\""},
                                                {"b", "type: integer"},
                                                {"c", "type: integer, relevant: \"${a} > 0\""}}));
  CHECK(claims.empty());
}

TEST_CASE("Where all work is spent the rules that were not looked at are counted, and nothing is claimed of them") {
  const forms::Form form = form_of({{"a", "type: integer"},
                                    {"never", "type: integer, relevant: \"${a} > 5 and ${a} < 3\""},
                                    {"again", "type: integer, relevant: \"${a} > 5 and ${a} < 3\""}});
  const auto compiled = validators::compile(form);
  CHECK(validators::prove(compiled.program, today).claims.size() == 2);
  const auto proof = validators::prove(compiled.program, today, 600, 0);
  CHECK(proof.claims.empty());
  CHECK(proof.rules == 2);
  CHECK(proof.not_looked_at == 2);
}

}  // namespace genpyo::tests
