// LongTexts: the texts of a Stata file that no fixed width holds (strL), which stand behind all
// rows. ReadStat would keep every one of them in memory from before the first row; they wait in a
// file without a name instead, and go where ReadStat closes its own, empty list.
#pragma once
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string_view>

#include "export/text_widths.h"
#include "export/whole_file.h"

namespace genpyo::exports {

class LongTexts {
 public:
  // How many bytes the texts of a variable will take: the file's map is written before them.
  static std::uint64_t bytes_of(const TextWidth& width);

  void expect(std::uint64_t bytes) { expected_ += bytes; }
  // Variable and row from 1. Called in the order of the rows, and in a row of the variables.
  void add(std::uint32_t variable, std::uint64_t row, std::string_view text);
  // Hands a piece of the file on, with the texts where they belong and their places in the map.
  void pass(std::string_view piece, WholeFile& file);
  // Whether all that was expected has come, and is in the file.
  bool whole() const { return !failed_ && written_ == expected_; }

 private:
  void keep(const void* bytes, std::size_t count);
  void copy(WholeFile& file);
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  std::uint64_t expected_ = 0, written_ = 0;
  bool failed_ = false, map_follows_ = false, is_behind_rows_ = false;
  std::unique_ptr<std::FILE, Close> waiting_;
};

}  // namespace genpyo::exports
