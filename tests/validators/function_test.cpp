#include "validators/function.h"

#include "tests/validators/expression_fixture.h"

namespace genpyo::tests {
namespace {

using forms::Codes;

Sample answered() {
  Sample sample;
  sample.n = std::int64_t{7};
  sample.s = Codes{5};
  sample.k = Codes{1, 9};
  sample.t = std::string("往診 12");
  return sample;
}

}  // namespace

TEST_CASE("not, true and false") {
  CHECK(result("not(1 = 1)") == "false");
  CHECK(result("not('')") == "true");
  CHECK(result("true()") == "true");
  CHECK(result("false()") == "false");
}

TEST_CASE("selected asks for one code among those taken") {
  CHECK(holds("selected(${k}, 9)", answered()));
  CHECK(holds("selected(${k}, '1')", answered()));
  CHECK_FALSE(holds("selected(${k}, 2)", answered()));
  CHECK(holds("selected(${s}, 5)", answered()));
  CHECK_FALSE(holds("selected(${k}, 1)"));   // blank
  CHECK_FALSE(holds("selected(${k}, '')"));  // not even nothing is selected in a blank
}

TEST_CASE("selected does not take a part of a code for the code") {
  CHECK_FALSE(holds("selected('10 12', 1)"));
  CHECK(holds("selected('10  12', 12)"));
}

TEST_CASE("count-selected counts codes") {
  CHECK(result("count-selected(${k})", answered()) == "2");
  CHECK(result("count-selected(${k})") == "0");
  CHECK(result("count-selected(if(1 = 1, ${s}, ''))", answered()) == "1");
}

TEST_CASE("if takes one side and is of its type") {
  CHECK(result("if(${n} > 5, 'many', 0)", answered()) == "'many'");
  CHECK(result("if(${n} > 5, 'many', 0)") == "0");
  CHECK(result("if(${n} > 5, 1, 2) + 1", answered()) == "2");
  CHECK(holds("if(${s} = 5, ${n}, '') = 7", answered()));
}

TEST_CASE("coalesce takes the first that is not blank") {
  CHECK(result("coalesce(${n}, 0)", answered()) == "7");
  CHECK(result("coalesce(${n}, 0)") == "0");
  CHECK(result("coalesce(${t}, 'none')") == "'none'");
  CHECK(result("coalesce('', ${n})") == "''");
}

TEST_CASE("coalesce takes what was computed of nothing for a blank") {
  CHECK(result("coalesce(${n} + 1, 0)", answered()) == "8");
  CHECK(result("coalesce(${n} + 1, 0)") == "0");
  CHECK(result("coalesce(1 div '', 5)") == "5");
  CHECK(result("coalesce(1 div 0, 5)") == "Infinity");
  CHECK(result("coalesce(1 div '', '')") == "''");
}

TEST_CASE("sum, min and max pass over blanks") {
  CHECK(result("sum(${n}, ${m}, 3)", answered()) == "10");
  CHECK(result("min(${m}, ${n}, 9)", answered()) == "7");
  CHECK(result("max(${n}, ${m}, 3)", answered()) == "7");
  CHECK(result("sum(${n}, ${m})") == "0");
  CHECK(result("min(${n}, ${m})") == "NaN");
  CHECK(result("max(${n}, ${m})") == "NaN");
  CHECK(result("sum(${n})", answered()) == "7");
}

TEST_CASE("sum, min and max do not hide what is no number") {
  CHECK(result("sum(1, 'a')") == "NaN");
  CHECK(result("min(1, 'a', 2)") == "NaN");
  CHECK(result("max('a', 1)") == "NaN");
}

TEST_CASE("int cuts towards zero and round rounds half up") {
  CHECK(result("int(2.9)") == "2");
  CHECK(result("int(-2.9)") == "-2");
  CHECK(result("int('')") == "NaN");
  CHECK(result("round(2.5)") == "3");
  CHECK(result("round(-2.5)") == "-2");
  CHECK(result("round(2.4)") == "2");
}

TEST_CASE("string-length counts characters, not bytes") {
  CHECK(result("string-length(${t})", answered()) == "5");
  CHECK(result("string-length(${n})", answered()) == "1");
  CHECK(result("string-length(${t})") == "0");
}

TEST_CASE("regex matches the whole text") {
  CHECK(holds("regex(${t}, '.* [0-9]+')", answered()));
  CHECK_FALSE(holds("regex(${t}, '[0-9]+')", answered()));
  CHECK(holds("regex(${n}, '[0-9]')", answered()));
  CHECK_FALSE(holds("regex(${t}, '(')", answered()));  // a wrong pattern matches nothing
}

TEST_CASE("Every function of the catalogue is found by its name") {
  for (const std::string& name : validators::function_names()) {
    const validators::FunctionEntry* entry = validators::function_named(name);
    REQUIRE(entry != nullptr);
    CHECK(entry->name == name);
    CHECK(entry->least <= entry->most);
    CHECK(entry->usage.substr(0, name.size() + 1) == name + "(");
  }
  CHECK(validators::function_named("slected") == nullptr);
}

}  // namespace genpyo::tests
