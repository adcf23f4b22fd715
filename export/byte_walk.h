// ByteWalk: a walk through a binary file that may be anything. Beyond its end every figure is 0,
// and the walk has failed.
#pragma once
#include <array>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

namespace genpyo::exports {

class ByteWalk {
 public:
  explicit ByteWalk(const std::string& path) : file_(path, std::ios::binary) {}

  bool failed() const { return !file_; }
  void set_big_endian(bool is_big) { is_big_ = is_big; }
  void go_to(std::uint64_t place) { file_.seekg(static_cast<std::streamoff>(place & INT64_MAX)); }

  void skip(std::uint64_t bytes) {
    if (bytes < 4096) file_.ignore(static_cast<std::streamsize>(bytes));
    else file_.seekg(static_cast<std::streamoff>(bytes & INT64_MAX), std::ios::cur);
  }

  template <std::size_t Size>
  std::array<unsigned char, Size> bytes() {
    std::array<unsigned char, Size> read{};
    file_.read(reinterpret_cast<char*>(read.data()), Size);
    return file_ ? read : std::array<unsigned char, Size>{};
  }

  template <std::size_t Size>
  std::uint64_t figure() {
    std::uint64_t value = 0;
    const auto read = bytes<Size>();
    for (std::size_t at = 0; at < Size; ++at) value = value << 8 | read[is_big_ ? at : Size - 1 - at];
    return value;
  }
  std::uint32_t word() { return static_cast<std::uint32_t>(figure<4>()); }

  std::string text(std::size_t bytes) {
    std::string read(bytes, '\0');
    file_.read(read.data(), static_cast<std::streamsize>(read.size()));
    return failed() ? std::string() : read;
  }

  // Goes past `expected`, and says whether it stood there.
  bool take(std::string_view expected) { return text(expected.size()) == expected; }

 private:
  std::ifstream file_;
  bool is_big_ = false;
};

}  // namespace genpyo::exports
