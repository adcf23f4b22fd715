#include "export/documents/simple_rule.h"

#include <algorithm>
#include <array>

#include "forms/decimal.h"

namespace genpyo::exports {
namespace {

constexpr std::size_t most_bytes = 4096;
constexpr int most_depth = 32;

using Kind = SimpleRule::Kind;

bool is_space(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '-'; }

struct Operand {
  std::string text;
  bool is_item = false, is_figure = false;
};

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  std::optional<SimpleRule> read() {
    auto rule = chain(Kind::any, 0);
    pass_blanks();
    if (!rest_.empty()) return std::nullopt;
    return rule;
  }

 private:
  void pass_blanks() {
    while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
  }

  bool takes(std::string_view symbol) {
    pass_blanks();
    if (!rest_.starts_with(symbol)) return false;
    rest_.remove_prefix(symbol.size());
    return true;
  }

  bool takes_word(std::string_view word) {
    pass_blanks();
    if (!rest_.starts_with(word)) return false;
    if (rest_.size() > word.size() && (is_letter(rest_[word.size()]) || is_digit(rest_[word.size()]))) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  std::optional<SimpleRule> chain(Kind kind, int depth) {
    SimpleRule whole{.kind = kind};
    do {
      auto part = kind == Kind::any ? chain(Kind::all, depth) : single(depth);
      if (!part) return std::nullopt;
      whole.parts.push_back(std::move(*part));
    } while (takes_word(kind == Kind::any ? "or" : "and"));
    if (whole.parts.size() > 1) return whole;
    SimpleRule only = std::move(whole.parts.front());
    return only;
  }

  std::optional<SimpleRule> single(int depth) {
    if (depth > most_depth) return std::nullopt;
    if (takes("(")) {
      auto inside = chain(Kind::any, depth + 1);
      if (!inside || !takes(")")) return std::nullopt;
      return inside;
    }
    if (takes_word("not")) return negation(depth);
    if (takes_word("selected")) return selected();
    return comparison();
  }

  std::optional<SimpleRule> negation(int depth) {
    if (!takes("(")) return std::nullopt;
    auto inside = chain(Kind::any, depth + 1);
    if (!inside || !takes(")")) return std::nullopt;
    SimpleRule rule{.kind = Kind::negation};
    rule.parts.push_back(std::move(*inside));
    return rule;
  }

  std::optional<SimpleRule> selected() {
    if (!takes("(")) return std::nullopt;
    const auto item = operand();
    if (!item || !item->is_item || !takes(",")) return std::nullopt;
    const auto value = operand();
    if (!value || value->is_item || !takes(")")) return std::nullopt;
    return SimpleRule{.kind = Kind::selected, .item = item->text, .value = value->text};
  }

  std::optional<SimpleRule> comparison() {
    const auto left = operand();
    if (!left) return std::nullopt;
    static constexpr std::array<std::string_view, 6> comparators = {"!=", "<=", ">=", "=", "<", ">"};
    const auto found = std::find_if(comparators.begin(), comparators.end(), [&](std::string_view each) { return takes(each); });
    if (found == comparators.end()) return std::nullopt;
    const auto right = operand();
    if (!right || (!left->is_item && !right->is_item)) return std::nullopt;
    std::string comparator(*found);
    const Operand& item = left->is_item ? *left : *right;
    const Operand& value = left->is_item ? *right : *left;
    if (!left->is_item && comparator.front() == '<') comparator.front() = '>';
    else if (!left->is_item && comparator.front() == '>') comparator.front() = '<';
    return SimpleRule{.item = item.text, .comparator = comparator, .value = value.text, .value_is_item = value.is_item, .value_is_figure = value.is_figure};
  }

  std::optional<Operand> operand() {
    pass_blanks();
    if (takes("${")) return up_to('}', true);
    if (takes("'")) return up_to('\'', false);
    if (takes("\"")) return up_to('"', false);
    std::size_t length = rest_.starts_with("-") ? 1 : 0;
    while (length < rest_.size() && (is_digit(rest_[length]) || rest_[length] == '.')) ++length;
    const std::string figure(rest_.substr(0, length));
    if (figure.empty()) return std::nullopt;
    if (figure != "." && !forms::read_decimal(figure)) return std::nullopt;
    rest_.remove_prefix(length);
    return Operand{figure, figure == ".", figure != "."};
  }

  std::optional<Operand> up_to(char end, bool is_item) {
    const std::size_t length = rest_.find(end);
    if (length == rest_.npos) return std::nullopt;
    Operand made{std::string(rest_.substr(0, length)), is_item, false};
    rest_.remove_prefix(length + 1);
    if (is_item && made.text.empty()) return std::nullopt;
    return made;
  }

  std::string_view rest_;
};

bool narrows(const SimpleRule& rule, Bounds& bounds) {
  if (rule.kind == Kind::all) {
    return std::all_of(rule.parts.begin(), rule.parts.end(), [&](const SimpleRule& part) { return narrows(part, bounds); });
  }
  if (rule.kind != Kind::comparison || rule.item != "." || !rule.value_is_figure) return false;
  std::string* bound = rule.comparator == ">=" ? &bounds.least
                       : rule.comparator == "<=" ? &bounds.most
                       : rule.comparator == ">" ? &bounds.above
                       : rule.comparator == "<" ? &bounds.below : nullptr;
  if (bound == nullptr || !bound->empty()) return false;
  *bound = rule.value;
  return true;
}

}  // namespace

std::optional<SimpleRule> read_simple_rule(std::string_view text) {
  if (text.empty() || text.size() > most_bytes) return std::nullopt;
  return Reader(text).read();
}

std::vector<std::string> conditions_of(const forms::Form& form, const forms::Item& item) {
  std::vector<std::string> conditions;
  if (!item.relevant.empty()) conditions.push_back(item.relevant.text);
  for (auto group = item.group; group; group = form.groups[*group].within) {
    const forms::Rule& rule = form.groups[*group].relevant;
    if (!rule.empty()) conditions.push_back(rule.text);
  }
  std::reverse(conditions.begin(), conditions.end());
  return conditions;
}

std::optional<Bounds> bounds_of(const forms::Item& item) {
  Bounds bounds;
  const auto rule = read_simple_rule(item.constraint.text);
  if (rule && narrows(*rule, bounds)) return bounds;
  return std::nullopt;
}

const forms::Choice* choice_meant(const forms::Form& form, const forms::Item& item, const std::string& value) {
  const forms::ChoiceList* list = form.choices_of(item);
  if (list == nullptr) return nullptr;
  for (const forms::Choice& choice : list->choices) {
    if (choice.name == value || std::to_string(choice.code) == value) return &choice;
  }
  return nullptr;
}

}  // namespace genpyo::exports
