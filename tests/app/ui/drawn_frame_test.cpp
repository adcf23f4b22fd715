#include "app/ui/drawn_frame.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>

#include "headless.h"

using namespace genpyo;
using test::Headless;

namespace {

constexpr ImU32 ground = IM_COL32_WHITE;
int drawn_elsewhere = 0;  // stands for a texture

ImDrawData& frame() { return *ImGui::GetDrawData(); }

// The list of the frame that draws most.
ImDrawList& list() {
  return **std::max_element(frame().CmdLists, frame().CmdLists + frame().CmdListsCount,
                            [](const ImDrawList* a, const ImDrawList* b) { return a->VtxBuffer.Size < b->VtxBuffer.Size; });
}

}  // namespace

TEST_CASE("a frame in which nothing happened is the same, and one after a key is not") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  Headless window;
  ui::DrawnFrame drawn;
  window.draw(*session);
  CHECK_FALSE(drawn.is_same(frame(), ground));
  window.draw(*session);
  CHECK(drawn.is_same(frame(), ground));
  for (const char* keys : {"1", "1-001", "\n", "1", "05"}) {
    test::key(*session, keys);
    window.draw(*session);
    INFO(keys);
    CHECK_FALSE(drawn.is_same(frame(), ground));
    window.draw(*session);
    CHECK(drawn.is_same(frame(), ground));
  }
}

TEST_CASE("any number that the graphics card is told makes another frame") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::small_survey());
  Headless window;
  test::key(*session, "11-001\n");
  window.draw(*session);
  REQUIRE(list().CmdBuffer.Size > 1);
  const std::vector<std::function<void()>> changes = {
      [] { list().VtxBuffer.back().pos.x += 0.25f; },
      [] { list().VtxBuffer.front().pos.y -= 0.25f; },
      [] { list().VtxBuffer[list().VtxBuffer.Size / 2].uv.x += 0.001f; },
      [] { list().VtxBuffer.back().col ^= 1; },
      [] { list().IdxBuffer.back() ^= 1; },
      [] { std::swap(list().IdxBuffer.front(), list().IdxBuffer.back()); },
      [] { list().CmdBuffer.back().ClipRect.w += 1; },
      [] { list().CmdBuffer.front().TextureId = &drawn_elsewhere; },
      [] { list().CmdBuffer.front().VtxOffset += 4; },
      [] { list().CmdBuffer.front().IdxOffset += 6; },
      [] { list().CmdBuffer.front().ElemCount -= 3; },
      [] { list().CmdBuffer.pop_back(); },
      [] { frame().DisplaySize.x += 1; },
      [] { frame().FramebufferScale.y = 2; },
      [] { --frame().CmdListsCount; },
  };
  ui::DrawnFrame drawn;
  for (std::size_t change = 0; change < changes.size(); ++change) {
    INFO("change " << change);
    window.draw(*session);
    drawn.is_same(frame(), ground);
    REQUIRE(drawn.is_same(frame(), ground));
    changes[change]();
    CHECK_FALSE(drawn.is_same(frame(), ground));
  }
}

TEST_CASE("the ground, a callback and what was forgotten make another frame") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::small_survey());
  Headless window;
  window.draw(*session);
  ui::DrawnFrame drawn;
  drawn.is_same(frame(), ground);
  CHECK_FALSE(drawn.is_same(frame(), IM_COL32_BLACK));
  CHECK(drawn.is_same(frame(), IM_COL32_BLACK));
  drawn.forget();
  CHECK_FALSE(drawn.is_same(frame(), IM_COL32_BLACK));
  list().CmdBuffer.back().UserCallback = [](const ImDrawList*, const ImDrawCmd*) {};
  CHECK_FALSE(drawn.is_same(frame(), IM_COL32_BLACK));
  CHECK_FALSE(drawn.is_same(frame(), IM_COL32_BLACK));
}
