#include "tests/validators/small_form.h"
#include "validators/evaluation.h"

namespace genpyo::tests {
namespace {

using forms::Codes;
using forms::Missing;
using forms::Value;
using Items = std::vector<forms::ItemIndex>;
using Status = validators::ExtractionState::Status;

// c rests on b, which rests on a, which is later on paper.
SmallCase chain() {
  return SmallCase(form_of({{"c", "type: integer, relevant: \"${b} = 1\""},
                            {"b", "type: integer, relevant: \"${a} = 1\""},
                            {"a", "type: integer"}}));
}

}  // namespace

TEST_CASE("Before anything is keyed, what rests on nothing is asked and waits to be keyed") {
  SmallCase sheet = chain();
  const validators::Evaluation evaluation = sheet.evaluate();
  CHECK(evaluation.not_keyed == Items{2});
  CHECK(evaluation.violations.empty());
  CHECK_FALSE(evaluation.may_close());
}

TEST_CASE("Relevance follows the values of later items too") {
  SmallCase sheet = chain();
  sheet.key("a", 1);
  CHECK(sheet.evaluate().not_keyed == Items{1});
  sheet.key("b", 1);
  CHECK(sheet.evaluate().not_keyed == Items{0});
  sheet.key("c", 7);
  CHECK(sheet.evaluate().may_close());
}

TEST_CASE("An item that is not asked is blank for those that rest on it, whatever its mark") {
  SmallCase sheet = chain();
  sheet.key("a", 2).key("b", 1).key("c", 7);
  CHECK_FALSE(sheet.state("b").relevant);
  CHECK_FALSE(sheet.state("c").relevant);
  CHECK(sheet.state("b").value == Value(Missing::not_applicable));
  CHECK(sheet.violations() == "off_path:c off_path:b");
}

TEST_CASE("What is written where nothing was asked is off the path, an empty box is not") {
  const std::pair<Value, bool> table[] = {
      {std::int64_t{0}, true},       {Missing::several_marks, true},
      {Missing::illegible, true},    {Missing::dont_know, true},
      {Missing::no_answer, false},   {Missing::not_applicable, false},
      {Missing::page_absent, false}, {Missing::not_keyed, false},
  };
  for (const auto& [content, off_path] : table) {
    SmallCase sheet = chain();
    sheet.key("a", 2).key("b", content);
    CHECK(sheet.state("b").off_path == off_path);
    CHECK(sheet.state("b").value == Value(Missing::not_applicable));
  }
}

TEST_CASE("The frame's items and codes given afterwards are not asked, but they are values") {
  SmallCase sheet(form_of({{"region", "type: select_one kind, frame: region"},
                           {"why", "type: text, relevant: \"${region} = 2\""},
                           {"why_code", "type: select_multiple issue, codes_of: why"},
                           {"more", "type: text, relevant: \"selected(${why_code}, 1)\""}}));
  sheet.key("region", Codes{2}).key("why_code", Codes{1, 2});
  CHECK_FALSE(sheet.state("region").relevant);
  CHECK_FALSE(sheet.state("region").off_path);
  CHECK(sheet.state("region").value == Value(Codes{2}));
  CHECK(sheet.state("why_code").value == Value(Codes{1, 2}));
  CHECK(sheet.evaluate().not_keyed == Items{1, 3});
}

TEST_CASE("A relevance that cannot be computed is false") {
  SmallCase sheet(form_of({{"a", "type: integer"}, {"b", "type: text, relevant: \"${a} + 1\""}}));
  CHECK_FALSE(sheet.state("b").relevant);
  CHECK(sheet.key("a", 1).state("b").relevant);
}

TEST_CASE("Required means something only while the item is asked") {
  SmallCase sheet(form_of(
      {{"a", "type: integer"}, {"b", "type: text, relevant: \"${a} = 1\", required: true"}}));
  CHECK_FALSE(sheet.state("b").required);
  CHECK(sheet.key("a", 1).state("b").required);
}

TEST_CASE("A base is not known while what asks its items is not keyed") {
  SmallCase sheet(
      form_of({{"kind", "type: integer"}, {"type", "type: integer, relevant: \"${kind} = 1\""}},
              R"(
extractions:
  - name: complete
    label: {en: Complete}
    relevant: ${type} = 1
    answered: [kind]
)"));
  const auto state = [&] { return sheet.evaluate().extractions.at(0); };
  CHECK(state().status == Status::unknown);
  CHECK(state().missing == Items{1});
  sheet.key("kind", 2);
  CHECK(state().status == Status::outside);
  sheet.key("kind", 1);
  CHECK(state().status == Status::unknown);
  sheet.key("type", 1);
  CHECK(state().status == Status::in);
}

TEST_CASE("An extraction is unknown, outside, incomplete, short of its condition, or in") {
  SmallCase sheet(
      form_of({{"type", "type: select_one kind"}, {"a", "type: integer"}, {"b", "type: integer"}},
              R"(
extractions:
  - name: complete
    label: {en: Complete}
    relevant: ${type} = 1
    answered: [a, b]
    constraint: ${b} > 0
    constraint_message: {en: No doctors}
)"));
  const auto status = [&] { return sheet.evaluate().extractions.at(0).status; };
  CHECK(status() == Status::unknown);
  CHECK(sheet.evaluate().extractions.at(0).missing == Items{0});
  sheet.key("type", Missing::no_answer);
  CHECK(status() == Status::outside);  // a blank base is not in the base
  sheet.key("type", Codes{2}).key("a", 1).key("b", 1);
  CHECK(status() == Status::outside);
  sheet.key("type", Codes{1}).key("a", Missing::dont_know).key("b", Missing::no_answer);
  CHECK(status() == Status::incomplete);
  CHECK(sheet.evaluate().extractions.at(0).missing == Items{1, 2});
  sheet.key("a", 0).key("b", 0);
  CHECK(status() == Status::condition);
  CHECK(sheet.evaluate().extractions.at(0).missing.empty());
  sheet.key("b", 1);
  CHECK(status() == Status::in);
}

TEST_CASE("A case with fewer marks than the form has items is evaluated as not keyed") {
  SmallCase sheet = chain();
  sheet.current.marks.clear();
  CHECK(sheet.evaluate().not_keyed == Items{2});
}

TEST_CASE("A mark of another type than the item's is only a value") {
  SmallCase sheet(form_of({{"a", "type: integer, constraint: . < 5"}}));
  sheet.key("a", Value(std::string("many")));
  CHECK(sheet.violations() == "constraint:a");
}

}  // namespace genpyo::tests
