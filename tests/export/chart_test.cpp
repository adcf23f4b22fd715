#include "export/report/chart.h"

#include <catch2/catch.hpp>

#include "export/report/chart_parts.h"
#include "tests/forms/paper/sample_forms.h"

namespace genpyo::exports {
namespace {

using paper::Tone;

const paper::Typesetter& set() {
  static const paper::Typesetter typesetter(paper::fonts(), "ja");
  return typesetter;
}

paper::Rect room_of(const paper::Text& text) {
  const double width = paper::fonts().width_mm(text.utf8, text.size), height = text.size * paper::mm_per_point * 0.8;
  return {text.origin.x, text.origin.y - height, width, height};
}

bool meet(const paper::Rect& one, const paper::Rect& other) {
  return one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom();
}

// No two words one over the other, all of them in the chart.
void check_words(const Chart& chart) {
  const auto& texts = chart.drawing.texts;
  for (std::size_t each = 0; each < texts.size(); ++each) {
    const paper::Rect room = room_of(texts[each]);
    CAPTURE(texts[each].utf8, room.x, room.y, chart.width, chart.height);
    CHECK(room.x >= -0.01);
    CHECK(room.right() <= chart.width + 0.01);
    CHECK(room.bottom() <= chart.height + 0.01);
    for (std::size_t other = each + 1; other < texts.size(); ++other) {
      CAPTURE(texts[other].utf8);
      CHECK_FALSE(meet(room, room_of(texts[other])));
    }
  }
}

TEST_CASE("a bar is as long as its share of the scale, and its figure stands beside it") {
  BarChart bars{"", {}, {{"全部", "", {{100.0, "8 (100%)"}}}, {"半分", "", {{50.0, "4 (50%)"}}}, {"なし", "", {{{}, "該当無し"}}}}, 100, "%"};
  const Chart chart = draw(bars, set(), 170);
  REQUIRE(chart.drawing.fills.size() == 2);
  CHECK(chart.drawing.fills[1].rect.width == Approx(chart.drawing.fills[0].rect.width / 2));
  check_words(chart);
}

TEST_CASE("the parts of a band fill it, and words that do not fit into theirs are left out") {
  BandChart bands{"", {"大", "中", "小"}, {{"行", "n=118", {{97.0, "97.0"}, {1.0, "1.0"}, {2.0, "2.0"}}}}};
  const Chart chart = draw(bands, set(), 170);
  const auto& fills = chart.drawing.fills;  // three of the legend before
  REQUIRE(fills.size() == 6);
  CHECK(fills[4].rect.x == Approx(fills[3].rect.right()));
  CHECK(fills[5].rect.x == Approx(fills[4].rect.right()));
  CHECK(fills[4].rect.width < fills[3].rect.width / 90);
  std::string words;
  for (const paper::Text& text : chart.drawing.texts) words += text.utf8 + " ";
  CHECK(words.find("97.0") != words.npos);
  CHECK(words.find("1.0") == words.npos);
  check_words(chart);
}

TEST_CASE("labels of any length collide in no chart") {
  const std::string label(GENERATE("短い", "有料老人ホーム・サービス付き高齢者向け住宅・グループホームその他のとても長い名前の施設で働く人の数",
                                   "Anunbreakablywordwithoutanyblankthatislongerthanthelabelofacharteverwouldbe"));
  const double width = GENERATE(60.0, 170.0);
  std::vector<ChartRow> rows;
  for (int row = 0; row < 6; ++row) rows.push_back({label, "n=1234", {{row * 17.0, "17 (100.0%)"}, {50.0, "50.0%"}}});
  check_words(draw(BarChart{"見出し", {label + "一", label + "二"}, rows, 0, ""}, set(), width));
  check_words(draw(BandChart{"見出し", {label, "二"}, rows}, set(), width));
}

TEST_CASE("the words under a histogram leave out what has no room, never the open class") {
  std::vector<std::string> edges;
  for (int edge = 0; edge < 12; ++edge) edges.push_back(std::to_string(edge * 100000));
  const Chart chart = draw(Histogram{"件数", edges, std::vector<std::int64_t>(12, 7), true, false, "以上"}, set(), 52);
  std::string words;
  for (const paper::Text& text : chart.drawing.texts) words += text.utf8 + " ";
  CHECK(words.find("1100000以上") != words.npos);
  CHECK(words.find(" 0 ") != words.npos);
  CHECK(words.find(" 100000 ") == words.npos);
  check_words(chart);
}

TEST_CASE("the parts of a chart differ in tone, and letters upon dark ones are white") {
  for (std::size_t parts = 2; parts <= most_parts; ++parts) {
    for (std::size_t part = 1; part < parts; ++part) CHECK(tone_of(part, parts) > tone_of(part - 1, parts));
  }
  CHECK(letters_on(Tone::band_1) == Tone::bar_text);
  CHECK(letters_on(Tone::band_3) == Tone::print);
}

TEST_CASE("charts side by side keep their size, and one too high is made smaller as a whole") {
  Chart one{50, 20, {}};
  one.drawing.texts.push_back({{10, 20}, 8, "字", Tone::print, false});
  const Chart both = tiled({one, one, one}, 2, 5);
  CHECK(both.width == 105);
  CHECK(both.height == 45);
  CHECK(both.drawing.texts.at(2).origin.y == 45);
  const Chart smaller = no_higher_than(both, 22.5);
  CHECK(smaller.height == 22.5);
  CHECK(smaller.drawing.texts.at(2).size == 4);
  CHECK(smaller.drawing.texts.at(2).origin.y == 22.5);
}

}  // namespace
}  // namespace genpyo::exports
