#include "forms/xlsform_names.h"

#include <algorithm>
#include <vector>

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

// What stands before _1, _12 …, one after the other: a_1_2 → a_1, a.
std::vector<std::string> stems(std::string name) {
  std::vector<std::string> found;
  while (true) {
    const std::size_t last = name.find_last_not_of("0123456789");
    const bool numbered = last != std::string::npos && last + 1 < name.size() && name[last] == '_' && last > 0;
    if (!numbered || name.size() - last > 3) return found;
    name.resize(last);
    found.push_back(name);
  }
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

bool NameTable::is_free(const std::string& name, bool repeated) const {
  if (taken_.count(name) != 0 || (repeated && numbered_.count(name) != 0)) return false;
  const std::vector<std::string> before = stems(name);
  return std::none_of(before.begin(), before.end(), [this](const std::string& stem) { return repeated_.count(stem) != 0; });
}

std::string NameTable::legal(const std::string& name, int row, std::size_t longest, bool repeated) {
  ++counts_[name];
  std::string base = plain(name).substr(0, longest);
  if (base.empty()) base = "row_" + std::to_string(row);
  const auto with = [&](const std::string& ending) {
    return base.substr(0, longest - std::min(longest, ending.size())) + ending;
  };
  // Numbers clash with those of a repeat's instances, letters do not.
  if (!is_free(base, repeated) && taken_.count(base) == 0) base = with("_b");
  std::string chosen = base;
  int& number = last_number_.try_emplace(base, 1).first->second;
  const std::string mark = repeated || repeated_.count(base) != 0 ? "_b" : "_";
  while (!is_free(chosen, repeated)) chosen = with(mark + std::to_string(++number));
  taken_.insert(chosen);
  if (repeated) repeated_.insert(chosen);
  for (std::string& stem : stems(chosen)) numbered_.insert(std::move(stem));
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
