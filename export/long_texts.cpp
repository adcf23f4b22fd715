#include "export/long_texts.h"

#include <array>
#include <cstring>

namespace genpyo::exports {
namespace {

// "GSO", variable (4 bytes), row (8), type (1), length (4); then the text and a NUL.
constexpr std::size_t head = 3 + 4 + 8 + 1 + 4;
constexpr char type_of_text = '\x82';

// Places in the file: of the value labels, of the file's end and of what is behind it.
constexpr std::size_t places = 14, first_behind_texts = 11;
using Map = std::array<std::uint64_t, places>;

template <typename Number>
char* put(char* at, Number number) {
  std::memcpy(at, &number, sizeof number);
  return at + sizeof number;
}

}  // namespace

std::uint64_t LongTexts::bytes_of(const TextWidth& width) { return width.count * (head + 1) + width.together; }

void LongTexts::keep(const void* bytes, std::size_t count) {
  if (!waiting_) waiting_.reset(std::tmpfile());
  if (!waiting_ || std::fwrite(bytes, 1, count, waiting_.get()) != count) failed_ = true;
}

void LongTexts::add(std::uint32_t variable, std::uint64_t row, std::string_view text) {
  char bytes[head] = {'G', 'S', 'O'};
  char* at = put(bytes + 3, variable);
  at = put(at, row);
  at = put(at, type_of_text);
  put(at, static_cast<std::uint32_t>(text.size() + 1));
  keep(bytes, head);
  keep(text.data(), text.size());
  keep("", 1);
}

void LongTexts::pass(std::string_view piece, WholeFile& file) {
  if (map_follows_ && piece.size() == sizeof(Map)) {
    Map map;
    std::memcpy(map.data(), piece.data(), sizeof map);
    for (std::size_t place = first_behind_texts; place < places; ++place) map[place] += expected_;
    file.write({reinterpret_cast<const char*>(map.data()), sizeof map});
  } else {
    if (is_behind_rows_ && piece == "</strls>") copy(file);
    file.write(piece);
  }
  map_follows_ = piece == "<map>";
  is_behind_rows_ = is_behind_rows_ || piece == "<strls>";
}

void LongTexts::copy(WholeFile& file) {
  if (!waiting_) return;
  if (std::fseek(waiting_.get(), 0, SEEK_SET) != 0) failed_ = true;
  std::array<char, 1 << 16> piece;
  while (const std::size_t count = std::fread(piece.data(), 1, piece.size(), waiting_.get())) {
    file.write({piece.data(), count});
    written_ += count;
  }
  waiting_.reset();
}

}  // namespace genpyo::exports
