// TextWidths: how long the texts of each variable become in a file of UTF-8 without NUL, where a
// broken byte takes three.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "export/row.h"

namespace genpyo::exports {

struct TextWidth {
  std::size_t longest = 0;                // bytes
  bool is_altered = false;   // one of them, to be whole
  std::uint64_t count = 0, together = 0;  // of those that are not empty: how many, and their bytes
};

class TextWidths {
 public:
  void look(const Row& row, const std::vector<Variable>& variables);
  TextWidth of(std::size_t variable) const { return variable < of_.size() ? of_[variable] : TextWidth{}; }

 private:
  std::vector<TextWidth> of_;
  std::string scratch_;
};

// How a cell of text is written: a date or a missing kind (-2) among texts too. Valid until the next.
std::string_view text_of(const Cell& cell, const Variable& variable, std::string& scratch);

}  // namespace genpyo::exports
