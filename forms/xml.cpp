#include "forms/xml.h"

#include <algorithm>
#include <charconv>

#include "forms/text.h"

namespace genpyo::forms::xml {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view without_prefix(std::string_view name) {
  return name.substr(std::min(name.find(':') + 1, name.size()));
}

// "#x3042" or "#12354" as a character; 0 when it is none that XML allows.
char32_t character(std::string_view entity) {
  entity.remove_prefix(1);
  const int base = entity.starts_with('x') ? 16 : 10;
  if (base == 16) entity.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(entity.data(), entity.data() + entity.size(), code, base);
  const bool whole = error == std::errc{} && end == entity.data() + entity.size();
  const bool legal = code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
  return whole && legal ? static_cast<char32_t>(code) : U'\0';
}

std::string decoded(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t mark = std::min(text.find('&'), text.size());
    out += text.substr(0, mark);
    text.remove_prefix(mark);
    if (text.empty()) break;
    const std::size_t end = text.substr(0, 12).find(';');
    const std::string_view entity = end == std::string_view::npos ? "" : text.substr(1, end - 1);
    const char32_t special = entity == "amp"    ? U'&'
                             : entity == "lt"   ? U'<'
                             : entity == "gt"   ? U'>'
                             : entity == "quot" ? U'"'
                             : entity == "apos" ? U'\''
                             : entity.size() > 1 && entity[0] == '#' ? character(entity)
                                                                     : U'\0';
    if (special == U'\0') {  // unknown: it stays as it is written
      out += '&';
      text.remove_prefix(1);
    } else {
      append_utf8(out, special);
      text.remove_prefix(end + 1);
    }
  }
  return out;
}

}  // namespace

bool Scanner::skip_past(std::string_view ending) {
  const std::size_t found = text_.find(ending, at_);
  if (found == std::string_view::npos) return false;
  at_ = found + ending.size();
  return true;
}

// The ">" of the tag at at_; one in quotes belongs to an attribute.
std::size_t Scanner::end_of_tag() const {
  std::size_t at = at_;
  while (true) {
    at = text_.find_first_of("\"'>", at);
    if (at == std::string_view::npos || text_[at] == '>') return at;
    at = text_.find(text_[at], at + 1);
    if (at == std::string_view::npos) return at;
    ++at;
  }
}

Scanner::Event Scanner::tag() {
  const std::size_t end = end_of_tag();
  if (end == std::string_view::npos) return fail();
  std::string_view inside = text_.substr(at_ + 1, end - at_ - 1);
  at_ = end + 1;
  const bool closes = inside.starts_with('/');
  if (closes) inside.remove_prefix(1);
  closes_itself_ = !closes && inside.ends_with('/');
  if (closes_itself_) inside.remove_suffix(1);
  const std::size_t name_end = std::min(inside.find_first_of(blanks), inside.size());
  name_ = without_prefix(inside.substr(0, name_end));
  if (name_.empty()) return fail();
  attributes_ = inside.substr(name_end);
  if (!closes) {
    ++depth_;
    return Event::open;
  }
  return --depth_ < 0 ? fail() : Event::close;
}

Scanner::Event Scanner::next() {
  if (last_ == Event::end || last_ == Event::broken) return last_;
  if (closes_itself_) {
    closes_itself_ = false;
    --depth_;
    return Event::close;
  }
  while (at_ < text_.size()) {
    const std::string_view rest = text_.substr(at_, 9);
    is_cdata_ = rest == "<![CDATA[";
    if (is_cdata_) {
      const std::size_t begin = at_ + rest.size();
      if (!skip_past("]]>")) return fail();
      run_ = text_.substr(begin, at_ - 3 - begin);
      return Event::text;
    }
    if (rest.starts_with("<!--")) {
      if (!skip_past("-->")) return fail();
    } else if (rest.starts_with("<?")) {
      if (!skip_past("?>")) return fail();
    } else if (rest.starts_with("<!")) {
      return fail();
    } else if (rest.starts_with('<')) {
      return tag();
    } else {
      const std::size_t end = std::min(text_.find('<', at_), text_.size());
      run_ = text_.substr(at_, end - at_);
      at_ = end;
      if (depth_ > 0) return Event::text;
    }
  }
  return depth_ > 0 ? fail() : last_ = Event::end;
}

std::string Scanner::text() const { return is_cdata_ ? std::string(run_) : decoded(run_); }

std::string Scanner::attribute(std::string_view wanted) const {
  std::string_view rest = attributes_;
  while (true) {
    rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos) return "";
    std::string_view name = rest.substr(0, equals);
    name = name.substr(0, name.find_last_not_of(blanks) + 1);
    rest.remove_prefix(equals + 1);
    rest.remove_prefix(std::min(rest.find_first_not_of(blanks), rest.size()));
    if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) return "";
    const std::size_t end = rest.find(rest[0], 1);
    if (end == std::string_view::npos) return "";
    if (without_prefix(name) == wanted) return decoded(rest.substr(1, end - 1));
    rest.remove_prefix(end + 1);
  }
}

}  // namespace genpyo::forms::xml
