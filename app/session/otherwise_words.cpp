// The words of Otherwise: many answers and questions in little room.
#include <algorithm>
#include <optional>

#include "app/session/otherwise.h"
#include "app/session/words.h"

namespace genpyo::session {
namespace {

using forms::Form;
using forms::ItemIndex;
using forms::Value;

// Above these a list gives numbers alone, or says how many more there are.
constexpr std::size_t most_labels = 4, most_parts = 12;

std::string joined(const std::vector<std::string>& parts, std::string_view language, const Strings& strings) {
  const std::string between = strings.text(language, "words.between");
  std::string all;
  for (std::size_t at = 0; at < std::min(parts.size(), most_parts); ++at)
    all += (at == 0 ? "" : between) + parts[at];
  if (parts.size() <= most_parts) return all;
  return strings.text(language, "ui.otherwise.and_more", {all, std::to_string(parts.size() - most_parts)});
}

// What two sets of choices differ in, signed: "+2", "−3"; one, as sets_near makes them.
std::optional<std::pair<const char*, int>> taken(const Value& answer, const Value& now) {
  const auto* after = std::get_if<forms::Codes>(&answer);
  const auto* before = std::get_if<forms::Codes>(&now);
  if (after == nullptr || before == nullptr || after->size() == before->size()) return std::nullopt;
  const bool more = after->size() > before->size();
  const forms::Codes& large = more ? *after : *before;
  const forms::Codes& small = more ? *before : *after;
  for (const int code : large)
    if (!std::binary_search(small.begin(), small.end(), code)) return std::pair{more ? "+" : "−", code};
  return std::nullopt;
}

// Single choices one after the other: "1", "4–9".
std::vector<std::string> runs_of(const forms::Codes& codes) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < codes.size();) {
    std::size_t end = at + 1;
    while (end < codes.size() && codes[end] == codes[end - 1] + 1) ++end;
    const bool is_run = end - at > 2;
    if (is_run) words.push_back(std::to_string(codes[at]) + "–" + std::to_string(codes[end - 1]));
    else words.push_back(std::to_string(codes[at]));
    at = is_run ? end : at + 1;
  }
  return words;
}

// Figures from one to another; … where not all between them were tried.
std::string figures_in_words(const Span& span) {
  const std::int64_t first = std::get<std::int64_t>(span.first), last = std::get<std::int64_t>(span.last);
  const std::string from = std::to_string(first), to = std::to_string(last);
  if (first == last) return from;
  return from + (last - first == static_cast<std::int64_t>(span.tried) - 1 ? "–" : " … ") + to;
}

// What stands in little room: the numbers of choices and the figures, without labels.
void put_numbers(const std::vector<Span>& answers, const Value& now, std::vector<std::string>& parts) {
  forms::Codes codes;
  for (const Span& span : answers) {
    const auto* taken_codes = std::get_if<forms::Codes>(&span.first);
    if (std::holds_alternative<std::int64_t>(span.first)) parts.push_back(figures_in_words(span));
    else if (const auto change = taken(span.first, now)) parts.push_back(change->first + std::to_string(change->second));
    else if (taken_codes != nullptr && taken_codes->size() == 1) codes.push_back(taken_codes->front());
  }
  const std::vector<std::string> runs = runs_of(codes);
  parts.insert(parts.end(), runs.begin(), runs.end());
}

}  // namespace

std::string answers_in_words(const std::vector<Span>& answers, const Value& now, const Form& form,
                             ItemIndex item, std::string_view language, const Strings& strings) {
  std::vector<std::string> parts;
  const bool is_choice = form.choices_of(form.items[item]) != nullptr;
  const bool labels = is_choice && answers.size() <= most_labels;
  if (!labels) put_numbers(answers, now, parts);
  const std::string& unit = form.items[item].unit.in(language);
  if (!parts.empty() && !unit.empty()) parts.back() += " " + unit;
  for (const Span& span : answers) {
    const auto change = taken(span.first, now);
    const bool is_number = std::holds_alternative<std::int64_t>(span.first) || std::holds_alternative<forms::Codes>(span.first);
    if (is_number && !labels) continue;
    parts.push_back(change ? change->first + word(forms::Codes{change->second}, form, item, language, strings)
                           : word(span.first, form, item, language, strings));
  }
  return joined(parts, language, strings);
}

std::string questions_in_words(const std::vector<ItemIndex>& items, const Form& form, std::string_view language,
                               const Strings& strings) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < items.size();) {
    std::size_t end = at + 1;
    while (end < items.size() && items[end] == items[end - 1] + 1) ++end;
    const std::string first = number_of(form, items[at], language), last = number_of(form, items[end - 1], language);
    if (first.empty() || last.empty()) {  // a form whose questions have no numbers
      for (std::size_t each = at; each < end; ++each) parts.push_back(name_of(form, items[each], language));
    } else if (parts.empty() || parts.back() != first || first != last) {
      parts.push_back(first == last ? first : first + "–" + last);
    }
    at = end;
  }
  const std::string all = joined(parts, language, strings);
  if (items.size() < 2) return all;
  return strings.text(language, "ui.otherwise.items", {all, std::to_string(items.size())});
}

std::vector<ToldViolation> violations_in_words(const std::vector<validators::Violation>& violations, const Form& form,
                                               std::string_view language, const Strings& strings) {
  std::vector<ItemIndex> off_path;
  std::vector<ToldViolation> told;
  for (const validators::Violation& violation : violations) {
    if (violation.kind == validators::Violation::Kind::off_path) off_path.push_back(violation.item);
    else told.push_back({violation.severity, word(violation, form, {}, language, strings)});
  }
  std::stable_sort(told.begin(), told.end(), [](const ToldViolation& a, const ToldViolation& b) {
    return a.severity == forms::Severity::hard && b.severity != forms::Severity::hard;
  });
  if (off_path.empty()) return told;
  const std::string where = off_path.size() == 1 ? name_of(form, off_path.front(), language)
                                                 : questions_in_words(off_path, form, language, strings);
  told.push_back({forms::Severity::soft, strings.text(language, "violation.off_path", {where, ""})});
  return told;
}

std::string tables_in_words(const std::vector<std::size_t>& extractions, const Form& form,
                            std::string_view language, const Strings& strings) {
  std::vector<std::string> tables;
  for (const std::size_t index : extractions)
    for (const std::string& table : form.extractions[index].tables)
      if (std::find(tables.begin(), tables.end(), table) == tables.end()) tables.push_back(table);
  return joined(tables, language, strings);
}

}  // namespace genpyo::session
