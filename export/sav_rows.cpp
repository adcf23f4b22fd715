#include "export/sav_rows.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <sstream>
#include <vector>

#include "export/byte_walk.h"

namespace genpyo::exports {
namespace {

constexpr std::size_t most_columns = 400'000, most_octets = 32, bytes_a_part = 252, most_length_bytes = 16u << 20;
constexpr std::uint32_t utf8 = 65'001;
constexpr unsigned text_format = 1;

enum Record : std::uint32_t { variable = 2, value_labels = 3, variables_of_labels = 4, document = 6, extension = 7, last = 999 };
enum Extension : std::uint32_t { integers = 3, very_long_texts = 14 };
enum Code : unsigned char { padding = 0, end_of_data = 252, verbatim = 253, blanks = 254, absent = 255 };

std::uint64_t padded_to_4(std::uint32_t bytes) { return (std::uint64_t{bytes} + 3) / 4 * 4; }

struct Column {
  bool is_text = false;
  std::size_t octets = 1;  // of eight bytes each
};

class SavWalk {
 public:
  explicit SavWalk(const std::string& path) : file_(path) {}

  bool is_sound() {
    if (!read_header() || !read_records()) return false;
    return !is_utf8_ || lengths_.empty() || (are_lengths_sound() && are_rows_sound());
  }

 private:
  using Octet = std::array<unsigned char, 8>;

  bool read_header() {
    if (!file_.take("$FL2")) return false;  // $FL3 is packed by zlib
    file_.skip(60);
    const std::uint32_t layout = file_.word();
    file_.set_big_endian(layout != 2 && layout != 3);
    file_.skip(4);
    const auto packing = file_.bytes<4>();
    is_packed_ = packing == std::array<unsigned char, 4>{1, 0, 0, 0} || packing == std::array<unsigned char, 4>{0, 0, 0, 1};
    if (!is_packed_ && packing != std::array<unsigned char, 4>{}) return false;
    file_.skip(176 - 76);
    return !file_.failed();
  }

  bool read_records() {
    while (!file_.failed()) {
      switch (file_.word()) {
        case variable:
          if (!read_variable()) return false;
          break;
        case value_labels:
          if (!skip_value_labels()) return false;
          break;
        case document: file_.skip(std::uint64_t{80} * file_.word()); break;
        case extension:
          if (!read_extension()) return false;
          break;
        case last:
          file_.skip(4);
          return !file_.failed() && !columns_.empty();
        default: return false;
      }
    }
    return false;
  }

  bool read_variable() {
    const auto type = static_cast<std::int32_t>(file_.word());
    const std::uint32_t has_label = file_.word();
    const auto missing = static_cast<std::int32_t>(file_.word());
    const std::uint32_t print = file_.word(), write = file_.word();
    const auto name = file_.bytes<8>();
    if (type < 0) return has_label == 0 && missing == 0 && continue_text();
    if (has_label != 0) file_.skip(padded_to_4(file_.word()));
    if (missing < -3 || missing > 3 || columns_.size() == most_columns) return false;
    file_.skip(std::uint64_t{8} * static_cast<std::uint32_t>(std::abs(missing)));
    const auto format = [](std::uint32_t of) { return of >> 16 & 0xFF; };
    places_.emplace(key_of({name.begin(), name.end()}), columns_.size());
    columns_.push_back({type > 0 || format(print) == text_format || format(write) == text_format});
    return true;
  }

  bool continue_text() {
    return !columns_.empty() && columns_.back().is_text && ++columns_.back().octets <= most_octets;
  }

  bool skip_value_labels() {
    for (std::uint32_t left = file_.word(); left > 0 && !file_.failed(); --left) {
      file_.skip(8);
      const std::uint64_t length = file_.figure<1>();
      file_.skip((length + 8) / 8 * 8 - 1);
    }
    if (file_.word() != variables_of_labels) return false;
    file_.skip(std::uint64_t{4} * file_.word());
    return true;
  }

  bool read_extension() {
    const std::uint32_t kind = file_.word();
    std::uint64_t bytes = file_.word();
    bytes *= file_.word();
    if (kind == very_long_texts) return read_lengths(bytes);
    if (kind == integers && bytes == 32) {
      file_.skip(28);
      is_utf8_ = file_.word() == utf8 || is_utf8_;
    } else {
      file_.skip(bytes);
    }
    return true;
  }

  // NAME=LENGTH, with NULs and a tab between them.
  bool read_lengths(std::uint64_t bytes) {
    if (bytes > most_length_bytes) return false;
    std::istringstream entries(file_.text(bytes));
    for (std::string entry; std::getline(entries, entry, '\t');) {
      const std::size_t sign = entry.find('=');
      if (sign == entry.npos) return false;
      lengths_[key_of(entry.substr(0, sign))] = std::strtoull(entry.c_str() + sign + 1, nullptr, 10);
    }
    return !file_.failed();
  }

  // As ReadStat compares names.
  static std::string key_of(std::string name) {
    name.erase(std::min(name.find('\0'), name.find_last_not_of(' ') + 1));
    for (char& letter : name) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    return name;
  }

  // All parts of a long text are there, and are texts. Of columns with one name it may be any.
  bool are_lengths_sound() const {
    for (const auto& [name, length] : lengths_) {
      const std::uint64_t parts = std::max<std::uint64_t>(1, length / bytes_a_part + (length % bytes_a_part != 0));
      const auto [begin, end] = places_.equal_range(name);
      for (auto found = begin; found != end; ++found) {
        if (parts > columns_.size() - found->second) return false;
        const auto first = columns_.begin() + static_cast<std::ptrdiff_t>(found->second);
        const auto is_text = [](const Column& column) { return column.is_text; };
        if (!std::all_of(first, first + static_cast<std::ptrdiff_t>(parts), is_text)) return false;
      }
    }
    return true;
  }

  // No column of a text is nothing but NULs.
  bool are_rows_sound() {
    while (true) {
      for (const Column& column : columns_) {
        bool is_nothing = column.is_text;
        for (std::size_t octet = 0; octet < column.octets; ++octet) {
          if (!next_octet(column.is_text)) return !is_wrong_;
          is_nothing = is_nothing && is_nul_;
        }
        if (is_nothing) return false;
      }
    }
  }

  // Nothing where the rows end. A text is packed as it stands, or as blanks.
  bool next_octet(bool is_text) {
    if (!is_packed_) return take_octet();
    while (true) {
      if (at_ == codes_.size()) {
        codes_ = file_.bytes<8>();
        at_ = 0;
      }
      if (file_.failed()) return false;
      const unsigned char code = codes_[at_++];
      if (code == padding) continue;
      if (code == end_of_data) return false;
      if (code == verbatim) return take_octet();
      is_wrong_ = is_text && code != blanks;
      is_nul_ = false;
      return !is_wrong_;
    }
  }

  bool take_octet() {
    is_nul_ = file_.bytes<8>() == Octet{};
    return !file_.failed();
  }

  ByteWalk file_;
  std::vector<Column> columns_;
  std::multimap<std::string, std::size_t> places_;  // of the columns, by name
  std::map<std::string, std::uint64_t> lengths_;    // of long texts, in bytes
  bool is_packed_ = false, is_utf8_ = false;
  Octet codes_{};
  std::size_t at_ = 8;  // the next of the codes
  bool is_nul_ = false, is_wrong_ = false;
};

}  // namespace

bool has_sound_rows(const std::string& path) { return SavWalk(path).is_sound(); }

}  // namespace genpyo::exports
