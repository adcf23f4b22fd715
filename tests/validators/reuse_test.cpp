// An evaluation into the memory of another case's is the evaluation of this case alone.
#include "tests/validators/small_form.h"

namespace genpyo::tests {
namespace {

using forms::Codes;
using forms::Missing;
using forms::Value;
using validators::Evaluation;
using validators::States;

void check_same_states(const States& one, const States& other) {
  REQUIRE(one.items.size() == other.items.size());
  for (forms::ItemIndex item = 0; item < one.items.size(); ++item) {
    INFO("item " << item);
    CHECK(one.items[item].value == other.items[item].value);
    CHECK(one.items[item].relevant == other.items[item].relevant);
    CHECK(one.items[item].required == other.items[item].required);
    CHECK(one.items[item].off_path == other.items[item].off_path);
    CHECK(one.items[item].unknown == other.items[item].unknown);
    CHECK(one.items[item].withheld == other.items[item].withheld);
  }
  REQUIRE(one.extractions.size() == other.extractions.size());
  for (std::size_t index = 0; index < one.extractions.size(); ++index) {
    CHECK(one.extractions[index].status == other.extractions[index].status);
    CHECK(one.extractions[index].missing == other.extractions[index].missing);
  }
}

void check_same(const Evaluation& one, const Evaluation& other) {
  check_same_states(one, other);
  REQUIRE(one.violations.size() == other.violations.size());
  for (std::size_t index = 0; index < one.violations.size(); ++index) {
    CHECK(one.violations[index].key == other.violations[index].key);
    CHECK(one.violations[index].items == other.violations[index].items);
  }
  CHECK(one.not_keyed == other.not_keyed);
}

// Every item the same: a figure or a code, or what is missing.
void fill(forms::Case& current, const forms::Form& form, const Value& content) {
  for (forms::ItemIndex item = 0; item < form.items.size(); ++item) {
    const auto* figure = std::get_if<std::int64_t>(&content);
    const bool select = form.choices_of(form.items[item]) != nullptr;
    current.marks[item].content =
        figure != nullptr && select ? Value(Codes{static_cast<int>(*figure)}) : content;
  }
}

}  // namespace

TEST_CASE("Cases of the home care form evaluated or settled one into another are as each by itself") {
  const auto text = forms::read_file(GENPYO_SOURCE "/forms/home_care_2018/form.yaml", 4 << 20);
  REQUIRE(text);
  SmallCase sheet(forms::read_form(*text, "form.yaml").form);
  const forms::Form& form = sheet.program().form();
  Evaluation kept;
  States states;
  for (const Value& content : {Value(std::int64_t{1}), Value(Missing::several_marks), Value(std::int64_t{999}),
                               Value(std::string("text")), Value(Missing::not_keyed), Value(std::int64_t{2}),
                               Value(Missing::no_answer), Value(std::int64_t{0})}) {
    fill(sheet.current, form, content);
    validators::evaluate(sheet.program(), sheet.current, today, kept);
    check_same(kept, sheet.evaluate());
    validators::settle(sheet.program(), sheet.current, today, states);
    check_same_states(states, kept);
  }
}

TEST_CASE("Nothing of another form's evaluation is left where its memory is taken over") {
  SmallCase large(form_of({{"a", "type: integer, required: \"true()\", constraint: \". < 5\""},
                           {"b", "type: select_multiple issue, choice_filter: \"${a} > 5\""},
                           {"c", "type: text, relevant: \"${a} < 5\""}}));
  large.key("a", 9).key("b", Codes{1, 9}).key("c", Value(std::string("off the path")));
  SmallCase small(form_of({{"c", "type: text"}}));
  Evaluation kept = large.evaluate();
  REQUIRE(kept.violations.size() == 3);

  validators::evaluate(small.program(), small.current, today, kept);

  check_same(kept, small.evaluate());
  CHECK(kept.not_keyed == std::vector<forms::ItemIndex>{0});
}

TEST_CASE("In a circle, which is a fault, no item has the value of the case before") {
  const forms::FormReading reading = forms::read_form(
      small_head +
          "survey:\n  - section: only\n    label: {en: Only}\n    items:\n"
          "      - group: inside\n        label: {en: Inside}\n        relevant: \"${a} = 1\"\n        items:\n"
          "          - {name: a, type: integer, label: {en: A}}\n"
          "          - {name: b, type: integer, label: {en: B}}\n",
      "form.yaml");
  REQUIRE(reading.diagnostics.empty());
  const validators::Compilation compilation = validators::compile(reading.form);
  REQUIRE(compilation.diagnostics.size() == 1);
  forms::Case current = forms::blank_case(reading.form, "1");
  Evaluation kept;
  kept.items.resize(2);
  kept.items[0].value = kept.items[1].value = std::int64_t{1};

  validators::evaluate(compilation.program, current, today, kept);

  check_same(kept, validators::evaluate(compilation.program, current, today));
}

}  // namespace genpyo::tests
