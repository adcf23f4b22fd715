#include "forms/paper/layout.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/forms/paper/sample_forms.h"

using namespace genpyo::paper;
using genpyo::forms::Form;

namespace {

const Text* find_text(const Page& page, std::string_view words) {
  const auto& texts = page.printed.texts;
  const auto found = std::find_if(texts.begin(), texts.end(),
                                  [&](const Text& text) { return text.utf8 == words; });
  return found == texts.end() ? nullptr : &*found;
}

const Box& box_of(const Page& page, std::size_t item, int code = 0) {
  const auto found = std::find_if(page.boxes.begin(), page.boxes.end(), [&](const Box& box) {
    return box.item == item && box.code == code;
  });
  REQUIRE(found != page.boxes.end());
  return *found;
}

Page only_page(const Form& form) {
  Layout layout = lay_out(form, fonts(), "ja");
  REQUIRE(layout.pages.size() == 1);
  return std::move(layout.pages.front());
}

}  // namespace

TEST_CASE("few choices run along the row, many down the columns", "[layout]") {
  const Page page = only_page(form_of(R"(
      - {name: few, type: select_one yes_no, number: 問1, label: {ja: 少}}
      - {name: many, type: select_multiple kinds, number: 問2, label: {ja: 多}}
)"));
  CHECK(box_of(page, 0, 1).rect.y == box_of(page, 0, 2).rect.y);
  CHECK(box_of(page, 1, 1).rect.x == box_of(page, 1, 2).rect.x);
  CHECK(box_of(page, 1, 1).rect.y == box_of(page, 1, 4).rect.y);  // 12 in 4 columns of 3
}

TEST_CASE("the paper hint sets the columns of choices", "[layout]") {
  const Page page = only_page(form_of(R"(
      - {name: a, type: select_multiple kinds, number: 問1, label: {ja: 多}, paper: {columns: 2}}
)"));
  CHECK(box_of(page, 0, 1).rect.y == box_of(page, 0, 7).rect.y);
  CHECK(box_of(page, 0, 6).rect.x == box_of(page, 0, 1).rect.x);
}

TEST_CASE("a question says how to answer it", "[layout]") {
  const Page page = only_page(form_of(R"(
      - {name: a, type: select_one yes_no, number: 問1, label: {ja: 一}}
      - {name: b, type: select_multiple kinds, number: 問2, label: {ja: 二}}
      - {name: c, type: integer, number: 問3, label: {ja: 三}, unit: {ja: 件}}
)"));
  for (const char* words : {"（○は1つ）", "（○はいくつでも）", "（数字を記入）", "件", "問2"}) {
    CAPTURE(words);
    CHECK(find_text(page, words) != nullptr);
  }
}

TEST_CASE("a text has as many ruled lines as the form says", "[layout]") {
  const Page page = only_page(form_of(R"(
      - {name: a, type: text, number: 問1, label: {ja: 記述}, paper: {lines: 4}}
)"));
  const Box& box = box_of(page, 0);
  CHECK(box.lines == 4);
  CHECK(box.rect.height == Approx(4 * box.line_height));
  const auto dashed = std::count_if(page.printed.lines.begin(), page.printed.lines.end(),
                                    [](const Line& line) { return line.dashed; });
  CHECK(dashed == 3);
}

TEST_CASE("the line for その他 stands below its choices", "[layout]") {
  const Page page = only_page(form_of(R"(
      - {name: a, type: select_one kinds, number: 問1, label: {ja: 種}}
      - {name: a_other, type: text, label: {ja: その他の内容}, relevant: "${a} = 12"}
)"));
  CHECK(find_text(page, "（その他の内容：") != nullptr);
  CHECK(box_of(page, 1).rect.y >= box_of(page, 0, 12).rect.bottom());
  CHECK(box_of(page, 1).rect.y - box_of(page, 0, 12).rect.bottom() < 5);
}

TEST_CASE("the rows of a grid share their columns, and parts are indented", "[layout]") {
  const Page page = only_page(form_of(R"(
      - grid: staff
        number: 問1
        label: {ja: 職員}
        type: integer
        unit: {ja: 人}
        rows:
          - {name: all, label: {ja: 合計}}
          - {name: part, depth: 1, label: {ja: うち医師}}
)"));
  CHECK(box_of(page, 0).rect.x == box_of(page, 1).rect.x);
  CHECK(box_of(page, 0).rect.bottom() == Approx(box_of(page, 1).rect.y));
  CHECK(find_text(page, "うち医師")->origin.x > find_text(page, "合計")->origin.x + 4);
}

TEST_CASE("a grid taller than a page goes on under its heading", "[layout]") {
  std::string items = R"(
      - grid: long
        number: 問1
        label: {ja: 長い表}
        type: select_one yes_no
        rows:
)";
  for (int row = 1; row <= 60; ++row) {
    items += "          - {name: r" + std::to_string(row) + ", label: {ja: 行}}\n";
  }
  const Layout layout = lay_out(form_of(items), fonts(), "ja");
  REQUIRE(layout.pages.size() == 2);
  CHECK(find_text(layout.pages[1], "（つづき）") != nullptr);
  CHECK(find_text(layout.pages[1], "はい") != nullptr);
  CHECK(layout.pages[0].blocks.size() + layout.pages[1].blocks.size() == 60);
}

TEST_CASE("a grid with more columns than a page holds becomes questions", "[layout]") {
  const Page page = only_page(form_of(R"(
      - grid: wide
        number: 問1
        label: {ja: 広い表}
        type: select_one kinds
        rows:
          - {name: a, label: {ja: 一}}
          - {name: b, label: {ja: 二}}
)"));
  CHECK(find_text(page, "広い表") != nullptr);
  CHECK(find_text(page, "種類12") != nullptr);
  CHECK(box_of(page, 0, 1).rect.y != box_of(page, 0, 12).rect.y);
}

TEST_CASE("a question begins a page where the form says so", "[layout]") {
  const Layout layout = lay_out(form_of(R"(
      - {name: a, type: integer, number: 問1, label: {ja: 一}}
      - {name: b, type: integer, number: 問2, label: {ja: 二}, paper: {new_page: true}}
)"),
                                fonts(), "ja");
  REQUIRE(layout.pages.size() == 2);
  CHECK(layout.page_of(1) == 1u);
}

TEST_CASE("a form that asks nothing is a page with a title", "[layout]") {
  const Layout layout = lay_out(genpyo::forms::Form{}, fonts(), "ja");
  REQUIRE(layout.pages.size() == 1);
  CHECK(layout.pages[0].boxes.empty());
}

TEST_CASE("a list longer than a page goes on over pages, in its order", "[layout]") {
  Form form = form_of(R"(
      - {name: a, type: select_multiple kinds, number: 問1, label: {ja: 長い一覧}}
)");
  auto& choices = form.lists[*form.items[0].choices].choices;
  while (choices.size() < 600) {
    choices.push_back(choices.back());
    choices.back().code = static_cast<int>(choices.size());
  }
  std::vector<int> codes;
  const Layout layout = lay_out(form, fonts(), "ja");
  for (const Page& page : layout.pages) {
    for (const Box& box : page.boxes) {
      codes.push_back(box.code);
      CHECK(box.rect.bottom() < page_height - 12);
    }
  }
  CHECK(layout.pages.size() > 1);
  CHECK(codes.size() == 600);
  CHECK(std::is_sorted(codes.begin(), codes.end()));
}

TEST_CASE("a row that is not asked has no place in its grid", "[layout]") {
  Form form = form_of(R"(
      - grid: staff
        number: 問1
        label: {ja: 職員}
        type: integer
        rows:
          - {name: known, label: {ja: 台帳から}}
          - {name: keyed, label: {ja: 記入}}
)");
  form.items[0].frame_column = "known";
  const Page page = only_page(form);
  CHECK(page.boxes.size() == 1);
  CHECK(find_text(page, "記入") != nullptr);
  CHECK(find_text(page, "台帳から") == nullptr);
}

TEST_CASE("labels without measure are cut and keep to the page", "[layout]") {
  Form form = form_of(R"(
      - {name: a, type: select_one yes_no, number: 問1, label: {ja: 長}, hint: {ja: 長}}
)");
  std::string endless;
  while (endless.size() < 30000) endless += "とても長い";
  form.items[0].label = form.items[0].hint = genpyo::forms::Label({{"ja", endless}});
  form.lists[*form.items[0].choices].choices[0].label = form.items[0].label;
  form.title = form.note = form.sections[0].label = form.items[0].label;
  const Layout layout = lay_out(form, fonts(), "ja");
  for (const Page& page : layout.pages) {
    for (const Box& box : page.boxes) CHECK(box.rect.bottom() < page_height - 12);
  }
  CHECK(layout.pages.size() <= 3);
}

TEST_CASE("where a survey has no frame, no organization is asked for", "[layout]") {
  const Page page = only_page(form_of("      - {name: a, type: integer, number: 問1, label: {ja: 一}}\n"));
  CHECK(find_text(page, "調査票番号") != nullptr);
  CHECK(find_text(page, "団体") == nullptr);
  CHECK(page.organization.width == 0);
}

TEST_CASE("a section that is called as the form is has no heading", "[layout]") {
  Form form = form_of("      - {name: a, type: integer, number: 問1, label: {ja: 一}}\n");
  CHECK(only_page(form).printed.fills.size() > 0);
  form.sections.front().label = form.title;
  const Page page = only_page(form);
  CHECK(std::count_if(page.printed.texts.begin(), page.printed.texts.end(),
                      [](const Text& text) { return text.utf8 == "見本"; }) == 1);
  CHECK(page.printed.fills.empty());
}

TEST_CASE("the page's own words are in the language of its labels", "[layout]") {
  const Form form = form_of(R"(
      - {name: a, type: select_one yes_no, number: 問1, label: {ja: 一}}
)");
  const Page page = std::move(lay_out(form, fonts(), "en").pages.front());
  CHECK(find_text(page, "（○は1つ）") != nullptr);
  CHECK(find_text(page, "(circle one)") == nullptr);
}
