// Places: from where a YAML parser is, to where an author looks: lines and characters from 1.
// Internal to yaml.cpp; the text must outlive it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "forms/diagnostic.h"

namespace genpyo::forms::yaml {

class Places {
 public:
  Places(std::string_view text, std::string_view file);

  // The file as a whole.
  Place whole() const { return {file_, 0, 0}; }
  // The character at a byte of a line, both from 0. Queries come nearly in order: each walks on
  // from the last, so that a line of megabytes stays linear.
  Place at(int line, int byte);
  // The same, but behind the opening quote where there is one: where a scalar's text begins.
  Place of_scalar(int line, int byte);
  // The text of a line, from 0; "" for one that is not there.
  std::string_view line(int line) const;

 private:
  bool begins_character(std::size_t at) const { return (text_[at] & 0xC0) != 0x80; }

  std::string_view text_;
  std::string file_;
  std::vector<std::size_t> starts_;  // of the lines, as byte offsets
  int line_ = 0;
  std::size_t at_ = 0;  // where the last walk ended
  int characters_ = 0;  // of the line, before at_
};

}  // namespace genpyo::forms::yaml
