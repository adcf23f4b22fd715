// export: the clean dataset in the formats that were asked for.
#include <filesystem>
#include <iostream>
#include <optional>
#include <set>

#include "app/cli/beside_dataset.h"
#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/documents.h"
#include "app/cli/interruption.h"
#include "app/cli/report.h"
#include "app/cli/supervisor.h"
#include "app/cli/tables_file.h"
#include "app/cli/world.h"
#include "app/session/described_codes.h"
#include "export/changes.h"
#include "export/csv.h"
#include "export/derivations.h"
#include "export/export_run.h"
#include "export/json_dataset.h"
#include "export/manifest.h"
#include "export/readstat_dta.h"
#include "export/readstat_sav.h"
#include "export/scripts/read_scripts.h"
#include "export/sqlite_dataset.h"
#include "export/texts_for_review.h"
#include "export/xlsx_dataset.h"
#include "forms/diagnostic.h"

namespace genpyo::cli {
namespace {

std::unique_ptr<exports::DatasetWriter> writer_of(const std::string& format, const exports::Profile& profile,
                                                  const store::Head& head) {
  if (format == "sav") return std::make_unique<exports::SavWriter>(head.at);
  if (format == "dta") return std::make_unique<exports::DtaWriter>(head.at);
  if (format == "json") return std::make_unique<exports::JsonWriter>();
  if (format == "sqlite") return std::make_unique<exports::SqliteWriter>();
  if (format == "xlsx") return std::make_unique<exports::XlsxWriter>(profile);
  return std::make_unique<exports::CsvWriter>(profile);
}

forms::Result<exports::DatasetOptions> options_of(const Request& request, const forms::Form& form) {
  exports::DatasetOptions options;
  options.identifying = request.identifying;
  if (request.multiple == "codes") options.multiple = exports::DatasetOptions::Multiple::codes;
  if (request.layer == "marks") options.layer = exports::DatasetOptions::Layer::marks;
  if (request.derive) {
    auto definition = read_tables_of(form);
    if (!definition) return definition.failure();
    options.derivations = exports::derivations_of(*definition);
  }
  return options;
}

constexpr const char* completing = "completing the files";

std::vector<std::string> walks_of(const exports::Course& course) {
  std::vector<std::string> walks = {"exported"};
  if (course.walks == 2) walks.insert(walks.begin(), "looked at");
  if (course.packs) walks.push_back(completing);
  return walks;
}

class Export {
 public:
  Export(const Request& request, store::Store& store, const session::Survey& survey)
      : request_(request), store_(store), survey_(survey) {}

  int run() {
    auto options = options_of(request_, survey_.form);
    if (!options) return say_failure(options.failure(), usage);
    exports::Profile profile{*exports::profile_named(request_.profile), request_.language, request_.wider};
    auto dataset = exports::Dataset::of(survey_.form, std::move(*options), std::move(profile));
    if (!dataset) return say_failure(dataset.failure());
    auto head = store_.head();
    if (!head) return say_failure(head.failure());
    auto added = store_.added_codes();
    if (!added) return say_failure(added.failure());
    added_ = session::in_force(survey_.form, *added, request_.identifying);
    std::unique_ptr<paper::FontSet> fonts;  // outlives the parts
    auto parts = parts_of(*dataset, *head);
    if (auto made = add_documents(request_, *dataset, *head, fonts, parts); !made) return say_failure(made.failure());
    if (auto made = add_odm(request_, survey_.form, *head, parts); !made) return say_failure(made.failure());
    const std::vector<std::string> earlier = manifest_beside(request_.output + "/manifest.json", "").files;
    progress_.emplace(walks_of(exports::course_of(parts)));
    auto outcome = exports::run_export(*dataset, request_.output, source(), std::move(parts));
    progress_.reset();
    if (!outcome) {
      const int status = say_failure(outcome.failure());
      return interruption_.came() ? interruption_.status() : status;
    }
    if (!outcome->appeared) return say_refusal();
    say_left_behind(earlier, *outcome);
    return say_files(*outcome);
  }

