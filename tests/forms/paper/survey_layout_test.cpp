// What must hold for every page of the survey's form, in both languages.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "forms/paper/measures.h"
#include "tests/forms/paper/sample_forms.h"

using namespace genpyo::paper;
using genpyo::forms::Item;
using genpyo::forms::ItemIndex;
using genpyo::forms::ItemType;

namespace {

const Layout& layout_in(const std::string& language) {
  static std::map<std::string, Layout> layouts;
  const auto found = layouts.find(language);
  if (found != layouts.end()) return found->second;
  return layouts.emplace(language, lay_out(survey(), fonts(), language)).first->second;
}

bool overlap(const Rect& a, const Rect& b) {
  constexpr double touch = 0.05;
  return a.x + touch < b.right() && b.x + touch < a.right() && a.y + touch < b.bottom() &&
         b.y + touch < a.bottom();
}

bool within(const Rect& inner, const Rect& outer) {
  constexpr double tolerance = 0.01;
  return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance &&
         inner.right() <= outer.right() + tolerance && inner.bottom() <= outer.bottom() + tolerance;
}

// The ink of a line of text: kanji reach a little below the baseline.
Rect extent(const Text& text) {
  const double em = text.size * mm_per_point;
  return {text.origin.x, text.origin.y - 0.8 * em, fonts().width_mm(text.utf8, text.size),
          0.9 * em};
}

Rect inside_margins() {
  return {margin, margin_top, page_width - 2 * margin, page_height - margin_top - margin_bottom};
}

}  // namespace

TEST_CASE("every asked item has a box for each choice, figure or text, and no other", "[survey]") {
  const std::string language = GENERATE("ja", "en");
  std::map<ItemIndex, std::multiset<int>> codes;
  std::map<ItemIndex, Box::Kind> kinds;
  for (const Page& page : layout_in(language).pages) {
    for (const Box& box : page.boxes) {
      codes[box.item].insert(box.code);
      kinds[box.item] = box.kind;
    }
  }
  for (ItemIndex index = 0; index < survey().items.size(); ++index) {
    const Item& item = survey().items[index];
    CAPTURE(language, item.name);
    std::multiset<int> expected;
    if (item.asked() && item.choices) {
      for (const auto& choice : survey().choices_of(item)->choices) expected.insert(choice.code);
    } else if (item.asked()) {
      expected.insert(0);
    }
    CHECK(codes[index] == expected);
    if (!item.asked()) continue;
    CHECK(kinds[index] == (item.choices                     ? Box::Kind::choice
                           : item.type == ItemType::integer ? Box::Kind::figure
                                                            : Box::Kind::text));
  }
}

TEST_CASE("no two boxes of a page overlap, and none the title block", "[survey]") {
  const std::string language = GENERATE("ja", "en");
  for (const Page& page : layout_in(language).pages) {
    for (std::size_t i = 0; i < page.boxes.size(); ++i) {
      for (const Rect& other : {page.qr, page.case_number, page.organization}) {
        CHECK_FALSE(overlap(page.boxes[i].rect, other));
      }
      for (std::size_t j = i + 1; j < page.boxes.size(); ++j) {
        CAPTURE(language, page.boxes[i].item, page.boxes[j].item);
        CHECK_FALSE(overlap(page.boxes[i].rect, page.boxes[j].rect));
      }
    }
  }
}

TEST_CASE("boxes, words and fills keep to the margins", "[survey]") {
  const std::string language = GENERATE("ja", "en");
  for (const Page& page : layout_in(language).pages) {
    for (const Box& box : page.boxes) CHECK(within(box.rect, inside_margins()));
    for (const Fill& fill : page.printed.fills) CHECK(within(fill.rect, inside_margins()));
    for (const Text& text : page.printed.texts) {
      CAPTURE(language, text.utf8);
      Rect rect = extent(text);
      if (text.utf8.starts_with("【")) {  // hangs out by its blank half
        rect.x += 2;
        rect.width -= 2;
      }
      CHECK(within(rect, inside_margins()));
    }
  }
}

