#include "forms/paper/ink.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "forms/paper/hand.h"
#include "tests/forms/paper/sample_forms.h"

using namespace genpyo::paper;
using namespace genpyo::forms;

namespace {

// One page: a choice, a figure, a text.
const Form& small_form() {
  static const Form form = form_of(R"(
      - {name: choice, type: select_multiple kinds, number: 問1, label: {ja: 種}}
      - {name: figure, type: integer, number: 問2, label: {ja: 数}}
      - {name: words, type: text, number: 問3, label: {ja: 文}, paper: {lines: 2}}
)");
  return form;
}

Drawing drawn(ItemIndex item, const Value& content, bool off_path = false, Codes several = {}) {
  static const Layout layout = lay_out(small_form(), fonts(), "ja");
  Case current = blank_case(small_form(), "11-001");
  current.marks[item].content = content;
  current.marks[item].several = several;
  const std::set<ItemIndex> off = off_path ? std::set{item} : std::set<ItemIndex>{};
  return ink(layout, small_form(), fonts(), &current, off, 0, "ja");
}

// What the pen wrote, in order, without the title block.
std::vector<std::string> pen_words(const Drawing& drawing) {
  std::vector<std::string> words;
  for (const Text& text : drawing.texts) {
    if (text.tone != Tone::print) words.push_back(text.utf8);
  }
  return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a circle closes around its number and touches no neighbour", "[ink]") {
  const Rect box{50, 80, 5.2, 5.2};
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    const Stroke stroke = circle_by_hand(box, seed, Tone::pen);
    REQUIRE(stroke.points.size() % 3 == 1);
    for (std::size_t i = 0; i < stroke.points.size(); i += 3) {  // those on the curve
      const double x = (stroke.points[i].x - box.middle().x) / (box.width / 2);
      const double y = (stroke.points[i].y - box.middle().y) / (box.height / 2);
      CHECK(std::hypot(x, y) > 0.88);
      CHECK(std::hypot(x, y) < 1.15);
    }
    const Point first = stroke.points.front(), last = stroke.points.back();
    CHECK(std::hypot(first.x - last.x, first.y - last.y) < 1.6);
  }
}

TEST_CASE("circles vary from one to another and are the same at every drawing", "[ink]") {
  const Rect box{50, 80, 5.2, 5.2};
  const auto x = [&](std::uint64_t seed) {
    return circle_by_hand(box, seed, Tone::pen).points[9].x;
  };
  CHECK(x(1) == x(1));
  CHECK(x(1) != x(2));
}

TEST_CASE("every choice taken is circled around its printed number", "[ink]") {
  const Layout layout = lay_out(survey(), fonts(), "ja");
  Case current = blank_case(survey(), "11-001");
  const ItemIndex departments = item_named(survey(), "departments");
  current.marks[departments].content = Codes{1, 43};
  const std::size_t page = *layout.page_of(departments);
  const Drawing drawing = ink(layout, survey(), fonts(), &current, {}, page, "ja");
  REQUIRE(drawing.strokes.size() == 2);
  for (const Text& text : layout.pages[page].printed.texts) {
    if (text.utf8 != "43") continue;
    const auto& points = drawing.strokes[1].points;
    const double right = text.origin.x + fonts().width_mm(text.utf8, text.size);
    const auto beyond = [&](auto outside) {
      return std::any_of(points.begin(), points.end(), outside);
    };
    CHECK(beyond([&](Point p) { return p.x < text.origin.x; }));
    CHECK(beyond([&](Point p) { return p.x > right; }));
    CHECK(beyond([&](Point p) { return p.y > text.origin.y; }));
    CHECK(beyond([&](Point p) { return p.y < text.origin.y - text.size * mm_per_point * 0.75; }));
  }
}

TEST_CASE("a figure is written in its box, right aligned; zero is a figure", "[ink]") {
  CHECK(pen_words(drawn(1, std::int64_t{0})) == Words{"0"});
  const Drawing drawing = drawn(1, std::int64_t{9999999999});
  const Layout layout = lay_out(small_form(), fonts(), "ja");
  const auto box = std::find_if(layout.pages[0].boxes.begin(), layout.pages[0].boxes.end(),
                                [](const Box& b) { return b.kind == Box::Kind::figure; });
  const Text& text = drawing.texts.back();
  const double right = text.origin.x + fonts().width_mm(text.utf8, text.size);
  CHECK(text.utf8 == "9999999999");
  CHECK(text.origin.x > box->rect.x);
  CHECK(right < box->rect.right());
  CHECK(box->rect.right() - right < 4);
}

