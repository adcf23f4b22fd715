// Writing into the questions of a case, without a window.
#include <catch2/catch.hpp>

#include "tests/app/session_fixture.h"

using namespace genpyo;
using session::Key;
using session::Session;
using session::Type;

namespace {

constexpr const char* writing_yaml = R"(
form_id: writing
version: "1"
title: {ja: 書く, en: Writing}
survey:
  - section: one
    label: {ja: 一, en: One}
    items:
      - {name: days, type: integer, number: 問1, label: {ja: 日数, en: Days}}
      - {name: place, type: text, number: 問2, label: {ja: 場所, en: Place}}
      - {name: remark, type: text, number: 問3, label: {ja: 意見, en: Remark}, paper: {lines: 3}}
)";

struct Desk {
  test::Folder folder;
  std::unique_ptr<Session> session;

  explicit Desk(const char* question) {
    session = test::start(folder.file("a.db"), session::make_survey(writing_yaml, "writing.yaml"));
    test::key(*session, "11-001\n");
    session->apply(session::GoTo{*session->state().survey->form.find(question)});
  }
  Desk& type(const std::string& text) { return session->apply(Type{text}), *this; }
  Desk& press(Key key, bool ctrl = false, bool shift = false) {
    return session->apply(session::Press{{key, ctrl, shift}}), *this;
  }
  const session::State& state() const { return session->state(); }
  std::string draft() const { return state().draft.text(); }
  std::string item() const { return state().survey->form.items[state().cursor].name; }
  forms::Value marked(const char* name) const {
    return state().current.marks[*state().survey->form.find(name)].content;
  }
};

}  // namespace

TEST_CASE("rare kanji are typed, kept and come back for another edit") {
  Desk desk("place");
  desk.type("𠮷").type("髙﨑").press(Key::enter);
  CHECK(desk.marked("place") == forms::Value(std::string("𠮷髙﨑")));
  desk.press(Key::enter, false, true);
  CHECK(desk.item() == "place");
  desk.press(Key::backspace).press(Key::enter);
  CHECK(desk.marked("place") == forms::Value(std::string("𠮷髙")));
}

TEST_CASE("full-width digits of an input method are digits in a figure, also pasted at once") {
  Desk desk("days");
  desk.type("１２").press(Key::enter);
  CHECK(desk.marked("days") == forms::Value(std::int64_t{12}));
}

TEST_CASE("a paste keeps its lines where the paper has several, and is one line elsewhere") {
  CHECK(Desk("remark").type("一\r\n二\n").draft() == "一\n二");
  CHECK(Desk("place").type("一\r\n二\n").draft() == "一 二");
}

TEST_CASE("a broken text is refused and changes nothing") {
  Desk desk("place");
  desk.type("あ").type("\xFF\xFE");
  CHECK(desk.draft() == "あ");
  CHECK(desk.state().notice.key == "notice.not_text");
}

TEST_CASE("Ctrl+Enter breaks a line only where the paper has several; Enter accepts both") {
  Desk desk("remark");
  desk.type("一").press(Key::enter, true).type("二").press(Key::enter);
  CHECK(desk.marked("remark") == forms::Value(std::string("一\n二")));
  Desk single("place");
  CHECK(single.type("一").press(Key::enter, true).draft() == "一");
  CHECK(single.item() == "place");
}

TEST_CASE("↑ moves within a text of several lines and leaves it from its first") {
  Desk desk("remark");
  desk.type("一").press(Key::enter, true).type("二");
  desk.press(Key::up);
  CHECK(desk.item() == "remark");
  CHECK(desk.state().draft.cursor() == 3);
  desk.press(Key::up);
  CHECK(desk.item() == "place");
  CHECK(desk.marked("remark") == forms::Value(std::string("一\n二")));
}

TEST_CASE("Shift+Enter goes back from a text of several lines") {
  CHECK(Desk("remark").type("一").press(Key::enter, false, true).item() == "place");
}

TEST_CASE("what is selected is copied, cut and replaced by what is pasted") {
  Desk desk("place");
  desk.type("在宅医療").press(Key::letter_c, true);
  CHECK(desk.state().copied.number == 0);  // nothing is selected
  desk.press(Key::left, true, true).press(Key::letter_c, true);
  CHECK(desk.state().copied.text == "医療");
  CHECK(desk.state().copied.number == 1);
  desk.press(Key::letter_a, true).press(Key::letter_x, true);
  CHECK(desk.state().copied.text == "在宅医療");
  CHECK(desk.state().copied.number == 2);
  CHECK(desk.draft().empty());
}

TEST_CASE("Ctrl+Z takes back typing while there is some, then marks") {
  Desk desk("days");
  desk.type("3").press(Key::enter).type("駅前");
  desk.press(Key::letter_z, true);
  CHECK(desk.draft().empty());
  CHECK(desk.marked("days") == forms::Value(std::int64_t{3}));
  desk.press(Key::letter_y, true);
  CHECK(desk.draft() == "駅前");
  desk.press(Key::letter_z, true).press(Key::letter_z, true);
  CHECK(desk.marked("days") == forms::Value(forms::Missing::not_keyed));
}

TEST_CASE("a selected figure is typed anew") {
  Desk desk("days");
  desk.type("1").type("2").press(Key::letter_a, true).type("7").press(Key::enter);
  CHECK(desk.marked("days") == forms::Value(std::int64_t{7}));
}

TEST_CASE("a note has the same keys, and its own undo") {
  Desk desk("days");
  desk.press(Key::f2).type("確認").press(Key::letter_a, true).press(Key::letter_x, true);
  CHECK(desk.state().copied.text == "確認");
  desk.press(Key::letter_z, true);
  CHECK(desk.state().dialog_draft.text() == "確認");
  CHECK(desk.state().dialog == session::Dialog::note);
}

TEST_CASE("a click places the cursor and a drag selects") {
  Desk desk("place");
  desk.type("在宅医療");
  desk.session->apply(session::PlaceCaret{3});
  desk.session->apply(session::PlaceCaret{9, true});
  CHECK(desk.state().draft.selected() == "宅医");
  desk.session->apply(session::PlaceCaret{static_cast<std::size_t>(-1), true});
  CHECK(desk.state().draft.selected() == "宅医療");
}

TEST_CASE("from a closed case a text is copied but not cut") {
  Desk desk("days");
  desk.type("3").press(Key::enter).type("駅前").press(Key::enter).press(Key::enter);
  REQUIRE(desk.state().dialog == session::Dialog::close);
  desk.press(Key::enter);
  desk.session->apply(session::OpenCase{"11-001"});
  REQUIRE(desk.state().read_only);
  desk.session->apply(session::GoTo{*desk.state().survey->form.find("place")});
  desk.press(Key::letter_a, true).press(Key::letter_x, true);
  CHECK(desk.draft() == "駅前");
  CHECK(desk.state().copied.number == 0);
  desk.press(Key::letter_c, true);
  CHECK(desk.state().copied.text == "駅前");
}
