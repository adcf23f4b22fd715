// check and import: a form's definition, and the rows of a file against it.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <tuple>

#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/dataset_rows.h"
#include "app/cli/form_limits.h"
#include "app/cli/report.h"
#include "app/cli/world.h"
#include "app/session/described_codes.h"
#include "app/session/exported.h"
#include "app/session/intake.h"
#include "app/session/occasion.h"
#include "app/session/strings.h"
#include "app/session/words.h"
#include "forms/form_reader.h"
#include "forms/text.h"
#include "validators/prover.h"

namespace genpyo::cli {
namespace {

constexpr std::size_t most_faults_shown = 50;

nlohmann::ordered_json as_json(const std::vector<forms::Diagnostic>& diagnostics) {
  auto out = nlohmann::ordered_json::array();
  for (const forms::Diagnostic& diagnostic : diagnostics) {
    out.push_back({{"file", diagnostic.place.file},
                   {"sheet", diagnostic.place.sheet},
                   {"line", diagnostic.place.line},
                   {"column", diagnostic.place.column},
                   {"code", forms::code_of(diagnostic.fault)},
                   {"message", diagnostic.message},
                   {"repair", diagnostic.repair}});
  }
  return out;
}

std::vector<forms::Diagnostic> of_level(const std::vector<forms::Diagnostic>& all, forms::Level level) {
  std::vector<forms::Diagnostic> these;
  std::copy_if(all.begin(), all.end(), std::back_inserter(these),
               [level](const forms::Diagnostic& each) { return each.level == level; });
  return these;
}

nlohmann::ordered_json as_json(const session::Survey& survey) {
  nlohmann::ordered_json out;
  out["form_id"] = survey.form.form_id;
  out["version"] = survey.form.version;
  out["items"] = nlohmann::ordered_json::array();
  for (const forms::Item& item : survey.form.items) {
    if (!item.asked()) continue;  // from the frame, or coded afterwards
    nlohmann::ordered_json line;
    line["name"] = item.name;
    line["type"] = forms::name_of(item.type);
    line["section"] = survey.form.sections[item.section].name;
    line["number"] = item.number;
    line["codes"] = nlohmann::ordered_json::array();
    const forms::ChoiceList* choices = survey.form.choices_of(item);
    if (choices != nullptr) {
      for (const forms::Choice& choice : choices->choices) line["codes"].push_back(choice.code);
    }
    line["width"] = choices == nullptr ? 0 : choices->width();
    line["grid"] = nullptr;
    if (item.grid) line["grid"] = survey.form.grids[*item.grid].name;
    line["relevant"] = item.relevant.text;
    out["items"].push_back(std::move(line));
  }
  out["diagnostics"] = as_json(survey.diagnostics);
  out["warnings"] = as_json(of_level(survey.warnings, forms::Level::warning));
  out["notes"] = as_json(of_level(survey.warnings, forms::Level::note));
  return out;
}

// What an intake says: unreadable cells to standard error, violations to standard output.
class Findings {
 public:
  Findings(const Request& request, const session::Survey& survey, const session::Strings& strings)
      : request_(request), survey_(survey), strings_(strings) {}

  void say_faults(const session::Intake& intake) const {
    std::size_t shown = 0;
    for (const session::CellFault& fault : intake.faults) {
      if (++shown > most_faults_shown) break;
      std::cerr << request_.csv << ':' << fault.line << ": " << fault.column << ": "
                << strings_.text(request_.language, fault.key, fault.arguments) << '\n';
    }
    if (intake.faults.size() > most_faults_shown) {
      std::cerr << "… and " << intake.faults.size() - most_faults_shown << " more\n";
    }
    std::cerr << "genpyo: " << request_.csv << " has cells that cannot be read; nothing of it was taken.\n";
  }

  void say_absent(const session::Intake& intake) const {
    if (intake.absent_columns.empty()) return;
    std::cerr << "No column, so taken as no answer:";
    for (const std::string& name : intake.absent_columns) std::cerr << ' ' << name;
    std::cerr << '\n';
  }

  // Every remark and violation by row and column; gives how many there are.
  std::size_t say_findings(const session::Intake& intake) const {
    std::size_t count = intake.remarks.size();
    for (const session::CellFault& remark : intake.remarks) {
      std::cout << request_.csv << ':' << remark.line << ": " << remark.column << ": soft: "
                << strings_.text(request_.language, remark.key, remark.arguments) << '\n';
    }
    for (const session::IntakeCase& taken : intake.cases) {
      for (const validators::Violation& violation : taken.evaluation.violations) {
        ++count;
        std::cout << request_.csv << ':' << taken.line << ": " << taken.current.id << ' '
                  << survey_.form.items[violation.item].name << ": "
                  << (violation.severity == forms::Severity::hard ? "hard: " : "soft: ")
                  << session::word(violation, survey_.form, taken.evaluation.items, request_.language, strings_) << '\n';
      }
    }
    return count;
  }

