#include <catch2/catch.hpp>

#include "forms/paper/typesetter.h"
#include "tests/forms/paper/sample_forms.h"

using namespace genpyo::paper;
using Lines = std::vector<std::string>;

namespace {

constexpr double size = 10, em = size * mm_per_point;

}  // namespace

TEST_CASE("a text that fits stays on one line", "[wrap]") {
  CHECK(fonts().wrap("在宅医療", size, 4 * em) == Lines{"在宅医療"});
  CHECK(fonts().wrap("", size, 4 * em) == Lines{""});
}

TEST_CASE("no line begins with a closing mark or ends with an opening one", "[wrap]") {
  CHECK(fonts().wrap("在宅医療、往診", size, 4 * em) == Lines{"在宅医", "療、往診"});
  CHECK(fonts().wrap("在宅医療。往診", size, 4 * em) == Lines{"在宅医", "療。往診"});
  CHECK(fonts().wrap("在宅医「往診」", size, 4 * em) == Lines{"在宅医", "「往診」"});
}

TEST_CASE("the rules hold at every width", "[wrap]") {
  const std::string text =
      "選択肢は、あてはまる番号に○をつけ、数字は（枠内に）ご記入ください。「0」も、です。";
  for (int characters = 3; characters < 20; ++characters) {
    std::string joined;
    for (const std::string& line : fonts().wrap(text, size, characters * em)) {
      CAPTURE(characters, line);
      for (const char* mark : {"、", "。", "）", "」"}) CHECK_FALSE(line.starts_with(mark));
      for (const char* mark : {"（", "「"}) CHECK_FALSE(line.ends_with(mark));
      CHECK(fonts().width_mm(line, size) <= characters * em + 1e-6);
      joined += line;
    }
    CHECK(joined == text);
  }
}

TEST_CASE("words of Latin script break at spaces, which take no room at a line's end", "[wrap]") {
  const double width = fonts().width_mm("home visits", size);
  CHECK(fonts().wrap("home visits made", size, width) == Lines{"home visits", "made"});
}

TEST_CASE("a word too wide for a line is broken between graphemes", "[wrap]") {
  const double width = fonts().width_mm("aaaa", size);
  CHECK(fonts().wrap("aaaaaaaaaa", size, width) == Lines{"aaaa", "aaaa", "aa"});
  CHECK(fonts().wrap("が", size, 0.1) == Lines{"が"});  // か and a combining mark
}

TEST_CASE("a line feed always breaks", "[wrap]") {
  CHECK(fonts().wrap("往診\n\n訪問", size, 50) == Lines{"往診", "", "訪問"});
}

TEST_CASE("even lines leave no single character on the last and break at a pause", "[wrap]") {
  const Typesetter set(fonts(), "ja");
  const Style style{size, 5};
  CHECK(set.even_lines("対応可能で現在対応中", style, 9 * em, 4) ==
        Lines{"対応可能で", "現在対応中"});
  CHECK(set.even_lines("往診", style, 9 * em, 4) == Lines{"往診"});
}

TEST_CASE("what is beyond the last line is cut with an ellipsis that still fits", "[wrap]") {
  const Typesetter set(fonts(), "ja");
  const Lines lines = set.lines("在宅医療の連携に関する調査", {size, 5}, 5 * em, 2);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0] == "在宅医療の");
  CHECK(lines[1] == "連携に関…");
}
