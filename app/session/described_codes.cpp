#include "app/session/described_codes.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "app/session/draft.h"
#include "app/session/editing.h"
#include "export/variables.h"

namespace genpyo::session {
namespace {

using exports::DescribedCode;
using exports::SaidLabel;
using ItemCode = std::pair<std::string, int>;  // an item and its code

constexpr int largest_code = 999;

bool is_code(std::int64_t code) { return code >= 1 && code <= largest_code; }

// As a coder can write one.
bool is_label(const std::string& text) {
  return !text.empty() && text.size() <= Draft::most_bytes && as_one_line(text) == text;
}

// Nothing where the item is not coded afterwards.
const forms::ChoiceList* list_of_coded(const forms::Form& form, const std::string& name) {
  const auto item = form.find(name);
  if (!item || form.items[*item].codes_of.empty()) return nullptr;
  return form.choices_of(form.items[*item]);
}

std::optional<std::int64_t> read_code(std::string_view text) {
  std::int64_t code = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), code);
  const bool is_plain = fault == std::errc() && end == text.data() + text.size() && text.front() != '0';
  return is_plain && is_code(code) ? std::optional(code) : std::nullopt;
}

// The label of a choice's column is the question, and what is chosen behind it.
std::string behind_question(const exports::Variable& sibling, const SaidLabel& said, const std::string& language) {
  const std::string &whole = sibling.label.in(language), &ending = sibling.ending.in(language), &text = said.label.in(language);
  if (!whole.ends_with(ending)) return {};
  const std::string_view question = std::string_view(whole).substr(0, whole.size() - ending.size());
  return text.starts_with(question) ? text.substr(question.size()) : "";
}

}  // namespace

std::string quotable(const std::string& label) {
  return label.size() > 120 ? std::to_string(label.size()) + " bytes" : as_one_line(label);
}

std::vector<DescribedCode> in_force(const forms::Form& form, const std::vector<store::AddedCode>& added, bool identifying) {
  std::vector<DescribedCode> codes;
  std::set<ItemCode> seen;
  for (const store::AddedCode& each : added) {
    const forms::ChoiceList* list = list_of_coded(form, each.item);
    const forms::Choice* choice = list == nullptr ? nullptr : list->find(each.code);
    if (choice == nullptr || (form.items[*form.find(each.item)].identifying && !identifying)) continue;
    if (choice->label.in(form.default_language) != each.label) continue;  // the list had it before
    if (seen.emplace(each.item, each.code).second) codes.push_back({each.item, each.code, each.label});
  }
  return codes;
}

std::vector<DescribedCode> codes_of_labels(const forms::Form& form, const std::vector<SaidLabel>& labels) {
  const auto variables = exports::variables_of(form, {.identifying = true});
  if (!variables) return {};
  std::map<std::string, const exports::Variable*> siblings;  // a choice's column, by item
  std::set<std::string> names;
  for (const exports::Variable& each : *variables) {
    names.insert(each.name);
    if (each.role == exports::Variable::Role::choice) siblings.emplace(form.items[each.item].name, &each);
  }
  std::vector<DescribedCode> codes;
  for (const SaidLabel& said : labels) {
    const std::size_t dash = said.variable.rfind('_');
    const bool is_choice = !said.code && dash != said.variable.npos && names.count(said.variable) == 0;
    if (!said.code && !is_choice) continue;
    const std::string item = is_choice ? said.variable.substr(0, dash) : said.variable;
    const auto code = is_choice ? read_code(std::string_view(said.variable).substr(dash + 1)) : said.code;
    const forms::ChoiceList* list = list_of_coded(form, item);
    if (list == nullptr || !code || (is_code(*code) && list->find(static_cast<int>(*code)) != nullptr)) continue;
    const auto sibling = siblings.find(item);
    if (is_choice && sibling == siblings.end()) continue;
    const std::string& language = form.default_language;
    const std::string label = is_choice ? behind_question(*sibling->second, said, language) : said.label.in(language);
    if (!label.empty()) codes.push_back({item, *code, label});
  }
  return codes;
}

TakenCodes take_codes(const forms::Form& form, const std::vector<DescribedCode>& described) {
  TakenCodes taken;
  std::map<ItemCode, std::string> seen;
  for (const DescribedCode& each : described) {
    const auto fault = [&](const char* key, std::vector<std::string> arguments) {
      taken.faults.push_back({1, quotable(each.item), key, std::move(arguments)});
    };
    const forms::ChoiceList* list = list_of_coded(form, each.item);
    if (list == nullptr || !is_code(each.code) || !is_label(each.label)) {
      fault(list == nullptr ? "intake.not_coded" : "intake.no_added_code", {std::to_string(each.code), quotable(each.label)});
      continue;
    }
    const int code = static_cast<int>(each.code);
    const forms::Choice* own = list->find(code);
    const auto [before, is_new] = seen.emplace(ItemCode{each.item, code}, own == nullptr ? each.label : own->label.in(form.default_language));
    if (before->second != each.label) fault("intake.code_differs", {std::to_string(code), quotable(each.label), quotable(before->second)});
    else if (is_new && own == nullptr) taken.added.push_back({each.item, code, each.label, "", ""});
  }
  return taken;
}

std::string codes_without_label(const forms::Item& item, const forms::ChoiceList* list, const std::string& cell) {
  if (item.codes_of.empty() || list == nullptr) return {};
  std::string lacking;
  for (std::size_t begin = 0; begin < cell.size();) {
    const std::size_t end = std::min(cell.find(' ', begin), cell.size());
    const auto code = end > begin ? read_code(std::string_view(cell).substr(begin, end - begin)) : std::nullopt;
    if (!code) return {};
    if (list->find(static_cast<int>(*code)) == nullptr) lacking += (lacking.empty() ? "" : " ") + std::to_string(*code);
    begin = end + 1;
  }
  return lacking;
}

}  // namespace genpyo::session
