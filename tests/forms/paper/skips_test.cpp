#include "forms/paper/skips.h"

#include <catch2/catch.hpp>

#include "tests/forms/paper/sample_forms.h"

using namespace genpyo::paper;
using Destinations = std::map<int, std::string>;

namespace {

std::vector<Condition> conditions(const genpyo::forms::Form& form, const std::string& expression) {
  return conditions_of(form, {expression, {}});
}

std::string words_for(std::string_view item, std::string_view language) {
  return condition_words(survey(), survey().items[item_named(survey(), item)].relevant, language);
}

}  // namespace

TEST_CASE("only comparisons that a respondent can follow are read", "[skips]") {
  const auto form = form_of(R"(
      - {name: a, type: select_one yes_no, label: {ja: あ}}
      - {name: b, type: select_multiple kinds, label: {ja: い}}
      - {name: n, type: integer, label: {ja: う}}
)");
  using Conditions = std::vector<Condition>;
  CHECK(conditions(form, "${a} = 2") == Conditions{{0, 2, false}});
  CHECK(conditions(form, "${a} != '2'") == Conditions{{0, 2, true}});
  CHECK(conditions(form, " selected( ${b} , 11 ) ") == Conditions{{1, 11, false}});
  CHECK(conditions(form, "${a} = 1 and selected(${b}, '3')") ==
        Conditions{{0, 1, false}, {1, 3, false}});
  for (const char* other : {"", "${n} > 3", "${n} = 3", "${a} = 1 or ${a} = 2", "not(${a} = 1)",
                            "${a} = ", "${a", "selected(${b}", "${a} = 1 and", "${zz} = 1",
                            "${a} = 99999999999999999999", "${a} = 1 + 1"}) {
    CAPTURE(other);
    CHECK(conditions(form, other).empty());
  }
}

TEST_CASE("a choice is known by its name too", "[skips]") {
  genpyo::forms::Form form = form_of("      - {name: a, type: select_one yes_no, label: {ja: あ}}\n");
  form.lists.front().choices[1].name = "いいえ";
  CHECK(conditions(form, "${a} = 'いいえ'") == std::vector<Condition>{{0, 2, false}});
  CHECK(conditions(form, "selected(${a}, \"いいえ\")") == std::vector<Condition>{{0, 2, false}});
  CHECK(conditions(form, "${a} = 2").empty());
  CHECK(conditions(form, "${a} = 'いいえ").empty());
}

TEST_CASE("who is asked is said with the question's number", "[skips]") {
  CHECK(words_for("house_call_hours", "ja") == "【問11で3を選んだ方】");
  CHECK(words_for("house_call_hours", "en") == "[If you chose 3 in Q11]");
  CHECK(words_for("house_calls", "ja") == "【問7(1)で「2 実施していない」以外の方】");
  CHECK(words_for("house_calls", "en") == "[Unless you chose \"2 Not provided\" in Q7(1)]");
  CHECK(words_for("founder", "ja") == "");
}

TEST_CASE("a question without a number is named by its label", "[skips]") {
  CHECK(words_for("clinic_type", "ja") == "【施設種別で「1 診療所」を選んだ方】");
}

TEST_CASE("choices lead past the questions that only others answer", "[skips]") {
  CHECK(destinations(survey(), item_named(survey(), "house_call_availability")) ==
        Destinations{{1, "問12"}, {2, "問12"}, {3, "問11-1"}, {4, "問12"}});
}

TEST_CASE("no arrow where all choices lead to the next question", "[skips]") {
  CHECK(destinations(survey(), item_named(survey(), "founder")).empty());
  CHECK(destinations(survey(), item_named(survey(), "departments")).empty());
  CHECK(destinations(survey(), item_named(survey(), "regional_issues")).empty());
}

TEST_CASE("the line for その他 belongs to the question directly before it", "[skips]") {
  const auto form = form_of(R"(
      - {name: a, type: select_multiple kinds, label: {ja: あ}}
      - {name: a_other, type: text, label: {ja: その他の内容}, relevant: 'selected(${a}, 12)'}
      - {name: late, type: text, label: {ja: 離れた内容}, relevant: 'selected(${a}, 12)'}
      - {name: long, type: text, label: {ja: 長い}, relevant: '${a} = 1', paper: {lines: 3}}
)");
  CHECK(written_beside(form, 1) == 0u);
  CHECK(written_beside(form, 2) == std::nullopt);
  CHECK(written_beside(form, 3) == std::nullopt);
  CHECK(written_beside(form, 0) == std::nullopt);
}
