// What a scenario says of a form, and what is said where the form gives something else.
#include "tests/validators/small_form.h"
#include "validators/scenario.h"

namespace genpyo::tests {
namespace {

// Every difference on a line, of one scenario with these steps.
std::string differences(const SmallCase& sheet, const std::string& steps) {
  const auto file = forms::yaml::parse("scenarios:\n  - name: one\n    steps:\n" + steps, "x.yaml");
  REQUIRE(file.diagnostics.empty());
  std::string text;
  for (const auto& each : validators::play_all(file.root, sheet.program(), today).differences)
    text += std::to_string(each.place.line) + " " + each.scenario + ": " + each.sentence + "\n";
  return text;
}

SmallCase small() {
  return SmallCase(form_of({{"a", "type: integer, constraint: \". < 10\""},
                            {"b", "type: text, relevant: \"${a} > 5\""},
                            {"n", "type: calculate, calculation: \"${a} * 2\""}}));
}

}  // namespace

TEST_CASE("Where a form gives what is expected there is no difference") {
  CHECK(differences(small(), "      - {key: {a: 12}, hard: [constraint:a], not_asked: [], values: {n: 24}}\n").empty());
  CHECK(differences(small(), "      - {key: {a: 1}, hard: [], not_asked: [b], fill: no_answer, waiting: []}\n").empty());
}

TEST_CASE("What differs is told with its line, what was expected and what was found") {
  CHECK(differences(small(),
                    "      - key: {a: 12}\n        hard: []\n        not_asked: [b]\n        values: {n: 25}\n") ==
        "5 one: hard: expected [], found [constraint:a]\n"
        "6 one: not_asked: expected [b], found []\n"
        "7 one: values n: expected 25, found 24\n");
}

TEST_CASE("A form that has changed since is told about, not refused") {
  CHECK(differences(small(), "      - key: {gone: 1, a: x}\n        extractions: {e: in}\n        fill: not_keyed\n"
                             "        wait: []\n") ==
        "4 one: key: the form has no item \"gone\"\n"
        "4 one: key: \"x\" is no answer to a\n"
        "5 one: extractions: the form has no extraction \"e\"\n"
        "6 one: fill: there is no kind \"not_keyed\"\n"
        "7 one: a scenario has no word \"wait\"\n");
}

TEST_CASE("A case written as a scenario holds of the form that it was written with") {
  SmallCase sheet = small();
  sheet.key("a", 12).key("b", forms::Value(std::string("say \"hm\": {x}, #1\n次")));
  const std::string text = validators::scenario_text(sheet.program(), sheet.current, today, {"why it is there"});
  INFO(text);
  const auto file = forms::yaml::parse("scenarios:\n" + text, "x.yaml");
  REQUIRE(file.diagnostics.empty());
  const auto playing = validators::play_all(file.root, sheet.program(), today);
  CHECK(playing.scenarios == 1);
  CHECK(playing.expectations == 5);  // not_asked, values, hard, soft, may_close
  CHECK(playing.differences.empty());
  CHECK(text.find("  # why it is there\n  - name: ") == 0);
}

}  // namespace genpyo::tests
