// Any text as an expression on a small form: parsed, evaluated blank and answered, explained to
// nobody. What is not an expression must come back as faults with a place, never as a crash.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "forms/form_reader.h"
#include "validators/expression.h"

using namespace genpyo;

namespace {

constexpr const char* form_text = R"(form_id: fuzz
version: 1
default_language: en
title: {en: Fuzz}
choices:
  yn:
    - {name: 1, label: {en: "Yes"}, columns: {region: north}}
    - {name: 2, label: {en: "No"}, columns: {region: south}}
survey:
  - section: s
    label: {en: S}
    items:
      - {name: a, type: integer, label: {en: A}}
      - {name: b, type: text, label: {en: B}}
      - {name: c, type: select_one yn, label: {en: C}}
      - {name: d, type: select_multiple yn, label: {en: D}}
      - {name: e, type: date, label: {en: E}}
      - repeat: r
        label: {en: R}
        repeat_count: 3
        items:
          - {name: f, type: decimal, label: {en: F}}
)";

const forms::FormReading& reading() {
  static const forms::FormReading read = forms::read_form(form_text, "fuzz.yaml");
  if (read.form.items.size() < 6) std::abort();  // the form itself is at fault
  return read;
}

std::vector<validators::ItemState> answered(const forms::Form& form) {
  std::vector<validators::ItemState> states(form.items.size());
  states[0].value = forms::Value(std::int64_t{7});
  states[1].value = forms::Value(std::string("日本 2018-04-01"));
  return states;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const forms::Form& form = reading().form;
  const forms::Rule rule{std::string(reinterpret_cast<const char*>(data), size), {"fuzz", 1, 1}};
  std::vector<forms::Diagnostic> diagnostics;
  const auto compiled =
      validators::Expression::parse(rule, form, forms::ItemIndex{0}, diagnostics, "fuzz", {"region"});
  for (const forms::Diagnostic& diagnostic : diagnostics) {
    if (forms::to_text(diagnostic).empty()) std::abort();
  }
  if (compiled == nullptr) {
    if (diagnostics.empty() && !rule.empty()) std::abort();  // refused, and nobody is told
    return 0;
  }
  const std::string_view column = "north";
  validators::Circumstances circumstances(forms::Date{2018, 4, 1});
  circumstances.columns = {&column, 1};
  compiled->answer(std::vector<validators::ItemState>(form.items.size()), circumstances);
  compiled->answer(answered(form), circumstances);
  return 0;
}