 private:
  exports::CaseSource source() {
    return [this](const exports::UseCase& use) -> forms::Result<forms::Done> {
      auto walked = for_each_case(
          store_, survey_, request_.all, *progress_,
          [&](const forms::Case& current, const validators::States& states) { use(current, states); },
          [this] { return interruption_.came(); });
      if (!walked) return walked.failure();
      counts_ = *walked;
      return forms::Done{};
    };
  }

  exports::ExportParts parts_of(const exports::Dataset& dataset, const store::Head& head) {
    exports::ExportParts parts;
    for (const std::string& format : request_.formats) {
      if (is_data_format(format)) parts.writers.push_back(writer_of(format, dataset.profile, head));
      if (format == "csv") parts.writers.push_back(std::make_unique<exports::ReadScripts>());
    }
    parts.listeners.push_back(std::make_unique<exports::Changes>());
    if (exports::TextsForReview::are_in(dataset)) parts.listeners.push_back(std::make_unique<exports::TextsForReview>());
    parts.against = [this](std::string_view case_id, std::string_view variable, std::string_view why) {
      ++against_;
      progress_->wipe();
      std::cout << (case_id.empty() ? "the form" : case_id) << ": " << variable << ": " << why << '\n';
    };
    parts.is_stopped = [this] { return interruption_.came(); };
    parts.on_walked = [this] { progress_->end(completing); };
    parts.manifest = [this, &dataset, head](const exports::ExportReport& report) {
      exports::Provenance provenance;
      provenance.form_hash = survey_.hash;
      provenance.head = head.hash;
      provenance.at = head.at;
      provenance.open_left_out = counts_.left_out;
      provenance.open_too = request_.all;
      provenance.added_codes = added_;
      return exports::manifest_json(dataset, provenance, report);
    };
    return parts;
  }

  // A format that was asked for last time and is not now: its file is of another moment than the rest.
  void say_left_behind(const std::vector<std::string>& earlier, const exports::ExportOutcome& outcome) const {
    std::set<std::string> written;
    for (const std::string& path : outcome.paths) written.insert(std::filesystem::path(path).filename());
    for (const std::string& name : earlier) {
      std::error_code none;
      const bool is_name = !name.empty() && name == std::filesystem::path(name).filename();
      if (!is_name || written.count(name) != 0 || !std::filesystem::is_regular_file(request_.output + '/' + name, none)) continue;
      std::cerr << "genpyo: " << forms::quoted(name) << " is of an earlier export and was not written anew: delete it, or ask for its "
                << "format too.\n";
    }
  }

  int say_files(const exports::ExportOutcome& outcome) const {
    say_counts(counts_, request_.all);
    if (outcome.report.altered > 0) {
      std::cerr << outcome.report.altered << " cells or texts could not be kept as they are: see remarks.csv.\n";
    }
    for (const std::string& path : outcome.paths) std::cout << path << '\n';
    return done;
  }

  int say_refusal() const {
    std::cerr << "genpyo: " << against_ << " things stand against this export; nothing was written.\n";
    return findings;
  }

  const Request& request_;
  store::Store& store_;
  const session::Survey& survey_;
  const Interruption interruption_;
  std::vector<exports::DescribedCode> added_;
  std::optional<Progress> progress_;  // while the run goes
  store::Walk counts_;
  std::size_t against_ = 0;
};

}  // namespace

int export_dataset(const Request& request) {
  if (request.identifying) {
    auto signature = supervisor_signs(request);
    if (!signature) return say_failure(signature.failure(), usage);
    if (signature->empty()) {
      std::cerr << "The identifying items leave without a signature: there is no file of operators.\n";
    } else {
      std::cerr << "The identifying items leave, signed by " << *signature << ".\n";
    }
  }
  auto store = store::Store::open_read_only(request.database);
  if (!store) return say_failure(store.failure());
  if (auto still = store->stand_still(); !still) return say_failure(still.failure());
  auto survey = survey_of(*store);
  if (!survey) return say_failure(survey.failure());
  return Export(request, *store, **survey).run();
}

}  // namespace genpyo::cli
