// The view over the desk follows the cursor, and moves no more than it must.
#include "app/ui/desk.h"

#include <catch2/catch.hpp>

using namespace genpyo;
using ui::View;

namespace {

constexpr std::size_t pages = 8;
const View view{0, 100, ui::desk_width, 200};  // mm

double top_of(std::size_t page, const paper::Rect& rect) { return ui::page_top(page) + rect.y; }

}  // namespace

TEST_CASE("a question in the middle of the view does not move it") {
  const paper::Rect question{15, 180, 180, 20};
  CHECK(ui::follow(view, 0, question, pages).top == view.top);
}

TEST_CASE("a question at the view's foot brings its neighbours into sight") {
  const paper::Rect question{15, 270, 180, 20};
  const View moved = ui::follow(view, 0, question, pages);
  CHECK(moved.top > view.top);
  CHECK(moved.top + moved.height - (top_of(0, question) + question.height) == Approx(34));
}

TEST_CASE("a question on a page far away stands in the upper part of the view") {
  const paper::Rect question{15, 200, 180, 20};
  const View moved = ui::follow(view, 5, question, pages);
  CHECK(top_of(5, question) - moved.top == Approx(0.3 * view.height));
}

TEST_CASE("a question high on a page far away is seen with the page's top") {
  const View moved = ui::follow(view, 5, {15, 100, 180, 20}, pages);
  CHECK(moved.top == Approx(ui::page_top(5) - ui::desk_margin));
}

TEST_CASE("a question larger than the view begins at its top") {
  const paper::Rect question{15, 20, 180, 260};
  CHECK(ui::follow(view, 2, question, pages).top == Approx(top_of(2, question)));
}

TEST_CASE("the view stays on the desk, and a narrow desk lies in the middle of a wide view") {
  CHECK(ui::kept_on_desk({0, -50, ui::desk_width, 200}, pages).top == 0);
  CHECK(ui::kept_on_desk({0, 1e6, ui::desk_width, 200}, pages).top ==
        Approx(ui::desk_height(pages) - 200));
  CHECK(ui::kept_on_desk({40, 0, ui::desk_width + 100, 200}, pages).left == Approx(-50));
}
