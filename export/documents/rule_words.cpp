#include "export/documents/rule_words.h"

#include "export/documents/simple_rule.h"

namespace genpyo::exports {
namespace {

using Kind = SimpleRule::Kind;

// A clause, and whether Japanese puts の before とき behind it (2のとき, but 大きいとき).
struct Clause {
  std::string text;
  bool noun = true;
};

class Words {
 public:
  Words(const forms::Form& form, const forms::Item* self, std::string_view language)
      : form_(form), self_(self), language_(language), japanese_(language == "ja") {}

  // Nothing where the rule names an item that the form has not.
  std::optional<Clause> clause_of(const SimpleRule& rule) const {
    switch (rule.kind) {
      case Kind::comparison: return comparison(rule);
      case Kind::selected: return selected(rule, true);
      case Kind::negation: return negation(rule);
      case Kind::all: return chain(rule, japanese_ ? "、かつ" : " and ");
      case Kind::any: return chain(rule, japanese_ ? "、または" : " or ");
    }
    return std::nullopt;
  }

 private:
  const forms::Item* find(const std::string& name) const {
    if (name == ".") return self_;
    const auto index = form_.find(name);
    return index ? &form_.items[*index] : nullptr;
  }

  std::string subject(const std::string& name, const forms::Item& item) const {
    if (name == ".") return japanese_ ? "回答" : "the answer";
    return reference_to(form_, item, language_);
  }

  std::string value_of(const forms::Item& item, const std::string& value) const {
    const forms::Choice* choice = choice_meant(form_, item, value);
    if (choice == nullptr) return value + item.unit.in(language_);
    const std::string code = std::to_string(choice->code);
    return japanese_ ? code + "（" + choice->label.in(language_) + "）" : code + " (" + choice->label.in(language_) + ")";
  }

  std::optional<Clause> comparison(const SimpleRule& rule) const {
    const forms::Item* item = find(rule.item);
    if (item == nullptr) return std::nullopt;
    const std::string name = subject(rule.item, *item);
    std::string value;
    if (rule.value_is_item) {
      const forms::Item* other = find(rule.value);
      if (other == nullptr) return std::nullopt;
      value = subject(rule.value, *other);
    } else if (rule.value.empty()) {
      return blank(name, rule.comparator);
    } else {
      value = value_of(*item, rule.value);
    }
    return japanese_ ? in_japanese(name, rule.comparator, value) : in_english(name, rule.comparator, value);
  }

  std::optional<Clause> blank(const std::string& name, const std::string& comparator) const {
    if (comparator == "=") return Clause{japanese_ ? name + "が空欄" : name + " is blank"};
    if (comparator == "!=") return Clause{japanese_ ? name + "に回答がある" : name + " is answered", false};
    return std::nullopt;
  }

  static Clause in_japanese(const std::string& name, const std::string& comparator, const std::string& value) {
    if (comparator == "=") return {name + "が" + value};
    if (comparator == "!=") return {name + "が" + value + "以外"};
    if (comparator == "<") return {name + "が" + value + "未満"};
    if (comparator == "<=") return {name + "が" + value + "以下"};
    if (comparator == ">=") return {name + "が" + value + "以上"};
    return {name + "が" + value + "より大きい", false};
  }

  static Clause in_english(const std::string& name, const std::string& comparator, const std::string& value) {
    if (comparator == "=") return {name + " is " + value};
    if (comparator == "!=") return {name + " is not " + value};
    if (comparator == "<") return {name + " is below " + value};
    if (comparator == "<=") return {name + " is at most " + value};
    if (comparator == ">=") return {name + " is at least " + value};
    return {name + " is above " + value};
  }

  std::optional<Clause> selected(const SimpleRule& rule, bool is) const {
    const forms::Item* item = find(rule.item);
    if (item == nullptr) return std::nullopt;
    const std::string name = subject(rule.item, *item), value = value_of(*item, rule.value);
    if (japanese_) return Clause{name + "で" + value + (is ? "を選んだ" : "を選んでいない"), false};
    return Clause{value + (is ? " is chosen in " : " is not chosen in ") + name, false};
  }

