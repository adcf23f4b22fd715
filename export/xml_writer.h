// XML as it is written: tags in order, every text escaped, in UTF-8, one element a line.
//
// XML has no way to say a control character, a broken byte or U+FFFE: each becomes U+FFFD and stays
// visible; `replaced` counts them, so that whoever writes can remark on it.
#pragma once
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "export/whole_file.h"

namespace genpyo::exports {

class XmlWriter {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  // `file` must outlive it.
  explicit XmlWriter(WholeFile& file);
  XmlWriter(const XmlWriter&) = delete;
  XmlWriter& operator=(const XmlWriter&) = delete;
  ~XmlWriter();  // hands over what is left

  // An attribute with an empty value is left out.
  void open(std::string_view name, Attributes attributes = {});
  void text(std::string_view text);
  void close();
  // <name …>text</name>, or <name …/> where the text is empty.
  void element(std::string_view name, Attributes attributes = {}, std::string_view text = {});

  std::size_t replaced() const { return replaced_; }

 private:
  void begin(std::string_view name, Attributes attributes);
  void append_escaped(std::string_view text, bool in_attribute);
  void end_tag();

  WholeFile& file_;
  std::string buffer_, scratch_;
  std::vector<std::string> open_;
  bool tag_is_open_ = false;  // "<name" stands there without its ">"
  bool has_text_ = false;
  std::size_t replaced_ = 0;
};

}  // namespace genpyo::exports
