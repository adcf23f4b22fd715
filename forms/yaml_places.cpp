#include "forms/yaml_places.h"

#include <algorithm>

namespace genpyo::forms::yaml {

Places::Places(std::string_view text, std::string_view file) : text_(text), file_(file) {
  starts_.push_back(0);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\n') starts_.push_back(at + 1);
  }
}

Place Places::at(int line, int byte) {
  line = std::clamp(line, 0, static_cast<int>(starts_.size()) - 1);
  const std::size_t start = starts_[static_cast<std::size_t>(line)];
  if (line != line_) {
    line_ = line;
    at_ = start;
    characters_ = 0;
  }
  const auto target = std::min(start + static_cast<std::size_t>(std::max(byte, 0)), text_.size());
  for (; at_ < target; ++at_) characters_ += begins_character(at_) ? 1 : 0;
  for (; at_ > target; --at_) characters_ -= begins_character(at_ - 1) ? 1 : 0;
  return {file_, line_ + 1, characters_ + 1};
}

Place Places::of_scalar(int line, int byte) {
  Place place = at(line, byte);
  if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) ++place.column;
  return place;
}

std::string_view Places::line(int line) const {
  if (line < 0 || static_cast<std::size_t>(line) >= starts_.size()) return "";
  const std::string_view rest = text_.substr(starts_[static_cast<std::size_t>(line)]);
  return rest.substr(0, rest.find('\n'));
}

}  // namespace genpyo::forms::yaml
