#include "export/xml_writer.h"

#include <cassert>

#include "export/whole_text.h"

namespace genpyo::exports {
namespace {

constexpr std::size_t full_buffer = 1 << 16;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_forbidden(unsigned char byte) { return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r'; }

// U+FFFE and U+FFFF: the only ones beyond control characters that valid UTF-8 can hold and XML not.
bool is_noncharacter(std::string_view text, std::size_t at) {
  return text.substr(at, 3) == "\xEF\xBF\xBE" || text.substr(at, 3) == "\xEF\xBF\xBF";
}

std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

}  // namespace

XmlWriter::XmlWriter(WholeFile& file) : file_(file) { buffer_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"; }

XmlWriter::~XmlWriter() { file_.write(buffer_); }

void XmlWriter::begin(std::string_view name, Attributes attributes) {
  end_tag();
  if (!has_text_) buffer_.append(2 * open_.size(), ' ');
  buffer_ += '<';
  buffer_ += name;
  for (const auto& [key, value] : attributes) {
    if (value.empty()) continue;
    buffer_ += ' ';
    buffer_ += key;
    buffer_ += "=\"";
    append_escaped(value, true);
    buffer_ += '"';
  }
}

void XmlWriter::open(std::string_view name, Attributes attributes) {
  begin(name, attributes);
  open_.emplace_back(name);
  tag_is_open_ = true;
  has_text_ = false;
}

void XmlWriter::end_tag() {
  if (!tag_is_open_) return;
  buffer_ += ">\n";
  tag_is_open_ = false;
}

void XmlWriter::text(std::string_view text) {
  if (text.empty()) return;
  if (tag_is_open_) buffer_ += '>';
  tag_is_open_ = false;
  has_text_ = true;
  append_escaped(text, false);
}

void XmlWriter::close() {
  assert(!open_.empty());
  const std::string name = std::move(open_.back());
  open_.pop_back();
  if (tag_is_open_) {
    buffer_ += "/>\n";
  } else {
    if (!has_text_) buffer_.append(2 * open_.size(), ' ');
    buffer_ += "</" + name + ">\n";
  }
  tag_is_open_ = has_text_ = false;
  if (buffer_.size() < full_buffer) return;
  file_.write(buffer_);
  buffer_.clear();
}

void XmlWriter::element(std::string_view name, Attributes attributes, std::string_view content) {
  open(name, attributes);
  text(content);
  close();
}

void XmlWriter::append_escaped(std::string_view text, bool in_attribute) {
  const std::string_view whole = whole_text(text, Nul::replaced, scratch_);
  if (whole.data() != text.data()) replaced_ += occurrences(whole, replacement) - occurrences(text, replacement);
  for (std::size_t at = 0; at < whole.size(); ++at) {
    const char byte = whole[at];
    if (is_forbidden(static_cast<unsigned char>(byte)) || is_noncharacter(whole, at)) {
      ++replaced_;
      buffer_ += replacement;
      if (static_cast<unsigned char>(byte) >= 0x20) at += 2;
      continue;
    }
    switch (byte) {
      case '&': buffer_ += "&amp;"; break;
      case '<': buffer_ += "&lt;"; break;
      case '>': buffer_ += "&gt;"; break;
      case '\r': buffer_ += "&#13;"; break;
      case '"': buffer_ += in_attribute ? "&quot;" : "\""; break;
      case '\n': buffer_ += in_attribute ? "&#10;" : "\n"; break;
      case '\t': buffer_ += in_attribute ? "&#9;" : "\t"; break;
      default: buffer_ += byte;
    }
  }
}

}  // namespace genpyo::exports
