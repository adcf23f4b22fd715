// tables: the tables of the survey, who is in them and why the others are not.
#include <iostream>
#include <map>

#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/report.h"
#include "app/cli/report_files.h"
#include "app/cli/tables_file.h"
#include "app/cli/world.h"
#include "export/tables/callbacks.h"
#include "export/tables/contents.h"
#include "export/tables/exclusions.h"
#include "export/tables/mask.h"
#include "export/tables/standard.h"
#include "export/tables/tables.h"
#include "export/whole_folder.h"
#include "validators/expression.h"

namespace genpyo::cli {
namespace {

using Rule = std::shared_ptr<const validators::Expression>;

// What the command line asks for: the declared tables, or one cross table on the same base.
forms::Result<exports::TablesDefinition> definition_for(const Request& request, const forms::Form& form) {
  auto definition = read_tables_of(form);
  if (!definition) return definition;
  if (!request.cross.empty()) {
    auto crossed = exports::cross_table(form, request.cross, request.by);
    if (!crossed) return crossed;
    definition->tables = std::move(crossed->tables);
  }
  if (request.blanks.empty()) return definition;
  for (exports::Table& table : definition->tables) table.blanks_in = request.blanks == "in";
  return definition;
}

// Null without --where.
forms::Result<Rule> rule_of(const Request& request, const forms::Form& form) {
  if (request.where.empty()) return Rule();
  std::vector<forms::Diagnostic> faults;
  auto rule = validators::Expression::parse({request.where, {"--where", 1, 1}}, form, std::nullopt, faults, "--where");
  if (faults.empty()) return rule;
  say_diagnostics(faults);
  return forms::Failure{"--where is no rule of the form's language."};
}

struct Files {
  std::string tables, contents, exclusions, callbacks;
  explicit Files(const std::string& folder)
      : tables(folder + "/tables.csv"),
        contents(folder + "/contents.csv"),
        exclusions(folder + "/exclusions.csv"),
        callbacks(folder + "/callbacks.csv") {}
};

// One walk through the cases, and what is kept of it.
class Tabulating {
 public:
  Tabulating(const Request& request, const session::Survey& survey, const exports::TablesDefinition& definition,
             Rule where, exports::ExclusionsFile exclusions)
      : request_(request), survey_(survey), definition_(definition), where_(std::move(where)),
        exclusions_(std::move(exclusions)), tabulation_(survey.form, definition) {}

  void add(const forms::Case& current, const validators::States& states) {
    if (where_ && !where_->holds(states.items, day_)) {
      ++outside_;
      return;
    }
    tabulation_.add(states, day_);
    exclusions_.add(current.id, states, day_);
    exports::Callback callback = exports::callback_of(survey_.form, current.id, states);
    if (callback.tables.empty()) return;
    sheets_[current.id] = exports::callback_sheet(survey_.form, callback, states, request_.language);
    callbacks_.push_back(std::move(callback));
  }

  // Once, after the last case.
  forms::Result<forms::Done> write(const Files& files) {
    figures_ = tabulation_.figures();
    if (request_.mask > 0) hidden_ = exports::mask(figures_, survey_.form, definition_, request_.mask);
    exports::sort_by_gain(callbacks_);
    if (auto written = exports::write_tables_csv(figures_, files.tables); !written) return written;
    if (auto written = exports::write_contents_csv(survey_.form, definition_, run(), request_.language, files.contents); !written) return written;
    if (auto written = exclusions_.finish(); !written) return written;
    return exports::write_callbacks_csv(callbacks_, survey_.form, request_.language, files.callbacks);
  }

  // After `write`: the same figures for people.
  forms::Result<std::vector<std::string>> write_report(const std::string& folder, store::Store& store, const store::Walk& counts) {
    std::vector<exports::CallbackSheet> sheets;  // in the order of the calls
    for (const exports::Callback& each : callbacks_) sheets.push_back(std::move(sheets_[each.case_id]));
    // A histogram would give back what the mask hides.
    const auto distributions = request_.mask > 0 ? std::vector<exports::Distribution>() : tabulation_.distributions();
    return write_report_files(folder, request_, store, survey_.form, {definition_, figures_, distributions, run(), tabulation_.cases(), sheets}, counts);
  }