  std::optional<Clause> negation(const SimpleRule& rule) const {
    if (rule.parts.front().kind == Kind::selected) return selected(rule.parts.front(), false);
    const auto inside = clause_of(rule.parts.front());
    if (!inside) return std::nullopt;
    return japanese_ ? Clause{"「" + inside->text + "」でない", false} : Clause{"not (" + inside->text + ")", false};
  }

  std::optional<Clause> chain(const SimpleRule& rule, const char* between) const {
    Clause whole;
    for (const SimpleRule& part : rule.parts) {
      const auto clause = clause_of(part);
      if (!clause) return std::nullopt;
      const bool nested = part.kind == Kind::any || part.kind == Kind::all;
      if (!whole.text.empty()) whole.text += between;
      whole.text += nested ? (japanese_ ? "（" : "(") + clause->text + (japanese_ ? "）" : ")") : clause->text;
      whole.noun = clause->noun || nested;
    }
    return whole;
  }

  const forms::Form& form_;
  const forms::Item* self_;
  std::string language_;
  bool japanese_;
};

std::string as_written(const std::string& rule, std::string_view language) {
  return language == "ja" ? "式 " + rule + " が成り立つとき" : "when the rule " + rule + " holds";
}

// 「…のとき」, "when …".
std::string moment_of(const Words& words, const std::string& condition, std::string_view language) {
  const auto rule = read_simple_rule(condition);
  const auto clause = rule ? words.clause_of(*rule) : std::nullopt;
  if (!clause) return as_written(condition, language);
  return language == "ja" ? clause->text + (clause->noun ? "のとき" : "とき") : "when " + clause->text;
}

}  // namespace

std::string reference_to(const forms::Form& form, const forms::Item& item, std::string_view language) {
  std::string number = item.number;
  if (item.grid) {
    const std::string& grid = form.grids[*item.grid].number;
    number = grid + (grid.empty() || number.empty() ? "" : " ") + number;
    if (item.number.empty()) number.clear();  // a grid's number alone would mean all of its rows
  }
  if (!number.empty()) return number;
  const std::string& label = item.label.in(language);
  if (label.empty()) return item.name;
  return language == "ja" ? "「" + label + "」" : "\"" + label + "\"";
}

std::string when_asked(const forms::Form& form, const forms::Item& item, std::string_view language) {
  const Words words(form, &item, language);
  std::string whole;
  for (const std::string& condition : conditions_of(form, item)) {
    if (!whole.empty()) whole += language == "ja" ? "、さらに" : ", and ";
    whole += moment_of(words, condition, language);
  }
  return whole;
}

std::string when_applied(const forms::Form& form, const std::string& rule, std::string_view language) {
  return moment_of(Words(form, nullptr, language), rule, language);
}

std::string what_must_hold(const forms::Form& form, const forms::Item* self, std::string_view text, std::string_view language) {
  const auto rule = read_simple_rule(text);
  const auto clause = rule ? Words(form, self, language).clause_of(*rule) : std::nullopt;
  return clause ? clause->text : std::string(text);
}

std::string extraction_in_words(const forms::Form& form, const forms::Extraction& extraction, std::string_view language) {
  const bool japanese = language == "ja";
  std::string words;
  const auto add = [&](const std::string& part) { words += (words.empty() ? "" : japanese ? "、かつ" : ", and ") + part; };
  if (!extraction.relevant.empty()) add(what_must_hold(form, nullptr, extraction.relevant.text, language));
  if (!extraction.answered.empty()) {
    std::string list;
    for (const forms::ItemIndex index : extraction.answered) {
      list += (list.empty() ? "" : japanese ? "、" : ", ") + reference_to(form, form.items[index], language);
    }
    add(japanese ? list + "のすべてに回答がある" : "all of " + list + " are answered");
  }
  if (!extraction.constraint.empty()) add(what_must_hold(form, nullptr, extraction.constraint.text, language));
  return words;
}

std::string provenance_in_words(forms::Source source, std::string_view language) {
  const bool japanese = language == "ja";
  switch (source) {
    case forms::Source::stated: return "";
    case forms::Source::report: return japanese ? "報告書に記載（S）" : "printed in the report (S)";
    case forms::Source::published: return japanese ? "他の公表資料に記載（P）" : "listed by another public source (P)";
    case forms::Source::inferred: return japanese ? "推定（I）" : "inferred (I)";
  }
  return "";
}

}  // namespace genpyo::exports