TEST_CASE("no word lies in a place to write, and in a circle only its own number", "[survey]") {
  const std::string language = GENERATE("ja", "en");
  for (const Page& page : layout_in(language).pages) {
    for (const Text& text : page.printed.texts) {
      for (const Box& box : page.boxes) {
        if (!overlap(extent(text), box.rect)) continue;
        CAPTURE(language, text.utf8, survey().items[box.item].name);
        CHECK(box.kind == Box::Kind::choice);
        CHECK(text.utf8 == std::to_string(box.code));
        CHECK(within(extent(text), box.rect));
      }
    }
  }
}

TEST_CASE("no two words of a page overlap", "[survey]") {
  const std::string language = GENERATE("ja", "en");
  for (const Page& page : layout_in(language).pages) {
    const auto& texts = page.printed.texts;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (std::size_t j = i + 1; j < texts.size(); ++j) {
        CAPTURE(language, texts[i].utf8, texts[j].utf8);
        CHECK_FALSE(overlap(extent(texts[i]), extent(texts[j])));
      }
    }
  }
}

TEST_CASE("there is room to write by hand", "[survey]") {
  const std::string language = GENERATE("ja", "en");
  for (const Page& page : layout_in(language).pages) {
    for (const Box& box : page.boxes) {
      CAPTURE(language, survey().items[box.item].name);
      switch (box.kind) {
        case Box::Kind::choice: CHECK(std::min(box.rect.width, box.rect.height) >= 5); break;
        case Box::Kind::figure:
        case Box::Kind::date: CHECK(box.rect.height >= 8); break;
        case Box::Kind::text:
          CHECK(box.line_height >= 9);
          CHECK(box.rect.height >= box.lines * 9 - 1e-9);
          break;
      }
    }
  }
}

TEST_CASE("every box lies in the block of its item, and blocks follow the paper", "[survey]") {
  const std::string language = GENERATE("ja", "en");
  for (const Page& page : layout_in(language).pages) {
    for (const Box& box : page.boxes) {
      const auto block = std::find_if(page.blocks.begin(), page.blocks.end(),
                                      [&](const Block& b) { return b.item == box.item; });
      REQUIRE(block != page.blocks.end());
      CHECK(within(box.rect, block->rect));
    }
    CHECK(std::is_sorted(page.blocks.begin(), page.blocks.end(),
                         [](const Block& a, const Block& b) { return a.item < b.item; }));
  }
}

TEST_CASE("no heading stands alone at the end of a page", "[survey]") {
  const std::string language = GENERATE("ja", "en");
  for (const Page& page : layout_in(language).pages) {
    double lowest_box = 0;
    for (const Box& box : page.boxes) lowest_box = std::max(lowest_box, box.rect.bottom());
    for (const Fill& fill : page.printed.fills) {
      if (fill.tone == Tone::bar) CHECK(fill.rect.bottom() < lowest_box);
    }
    for (const Text& text : page.printed.texts) {
      CAPTURE(language, text.utf8);
      if (text.bold) CHECK(text.origin.y < lowest_box);
    }
  }
}

TEST_CASE("the same form gives the same layout", "[survey]") {
  CHECK(dump(lay_out(survey(), fonts(), "ja")) == dump(layout_in("ja")));
  CHECK(dump(layout_in("ja")) != dump(layout_in("en")));
}

TEST_CASE("an item is found on its page, one that is not on the paper on none", "[survey]") {
  const Layout& layout = layout_in("ja");
  CHECK(layout.page_of(item_named(survey(), "facility_type")) == 0u);
  CHECK(layout.page_of(item_named(survey(), "regional_issues")) == layout.pages.size() - 1);
  CHECK(layout.page_of(item_named(survey(), "organization")) == std::nullopt);
  CHECK(layout.page_of(item_named(survey(), "cooperation_features_code")) == std::nullopt);
}

TEST_CASE("the survey fills eight pages", "[survey]") { CHECK(layout_in("ja").pages.size() == 8); }
