// Reports of data that are made up, for the tests of the report.
#pragma once
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "export/report/report.h"
#include "tests/export/small_form.h"
#include "tests/forms/paper/sample_forms.h"

namespace genpyo::exports {

inline constexpr forms::Date report_day{2018, 3, 1};
inline const DataFacts report_facts{30, 2, 28, false, "2018-03-01T09:30:12.345Z", std::string(64, 'a')};

// The survey's own tables.
inline const TablesDefinition& survey_tables() {
  static const TablesDefinition definition = [] {
    std::ifstream file(GENPYO_SOURCE "/forms/home_care_2018/tables.yaml");
    const std::string text(std::istreambuf_iterator<char>(file), {});
    TablesReading reading = read_tables(text, "tables.yaml", paper::survey());
    REQUIRE(reading.diagnostics.empty());
    return std::move(reading.definition);
  }();
  return definition;
}

// Clinics that differ in every answer, the first item of all choices taken by each third.
inline void add_clinics(Tabulation& tabulation, const forms::Form& form, int clinics) {
  for (int clinic = 0; clinic < clinics; ++clinic) {
    validators::Evaluation evaluation = evaluation_of(form, forms::Missing::no_answer);
    for (std::size_t index = 0; index < form.items.size(); ++index) {
      const forms::ChoiceList* choices = form.choices_of(form.items[index]);
      const auto spread = static_cast<std::size_t>(clinic) * 7 + index;
      if (choices != nullptr) evaluation.items[index].value = forms::Codes{choices->choices[spread % choices->choices.size()].code};
      if (form.items[index].type == forms::ItemType::integer) evaluation.items[index].value = std::int64_t{1} + static_cast<std::int64_t>(spread * spread % 2500);
    }
    if (const auto kind = form.find("facility_type")) evaluation.items[*kind].value = forms::Codes{1};
    tabulation.add(evaluation, report_day);
  }
}

struct SurveyReport {
  std::vector<Figure> figures;
  Report report;
};

inline SurveyReport survey_report(std::string_view language, int clinics = 30) {
  Tabulation tabulation(paper::survey(), survey_tables());
  add_clinics(tabulation, paper::survey(), clinics);
  std::vector<Figure> figures = tabulation.figures();
  Report report = compose(paper::survey(), survey_tables(), figures, tabulation.distributions(), {}, report_facts, language);
  return {std::move(figures), std::move(report)};
}

}  // namespace genpyo::exports
