#include "export/pdf_cmap.h"

#include <bit>
#include <vector>

namespace genpyo::exports {
namespace {

constexpr unsigned widest_gap = 256;

struct Segment {
  unsigned first = 0, last = 0;
};

std::vector<Segment> segments_of(const std::map<std::uint16_t, std::uint16_t>& glyphs) {
  std::vector<Segment> segments;
  for (const auto& [code, glyph] : glyphs) {
    if (segments.empty() || code - segments.back().last > widest_gap) segments.push_back({code, code});
    segments.back().last = code;
  }
  return segments;
}

// Big-endian numbers, as fonts are written.
class Table {
 public:
  void put(std::size_t number) {
    bytes_ += static_cast<char>(number >> 8 & 0xFF);
    bytes_ += static_cast<char>(number & 0xFF);
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

// For a binary search among `count` entries of two bytes.
void put_search(Table& table, std::size_t count) {
  const std::size_t range = 2 * std::bit_floor(count);
  table.put(2 * count);
  table.put(range);
  table.put(static_cast<std::size_t>(std::bit_width(count)) - 1);
  table.put(2 * count - range);
}

void put_header(Table& table, std::size_t length) {
  for (const std::size_t number : {0, 1, 3, 1, 0, 12}) table.put(number);  // one table: Windows, Unicode
  for (const std::size_t number : {std::size_t{4}, length, std::size_t{0}}) table.put(number);
}

}  // namespace

std::string cmap_of(const std::map<std::uint16_t, std::uint16_t>& glyphs) {
  std::vector<Segment> segments = segments_of(glyphs);
  std::size_t slots = 0;
  for (const Segment& segment : segments) slots += segment.last - segment.first + 1;
  const std::size_t count = segments.size() + 1;  // the format closes with U+FFFF
  const std::size_t length = 16 + 8 * count + 2 * slots;
  if (length > 0xFFFF || glyphs.contains(0xFFFF)) return "";
  Table table;
  put_header(table, length);
  put_search(table, count);
  for (const Segment& segment : segments) table.put(segment.last);
  table.put(0xFFFF);
  table.put(0);
  for (const Segment& segment : segments) table.put(segment.first);
  table.put(0xFFFF);
  for (std::size_t i = 0; i < segments.size(); ++i) table.put(0);
  table.put(1);
  // Each offset counts from its own place.
  std::size_t before = 0;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    table.put(2 * (count - i + before));
    before += segments[i].last - segments[i].first + 1;
  }
  table.put(0);
  for (const Segment& segment : segments) {
    for (unsigned code = segment.first; code <= segment.last; ++code) {
      const auto found = glyphs.find(static_cast<std::uint16_t>(code));
      table.put(found == glyphs.end() ? 0 : found->second);
    }
  }
  return table.take();
}

}  // namespace genpyo::exports
