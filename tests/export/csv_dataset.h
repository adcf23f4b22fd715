// A dataset written as CSV alone, for tests: cases are added one by one.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "export/csv.h"
#include "export/export_run.h"

namespace genpyo::exports {

using CasesOfTest = std::vector<std::pair<forms::Case, validators::Evaluation>>;

// The cases over and over, as the store would give them.
inline CaseSource source_of(const CasesOfTest& cases) {
  return [&cases](const UseCase& use) -> forms::Result<forms::Done> {
    for (const auto& [current, evaluation] : cases) {
      if (!use(current, evaluation)) break;
    }
    return forms::Done{};
  };
}

struct Told {
  std::string case_id, variable, why;
  friend bool operator==(const Told&, const Told&) = default;
};

// What an export said, and whether it appeared.
struct CsvExport {
  forms::Result<ExportOutcome> outcome;
  std::vector<Told> against;
};

inline CsvExport export_csv(const std::string& folder, const forms::Form& form, const CasesOfTest& cases,
                            const DatasetOptions& options = {}, const Profile& profile = {}) {
  CsvExport made{ExportOutcome{}, {}};
  const auto dataset = Dataset::of(form, options, profile);
  if (!dataset) {
    made.outcome = dataset.failure();
    return made;
  }
  ExportParts parts;
  parts.writers.push_back(std::make_unique<CsvWriter>(profile));
  parts.against = [&](std::string_view case_id, std::string_view variable, std::string_view why) {
    made.against.push_back({std::string(case_id), std::string(variable), std::string(why)});
  };
  made.outcome = run_export(*dataset, folder, source_of(cases), std::move(parts));
  return made;
}

}  // namespace genpyo::exports
