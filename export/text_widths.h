// How much room a variable's cells take in a file. TextWidths: how long its texts become in UTF-8
// without NUL, where a broken byte takes three.
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

// How wide a figure is when written, with sign and point.
int width_of(const Variable& variable, const Extent& extent);

}  // namespace genpyo::exports
