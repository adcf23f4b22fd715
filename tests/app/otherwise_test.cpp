// F3's second half: what another answer would change, as people read it.
#include "app/session/otherwise.h"

#include <catch2/catch.hpp>

#include "session_fixture.h"

namespace {

using namespace genpyo;
using namespace genpyo::test;
using forms::Codes;
using forms::Missing;
using forms::Value;
using session::Key;
using session::Otherwise;

struct Asked {
  Folder folder;
  std::unique_ptr<session::Session> session;
  explicit Asked(std::unique_ptr<session::Survey> survey = small_survey()) : session(start(folder.file("a.db"), std::move(survey))) {
    key(*session, "11-001\n");
  }
  const session::State& state() const { return session->state(); }
  const forms::Form& form() const { return state().survey->form; }
  forms::ItemIndex index(const char* name) const { return *form().find(name); }

  // Goes to the item and presses F3.
  const std::vector<Otherwise>& why(const char* name) {
    press(*session, Key::escape);
    if (state().screen == session::Screen::start) key(*session, "11-001\n");
    session->apply(session::GoTo{index(name)});
    press(*session, Key::f3);
    return state().otherwise;
  }
  std::string answers(const Otherwise& of, const std::vector<session::Span>& spans, const char* language = "ja") const {
    return session::answers_in_words(spans, state().current.marks[of.item].content, form(), of.item, language, strings());
  }
  static const session::Strings& strings() {
    static const auto loaded = session::Strings::load(GENPYO_SOURCE);
    return *loaded;
  }
};

std::unique_ptr<session::Survey> form_with(const std::string& items, const std::string& checks = "") {
  return session::make_survey(R"(
form_id: other
version: "1"
title: {ja: 別の答え}
choices:
  many: [{name: 1, label: {ja: 甲}}, {name: 2, label: {ja: 乙}}, {name: 3, label: {ja: 丙}}, {name: 4, label: {ja: 丁}},
         {name: 5, label: {ja: 戊}}, {name: 9, label: {ja: 他}}]
survey:
  - section: one
    label: {ja: 一}
    items:
)" + items + (checks.empty() ? "" : "checks:\n" + checks), "other.yaml");
}

using Items = std::vector<forms::ItemIndex>;

}  // namespace

TEST_CASE("F3 tells which question another answer would skip and which mark would then be off its path") {
  Asked asked;
  key(*asked.session, "12");  // 問1 はい, 問2 いいえ
  const auto& all = asked.why("asked");
  REQUIRE(all.size() == 1);
  REQUIRE(all[0].outcomes.size() == 1);
  const session::Outcome& no = all[0].outcomes[0];
  CHECK(asked.answers(all[0], no.answers) == "2 いいえ、無回答");
  CHECK(no.effect.skipped == Items{asked.index("reason")});
  REQUIRE(no.effect.comes.size() == 1);
  CHECK(no.effect.comes[0].key == "off_path:reason");
  CHECK(all[0].no_difference.empty());
}

TEST_CASE("of a skipped question F3 tells which answer elsewhere would have it asked") {
  Asked asked;
  key(*asked.session, "2");  // 問1 いいえ
  const auto& all = asked.why("reason");
  REQUIRE(all.size() == 2);
  CHECK(all[0].item == asked.index("reason"));
  REQUIRE(all[1].item == asked.index("asked"));
  REQUIRE(all[1].outcomes.size() == 1);
  CHECK(asked.answers(all[1], all[1].outcomes[0].answers, "en") == "1 Yes");
  CHECK(all[1].outcomes[0].effect.asked == Items{asked.index("reason")});
  CHECK(all[1].no_difference.empty());  // said of the question itself only
}

TEST_CASE("a figure is tried at its borders and those with one effect stand together") {
  Asked asked;
  asked.session->apply(session::GoTo{asked.index("days")});
  key(*asked.session, "5\n");
  const auto& all = asked.why("days");
  REQUIRE(all.size() == 1);
  REQUIRE(all[0].outcomes.size() == 2);
  CHECK(asked.answers(all[0], all[0].outcomes[0].answers) == "0");
  CHECK(all[0].outcomes[0].effect.comes[0].key == "check:few_days");
  CHECK(asked.answers(all[0], all[0].outcomes[1].answers) == "32");
  CHECK(all[0].outcomes[1].effect.comes[0].key == "constraint:days");
  CHECK(asked.answers(all[0], all[0].no_difference) == "1 … 31、無回答");
}

TEST_CASE("a figure that a rule compares with another answer is tried beside that answer") {
  Asked asked(form_with("      - {name: staff, type: integer, number: 問1, label: {ja: 職員}}\n"
                        "      - {name: nurses, type: integer, number: 問2, label: {ja: 看護師}, unit: {ja: 人}}\n",
                        "  - {name: order, constraint: \"${nurses} <= ${staff}\", message: {ja: 多い}}\n"));
  key(*asked.session, "12\n7\n");
  const auto& all = asked.why("nurses");
  REQUIRE(all.size() == 2);
  REQUIRE(all[0].outcomes.size() == 1);
  CHECK(asked.answers(all[0], all[0].outcomes[0].answers) == "13 人");
  REQUIRE(all[1].outcomes.size() == 1);
  CHECK(asked.answers(all[1], all[1].outcomes[0].answers) == "6");
}

