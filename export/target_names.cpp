#include "export/target_names.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "export/whole_text.h"
#include "forms/text.h"

namespace genpyo::exports {
namespace {

using namespace std::literals;

constexpr std::array spss_words = {"all"sv, "and"sv, "by"sv, "eq"sv, "ge"sv,  "gt"sv, "le"sv,
                                   "lt"sv,  "ne"sv,  "not"sv, "or"sv, "to"sv, "with"sv};
constexpr std::array stata_words = {"_all"sv, "_b"sv,    "byte"sv, "_coef"sv, "_cons"sv, "double"sv, "float"sv,
                                    "if"sv,   "in"sv,    "int"sv,  "long"sv,  "_n"sv,    "_pi"sv,    "_pred"sv,
                                    "_rc"sv,  "_skip"sv, "strl"sv, "using"sv, "with"sv};

constexpr std::size_t longest_end = 12;  // of a long name: what tells partners_11 from partners_12

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

std::string small(std::string_view name) {
  std::string out(name);
  for (char& byte : out) byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  return out;
}

std::size_t most_bytes(Target target) { return target == Target::spss ? 64 : 32; }

bool is_word(Target target, const std::string& name) {
  const std::string word = small(name);
  if (target == Target::spss) return std::find(spss_words.begin(), spss_words.end(), word) != spss_words.end();
  const bool is_text_type = word.starts_with("str") && word.size() > 3 && is_digit(word[3]);
  return is_text_type || std::find(stata_words.begin(), stata_words.end(), word) != stata_words.end();
}

std::string shortened(const std::string& name, std::size_t most) {
  if (name.size() <= most) return name;
  const auto end = name.rfind('_');
  const bool has_end = end != std::string::npos && name.size() - end <= longest_end;
  const std::string tail = has_end ? name.substr(end) : "";
  return name.substr(0, most - tail.size()) + tail;
}

std::string legal(Target target, const std::string& name) {
  std::string out;
  for (const char byte : name) out += is_letter(byte) || is_digit(byte) ? byte : '_';
  if (out.empty() || !is_letter(out.front())) out.insert(0, "v");
  if (is_word(target, out)) out += '_';
  return shortened(out, most_bytes(target));
}

std::string numbered(const std::string& name, std::size_t most, int number) {
  const std::string end = '_' + std::to_string(number);
  return name.substr(0, std::min(name.size(), most - end.size())) + end;
}

}  // namespace

std::string_view fitted(std::string_view label, std::size_t most, const LabelRoom& room) {
  return room.in_characters ? cut_at_characters(label, most) : cut_at_bytes(label, most);
}

std::string fitted_label(const Variable& variable, const std::string& language, const LabelRoom& room) {
  const std::string whole = label_of(variable, language), &ending = variable.ending.in(language);
  if (fitted(whole, room.variable, room).size() == whole.size()) return whole;
  const std::string& label = variable.label.in(language);
  if (ending.empty() || !label.ends_with(ending)) return std::string(fitted(whole, room.variable, room));
  constexpr std::size_t fewest = 8;  // less of a question tells nothing
  const std::string end = "…" + ending;
  const std::size_t used = room.in_characters ? forms::code_points(end).size() : end.size();
  if (used + fewest > room.variable) return std::string(fitted(ending.substr(ending.find_first_not_of(": (")), room.variable, room));
  const std::string question = label.substr(0, label.size() - ending.size());
  return std::string(fitted(question, room.variable - used, room)) + end;
}

std::vector<std::string> names_for(Target target, const std::vector<Variable>& variables, Remarks& remarks) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  for (const Variable& variable : variables) {
    const std::string wanted = legal(target, variable.name);
    std::string name = wanted;
    for (int number = 2; !taken.insert(small(name)).second; ++number) {
      name = numbered(wanted, most_bytes(target), number);
    }
    if (name != variable.name) remarks.renamed(variable.name, name, target == Target::spss ? "sav" : "dta");
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace genpyo::exports
