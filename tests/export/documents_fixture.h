// A survey of clinics, four of its sheets, and everything that documents them.
#pragma once
#include <catch2/catch.hpp>

#include "export/documents/documents.h"
#include "forms/xml.h"
#include "tests/export/csv_dataset.h"
#include "tests/export/scratch_folder.h"
#include "tests/export/small_form.h"

namespace genpyo::exports {

inline forms::Item numbered(const char* name, forms::ItemType type, const char* number, forms::Label text) {
  forms::Item made = item(name, type, std::move(text));
  made.number = number;
  return made;
}

inline forms::Form survey() {
  forms::Form form;
  form.form_id = "Clinic";
  form.version = "2";
  form.languages = {"ja", "en"};
  form.title = label("診療所調査", "Survey of clinics");
  form.sections = {{"main", label("基本", "Basics"), {0, 1, 2, 3, 4}, {}}};
  form.lists = {{"founder", {{1, label("個人", "Person")}, {5, label("その他 | 別", "Other | else")}}},
                {"partner", {{1, label("病院", "Hospital")}, {3, label("薬局", "Pharmacy")}}}};
  form.items = {numbered("founder", forms::ItemType::select_one, "問1", label("開設者", "Founder")),
                numbered("other", forms::ItemType::text, "問1-1", label("その他の内容", "Which other")),
                numbered("partners", forms::ItemType::select_multiple, "問2", label("連携先", "Partners")),
                numbered("days", forms::ItemType::integer, "問3", label("日数", "Days")),
                numbered("person", forms::ItemType::text, "問4", label("氏名", "Name"))};
  form.items[0].choices = 0;
  form.items[0].required.text = "true()";
  form.items[1].relevant.text = "${founder} = 5";
  form.items[2].choices = 1;
  form.items[3].unit = label("日", "days");
  form.items[3].constraint.text = ". >= 0 and . < 32";
  form.items[3].relevant.text = "selected(${partners}, 3) and ${founder} != 5";
  form.items[4].identifying = true;
  return form;
}

inline std::pair<forms::Case, validators::Evaluation> sheet(const forms::Form& form, const char* id, const forms::Value& founder,
                                                     const forms::Value& partners, const forms::Value& days) {
  auto evaluation = evaluation_of(form, forms::Missing::no_answer);
  state_of(evaluation, form, "founder").value = founder;
  state_of(evaluation, form, "partners").value = partners;
  state_of(evaluation, form, "days").value = days;
  state_of(evaluation, form, "person").value = std::string("Somebody");
  return {forms::blank_case(form, id), evaluation};
}

inline CasesOfTest four_sheets(const forms::Form& form) {
  return {sheet(form, "a", forms::Codes{1}, forms::Codes{1, 3}, std::int64_t{5}), sheet(form, "b", forms::Codes{5}, forms::Codes{3}, forms::Missing::not_applicable),
          sheet(form, "c", forms::Codes{1}, forms::Missing::no_answer, std::int64_t{30}), sheet(form, "d", forms::Missing::illegible, forms::Codes{3}, std::int64_t{6})};
}

inline std::size_t times(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

// CSV and everything that documents it, but the codebook for people where there are no fonts.
inline ExportOutcome export_all(const std::string& folder, const forms::Form& form, const CasesOfTest& cases, const DatasetOptions& options = {},
                         const Profile& profile = {}, const std::string& language = "en") {
  static auto fonts = paper::FontSet::open();
  const auto dataset = Dataset::of(form, options, profile);
  REQUIRE(dataset);
  ExportParts parts;
  parts.writers.push_back(std::make_unique<CsvWriter>(profile));
  auto documents = std::make_unique<DocumentsWriter>(DocumentKinds{bool(fonts), true, true}, profile,
                                                     DocumentFacts{language, form.form_id + ".csv", "2018-03-01T09:30:00.000Z", "abc"},
                                                     fonts ? &*fonts : nullptr);
  parts.closing.push_back({"datapackage.json", [at = documents.get()](const ExportReport& report) { return at->data_package(report); }});
  parts.writers.push_back(std::move(documents));
  auto outcome = run_export(*dataset, folder, source_of(cases), std::move(parts));
  INFO((outcome ? std::string() : outcome.failure().sentence));
  REQUIRE(outcome);
  REQUIRE(outcome->appeared);
  return std::move(*outcome);
}

inline bool is_well_formed(const std::string& xml) {
  forms::xml::Scanner scanner(xml);
  for (;;) {
    const auto event = scanner.next();
    if (event == forms::xml::Scanner::Event::broken) return false;
    if (event == forms::xml::Scanner::Event::end) return true;
  }
}

}  // namespace genpyo::exports
