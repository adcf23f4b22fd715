// Where a date is written on the page, and how it is written there.
#include "forms/paper/dates.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "forms/paper/ink.h"
#include "forms/read_value.h"
#include "tests/forms/paper/sample_forms.h"

using namespace genpyo::paper;
using namespace genpyo::forms;

namespace {

const Form& visits() {
  static const Form form = form_of(R"(
      - {name: born, type: date, number: 問1, label: {ja: 生年月日}}
      - {name: why, type: text, number: 問2, label: {ja: 理由}}
)");
  return form;
}

const Box& date_box_of(const Layout& layout) {
  const auto& boxes = layout.pages.at(0).boxes;
  const auto found = std::find_if(boxes.begin(), boxes.end(),
                                  [](const Box& box) { return box.kind == Box::Kind::date; });
  REQUIRE(found != boxes.end());
  return *found;
}

Drawing written(const std::string& text, bool off_path = false) {
  const Layout layout = lay_out(visits(), fonts(), "ja");
  Case current = blank_case(visits(), "11-001");
  current.marks[0] = std::get<Mark>(read_value(visits().items[0], nullptr, text));
  const std::set<ItemIndex> off = off_path ? std::set<ItemIndex>{0} : std::set<ItemIndex>{};
  return ink(layout, visits(), fonts(), &current, off, 0, "ja");
}

// What the pen wrote within a part of the field.
std::string within(const Drawing& drawing, const Rect& part) {
  std::string words;
  for (const Text& text : drawing.texts) {
    const double end = text.origin.x + fonts().width_mm(text.utf8, text.size);
    const bool inside = part.contains(text.origin) && part.contains({end, text.origin.y});
    if (inside && text.tone == Tone::pen) words += text.utf8;
  }
  return words;
}

bool circles(const Drawing& drawing, const Rect& rect) {
  REQUIRE(drawing.strokes.size() <= 1);
  if (drawing.strokes.empty()) return false;
  const auto& points = drawing.strokes[0].points;
  double left = points[0].x, right = left;
  for (const Point& point : points) {
    left = std::min(left, point.x);
    right = std::max(right, point.x);
  }
  return std::abs((left + right) / 2 - rect.middle().x) < 1;
}

}  // namespace

TEST_CASE("a date has one box of three parts, each with room for a hand", "[dates]") {
  const std::string language = GENERATE("ja", "en");
  const Layout layout = lay_out(visits(), fonts(), language);
  const Box& box = date_box_of(layout);
  const DateField field = date_field(box.rect);
  CHECK(box.item == 0);
  CHECK(std::count_if(layout.pages[0].boxes.begin(), layout.pages[0].boxes.end(),
                      [](const Box& each) { return each.item == 0; }) == 1);
  for (const Rect& part : {field.year, field.month, field.day}) {
    CHECK(part.height >= 8);
    CHECK(part.width >= 12);
    CHECK(part.x >= box.rect.x);
    CHECK(part.right() < box.rect.right());
  }
  CHECK(field.year.width >= 20);
  CHECK(box.rect.right() <= content_right);
}

TEST_CASE("the words between the parts touch no part, and each era has room for a circle",
          "[dates]") {
  const std::string language = GENERATE("ja", "en");
  const Layout layout = lay_out(visits(), fonts(), language);
  const Box& box = date_box_of(layout);
  const DateField field = date_field(box.rect);
  int words = 0;
  for (const Text& text : layout.pages[0].printed.texts) {
    if (!box.rect.contains(text.origin)) continue;
    ++words;
    const double left = text.origin.x;
    const double right = left + fonts().width_mm(text.utf8, text.size);
    CAPTURE(language, text.utf8, left, right);
    CHECK(right <= box.rect.right());
    for (const Rect& part : {field.year, field.month, field.day}) {
      CHECK((right + 0.9 < part.x || left - 0.9 > part.right()));
    }
  }
  CHECK(words == 9);  // five eras, 西暦, 年 月 日
  for (std::size_t era = 1; era < field.era.size(); ++era) {
    CHECK(field.era[era].x - field.era[era - 1].right() >= 1);
  }
  CHECK(field.western.x >= field.era.back().right());
  CHECK(field.year.x > field.western.right());
}

TEST_CASE("a date is written as it was keyed, its era circled", "[dates]") {
  const Layout layout = lay_out(visits(), fonts(), "ja");
  const DateField field = date_field(date_box_of(layout).rect);
  const Drawing showa = written("S39.4.1");
  CHECK(within(showa, field.year) == "39");
  CHECK(within(showa, field.month) == "4");
  CHECK(within(showa, field.day) == "1");
  CHECK(circles(showa, field.era[2]));
  const Drawing western = written("1964/4/1");
  CHECK(within(western, field.year) == "1964");
  CHECK(circles(western, field.western));
  CHECK_FALSE(circles(western, field.era[2]));
}

TEST_CASE("what is unknown is a dash in its own box", "[dates]") {
  const Layout layout = lay_out(visits(), fonts(), "ja");
  const DateField field = date_field(date_box_of(layout).rect);
  const Drawing day = written("昭和39年4月?日");
  CHECK(within(day, field.year) == "39");
  CHECK(within(day, field.month) == "4");
  CHECK(within(day, field.day) == "—");
  const Drawing year = written("?/4/1");
  CHECK(within(year, field.year) == "—");
  CHECK(within(year, field.month) == "4");
  CHECK(year.strokes.empty());
}

TEST_CASE("a missing date bears the sign of the trade, an empty one nothing", "[dates]") {
  const Layout layout = lay_out(visits(), fonts(), "ja");
  const DateField field = date_field(date_box_of(layout).rect);
  CHECK(within(written("*"), field.year) == "●");
  CHECK(within(written("-"), field.parts) == "—");
  CHECK(within(written("/"), field.year) == "非該当");
  CHECK(within(written(""), field.parts).empty());
}

TEST_CASE("a date off the path has its tone and a sign", "[dates]") {
  const Drawing drawing = written("S39.4.1", true);
  CHECK(drawing.strokes.at(0).tone == Tone::off_path);
  CHECK(std::count_if(drawing.texts.begin(), drawing.texts.end(),
                      [](const Text& text) { return text.utf8 == "※"; }) == 1);
}

TEST_CASE("a date may stand on the cover", "[dates]") {
  const Form form = form_of(R"(
      - {name: filled_in, type: date, label: {ja: 記入日}}
      - {name: clinic, type: text, identifying: true, label: {ja: 施設名}}
)");
  const Layout layout = lay_out(form, fonts(), "ja");
  const Box& box = date_box_of(layout);
  const Rect& row = layout.pages[0].blocks.at(0).rect;
  CHECK(row.contains({box.rect.x, box.rect.y}));
  CHECK(row.contains({box.rect.right(), box.rect.bottom()}));
}