 private:
  const Request& request_;
  const session::Survey& survey_;
  const session::Strings& strings_;
};

// A row is begun and ended when it is imported, where it does not say otherwise.
std::vector<store::Change> marks_of_import(const forms::Form& form, const Request& request) {
  const std::string now = utc_now();
  const session::Occasion occasion{session::with_offset(now, local_time(now)), today(), machine(), request.operator_name};
  std::vector<store::Change> marks = session::marks_at_start(form, occasion);
  forms::Case ended = forms::blank_case(form, "");
  for (store::Change& change : session::marks_at_end(form, occasion, ended)) marks.push_back(std::move(change));
  return marks;
}

// The rows of a file as keyed by hand, or of one that `export` wrote.
session::Intake read_intake(const session::Survey& survey, const Request& request, const GivenRows& given) {
  using session::Origin;
  const auto first = marks_of_import(survey.form, request);
  if (!given.from) return session::read_rows(survey, given.rows, today(), Origin::keyed, first);
  if (!given.codes.faults.empty()) return {.cases = {}, .faults = given.codes.faults, .remarks = {}, .absent_columns = {}};
  session::Exported exported = session::read_export(survey.form, given.rows, *given.from);
  session::Intake intake;
  if (exported.faults.empty()) intake = session::read_rows(survey, exported.rows, today(), Origin::exported, first);
  else intake.faults = std::move(exported.faults);
  for (session::CellFault& remark : exported.remarks) intake.remarks.push_back(std::move(remark));
  return intake;
}

// Closes the cases that nothing hard stands against.
std::size_t close_cases(session::Intake& intake) {
  std::size_t closed = 0;
  for (session::IntakeCase& taken : intake.cases) {
    if (!taken.evaluation.may_close()) continue;
    store::Change close;
    close.action = store::Entry::Action::close;
    close.reason = "import";
    taken.changes.push_back(std::move(close));
    ++closed;
  }
  return closed;
}

// Why a code is added: the file's name, without the folders of whoever imports it.
std::string reason_of(const Request& request) {
  const std::string name = std::filesystem::path(request.csv).filename().string();
  return forms::is_utf8(name) ? std::string(session::import_of) + name : "import";
}

int store_cases(const Request& request, const session::Survey& survey, const Findings& say,
                const std::vector<store::AddedCode>& codes, session::Intake& intake) {
  auto store = store::Store::open(request.database, utc_now, request.operator_name);
  if (!store) return say_failure(store.failure());
  for (const session::IntakeCase& taken : intake.cases) {
    auto known = store->has(taken.current.id);
    if (!known) return say_failure(known.failure());
    if (*known) {
      return say_failure({request.csv + ":" + std::to_string(taken.line) + ": case " + taken.current.id +
                          " is in the database already; nothing was imported."}, usage);
    }
  }
  const auto known = store->added_codes();
  if (!known) return say_failure(known.failure());
  session::bring_codes(survey.form, codes, *known, reason_of(request), intake);
  if (!intake.faults.empty()) {
    say.say_faults(intake);
    return usage;
  }
  auto hash = store->archive(survey.form);
  if (!hash) return say_failure(hash.failure());
  const std::size_t closed = request.no_close ? 0 : close_cases(intake);
  std::vector<store::Store::NewCase> cases;
  for (session::IntakeCase& taken : intake.cases) {
    cases.push_back({taken.current.id, std::move(taken.changes)});
  }
  if (auto imported = store->import(survey.form, *hash, cases); !imported) {
    return say_failure(imported.failure());
  }
  std::cerr << cases.size() << " cases imported, " << closed << " closed, " << cases.size() - closed
            << " left open.\n";
  return done;
}

// Reads the rows and says what is wrong with them; `then` goes on with rows that can be read.
template <typename Then>
int with_rows(const Request& request, std::unique_ptr<session::Survey> survey, Then then) {
  auto data = session::find_data();
  if (!data) return say_failure(data.failure());
  auto strings = session::Strings::load(*data);
  if (!strings) return say_failure(strings.failure());
  const auto given = read_given_rows(survey, request.csv);
  if (!given) return say_failure(given.failure(), usage);
  session::Intake intake = read_intake(*survey, request, *given);
  const Findings say(request, *survey, *strings);
  if (!intake.faults.empty()) {
    say.say_faults(intake);
    return usage;
  }
  if (const int status = then(*survey, say, given->codes.added, intake); status != done) return status;
  say.say_absent(intake);
  return say.say_findings(intake) == 0 ? done : findings;
}

// A form with faults is not proved: a rule that cannot be read counts as absent.
void add_proofs(session::Survey& survey) {
  const validators::Proof proof = validators::prove(*survey.program, today());
  if (proof.not_looked_at > 0)
    std::cerr << "genpyo: cannot tell: the form is too large to look at " << proof.not_looked_at << " of its "
              << proof.rules << " rules.\n";
  std::vector<forms::Diagnostic> found = validators::told(proof, survey.form);
  for (forms::Diagnostic& each : form_limits(survey, today())) found.push_back(std::move(each));
  std::stable_sort(found.begin(), found.end(), [](const forms::Diagnostic& a, const forms::Diagnostic& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  survey.warnings.insert(survey.warnings.end(), found.begin(), found.end());
}

}  // namespace

int check(const Request& request) {
  auto survey = requested_survey(request);
  if (!survey) return say_failure(survey.failure());
  const bool faulty = !(*survey)->diagnostics.empty();
  if (!faulty && request.csv.empty()) add_proofs(**survey);
  if (request.json && request.csv.empty()) {
    std::cout << as_json(**survey).dump(2) << '\n';
    return faulty ? findings : done;
  }
  say_diagnostics(request.notes ? (*survey)->warnings : of_level((*survey)->warnings, forms::Level::warning));
  say_diagnostics((*survey)->diagnostics);
  if (faulty) return findings;
  if (request.csv.empty()) return done;
  return with_rows(request, std::move(*survey), [](auto&&...) { return static_cast<int>(done); });
}

int import(const Request& request) {
  auto survey = requested_survey(request);
  if (!survey) return say_failure(survey.failure());
  say_diagnostics((*survey)->diagnostics);
  if (!(*survey)->diagnostics.empty()) return usage;
  return with_rows(request, std::move(*survey),
                   [&](const session::Survey& form, const Findings& say, const std::vector<store::AddedCode>& codes,
                       session::Intake& intake) { return store_cases(request, form, say, codes, intake); });
}

}  // namespace genpyo::cli
