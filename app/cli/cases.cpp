#include "app/cli/cases.h"

#include <iostream>
#include <set>

#include "app/cli/report.h"
#include "app/cli/world.h"

namespace genpyo::cli {

forms::Result<std::unique_ptr<session::Survey>> requested_survey(const Request& request) {
  auto data = session::find_data();
  if (!data) return data.failure();
  return session::load_survey(request.form, *data);
}

forms::Result<std::unique_ptr<session::Survey>> survey_of(store::Store& store) {
  auto cases = store.cases();
  if (!cases) return cases.failure();
  std::set<std::string> hashes, names;
  for (const store::CaseSummary& summary : *cases) {
    hashes.insert(summary.form_hash);
    names.insert(summary.form_id + " " + summary.form_version);
  }
  if (hashes.empty()) {
    return forms::Failure{"The database holds no case yet: key or import some first."};
  }
  if (hashes.size() > 1) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return forms::Failure{"The database holds cases of more than one definition (" + list +
                          "): keep each in a database of its own."};
  }
  auto text = store.archived_text(*hashes.begin());
  if (!text) return text.failure();
  auto added = store.added_codes();
  if (!added) return added.failure();
  auto survey = session::make_survey(std::move(*text), "archived form.yaml", *added);
  if (!survey->diagnostics.empty()) {
    return forms::Failure{"This version cannot read the archived form: " +
                          forms::to_text(survey->diagnostics.front())};
  }
  return survey;
}

forms::Result<Counts> for_each_case(
    store::Store& store, const session::Survey& survey, bool open_too, const std::string& what,
    const std::function<void(const forms::Case&, const validators::Evaluation&)>& use) {
  auto cases = store.cases();
  if (!cases) return cases.failure();
  Counts counts;
  Progress progress(what, cases->size());
  const forms::Date day = today();
  for (const store::CaseSummary& summary : *cases) {
    progress.step();
    if (!open_too && summary.state != forms::CaseState::closed) {
      ++counts.left_out;
      continue;
    }
    auto stored = store.read(survey.form, summary.id);
    if (!stored) return stored.failure();
    use(stored->current, validators::evaluate(*survey.program, stored->current, day));
    ++counts.taken;
  }
  return counts;
}

void say_counts(const Counts& counts, bool open_too) {
  std::cerr << counts.taken << (open_too ? " cases" : " closed cases") << " taken";
  if (counts.left_out > 0) std::cerr << ", " << counts.left_out << " open left out (--all takes them too)";
  std::cerr << ".\n";
}

}  // namespace genpyo::cli
