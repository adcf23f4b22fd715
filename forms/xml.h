// XML as a stream of tags and texts, as far as a workbook's parts use it: no DTD (so no entity of a
// file's own), prefixes of names left off. It allocates nothing but what it decodes.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace genpyo::forms::xml {

class Scanner {
 public:
  enum class Event { open, close, text, end, broken };

  // The text must outlive it.
  explicit Scanner(std::string_view text) : text_(text) {}

  // `broken` (not well-formed, cut off) and `end` are given for ever after. A tag that closes
  // itself gives open, then close.
  Event next();
  std::string_view name() const { return name_; }  // of the tag that was opened or closed
  std::string text() const;                        // of the text, decoded
  // An attribute of the opened tag, by its name without prefix: decoded, "" when absent.
  std::string attribute(std::string_view name) const;
  int depth() const { return depth_; }             // of open tags, with this one

 private:
  Event tag();
  Event fail() { return last_ = Event::broken; }
  bool skip_past(std::string_view ending);
  std::size_t end_of_tag() const;

  std::string_view text_, name_, attributes_, run_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool closes_itself_ = false, is_cdata_ = false;
  Event last_ = Event::text;
};

}  // namespace genpyo::forms::xml