TEST_CASE("the keyed figure parts those below it from those above") {
  Asked asked(form_with("      - {name: n, type: integer, number: 問1, label: {ja: 数}, constraint: \". = 10\"}\n"));
  key(*asked.session, "10\n");
  const auto& all = asked.why("n");
  REQUIRE(all[0].outcomes.size() == 1);
  CHECK(asked.answers(all[0], all[0].outcomes[0].answers) == "9、11");
}

TEST_CASE("of several choices each is taken in or out") {
  Asked asked(form_with("      - {name: kinds, type: select_multiple many, number: 問1, label: {ja: 種類}}\n"
                        "      - {name: other, type: text, number: 問2, relevant: \"selected(${kinds}, 9)\", label: {ja: 内容}}\n"
                        "      - {name: more, type: text, number: 問3, relevant: \"selected(${kinds}, 2)\", label: {ja: 内容}}\n"));
  asked.session->apply(session::Choose{asked.index("kinds"), 1});
  asked.session->apply(session::Choose{asked.index("kinds"), 2});
  press(*asked.session, Key::enter);
  REQUIRE(asked.state().current.marks[asked.index("kinds")].content == Value(Codes{1, 2}));
  const auto& all = asked.why("kinds");
  REQUIRE(all[0].outcomes.size() == 2);
  CHECK(asked.answers(all[0], all[0].outcomes[0].answers) == "−2 乙、無回答");
  CHECK(asked.answers(all[0], all[0].outcomes[1].answers) == "+9 他");
  CHECK(asked.answers(all[0], all[0].no_difference) == "−1 甲、+3 丙、+4 丁、+5 戊");
}

TEST_CASE("many choices are told by their numbers alone") {
  Asked asked(form_with("      - {name: kind, type: select_one many, number: 問1, label: {ja: 種類}}\n"
                        "      - {name: other, type: text, number: 問2, relevant: \"${kind} = 2\", label: {ja: 内容}}\n"));
  key(*asked.session, "2");
  const auto& all = asked.why("kind");
  REQUIRE(all[0].outcomes.size() == 1);
  CHECK(asked.answers(all[0], all[0].outcomes[0].answers) == "1、3–5、9、無回答");
}

TEST_CASE("the tables that a blank would leave are told by their numbers") {
  Asked asked(real_survey());
  session::Session& session = *asked.session;
  for (forms::ItemIndex item = 0; item < asked.form().items.size(); ++item) {
    session.apply(session::GoTo{item});
    key(session, "1\n");
    if (asked.state().dialog != session::Dialog::none) press(session, Key::escape);
  }
  const auto& all = asked.why("staff_doctors_home_care");
  std::string left;
  for (const session::Outcome& outcome : all[0].outcomes)
    if (outcome.answers.back().last == Value(Missing::no_answer))
      left = session::tables_in_words(outcome.effect.leaves, asked.form(), "ja", Asked::strings());
  CHECK(left.rfind("II-2-5、II-2-8、II-5-1", 0) == 0);
}

TEST_CASE("neighbouring questions are told as from one to another with how many they are") {
  const auto survey = real_survey();
  const forms::Form& form = survey->form;
  const auto told = [&](const Items& items, const char* language) {
    return session::questions_in_words(items, form, language, Asked::strings());
  };
  const forms::ItemIndex first = *form.find("house_calls"), last = *form.find("house_call_emergency");
  CHECK(told({first, first + 1, first + 2, last}, "ja") == "問10–問11-2 (4 項目)");
  CHECK(told({first, last}, "en") == "Q10, Q11-2 (2 items)");
  CHECK(told({last}, "ja") == "問11-2");
}

TEST_CASE("marks that nothing would ask for are told in one sentence and hard faults come first") {
  Asked asked;
  const auto violation = [&](const char* item, validators::Violation::Kind kind, forms::Severity severity) {
    validators::Violation made;
    made.item = asked.index(item);
    made.kind = kind;
    made.severity = severity;
    return made;
  };
  using Kind = validators::Violation::Kind;
  const auto told = session::violations_in_words(
      {violation("asked", Kind::off_path, forms::Severity::soft), violation("reason", Kind::off_path, forms::Severity::soft),
       violation("kinds", Kind::check, forms::Severity::soft), violation("days", Kind::required, forms::Severity::hard)},
      asked.form(), "ja", Asked::strings());
  REQUIRE(told.size() == 3);
  CHECK(told[0].severity == forms::Severity::hard);
  CHECK(told[1].severity == forms::Severity::soft);
  CHECK(told[2].sentence == "問1–問2 (2 項目): 回答の対象でない設問に記入があります。");
}

TEST_CASE("a form of thousands of questions has fewer answers tried and F3 says so") {
  std::string items = "      - {name: n, type: integer, label: {ja: 数}}\n";
  std::string checks;
  for (int i = 0; i < 4000; ++i) items += "      - {name: q" + std::to_string(i) + ", type: integer, label: {ja: 問}}\n";
  for (int i = 0; i < 300; ++i)
    checks += "  - {name: c" + std::to_string(i) + ", constraint: \"${n} != " + std::to_string(100 + 10 * i) + "\", message: {ja: 同じ}}\n";
  Asked asked(form_with(items, checks));
  const auto& all = asked.why("n");
  REQUIRE(all.size() == 1);
  std::size_t tried = 0;
  for (const session::Outcome& outcome : all[0].outcomes)
    for (const session::Span& span : outcome.answers) tried += span.tried;
  for (const session::Span& span : all[0].no_difference) tried += span.tried;
  CHECK(tried < 100);
  CHECK(tried + all[0].untried == 901);  // three at each border, and a blank
}
