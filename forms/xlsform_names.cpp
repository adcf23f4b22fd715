#include "forms/xlsform_names.h"

#include <algorithm>

#include "forms/form_fields.h"

namespace genpyo::forms::xlsform {
namespace {

bool is_letter(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' || byte >= 0x80;
}
bool is_digit(unsigned char byte) { return byte >= '0' && byte <= '9'; }
bool is_inside(unsigned char byte) {
  return is_letter(byte) || is_digit(byte) || byte == '-' || byte == '.';
}

// Small letters, digits and _ of it; every other run is one _.
std::string plain(const std::string& name) {
  std::string out;
  for (const char byte : name) {
    const char small = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    const bool legal = (small >= 'a' && small <= 'z') || is_digit(static_cast<unsigned char>(small)) || small == '_';
    if (legal) {
      out += small;
    } else if (!out.empty() && out.back() != '_') {
      out += '_';
    }
  }
  out.erase(0, std::min(out.find_first_not_of('_'), out.size()));
  while (out.ends_with('_') && !name.ends_with('_')) out.pop_back();
  if (!out.empty() && is_digit(static_cast<unsigned char>(out[0]))) out.insert(0, "n");
  return out.substr(0, longest_variable);
}

}  // namespace

bool is_xml_name(std::string_view name) {
  bool begins = true, prefixed = false;
  for (const char byte : name) {
    const auto code = static_cast<unsigned char>(byte);
    if (byte == ':' && !prefixed && !begins) {
      prefixed = begins = true;
    } else if (begins ? !is_letter(code) : !is_inside(code)) {
      return false;
    } else {
      begins = false;
    }
  }
  return !begins;
}

std::string NameTable::legal(const std::string& name, int row, std::size_t longest) {
  ++counts_[name];
  std::string base = plain(name).substr(0, longest);
  if (base.empty()) base = "row_" + std::to_string(row);
  std::string chosen = base;
  int& number = last_number_.try_emplace(base, 1).first->second;
  while (!taken_.insert(chosen).second) {
    const std::string ending = "_" + std::to_string(++number);
    chosen = base.substr(0, longest - std::min(longest, ending.size())) + ending;
  }
  now_.emplace(name, chosen);
  return chosen;
}

int NameTable::count(const std::string& name) const {
  const auto found = counts_.find(name);
  return found == counts_.end() ? 0 : found->second;
}

std::string NameTable::suggestion(const std::string& name) const {
  std::vector<std::string> names;
  for (const auto& [written, count] : counts_) names.push_back(written);
  std::sort(names.begin(), names.end());
  const std::string near = nearest(name, names);
  return near.empty() ? "Write the name of a row." : "Did you mean ${" + near + "}?";
}

std::string NameTable::now(const std::string& name) const {
  const auto found = now_.find(name);
  return found == now_.end() ? "" : found->second;
}

std::string NameTable::in_label(const std::string& text) const {
  std::string out;
  std::size_t at = 0;
  while (true) {
    const std::size_t begin = text.find("${", at);
    const std::size_t end = begin == std::string::npos ? begin : text.find('}', begin);
    if (end == std::string::npos) return out + text.substr(at);
    const std::string name = text.substr(begin + 2, end - begin - 2);
    const std::string renamed = now(name);
    out += text.substr(at, begin + 2 - at) + (renamed.empty() ? name : renamed) + "}";
    at = end + 1;
  }
}

std::string NameTable::in_expression(const std::string& given) const {
  const std::string text = in_label(given);
  std::string out;
  char quote = '\0';
  for (std::size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (quote != '\0' || byte == '"' || byte == '\'') {
      quote = quote == '\0' ? byte : byte == quote ? '\0' : quote;
    } else if (byte == '/' && at + 1 < text.size() && is_letter(static_cast<unsigned char>(text[at + 1]))) {
      std::size_t end = at + 1;
      while (end < text.size() && is_inside(static_cast<unsigned char>(text[end]))) ++end;
      const std::string step = text.substr(at + 1, end - at - 1);
      const std::string renamed = end < text.size() && text[end] == '(' ? "" : now(step);
      out += "/" + (renamed.empty() ? step : renamed);
      at = end;
      continue;
    }
    out += byte;
    ++at;
  }
  return out;
}

}  // namespace genpyo::forms::xlsform
