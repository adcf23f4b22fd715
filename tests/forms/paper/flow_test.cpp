#include "forms/paper/flow.h"

#include <catch2/catch.hpp>

using namespace genpyo::paper;

namespace {

constexpr double top = 20, room = content_bottom - top;

// A piece of `strips` equal strips; each has a block of its own number.
Piece piece(std::size_t item, double height, std::size_t strips = 1) {
  Piece made;
  made.begins_section = true;
  for (std::size_t i = 0; i < strips; ++i) {
    Strip strip;
    strip.height = height / static_cast<double>(strips);
    strip.blocks.push_back({item, {0, 0, 10, strip.height}});
    made.strips.push_back(strip);
  }
  return made;
}

std::vector<std::size_t> blocks_by_page(const std::vector<Page>& pages) {
  std::vector<std::size_t> counts;
  for (const Page& page : pages) counts.push_back(page.blocks.size());
  return counts;
}

using Counts = std::vector<std::size_t>;

}  // namespace

TEST_CASE("what fits stays on one page", "[flow]") {
  const auto pages = flow({piece(0, room / 2), piece(1, room / 2)}, top, top);
  CHECK(blocks_by_page(pages) == Counts{2});
  CHECK(pages[0].blocks[0].rect.y == top);
  CHECK(pages[0].blocks[1].rect.bottom() == Approx(content_bottom));
}

TEST_CASE("pages are filled evenly, not one after the other", "[flow]") {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < 6; ++i) pieces.push_back(piece(i, room / 5));
  CHECK(blocks_by_page(flow(pieces, top, top)) == Counts{3, 3});
}

TEST_CASE("a question is not parted from its follower for a little evenness", "[flow]") {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < 6; ++i) pieces.push_back(piece(i, room / 5));
  pieces[3].begins_section = false;
  pieces[3].follows_on = true;
  CHECK(blocks_by_page(flow(pieces, top, top)) != Counts{3, 3});
}

TEST_CASE("white is shared out between the pieces, within bounds", "[flow]") {
  const auto pages = flow({piece(0, room / 2 - 3), piece(1, room / 2 - 1)}, top, top);
  CHECK(pages[0].blocks[1].rect.bottom() == Approx(content_bottom));
  const auto loose = flow({piece(0, 20), piece(1, 20)}, top, top);
  CHECK(loose[0].blocks[1].rect.y < top + 20 + 10);
}

TEST_CASE("a piece taller than a page is cut between strips, under its head", "[flow]") {
  Piece tall = piece(0, 2 * room, 20);
  tall.head_again.height = 10;
  tall.head_again.drawing.fills.push_back({{0, 0, 50, 10}, Tone::tint});
  const auto pages = flow({tall}, top, top);
  REQUIRE(pages.size() == 3);
  CHECK(pages[0].printed.fills.empty());
  CHECK(pages[1].printed.fills.size() == 1);
  CHECK(pages[1].printed.fills[0].rect.y == top);
  for (const Page& page : pages) CHECK(page.blocks[0].rect.bottom() <= content_bottom + 1e-9);
}

TEST_CASE("the first page may have less room than the others", "[flow]") {
  const double first_top = top + room / 2;
  CHECK(blocks_by_page(flow({piece(0, room / 3), piece(1, room / 3), piece(2, room / 3)}, first_top,
                            top)) == Counts{1, 2});
}

TEST_CASE("what is too tall for the rest of the first page goes to the next", "[flow]") {
  const double first_top = top + room / 2;
  CHECK(blocks_by_page(flow({piece(0, room * 0.8)}, first_top, top)) == Counts{0, 1});
}

TEST_CASE("a piece that begins a page does so", "[flow]") {
  std::vector<Piece> pieces = {piece(0, 20), piece(1, 20)};
  pieces[1].new_page = true;
  CHECK(blocks_by_page(flow(pieces, top, top)) == Counts{1, 1});
}

TEST_CASE("nothing to place is one empty page", "[flow]") { CHECK(flow({}, top, top).size() == 1); }
