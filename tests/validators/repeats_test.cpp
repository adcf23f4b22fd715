// Repeats: what names mean inside and outside of the instances that a sheet prints.
#include "tests/validators/expression_fixture.h"

namespace genpyo::tests {
namespace {

using forms::Missing;
using validators::Expression;

forms::Repeat repeat(const std::string& name, int instances) {
  forms::Repeat made;
  made.name = name;
  made.instances = instances;
  return made;
}

// Three printed persons with a name and an age, of whom the first has two visits printed, and an
// item outside.
struct Household {
  forms::Form form;
  std::vector<validators::ItemState> values;

  Household() {
    form.repeats = {repeat("person", 3), repeat("visit", 2)};
    form.repeats[1].within = {0, 1};
    for (int person = 1; person <= 3; ++person) {
      add("name", forms::ItemType::text, 0, person);
      add("age", forms::ItemType::integer, 0, person);
    }
    for (int visit = 1; visit <= 2; ++visit) add("cost", forms::ItemType::integer, 1, visit);
    forms::Item total;
    total.name = "total";
    total.type = forms::ItemType::integer;
    form.items.push_back(total);
    values.resize(form.items.size(), {true, false, false, Missing::no_answer});
    set("name_1", std::string("Aki"));
    set("age_1", std::int64_t{70});
    set("name_3", std::string("Ben"));
    set("age_3", std::int64_t{31});
  }
  void add(const std::string& name, forms::ItemType type, std::size_t repeat, int instance) {
    forms::Item item;
    item.name = name + "_" + std::to_string(instance);
    item.repeated_name = name;
    item.type = type;
    item.repeat = repeat;
    item.instance = instance;
    form.items.push_back(item);
  }
  void set(const std::string& item, forms::Value value) {
    values[form.find(item).value()].value = std::move(value);
  }
  // Of a rule of the item, "" for a check.
  std::string result(const std::string& text, const std::string& item = "") const {
    std::vector<forms::Diagnostic> diagnostics;
    const auto self = item.empty() ? std::nullopt : form.find(item);
    const auto rule = Expression::parse({text, {}}, form, self, diagnostics);
    if (!rule) return forms::to_text(diagnostics.front());
    return written(rule->evaluate(values, today));
  }
};

}  // namespace

TEST_CASE("From outside a name is the set of the instances in use") {
  const Household house;
  CHECK(house.result("sum(${age})") == "101");
  CHECK(house.result("max(${age})") == "70");
  CHECK(house.result("min(${age})") == "31");
  CHECK(house.result("count(${age})") == "2");
  CHECK(house.result("count(${person})") == "2");  // the second is printed, and nobody wrote there
  CHECK(house.result("join('/', ${name})") == "'Aki/Ben'");
  CHECK(house.result("concat(${name})") == "'AkiBen'");
  CHECK(house.result("${name}") == "'Aki'");  // as one text: the first
  CHECK(house.result("sum(/data/person/age)") == "101");
}

TEST_CASE("An instance is in use once one of its items is answered") {
  Household house;
  house.set("name_2", std::string("Chie"));
  CHECK(house.result("count(${person})") == "3");
  CHECK(house.result("count(${age})") == "3");
  CHECK(house.result("count-non-empty(${age})") == "2");
  CHECK(house.result("sum(${age})") == "101");
}

TEST_CASE("From inside a name is the item of the same instance") {
  const Household house;
  CHECK(house.result("${age} + 1", "name_3") == "32");
  CHECK(house.result("../age + 1", "name_1") == "71");
  CHECK(house.result("current()/../name", "age_3") == "'Ben'");
  CHECK(house.result("position(..)", "age_3") == "3");
  CHECK(house.result("position()", "age_2") == "2");
  CHECK(house.result("count(${person})", "age_1") == "2");
}

TEST_CASE("A set is compared as soon as one of its nodes holds") {
  const Household house;
  CHECK(house.result("${age} > 64") == "true");
  CHECK(house.result("${age} < 32") == "true");
  CHECK(house.result("${age} = 31") == "true");
  CHECK(house.result("${age} = 50") == "false");
  CHECK(house.result("${name} = 'Ben'") == "true");
  CHECK(house.result("${name} != 'Ben'") == "true");
  CHECK(house.result("not(${name} = 'Chie')") == "true");
}

TEST_CASE("indexed-repeat takes the printed instance, whatever the rule's own") {
  const Household house;
  CHECK(house.result("indexed-repeat(${name}, ${person}, 3)") == "'Ben'");
  CHECK(house.result("indexed-repeat(${name}, ${person}, position(..) - 2)", "age_3") == "'Aki'");
  CHECK(house.result("indexed-repeat(${name}, ${person}, 9)") == "''");
  CHECK(house.result("indexed-repeat(${age}, ${person}, 1) * 2") == "140");
}

TEST_CASE("A repeat inside another belongs to its instance") {
  Household house;
  house.set("cost_1", std::int64_t{200});
  house.set("cost_2", std::int64_t{300});
  CHECK(house.result("sum(${cost})", "age_1") == "500");
  CHECK(house.result("${age} + ${cost}", "cost_2") == "370");
  CHECK(house.result("indexed-repeat(${cost}, ${person}, 1, ${visit}, 2)") == "300");
  CHECK(house.result("indexed-repeat(${cost}, ${person}, 2, ${visit}, 2)") == "''");
}

TEST_CASE("Square brackets choose among the instances in use") {
  const Household house;
  CHECK(house.result("count(/data/person[age > 64])") == "1");
  CHECK(house.result("/data/person[age < 64]/name") == "'Ben'");
  CHECK(house.result("/data/person[2]/name") == "'Ben'");
  CHECK(house.result("/data/person[position() = last()]/name") == "'Ben'");
  CHECK(house.result("sum(/data/person/age[. > 64])") == "70");
  CHECK(house.result("/data/person[${age} = 70 and name = 'Aki']/age") == "70");
  CHECK(house.result("count(/data/person[age > 64][1])") == "1");
  CHECK(house.result("/data/person[nothing = 1]/age").find("FORM-012") != std::string::npos);
}

// The orders that ODK's engines give for these seeds.
TEST_CASE("randomize gives ODK's order for a seed") {
  forms::Form form;
  std::vector<validators::ItemState> values;
  form.repeats = {repeat("letter", 6)};
  for (int index = 0; index < 6; ++index) {
    forms::Item item;
    item.name = "l_" + std::to_string(index + 1);
    item.repeated_name = "l";
    item.repeat = 0;
    item.instance = index + 1;
    form.items.push_back(item);
    values.push_back({true, false, false, std::string(1, static_cast<char>('A' + index))});
  }
  for (const auto& [seed, order] : std::vector<std::pair<std::string, std::string>>{
           {"42", "AFCBDE"}, {"-42", "EDAFBC"}, {"1", "BFEACD"}, {"11111111", "ACDBFE"},
           {"1.1", "BFEACD"}, {"0", "CBEAFD"}, {"0 div 0", "CBEAFD"}, {"1 div 0", "BFEACD"}}) {
    std::vector<forms::Diagnostic> diagnostics;
    const auto rule = Expression::parse({"join('', randomize(${l}, " + seed + "))", {}}, form,
                                        std::nullopt, diagnostics);
    CAPTURE(seed);
    for (const auto& diagnostic : diagnostics) FAIL_CHECK(forms::to_text(diagnostic));
    REQUIRE(rule);
    CHECK(written(rule->evaluate(values, today)) == "'" + order + "'");
  }
}

TEST_CASE("A rule rests on every item of a set, but names none of them alone") {
  const Household house;
  std::vector<forms::Diagnostic> diagnostics;
  const auto rule =
      Expression::parse({"sum(${age}) = ${total}", {}}, house.form, std::nullopt, diagnostics);
  REQUIRE(rule);
  CHECK(rule->rests_on() == std::vector<forms::ItemIndex>{0, 1, 2, 3, 4, 5, 6, 7, 8});
  CHECK(rule->named_alone() == std::vector<forms::ItemIndex>{8});
}

TEST_CASE("A function of sets is not asked of what names no item") {
  const Household house;
  for (const char* wrong : {"count(2)", "count-non-empty('a')", "randomize(1 + 1)",
                            "indexed-repeat(1, ${person}, 1)", "position('a')"}) {
    CAPTURE(wrong);
    CHECK(house.result(wrong).find("FORM-015") != std::string::npos);
  }
}

}  // namespace genpyo::tests
