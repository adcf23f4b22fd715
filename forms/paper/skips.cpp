#include "forms/paper/skips.h"

#include <algorithm>
#include <set>

#include "forms/paper/words.h"

namespace genpyo::paper {
namespace {

using forms::Form;
using forms::Item;
using forms::ItemIndex;
using forms::ItemType;

// Reads the few shapes of an expression that a page can print; anything else ends it.
class ConditionReader {
 public:
  ConditionReader(const Form& form, std::string_view text) : form_(form), rest_(text) {}

  std::vector<Condition> read() {
    std::vector<Condition> all;
    do {
      const auto condition = take("selected") ? selection() : comparison();
      if (!condition) return {};
      all.push_back(*condition);
    } while (take("and"));
    skip_space();
    return rest_.empty() ? all : std::vector<Condition>{};
  }

 private:
  std::optional<Condition> selection() {
    if (!take("(")) return std::nullopt;
    const auto item = name();
    if (!item || !take(",")) return std::nullopt;
    const auto code = choice_of(*item);
    if (!code || !take(")")) return std::nullopt;
    return Condition{*item, *code, false};
  }

  std::optional<Condition> comparison() {
    const auto item = name();
    if (!item) return std::nullopt;
    const bool negated = take("!=");
    if (!negated && !take("=")) return std::nullopt;
    const auto code = choice_of(*item);
    if (!code) return std::nullopt;
    return Condition{*item, *code, negated};
  }

  // Only items with choices: "${beds} = 3" is not something to circle.
  std::optional<ItemIndex> name() {
    if (!take("${")) return std::nullopt;
    const std::size_t end = rest_.find('}');
    if (end == std::string_view::npos) return std::nullopt;
    const auto item = form_.find(rest_.substr(0, end));
    rest_.remove_prefix(end + 1);
    return item && form_.items[*item].choices ? item : std::nullopt;
  }

  // The choice of that item, by its name as rules know it: 3, '3', "yes".
  std::optional<int> choice_of(ItemIndex item) {
    const auto name = take("'") ? text_until('\'') : take("\"") ? text_until('"') : digits();
    if (!name) return std::nullopt;
    for (const forms::Choice& choice : form_.choices_of(form_.items[item])->choices)
      if (choice.name == *name) return choice.code;
    return std::nullopt;
  }

  std::optional<std::string_view> text_until(char quote) {
    const std::size_t end = rest_.find(quote);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view text = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return text;
  }

  std::optional<std::string_view> digits() {
    skip_space();
    const std::string_view text = rest_.substr(0, rest_.find_first_not_of("0123456789"));
    rest_.remove_prefix(text.size());
    return text.empty() ? std::nullopt : std::optional(text);
  }

  bool take(std::string_view token) {
    skip_space();
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  void skip_space() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size()));
  }

  const Form& form_;
  std::string_view rest_;
};

// 問7(1), else the label of an item without a number.
std::string reference(const Form& form, const Item& item, std::string_view language) {
  const std::string number = with_printed_numbers(full_number(form, item), language);
  return number.empty() ? item.label.in(language) : number;
}

std::string one_condition(const Form& form, const Condition& condition, std::string_view language) {
  const Item& item = form.items[condition.item];
  const forms::Choice* choice = form.choices_of(item)->find(condition.code);
  std::string answer = std::to_string(condition.code);
  // A number alone says enough where the question has one and is near.
  const bool alone = !condition.negated && !full_number(form, item).empty();
  if (!alone && choice != nullptr) answer += " " + choice->label.in(language);
  const std::string where = reference(form, item, language);
  if (language == "ja") {
    if (!alone) answer = "「" + answer + "」";
    return where + "で" + answer + (condition.negated ? "以外の方" : "を選んだ方");
  }
  if (!alone) answer = '"' + answer + '"';
  return (condition.negated ? "Unless you chose " : "If you chose ") + answer + " in " + where;
}

// Whether choosing `code` of `select` leaves an item out, as far as the page can tell.
bool refuses(const Form& form, const Item& item, ItemIndex select, int code) {
  const auto conditions = conditions_of(form, item.relevant);
  return std::any_of(conditions.begin(), conditions.end(), [&](const Condition& condition) {
    return condition.item == select && (condition.code == code) == condition.negated;
  });
}

bool depends_on(const Form& form, const Item& item, ItemIndex select) {
  const auto conditions = conditions_of(form, item.relevant);
  return std::any_of(conditions.begin(), conditions.end(),
                     [&](const Condition& condition) { return condition.item == select; });
}

// The first question after `index` that `admits`; what is not asked, or written beside another, is
// none.
template <typename Admits>
std::optional<ItemIndex> next_question(const Form& form, ItemIndex index, const Admits& admits) {
  for (++index; index < form.items.size(); ++index) {
    const Item& item = form.items[index];
    if (item.asked() && admits(item) && !written_beside(form, index)) return index;
  }
  return std::nullopt;
}

std::string question_number(const Form& form, const Item& item) {
  return item.grid ? form.grids[*item.grid].number : item.number;
}

}  // namespace

std::vector<Condition> conditions_of(const Form& form, const forms::Rule& rule) {
  return ConditionReader(form, rule.text).read();
}

std::string condition_words(const Form& form, const forms::Rule& rule, std::string_view language) {
  const bool ja = language == "ja";
  std::string words;
  for (const Condition& condition : conditions_of(form, rule)) {
    if (!words.empty()) words += ja ? "、" : "; ";
    words += one_condition(form, condition, language);
  }
  if (words.empty()) return "";
  return ja ? "【" + words + "】" : "[" + words + "]";
}

std::optional<ItemIndex> written_beside(const Form& form, ItemIndex index) {
  const Item& item = form.items[index];
  if (item.type != ItemType::text || item.grid || !item.number.empty() || item.paper.lines > 1) {
    return std::nullopt;
  }
  const auto conditions = conditions_of(form, item.relevant);
  if (conditions.size() != 1 || conditions[0].negated) return std::nullopt;
  ItemIndex before = index;
  while (before > 0) {
    const Item& candidate = form.items[--before];
    if (!candidate.asked()) continue;
    const bool fits =
        before == conditions[0].item && !candidate.grid && candidate.section == item.section;
    return fits ? std::optional(before) : std::nullopt;
  }
  return std::nullopt;
}

std::map<int, std::string> destinations(const Form& form, ItemIndex select) {
  const Item& item = form.items[select];
  const auto any = [](const Item&) { return true; };
  const auto first = next_question(form, select, any);
  if (item.type != ItemType::select_one || !item.choices || item.grid || !first ||
      !depends_on(form, form.items[*first], select)) {
    return {};
  }
  std::map<int, std::string> by_code;
  std::set<std::string> different;
  for (const forms::Choice& choice : form.choices_of(item)->choices) {
    const auto next = next_question(form, select, [&](const Item& candidate) {
      return !refuses(form, candidate, select, choice.code);
    });
    if (!next) continue;
    const std::string number = question_number(form, form.items[*next]);
    different.insert(number);
    if (!number.empty()) by_code[choice.code] = number;
  }
  return different.size() > 1 ? by_code : std::map<int, std::string>{};
}

std::string full_number(const Form& form, const Item& item) {
  return item.grid ? form.grids[*item.grid].number + item.number : item.number;
}

}  // namespace genpyo::paper