  void say() const {
    if (where_) std::cerr << outside_ << " of them left out by --where " << request_.where << ".\n";
    if (request_.mask > 0) {
      std::cerr << hidden_ << " figures hidden in tables.csv (--mask " << request_.mask
                << "); exclusions.csv and callbacks.csv name cases: keep them to yourselves.\n";
    }
  }

 private:
  exports::Run run() const { return {definition_.base ? definition_.base->text() : "", request_.where, request_.mask}; }

  const Request& request_;
  const session::Survey& survey_;
  const exports::TablesDefinition& definition_;
  const Rule where_;
  exports::ExclusionsFile exclusions_;
  exports::Tabulation tabulation_;
  std::vector<exports::Callback> callbacks_;
  std::map<std::string, exports::CallbackSheet> sheets_;
  std::vector<exports::Figure> figures_;
  const forms::Date day_ = today();
  std::size_t outside_ = 0, hidden_ = 0;
};

// All files of one run, which appear together.
class Writing {
 public:
  Writing(const Request& request, store::Store& store, const session::Survey& survey, exports::WholeFolder folder)
      : request_(request), store_(store), survey_(survey), folder_(std::move(folder)) {}

  int run(const exports::TablesDefinition& definition, Rule where) {
    auto written = write(definition, std::move(where));
    if (!written) {
      const int status = say_failure(folder_.told(written.failure()));
      return interruption_.came() ? interruption_.status() : status;
    }
    for (const std::string& name : names_) std::cout << request_.output << '/' << name << '\n';
    return done;
  }

 private:
  forms::Result<forms::Done> write(const exports::TablesDefinition& definition, Rule where) {
    const Files files(folder_.workplace());
    auto exclusions = exports::ExclusionsFile::create(files.exclusions, survey_.form, definition);
    if (!exclusions) return exclusions.failure();
    Tabulating tabulating(request_, survey_, definition, std::move(where), std::move(*exclusions));
    Progress progress({"tabulated"});
    auto counts = for_each_case(store_, survey_, request_.all, progress,
                                [&](const forms::Case& current, const validators::States& states) {
                                  tabulating.add(current, states);
                                },
                                [this] { return interruption_.came(); });
    if (!counts) return counts.failure();
    if (auto going = go_on(); !going) return going;
    progress.end("writing the tables and the report");
    if (auto written = tabulating.write(files); !written) return written;
    if (auto going = go_on(); !going) return going;
    auto report = tabulating.write_report(folder_.workplace(), store_, *counts);
    if (!report) return report.failure();
    names_.insert(names_.end(), report->begin(), report->end());
    if (auto going = go_on(); !going) return going;
    if (auto appeared = folder_.appear(names_); !appeared) return appeared;
    progress.wipe();
    say_counts(*counts, request_.all);
    tabulating.say();
    return forms::Done{};
  }

  forms::Result<forms::Done> go_on() const {
    if (interruption_.came()) return forms::Failure{"Stopped: nothing was written."};
    return forms::Done{};
  }

  const Request& request_;
  store::Store& store_;
  const session::Survey& survey_;
  const Interruption interruption_;
  exports::WholeFolder folder_;
  std::vector<std::string> names_ = {"tables.csv", "contents.csv", "exclusions.csv", "callbacks.csv"};
};

}  // namespace

int tables(const Request& request) {
  auto store = store::Store::open_read_only(request.database);
  if (!store) return say_failure(store.failure());
  auto survey = survey_of(*store);
  if (!survey) return say_failure(survey.failure());
  auto definition = definition_for(request, (*survey)->form);
  if (!definition) return say_failure(definition.failure(), usage);
  auto where = rule_of(request, (*survey)->form);
  if (!where) return say_failure(where.failure(), usage);
  auto folder = exports::WholeFolder::create(request.output);
  if (!folder) return say_failure(folder.failure());
  return Writing(request, *store, **survey, std::move(*folder)).run(*definition, std::move(*where));
}

}  // namespace genpyo::cli
