// Small forms of random rules, and all their cases with a few values of each item.
#pragma once
#include <random>

#include "tests/validators/small_form.h"

namespace genpyo::tests {

// Rules of a bounded depth over a, b (figures), k (one choice) and m (several).
class RuleMaker {
 public:
  explicit RuleMaker(unsigned seed) : random_(seed) {}

  std::string condition(int depth) {
    switch (below(depth > 0 ? 9 : 6)) {
      case 0: return number(1) + " " + sign() + " " + number(1);
      case 1: return "${k} " + std::string(below(2) == 0 ? "=" : "!=") + " " + code();
      case 2: return "selected(${m}, " + std::string(below(2) == 0 ? "1" : "9") + ")";
      case 3: return "${a} " + sign() + " " + figure();
      case 4: return "${b} " + sign() + " ${a}";
      case 5: return "${m} = ''";
      case 6: return "(" + condition(depth - 1) + " and " + condition(depth - 1) + ")";
      case 7: return "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")";
      default: return "not(" + condition(depth - 1) + ")";
    }
  }

 private:
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
  std::string sign() {
    static const char* const signs[] = {"=", "!=", "<", "<=", ">", ">="};
    return signs[below(6)];
  }
  std::string figure() { return std::to_string(below(5) - 1); }
  std::string code() { return below(3) == 0 ? "5" : below(2) == 0 ? "1" : "2"; }
  std::string number(int depth) {
    switch (below(depth > 0 ? 9 : 3)) {
      case 0: return "${a}";
      case 1: return "${b}";
      case 2: return figure();
      case 3: return "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
      case 4: return "(" + number(depth - 1) + " - " + number(depth - 1) + ")";
      case 5: return "(" + number(depth - 1) + " * " + number(depth - 1) + ")";
      case 6: return "count-selected(${m})";
      case 7: return "sum(${a}, ${b})";
      default: return "if(${k} = 1, ${a}, ${b} div 2)";
    }
  }
  std::mt19937 random_;
};

inline forms::Form random_form(unsigned seed) {
  RuleMaker make(seed);
  const auto quoted = [&](int depth) { return "\"" + make.condition(depth) + "\""; };
  return form_of({{"k", "type: select_one kind"},
                  {"m", "type: select_multiple issue"},
                  {"a", "type: integer, relevant: \"${k} != 5\""},
                  {"b", "type: integer, constraint: \". < 4\""},
                  {"x", "type: text, relevant: " + quoted(2)},
                  {"y", "type: text, relevant: " + quoted(2)}},
                 "checks:\n"
                 "  - {name: c, severity: hard, constraint: " + quoted(2) + ", message: {en: C}}\n"
                 "  - {name: d, severity: soft, relevant: " + quoted(1) + ", constraint: " +
                     quoted(1) + ", message: {en: D}}\n");
}

// All cases with a few values of each item.
template <typename Visit>
void each_case(const forms::Form& form, Visit visit) {
  const std::vector<forms::Value> figures = {forms::Missing::no_answer, std::int64_t{0}, std::int64_t{1},
                                      std::int64_t{2},    std::int64_t{3}, std::int64_t{7}};
  const std::vector<forms::Value> kinds = {forms::Missing::no_answer, forms::Codes{1}, forms::Codes{2}, forms::Codes{5}};
  const std::vector<forms::Value> issues = {forms::Missing::dont_know, forms::Codes{1}, forms::Codes{9}, forms::Codes{1, 9}, forms::Codes{1, 2, 9}};
  forms::Case current = forms::blank_case(form, "1-001");
  for (const forms::Value& k : kinds)
    for (const forms::Value& m : issues)
      for (const forms::Value& a : figures)
        for (const forms::Value& b : figures) {
          current.marks[0].content = k;
          current.marks[1].content = m;
          current.marks[2].content = a;
          current.marks[3].content = b;
          visit(current);
        }
}

}  // namespace genpyo::tests
