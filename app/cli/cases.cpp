#include "app/cli/cases.h"

#include <iostream>
#include <set>

#include "app/cli/report.h"
#include "app/cli/world.h"

namespace genpyo::cli {
namespace {

forms::Result<store::Walk> walk(store::Store& store, const session::Survey& survey, bool open_too, Progress& progress,
                                const std::function<bool()>& is_stopped, const std::function<void(const forms::Case&)>& use) {
  auto uses = store.forms_in_use();
  if (!uses) return uses.failure();
  std::size_t total = 0;
  for (const store::FormUse& form : *uses) total += open_too ? form.cases : form.closed;
  progress.begin(total);
  return store.each(
      survey.form, open_too,
      [&](const forms::Case& current) {
        progress.step();
        use(current);
      },
      is_stopped);
}

}  // namespace

forms::Result<std::unique_ptr<session::Survey>> requested_survey(const Request& request) {
  auto data = session::find_data();
  if (!data) return data.failure();
  return session::load_survey(request.form, *data);
}

forms::Result<std::unique_ptr<session::Survey>> survey_of(store::Store& store) {
  auto uses = store.forms_in_use();
  if (!uses) return uses.failure();
  if (uses->empty()) {
    return forms::Failure{"The database holds no case yet: key or import some first."};
  }
  if (uses->size() > 1) {
    std::set<std::string> names;
    for (const store::FormUse& form : *uses) names.insert(form.form_id + " " + form.version);
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return forms::Failure{"The database holds cases of more than one definition (" + list +
                          "): keep each in a database of its own."};
  }
  auto text = store.archived_text(uses->front().hash);
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

forms::Result<store::Walk> for_each_case(
    store::Store& store, const session::Survey& survey, bool open_too, Progress& progress,
    const std::function<void(const forms::Case&, const validators::States&)>& use,
    const std::function<bool()>& is_stopped) {
  validators::States states;
  return walk(store, survey, open_too, progress, is_stopped, [&, day = today()](const forms::Case& current) {
    validators::settle(*survey.program, current, day, states);
    use(current, states);
  });
}

forms::Result<store::Walk> for_each_case(
    store::Store& store, const session::Survey& survey, bool open_too, const std::string& what,
    const std::function<void(const forms::Case&, const validators::States&)>& use,
    const std::function<bool()>& is_stopped) {
  Progress progress({what});
  return for_each_case(store, survey, open_too, progress, use, is_stopped);
}

forms::Result<store::Walk> for_each_evaluation(
    store::Store& store, const session::Survey& survey, bool open_too, const std::string& what,
    const std::function<void(const forms::Case&, const validators::Evaluation&)>& use,
    const std::function<bool()>& is_stopped) {
  Progress progress({what});
  validators::Evaluation evaluation;
  return walk(store, survey, open_too, progress, is_stopped, [&, day = today()](const forms::Case& current) {
    validators::evaluate(*survey.program, current, day, evaluation);
    use(current, evaluation);
  });
}

void say_counts(const store::Walk& counts, bool open_too) {
  std::cerr << counts.taken << (open_too ? " cases" : " closed cases") << " taken";
  if (counts.left_out > 0) std::cerr << ", " << counts.left_out << " open left out (--all takes them too)";
  std::cerr << ".\n";
}

}  // namespace genpyo::cli