TEST_CASE("a text is written on its lines and cut where the paper is full", "[ink]") {
  CHECK(pen_words(drawn(2, std::string("連携"))) == Words{"連携"});
  std::string endless;
  for (int i = 0; i < 200; ++i) endless += "連携";
  const Words lines = pen_words(drawn(2, endless));
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].ends_with("…"));
}

TEST_CASE("missing kinds are written as the trade writes them", "[ink]") {
  for (const ItemIndex item : {0u, 1u, 2u}) {
    CAPTURE(item);
    CHECK(pen_words(drawn(item, Missing::illegible)) == Words{"●"});
    CHECK(pen_words(drawn(item, Missing::dont_know)) == Words{"—"});
    CHECK(pen_words(drawn(item, Missing::not_applicable)) == Words{"非該当"});
    CHECK(pen_words(drawn(item, Missing::no_answer)).empty());
    CHECK(pen_words(drawn(item, Missing::not_keyed)).empty());
  }
}

TEST_CASE("several marks are several circles", "[ink]") {
  CHECK(drawn(0, Missing::several_marks, false, {1, 3}).strokes.size() == 2);
  CHECK(pen_words(drawn(0, Missing::several_marks)) == Words{"複数"});
}

TEST_CASE("a mark off the path has its tone and a sign beside it", "[ink]") {
  for (const auto& drawing : {drawn(0, Codes{2}, true), drawn(1, std::int64_t{5}, true),
                              drawn(2, std::string("連携"), true)}) {
    const Words words = pen_words(drawing);
    CHECK(std::count(words.begin(), words.end(), "※") == 1);
    for (const Stroke& stroke : drawing.strokes) CHECK(stroke.tone == Tone::off_path);
    for (const Text& text : drawing.texts) CHECK(text.tone != Tone::pen);
  }
}

TEST_CASE("the case number stands a digit a cell, the organization by its name", "[ink]") {
  const Layout layout = lay_out(survey(), fonts(), "ja");
  Case current = blank_case(survey(), "11-002");
  current.marks[item_named(survey(), "organization")].content = Codes{11};
  const Drawing drawing = ink(layout, survey(), fonts(), &current, {}, 1, "ja");
  Words words;
  for (const Text& text : drawing.texts) words.push_back(text.utf8);
  CHECK(words == Words{"1", "1", "0", "0", "2", "静岡市静岡医師会"});
}

TEST_CASE("a blank form bears its code and nothing else", "[ink]") {
  const Layout layout = lay_out(survey(), fonts(), "ja");
  const Drawing drawing = ink(layout, survey(), fonts(), nullptr, {}, 0, "ja");
  CHECK_FALSE(drawing.fills.empty());
  CHECK(drawing.texts.empty());
  CHECK(drawing.strokes.empty());
}

TEST_CASE("an absent question has its sign, and a page of which all is absent its stamp and line", "[ink]") {
  const Form& form = small_form();
  const Layout layout = lay_out(form, fonts(), "ja");
  Case current = blank_case(form, "11-001");
  const auto drawn_now = [&] { return ink(layout, form, fonts(), &current, {}, 0, "ja"); };
  for (Mark& mark : current.marks) mark.content = Missing::page_absent;
  CHECK(pen_words(drawn_now()) == Words{"欠", "欠", "欠", "頁欠落"});
  const std::size_t lines = drawn_now().lines.size();
  current.marks[0].content = Codes{1};  // something is on it: the page is there
  CHECK(pen_words(drawn_now()) == Words{"欠", "欠"});
  CHECK(drawn_now().lines.size() < lines);
  current.marks[0].content = Missing::not_keyed;
  CHECK(pen_words(drawn_now()).back() == "頁欠落");
}

TEST_CASE("the stamp of an absent page stands in the upper margin, clear of what is printed", "[ink]") {
  const Form& form = small_form();
  for (const char* language : {"ja", "en"}) {
    const Layout layout = lay_out(form, fonts(), language);
    Case current = blank_case(form, "11-001");
    for (Mark& mark : current.marks) mark.content = Missing::page_absent;
    const Drawing drawing = ink(layout, form, fonts(), &current, {}, 0, language);
    double lowest = 0;
    for (const Line& line : drawing.lines) {
      if (line.tone == Tone::pen && line.from.y < 20) lowest = std::max(lowest, line.to.y);
    }
    CHECK(lowest > 5);
    CHECK(lowest < layout.pages[0].qr.y);
  }
}
