#include "validators/expression.h"

#include "tests/validators/expression_fixture.h"

namespace genpyo::tests {
namespace {

using forms::Codes;
using forms::Missing;

Sample with_n(std::int64_t figure) {
  Sample sample;
  sample.n = figure;
  return sample;
}

}  // namespace

TEST_CASE("Arithmetic binds and associates as in XPath") {
  CHECK(result("1 + 2 * 3") == "7");
  CHECK(result("(1 + 2) * 3") == "9");
  CHECK(result("10 - 4 - 3") == "3");
  CHECK(result("7 div 2") == "3.5");
  CHECK(result("-7 mod 3") == "-1");  // the sign of the left side
  CHECK(result("5 mod -2") == "1");
  CHECK(result("1 div 0") == "Infinity");
  CHECK(result("0 div 0") == "NaN");
  CHECK(result("- - 2") == "2");
  CHECK(result("-(1 + 2)") == "-3");
  CHECK(result("'2' * '3'") == "6");
  CHECK(result("true() + true()") == "2");
}

TEST_CASE("An operator needs no blank before a digit") {
  CHECK(result("3mod4") == "3");
  CHECK(result("1 div2") == "0.5");
  CHECK(result("(7)mod4 + '2'div2") == "4");
  CHECK(result("1and0or1") == "true");
  std::vector<forms::Diagnostic> said;
  for (const char* wrong : {"mod4", "3 mod4()", "3 modulo4", "3 4mod"})
    CHECK(validators::Expression::parse({wrong, {}}, sample_form(), std::nullopt, said) == nullptr);
}

TEST_CASE("Numbers are equal where only the last digit of a double parts them") {
  CHECK(result("6.1 - 7.8 = -1.7") == "true");
  CHECK(result("0.1 + 0.2 != 0.3") == "false");
  CHECK(result("1 div 0 = 1 div 0") == "true");
  CHECK(result("0.1 + 0.2 = 0.30001") == "false");
  CHECK(result("'a' * 1 = 'a' * 1") == "false");
}

TEST_CASE("Comparisons bind tighter than and, and tighter than or") {
  CHECK(result("1 = 2 or 2 = 2 and 3 = 3") == "true");
  CHECK(result("(1 = 1 or 2 = 2) and 3 = 4") == "false");
  CHECK(result("1 < 2 = true()") == "true");
  CHECK(result("1 + 1 = 2") == "true");
  CHECK(result("1=2or 2=2") == "true");
}

TEST_CASE(
    "Equality compares as numbers beside a number, as booleans beside a boolean, else as text") {
  CHECK(holds("'1.0' = 1"));
  CHECK_FALSE(holds("'1.0' = '1'"));
  CHECK(holds("'a' != 'b'"));
  CHECK(holds("'a' = true()"));
  CHECK(holds("'' = false()"));
  CHECK(holds("0 = false()"));
  CHECK_FALSE(holds("'a' = 1"));
  CHECK(holds("'a' != 1"));
}

TEST_CASE("Order always compares numbers") {
  CHECK(holds("'10' > '9'"));
  CHECK(holds("2 <= 2"));
  CHECK(holds("3 >= 2"));
  CHECK_FALSE(holds("2 < 2"));
  CHECK_FALSE(holds("'a' < 1"));
  CHECK_FALSE(holds("'a' >= 1"));
}

// ${n} is blank: the table of docs/form-definition.md and of ODK.
TEST_CASE("A blank is an empty text: equal to itself only, and no number") {
  for (const Missing kind : forms::all_missing) {
    Sample sample;
    sample.n = kind;
    INFO(forms::name_of(kind));
    CHECK(holds("${n} = ''", sample));
    CHECK(holds("${n} = ${m}", sample));
    CHECK_FALSE(holds("${n} != ''", sample));
    CHECK_FALSE(holds("${n} = 0", sample));
    CHECK(holds("${n} != 0", sample));
    CHECK_FALSE(holds("${n} < 1", sample));
    CHECK_FALSE(holds("${n} >= 0", sample));
    CHECK_FALSE(holds("${n}", sample));
    CHECK(result("${n} + 1", sample) == "NaN");
    CHECK(result("${n}", sample) == "''");
  }
}

TEST_CASE("Zero is an answer") {
  CHECK(holds("${n} = 0", with_n(0)));
  CHECK(holds("${n} != ''", with_n(0)));
  CHECK(result("${n} + 1", with_n(0)) == "1");
  CHECK_FALSE(holds("${n}", with_n(0)));  // as a boolean a number is true when it is not 0
  CHECK(holds("${n}", with_n(3)));
}

TEST_CASE("A select is its codes, and one code is also a number") {
  Sample sample;
  sample.s = Codes{5};
  sample.k = Codes{1, 2};
  CHECK(result("${s}", sample) == "'5'");
  CHECK(result("${k}", sample) == "'1 2'");
  CHECK(holds("${s} = 5", sample));
  CHECK(holds("${s} = '5'", sample));
  CHECK(holds("${s} >= 2", sample));
  CHECK(holds("${k} = '1 2'", sample));
  CHECK_FALSE(holds("${k} = 1", sample));
  CHECK(holds("${k}", sample));
}

TEST_CASE("Two items are compared as they are written") {
  Sample sample = with_n(5);
  sample.m = std::int64_t{5};
  sample.s = Codes{5};
  sample.t = std::string("05");
  CHECK(holds("${n} = ${m}", sample));
  CHECK(holds("${n} = ${s}", sample));
  CHECK_FALSE(holds("${n} = ${t}", sample));
  CHECK(holds("${n} <= ${t}", sample));
  CHECK(holds("${t} = 5", sample));
}

TEST_CASE("Dates are compared as days, where every day that they may be agrees") {
  struct Row {
    const char *d, *e;
    const char* holding;  // of = < <= > >=, those that hold between d and e; != is not =
  };
  for (const auto& [d, e, holding] : std::vector<Row>{{"2018-04-01", "2018-04-01", "= <= >="},
                                                      {"2018-03-31", "2018-04-01", "< <="},
                                                      {"2018-10-01", "2018-09-30", "> >="},
                                                      {"1999-12-31", "2000-01-01", "< <="},
                                                      {"2018-04-XX", "2018-04-XX", "="},
                                                      {"2018-04-XX", "2018-04-15", ""},
                                                      {"2018-04-XX", "2018-04-30", "<="},
                                                      {"2018-04-XX", "2018-04-01", ">="},
                                                      {"2018-04-XX", "2018-05-XX", "< <="},
                                                      {"2018-XX-XX", "2017-12-31", "> >="},
                                                      {"2018-XX-31", "2018-01-30", "> >="},
                                                      {"XXXX-04-01", "2018-04-01", ""},
                                                      {"XXXX-04-01", "XXXX-04-01", "="}}) {
    Sample sample;
    sample.d = forms::read_edtf(d).value();
    sample.e = forms::read_edtf(e).value();
    const std::string all = " " + std::string(holding) + " ";
    for (const std::string sign : {"=", "<", "<=", ">", ">="}) {
      CAPTURE(d, sign, e);
      const bool expected = all.find(" " + sign + " ") != std::string::npos;
      CHECK(holds("${d} " + sign + " ${e}", sample) == expected);
      CHECK(holds("${d} " + sign + " '" + e + "'", sample) == expected);
      CHECK(holds("'" + std::string(d) + "' " + sign + " ${e}", sample) == expected);
    }
  }
}

TEST_CASE("A date is text elsewhere, and no number") {
  Sample sample = with_n(3);
  sample.d = forms::PartialDate{1964, 4, {}};
  sample.t = std::string("1964-04-XX");
  CHECK(result("${d}", sample) == "'1964-04-XX'");
  CHECK(holds("${d}", sample));
  CHECK(holds("${d} != ''", sample));
  CHECK(holds("${d} = ${t}", sample));
  CHECK(result("${d} + 1", sample) == "NaN");
  CHECK(holds("regex(${d}, '1964-.*')", sample));
  for (const char* against : {"${n}", "5", "''", "'soon'", "'1964/4/1'", "${s}", "${e}"}) {
    CAPTURE(against);
    CHECK_FALSE(holds(std::string("${d} >= ") + against, sample));
    CHECK_FALSE(holds(std::string("${d} < ") + against, sample));
  }
  CHECK(holds("'1964-04-01' < '1964-04-02'"));  // ODK's engines read a date's text as days
  CHECK(holds("coalesce(${d}, '2018-01-01') < '1965-01-01'", sample));
  CHECK(holds("coalesce(${e}, ${d}) < '1965-01-01'", sample));
  CHECK(result("max(${d})", sample) == "NaN");
}

TEST_CASE("A rule knows its type and the items it rests on, each once") {
  const auto rule = parsed("if(${t} = '', ${m}, ${n}) > ${m}");
  REQUIRE(rule);
  CHECK(rule->type() == validators::Expression::Type::boolean);
  CHECK(rule->rests_on() == std::vector<forms::ItemIndex>{0, 1, 4});
  CHECK(parsed("${n}")->type() == validators::Expression::Type::number);
  CHECK(parsed("${k}")->type() == validators::Expression::Type::choices);
  CHECK(parsed("if(1, 'a', 2)")->type() == validators::Expression::Type::string);
}

TEST_CASE("A dot is the item that the rule belongs to") {
  std::vector<forms::Diagnostic> diagnostics;
  const auto rule = validators::Expression::parse({". <= 31", {}}, sample_form(), 1, diagnostics);
  REQUIRE(rule);
  Sample sample;
  sample.m = std::int64_t{32};
  CHECK_FALSE(rule->holds(states_of(sample), today));
  sample.m = std::int64_t{31};
  CHECK(rule->holds(states_of(sample), today));
}

TEST_CASE("A bare name is a column whose value is handed in") {
  std::vector<forms::Diagnostic> diagnostics;
  const auto rule =
      validators::Expression::parse({"prefecture = ${t} and rank > 9", {}}, sample_form(),
                                    std::nullopt, diagnostics, "choice_filter",
                                    {"prefecture", "rank"});
  REQUIRE(rule);
  Sample sample;
  sample.t = std::string("kyoto");
  const auto offered = [&](std::string_view prefecture, std::string_view rank) {
    const std::vector<std::string_view> columns{prefecture, rank};
    validators::Circumstances circumstances(today);
    circumstances.columns = columns;
    return rule->holds(states_of(sample), circumstances);
  };
  CHECK(offered("kyoto", "10"));
  CHECK_FALSE(offered("osaka", "10"));
  CHECK_FALSE(offered("kyoto", "9"));
  CHECK_FALSE(rule->holds(states_of(sample), today));  // none handed in: blank
}

TEST_CASE("Long chains of or, and long nests of coalesce and if, are computed at once") {
  std::string chain = "${n} = 0";
  for (int term = 1; term <= 200; ++term) chain += " or ${n} = " + std::to_string(term);
  CHECK(holds(chain, with_n(200)));

  // Were an operand computed twice a level, the first would take 2^60 steps.
  std::string coalesce = "${n}", half = "1";
  for (int level = 0; level < 60; ++level) coalesce = "coalesce(" + coalesce + ", '')";
  for (int level = 0; level < 20; ++level) half = "sum(if(" + half + " > 0, 1, 2))";
  CHECK(result(coalesce) == "''");
  CHECK(result(half) == "1");
}

}  // namespace genpyo::tests
