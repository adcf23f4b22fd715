// Zip: the files inside an archive (a workbook is one), opened one at a time and bounded.
//
// What the directory says of sizes is not believed: a file is inflated as far as its bound, no
// further. No encryption, no ZIP64, methods stored and deflated. The only room that knows zlib.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "forms/result.h"

namespace genpyo::forms {

class Zip {
 public:
  // The bytes must outlive it. Fails with one sentence when they are no archive.
  static Result<Zip> open(std::string_view bytes);

  bool has(const std::string& name) const { return entries_.count(name) != 0; }
  // One file whole. Fails when it is not there, damaged, or longer than `limit`.
  Result<std::string> read(const std::string& name, std::size_t limit) const;

 private:
  struct Entry {
    std::uint32_t header = 0;  // where its local header begins
    std::uint32_t size = 0;    // as it is packed
    std::uint32_t checksum = 0;
    std::uint16_t flags = 0, method = 0;
  };

  explicit Zip(std::string_view bytes) : bytes_(bytes) {}
  bool read_directory();
  std::uint32_t number(std::size_t at, int width) const;
  Result<std::string_view> packed(const std::string& name, const Entry& entry) const;

  std::string_view bytes_;
  std::map<std::string, Entry> entries_;
};

}  // namespace genpyo::forms
