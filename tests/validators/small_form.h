// Small forms for tests: the survey and what follows are given, the head and two lists are here.
#pragma once
#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>
#include <utility>

#include "forms/case.h"
#include "forms/form_reader.h"
#include "validators/evaluation.h"
#include "validators/program.h"

namespace genpyo::tests {

inline constexpr forms::Date today{2018, 4, 1};

// Ten lines, so that line 11 of the file is the first of `rest`.
inline const std::string small_head = R"(form_id: small
version: "1"
default_language: en
title: {en: A small form}
choices:
  kind: [{name: 1, label: {en: One}}, {name: 2, label: {en: Two}}, {name: 5, label: {en: Five}}]
  issue:
    - {name: 1, label: {en: Time}}
    - {name: 2, label: {en: Money}}
    - {name: 9, label: {en: None}, exclusive: true}
)";

inline forms::Form read_small(const std::string& rest) {
  forms::FormReading reading = forms::read_form(small_head + rest, "form.yaml");
  for (const forms::Diagnostic& diagnostic : reading.diagnostics)
    FAIL_CHECK(forms::to_text(diagnostic));
  return std::move(reading.form);
}

// Items of one section, each line `NAME: {keys}`; a label of its own is added.
inline forms::Form form_of(std::initializer_list<std::pair<std::string, std::string>> items,
                           const std::string& rest = "") {
  std::string text = "survey:\n  - section: only\n    label: {en: Only}\n    items:\n";
  for (const auto& [name, keys] : items)
    text += "      - {name: " + name + ", label: {en: " + name + "}, " + keys + "}\n";
  return read_small(text + rest);
}

// A form, its program and one case of it.
class SmallCase {
 public:
  explicit SmallCase(forms::Form form)
      : form_(std::move(form)),
        compiled_(validators::compile(form_)),
        current(forms::blank_case(form_, "1-001")) {
    for (const forms::Diagnostic& diagnostic : compiled_.diagnostics)
      FAIL_CHECK(forms::to_text(diagnostic));
  }
  SmallCase(const SmallCase&) = delete;

  SmallCase& key(const std::string& item, forms::Value content) {
    current.marks.at(index(item)).content = std::move(content);
    return *this;
  }
  SmallCase& key(const std::string& item, int figure) {
    return key(item, forms::Value(std::int64_t{figure}));
  }

  forms::ItemIndex index(const std::string& item) const { return form_.find(item).value(); }
  const validators::Program& program() const { return compiled_.program; }
  validators::Evaluation evaluate() const {
    return validators::evaluate(program(), current, today);
  }
  validators::ItemState state(const std::string& item) const {
    return evaluate().items.at(index(item));
  }
  // The keys of all violations, in their order, with spaces between them.
  std::string violations() const {
    std::string keys;
    for (const validators::Violation& violation : evaluate().violations)
      keys += (keys.empty() ? "" : " ") + violation.key;
    return keys;
  }

 private:
  forms::Form form_;
  validators::Compilation compiled_;

 public:
  forms::Case current;
};

}  // namespace genpyo::tests
