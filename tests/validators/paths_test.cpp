// Choices by name, lists, paths and what paths cannot do.
#include "tests/validators/expression_fixture.h"

namespace genpyo::tests {
namespace {

using forms::Codes;
using validators::Expression;

// kind: select_one with choices yes, no and 77; text t.
forms::Form named_form() {
  forms::Form form;
  form.default_language = "en";
  using Texts = std::map<std::string, std::string>;
  const auto choice = [](int code, const std::string& name, Texts texts) {
    return forms::Choice{code, forms::Label(std::move(texts)), forms::Source::stated, false, name};
  };
  form.lists.push_back({"answer",
                        {choice(1, "yes", Texts{{"en", "Yes!"}, {"ja", "はい"}}),
                         choice(2, "no", Texts{{"en", "No!"}}),
                         choice(3, "77", Texts{{"en", "Other"}})}});
  forms::Item kind;
  kind.name = "kind";
  kind.type = forms::ItemType::select_multiple;
  kind.choices = 0;
  forms::Item text;
  text.name = "t";
  form.items = {kind, text};
  return form;
}

std::string of(const std::string& rule, Codes codes, std::string_view language = "") {
  const forms::Form form = named_form();
  std::vector<forms::Diagnostic> diagnostics;
  const auto expression = Expression::parse({rule, {}}, form, 1, diagnostics);
  if (!expression) return forms::to_text(diagnostics.front());
  std::vector<validators::ItemState> values(2);
  if (!codes.empty()) values[0].value = std::move(codes);
  validators::Circumstances circumstances(today);
  circumstances.language = language;
  return written(expression->evaluate(values, circumstances));
}

}  // namespace

TEST_CASE("A select is known by the names of its choices") {
  CHECK(of("${kind}", {1, 2}) == "'yes no'");
  CHECK(of("${kind} = 'yes'", {1}) == "true");
  CHECK(of("selected(${kind}, 'no')", {1, 2}) == "true");
  CHECK(of("selected(${kind}, 'no')", {1}) == "false");
  CHECK(of("${kind} = 77", {3}) == "true");
  CHECK(of("${kind} + 1", {3}) == "78");
  CHECK(of("${kind} + 1", {1}) == "NaN");
  CHECK(of("selected-at(${kind}, 1)", {1, 3}) == "'77'");
  CHECK(of("${kind} = 'maybe'", {1}).find("Its codes are yes, no, 77.") != std::string::npos);
}

TEST_CASE("A choice's label is found by its name, in the language that is shown") {
  CHECK(of("jr:choice-name(${kind}, '${kind}')", {1}) == "'Yes!'");
  CHECK(of("jr:choice-name(${kind}, '/data/kind')", {1}, "ja") == "'はい'");
  CHECK(of("jr:choice-name('no', ${kind})", {1}) == "'No!'");
  CHECK(of("jr:choice-name('never', '${kind}')", {1}) == "''");
  CHECK(of("jr:choice-name('no', '${t}')", {1}).find("FORM-015") != std::string::npos);
}

TEST_CASE("instance() is a choice list") {
  CHECK(of("instance('answer')/root/item[name = 'no']/label", {}) == "'No!'");
  CHECK(of("instance('answer')/root/item[name = ${kind}]/label", {3}) == "'Other'");
  CHECK(of("count(instance('answer')/root/item)", {}) == "3");
  CHECK(of("instance('answer')/root/item[label = 'Yes!']/name", {}) == "'yes'");
  CHECK(of("instance('answers')/root/item", {}).find("Did you mean \"answer\"?") !=
        std::string::npos);
}

TEST_CASE("A path is its last name") {
  CHECK(of("/data/group/kind = 'yes'", {1}) == "true");
  CHECK(of("../kind", {2}) == "'no'");
  CHECK(of("./../group/kind", {2}) == "'no'");
  CHECK(of("/data/kinds", {2}).find("Did you mean \"kind\"?") != std::string::npos);
}

TEST_CASE("What paths cannot do is told at its place") {
  for (const char* rule : {"/union | /expr", "/descendant::blah", "/cant//support", "/text()",
                           "/namespace:*", "(${kind})[5]", "@id", "/data/*", "//kind", "kind", "/",
                           "..[", "${kind}[1"}) {
    CAPTURE(rule);
    CHECK(of(rule, {1}).find("FORM-0") != std::string::npos);
  }
}

TEST_CASE("once is the item's own value, where it has one") {
  const forms::Form form = named_form();
  std::vector<forms::Diagnostic> diagnostics;
  const auto rule = Expression::parse({"once('new')", {}}, form, 1, diagnostics);
  REQUIRE(rule);
  std::vector<validators::ItemState> values(2);
  CHECK(written(rule->evaluate(values, today)) == "'new'");
  values[1].value = std::string("old");
  CHECK(written(rule->evaluate(values, today)) == "'old'");
}

TEST_CASE("No expression runs away, whatever it nests") {
  std::string texts = "''", sets = "1 = 1";
  for (int level = 0; level < 30; ++level) texts = "coalesce(concat(" + texts + "), '')";
  CHECK(of(texts, {}) == "''");
  for (int level = 0; level < 12; ++level)
    sets = "instance('answer')/root/item[" + sets + " and name = name]/label = 'Yes!'";
  of(sets, {});  // its end is what is tested
  std::vector<forms::Diagnostic> diagnostics;
  for (int round = 0; round < 20'000; ++round) {
    static unsigned state = 1;
    constexpr std::string_view pieces[] = {"/", "..", ".", "[", "]", "kind", "(", ")", "'a'", "$", "${kind}",
                                           "instance(", "'answer'", "current()", "count(", ",", "=", "1"};
    std::string text;
    for (int length = 0; length < 10; ++length)
      text += pieces[(state = state * 1664525 + 1013904223) / 65536 % std::size(pieces)];
    of(text, {1});
  }
}

}  // namespace genpyo::tests
