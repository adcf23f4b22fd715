// wide_store: a database of 100,000 closed cases of a form whose dataset has 330 variables beside
// the case number, for whoever measures what such a dataset costs.
//   wide_store FILE [CASES]
// The same bytes every time. A case answers everything; one item in seven is left blank.
#include <cstdlib>
#include <iostream>

#include "app/session/survey.h"
#include "store/store.h"

namespace {

using namespace genpyo;

constexpr int sections = 10, items_in_section = 26;
constexpr std::size_t chunk = 2'000;  // cases in one transaction

template <typename T>
T or_end(forms::Result<T> result) {
  if (result) return std::move(*result);
  std::cerr << result.failure().sentence << '\n';
  std::exit(3);
}

std::string item_name(int section, int item) { return "s" + std::to_string(section) + "_q" + std::to_string(item); }

// Of 26 items: 11 of one choice, 2 of several (four variables each), 12 figures, a text (and why
// there is none): 33 variables.
std::string type_of(int item) {
  if (item < 11) return "select_one pick";
  if (item < 13) return "select_multiple many";
  return item < 25 ? "integer" : "text";
}

std::string list(const std::string& name, int codes) {
  std::string text = "  " + name + ": [";
  for (int code = 1; code <= codes; ++code) text += "{name: " + std::to_string(code) + ", label: {en: \"" + std::to_string(code) + "\"}}, ";
  return text + "]\n";
}

// Two skips and two checks in each section.
std::string form_text() {
  std::string text = "form_id: wide\nversion: \"1\"\ndefault_language: en\ntitle: {en: Wide}\nchoices:\n" + list("pick", 6) + list("many", 4) + "survey:\n";
  for (int section = 0; section < sections; ++section) {
    text += "  - section: s" + std::to_string(section) + "\n    label: {en: S}\n    items:\n";
    for (int item = 0; item < items_in_section; ++item) {
      text += "      - {name: " + item_name(section, item) + ", type: " + type_of(item) + ", label: {en: Q}";
      if (item == 10) text += ", relevant: \"${" + item_name(section, 0) + "} = 1\"";
      if (item == 24) text += ", relevant: \"selected(${" + item_name(section, 11) + "}, '2')\"";
      text += "}\n";
    }
  }
  text += "checks:\n";
  for (int section = 0; section < sections; ++section) {
    for (const int item : {13, 15}) {
      text += "  - {name: c" + std::to_string(section) + "_" + std::to_string(item) + ", constraint: \"${" + item_name(section, item) +
              "} <= ${" + item_name(section, item + 1) + "} + 3000\", message: {en: No}}\n";
    }
  }
  return text;
}

forms::Mark mark_of(std::size_t number, std::size_t index) {
  const int item = static_cast<int>(index) % items_in_section;
  const std::size_t draw = number * 31 + index * 7;
  if (draw % 7 == 0) return {forms::Missing::no_answer, {}, "."};
  if (item < 11) return {forms::Codes{1 + static_cast<int>(draw % 6)}, {}, std::to_string(1 + draw % 6)};
  if (item < 13) return {forms::Codes{1 + static_cast<int>(draw % 2), 3 + static_cast<int>(draw % 2)}, {}, draw % 2 == 0 ? "1 3" : "2 4"};
  if (item < 25) return {static_cast<std::int64_t>(draw % 3000), {}, std::to_string(draw % 3000)};
  return {std::string("訪問診療の連携"), {}, "訪問診療の連携"};
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2 || *arguments[1] == '-') {
    std::cerr << "wide_store FILE [CASES]\n";
    return 2;
  }
  const std::size_t cases = count > 2 ? std::strtoul(arguments[2], nullptr, 10) : 100'000;
  const auto survey = session::make_survey(form_text(), "form.yaml");
  for (const auto& diagnostic : survey->diagnostics) std::cerr << forms::to_text(diagnostic) << '\n';
  if (!survey->diagnostics.empty()) return 3;
  auto store = or_end(store::Store::open(arguments[1], [] { return "2018-06-01T09:00:00.000Z"; }, "bench"));
  const std::string hash = or_end(store.archive(survey->form));
  std::vector<store::Store::NewCase> batch;
  for (std::size_t number = 0; number < cases; ++number) {
    std::vector<store::Change> changes;
    for (std::size_t index = 0; index < survey->form.items.size(); ++index) {
      changes.push_back({store::Entry::Action::mark, survey->form.items[index].name, mark_of(number, index), "", ""});
    }
    changes.push_back({store::Entry::Action::close, "", {}, "", "bench"});
    batch.push_back({std::to_string(1'000'000 + number), std::move(changes)});
    if (batch.size() < chunk && number + 1 < cases) continue;
    or_end(store.import(survey->form, hash, batch));
    batch.clear();
  }
}
