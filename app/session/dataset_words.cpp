#include "app/session/dataset_words.h"

#include <algorithm>

#include "export/missing_codes.h"

namespace genpyo::session {
namespace {

constexpr std::string_view between_words = "; ";  // export/csv.h: words_of_codes

bool is_codes(std::string_view text) { return text.find_first_not_of("0123456789 ") == text.npos; }

std::vector<std::string> words_of(const forms::Label& label, const std::string& language) {
  if (!language.empty()) return {label.in(language)};
  std::vector<std::string> words;
  for (const auto& [its_language, word] : label.texts()) words.push_back(word);
  return words;
}

}  // namespace

DatasetWords::DatasetWords(const std::vector<exports::Variable>& variables, const std::vector<exports::KindCode>& kinds,
                           bool worded, const std::string& language)
    : worded_(worded) {
  for (const exports::KindCode& each : kinds) kinds_[each.variable].emplace(each.code, each.kind);
  for (const forms::Missing kind : forms::all_missing) {
    if (kinds.empty()) kinds_[""].emplace(std::to_string(exports::analysis_code(kind)), kind);
    for (const std::string& word : words_of(exports::label_of(kind), language)) kinds_[""].emplace(word, kind);
  }
  for (const exports::Variable& variable : variables) {
    for (const exports::ValueLabel& each : variable.codes) {
      for (const std::string& word : words_of(each.label, language)) words_[variable.name][word].insert(each.code);
    }
  }
}

std::optional<forms::Missing> DatasetWords::kind_of(const std::string& variable, const std::string& text) const {
  for (const std::string& name : {variable, std::string()}) {
    const auto its = kinds_.find(name);
    if (its == kinds_.end()) continue;
    if (const auto found = its->second.find(text); found != its->second.end()) return found->second;
  }
  return std::nullopt;
}

const DatasetWords::Codes* DatasetWords::meanings_of(const std::string& variable, const std::string& word) const {
  const auto its = words_.find(variable);
  if (its == words_.end()) return nullptr;
  const auto found = its->second.find(word);
  return found == its->second.end() ? nullptr : &found->second;
}

bool DatasetWords::has_parted_word(const std::string& variable) const {
  const auto its = words_.find(variable);
  return its != words_.end() && std::any_of(its->second.begin(), its->second.end(), [](const auto& each) {
           return each.first.find(between_words) != std::string::npos;
         });
}

std::optional<std::string> DatasetWords::in_codes(const exports::Variable& variable, const std::string& text) const {
  if (!worded_ && is_codes(text)) return text;
  const bool is_list = variable.kind == exports::Variable::Kind::text;  // "1 5 6", else a single code
  if (is_list && text.find(between_words) != text.npos && has_parted_word(variable.name)) return std::nullopt;
  std::string codes, rest = text;
  for (std::size_t count = 0; !rest.empty() || count == 0; ++count) {
    const auto end = is_list ? std::min(rest.find(between_words), rest.size()) : rest.size();
    const std::string word = rest.substr(0, end);
    const Codes* meanings = meanings_of(variable.name, word);
    if (meanings == nullptr) return text;  // no word: what it is, the item says
    if (meanings->size() > 1 || kind_of(variable.name, word)) return std::nullopt;
    codes += (codes.empty() ? "" : " ") + std::to_string(*meanings->begin());
    rest.erase(0, end + (end < rest.size() ? between_words.size() : 0));
  }
  return codes;
}

}  // namespace genpyo::session
