#include "export/pdf_cmap.h"

#include <catch2/catch.hpp>

using genpyo::exports::cmap_of;

namespace {

using Glyphs = std::map<std::uint16_t, std::uint16_t>;

// Reads the table as the format's specification tells a reader to.
class Reader {
 public:
  explicit Reader(std::string table) : table_(std::move(table)) {}

  unsigned segments() const { return number(18) / 2; }
  unsigned glyph(unsigned code) const {
    const unsigned count = segments();
    unsigned i = 0;
    while (number(26 + 2 * i) < code) ++i;
    const unsigned start = 28 + 2 * count + 2 * i, delta = start + 2 * count, offset = delta + 2 * count;
    if (number(start) > code) return 0;
    if (number(offset) == 0) return (code + number(delta)) & 0xFFFF;
    return number(offset + number(offset) + 2 * (code - number(start)));
  }
  unsigned number(std::size_t at) const {
    return static_cast<unsigned char>(table_.at(at)) * 256u + static_cast<unsigned char>(table_.at(at + 1));
  }

 private:
  std::string table_;
};

Glyphs every(unsigned step, unsigned from, unsigned to) {
  Glyphs glyphs;
  for (unsigned code = from; code < to; code += step) {
    glyphs[static_cast<std::uint16_t>(code)] = static_cast<std::uint16_t>(glyphs.size() + 1);
  }
  return glyphs;
}

}  // namespace

TEST_CASE("every code finds its glyph, and every other none", "[cmap]") {
  const Glyphs glyphs = GENERATE(Glyphs{}, Glyphs{{0, 7}}, Glyphs{{0xFFFE, 1}},
                                 Glyphs{{0x20, 1}, {0x5728, 2}, {0x5B85, 3}, {0xFF01, 4}}, every(1, 0x20, 0x7F), every(255, 0, 0x6000), every(257, 0, 0xFFFF));
  const Reader reader(cmap_of(glyphs));
  unsigned wrong = 0;
  for (unsigned code = 0; code <= 0xFFFF; ++code) {
    const auto found = glyphs.find(static_cast<std::uint16_t>(code));
    if (reader.glyph(code) != (found == glyphs.end() ? 0u : found->second)) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("a gap of a row is filled, a wider one parts two segments", "[cmap]") {
  CHECK(Reader(cmap_of({{100, 1}, {356, 2}})).segments() == 2);
  CHECK(Reader(cmap_of({{100, 1}, {357, 2}})).segments() == 3);
}

TEST_CASE("the header says the length, and what a binary search needs", "[cmap]") {
  const std::string table = cmap_of(every(300, 0, 1500));
  const Reader reader(table);
  CHECK(reader.number(14) == table.size() - 12);
  CHECK(reader.number(18) == 12);  // six segments of two bytes: search 4 of them, 2 times, 2 are left
  CHECK(reader.number(20) == 8);
  CHECK(reader.number(22) == 2);
  CHECK(reader.number(24) == 4);
}

TEST_CASE("what does not fit the format gives no table", "[cmap]") {
  CHECK(cmap_of(every(1, 0, 0x7000)).size() > 0);
  CHECK(cmap_of(every(1, 0, 0x8000)).empty());
  CHECK(cmap_of({{0xFFFF, 1}}).empty());
}
