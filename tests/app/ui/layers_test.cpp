// How often a frame paints a pixel. Where a processor draws, a layer of the whole window costs 4 ms
// on an office machine, and more than all of the letters.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

#include "headless.h"

using namespace genpyo;
using test::Headless;

namespace {

// What of a polygon lies where `inside` is at least 0 (Sutherland and Hodgman).
template <class Inside>
std::vector<ImVec2> cut(const std::vector<ImVec2>& corners, Inside inside) {
  std::vector<ImVec2> left;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const ImVec2 a = corners[i], b = corners[(i + 1) % corners.size()];
    const float at_a = inside(a), at_b = inside(b);
    if (at_a >= 0) left.push_back(a);
    if ((at_a >= 0) == (at_b >= 0)) continue;
    const float share = at_a / (at_a - at_b);
    left.push_back({a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share});
  }
  return left;
}

double area(const std::vector<ImVec2>& corners) {
  double twice = 0;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const ImVec2 a = corners[i], b = corners[(i + 1) % corners.size()];
    twice += double{a.x} * b.y - double{b.x} * a.y;
  }
  return std::abs(twice) / 2;
}

double painted(const ImDrawList& list, const ImDrawCmd& command) {
  const ImVec4& clip = command.ClipRect;
  double sum = 0;
  for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
    std::vector<ImVec2> corners;
    for (unsigned corner = 0; corner < 3; ++corner) {
      const ImDrawIdx index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i + corner)];
      corners.push_back(list.VtxBuffer[static_cast<int>(command.VtxOffset + index)].pos);
    }
    corners = cut(corners, [&](ImVec2 p) { return p.x - clip.x; });
    corners = cut(corners, [&](ImVec2 p) { return p.y - clip.y; });
    corners = cut(corners, [&](ImVec2 p) { return clip.z - p.x; });
    corners = cut(corners, [&](ImVec2 p) { return clip.w - p.y; });
    sum += area(corners);
  }
  return sum;
}

// The pixels that the last frame paints, as windows full.
double layers() {
  const ImDrawData& frame = *ImGui::GetDrawData();
  double sum = 0;
  for (int i = 0; i < frame.CmdListsCount; ++i) {
    for (const ImDrawCmd& command : frame.CmdLists[i]->CmdBuffer) sum += painted(*frame.CmdLists[i], command);
  }
  return sum / (double{frame.DisplaySize.x} * frame.DisplaySize.y);
}

}  // namespace

TEST_CASE("the entry screen paints no pixel twice but for letters and signs") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  Headless window({1600, 1000});
  test::key(*session, "11-001\n1");
  window.draw(*session);
  REQUIRE(session->state().screen == session::Screen::entry);
  CHECK(layers() > 0.9);
  CHECK(layers() < 1.4);
}

TEST_CASE("the list of cases paints no pixel twice but for letters, signs and the list itself") {
  test::Folder folder;
  const auto session = test::start(folder.file("a.db"), test::real_survey());
  Headless window({1600, 1000});
  window.draw(*session);
  CHECK(layers() < 1.4);
}
