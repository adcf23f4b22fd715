#include "export/export_run.h"

#include <algorithm>

#include "export/csv_line.h"

namespace genpyo::exports {
namespace {

// Keeps what is told: counts what stands against the export, lists altered cells in remarks.csv.
class KeptRemarks : public Remarks {
 public:
  KeptRemarks(const ExportParts& parts, FileSet& files) : parts_(parts), files_(files) {}

  void against(std::string_view case_id, std::string_view variable, std::string_view why) override {
    stands_against_ = true;
    if (parts_.against) parts_.against(case_id, variable, why);
  }
  void altered(std::string_view case_id, std::string_view variable, std::string_view how) override {
    if (report.altered++ == 0) open();
    if (list_ != nullptr) list_->write(csv_line({std::string(case_id), std::string(variable), std::string(how)}));
  }
  void renamed(std::string_view variable, std::string_view name, std::string_view format) override {
    report.renamed.push_back({std::string(variable), std::string(name), std::string(format)});
  }

  bool stands_against() const { return stands_against_; }
  const forms::Result<forms::Done>& opened() const { return opened_; }
  ExportReport report;

 private:
  void open() {
    auto list = files_.add("remarks.csv");
    if (!list) {
      opened_ = list.failure();
      return;
    }
    list_ = *list;
    list_->write(csv_line({"case_id", "variable", "altered"}));
  }

  const ExportParts& parts_;
  FileSet& files_;
  bool stands_against_ = false;
  WholeFile* list_ = nullptr;
  forms::Result<forms::Done> opened_ = forms::Done{};
};

std::vector<DatasetWriter*> looking_of(const ExportParts& parts) {
  std::vector<DatasetWriter*> looking;
  for (const auto& writer : parts.writers) {
    if (writer->looks_first()) looking.push_back(writer.get());
  }
  return looking;
}

class Run {
 public:
  Run(const Dataset& dataset, FileSet files, const CaseSource& source, ExportParts& parts)
      : dataset_(dataset), source_(source), parts_(parts), files_(std::move(files)), remarks_(parts, files_),
        reader_(dataset.variables, dataset.options.layer) {}

  forms::Result<ExportOutcome> go() {
    auto outcome = all_of_it();
    if (!outcome) return files_.told(outcome.failure());
    return outcome;
  }

 private:
  forms::Result<ExportOutcome> all_of_it() {
    if (auto looked = look(); !looked) return looked.failure();
    if (remarks_.stands_against()) return ExportOutcome{};
    if (auto begun = begin(); !begun) return begun.failure();
    if (remarks_.stands_against()) return ExportOutcome{};
    if (auto written = write(); !written) return written.failure();
    if (remarks_.stands_against()) return ExportOutcome{};
    return appear();
  }

  bool is_stopped() const { return parts_.is_stopped && parts_.is_stopped(); }
  static forms::Failure stopped() { return {"Stopped: nothing was written."}; }

  forms::Result<forms::Done> walk(const std::function<void(const forms::Case&, const validators::States&)>& use) {
    auto walked = source_([&](const forms::Case& current, const validators::States& states) {
      if (is_stopped()) return false;
      use(current, states);
      return true;
    });
    if (!walked) return walked;
    if (is_stopped()) return stopped();
    return forms::Done{};
  }

  forms::Result<forms::Done> look() {
    const std::vector<DatasetWriter*> looking = looking_of(parts_);
    if (looking.empty()) return forms::Done{};
    extents_.of.resize(dataset_.variables.size());
    return walk([&](const forms::Case& current, const validators::States& states) {
      const Row& row = reader_.read(current, states);
      extents_.add(row);
      for (DatasetWriter* writer : looking) writer->look(dataset_, row, remarks_);
    });
  }

  forms::Result<forms::Done> begin() {
    for (const auto& writer : parts_.writers) {
      if (auto begun = writer->begin(dataset_, extents_, files_, remarks_); !begun) return begun;
    }
    for (const auto& listener : parts_.listeners) {
      if (auto begun = listener->begin(dataset_, files_); !begun) return begun;
    }
    return forms::Done{};
  }

  forms::Result<forms::Done> write() {
    auto walked = walk([&](const forms::Case& current, const validators::States& states) {
      const Row& row = reader_.read(current, states);
      for (const auto& writer : parts_.writers) writer->add(row);
      for (const auto& listener : parts_.listeners) listener->add(current, states);
      ++remarks_.report.cases;
    });
    if (!walked) return walked;
    if (extents_.rows != 0 && extents_.rows != remarks_.report.cases) {
      return forms::Failure{"Cases were closed or opened while the export ran; nothing was written. Try again."};
    }
    if (parts_.on_walked) parts_.on_walked();
    for (const auto& writer : parts_.writers) {
      if (auto finished = writer->finish(); !finished) return finished;
      if (is_stopped()) return stopped();
    }
    return remarks_.opened();
  }

  forms::Result<ExportOutcome> appear() {
    auto written = files_.complete();
    if (!written) return written.failure();
    remarks_.report.files = std::move(*written);
    for (const ClosingFile& each : parts_.closing) {
      auto closed = close(each);
      if (!closed) return closed.failure();
    }
    if (parts_.manifest) {
      auto manifest = files_.add("manifest.json");
      if (!manifest) return manifest.failure();
      (*manifest)->write(parts_.manifest(remarks_.report));
    }
    // The last moment at which nothing has appeared yet.
    if (is_stopped()) return stopped();
    if (auto appeared = files_.appear(); !appeared) return appeared.failure();
    return ExportOutcome{true, files_.paths(), std::move(remarks_.report)};
  }

  forms::Result<forms::Done> close(const ClosingFile& each) {
    auto file = files_.add(each.name);
    if (!file) return file.failure();
    (*file)->write(each.text(remarks_.report));
    auto written = files_.complete_newest();
    if (!written) return written.failure();
    remarks_.report.files.push_back(std::move(*written));
    return forms::Done{};
  }

  const Dataset& dataset_;
  const CaseSource& source_;
  ExportParts& parts_;
  FileSet files_;
  KeptRemarks remarks_;
  RowReader reader_;
  Extents extents_;
};

}  // namespace

forms::Result<Dataset> Dataset::of(const forms::Form& form, DatasetOptions options, Profile profile) {
  auto variables = variables_of(form, options);
  if (!variables) return variables.failure();
  return Dataset{&form, std::move(options), std::move(profile), std::move(*variables)};
}

Course course_of(const ExportParts& parts) {
  const bool packs = std::any_of(parts.writers.begin(), parts.writers.end(), [](const auto& writer) { return writer->packs_last(); });
  return {looking_of(parts).empty() ? std::size_t{1} : 2, packs};
}

forms::Result<ExportOutcome> run_export(const Dataset& dataset, const std::string& folder,
                                        const CaseSource& source, ExportParts parts) {
  auto files = FileSet::create(folder);  // at once: who cannot write there need not wait for the walk
  if (!files) return files.failure();
  // The writers hold pointers into the run: it goes after them.
  Run run(dataset, std::move(*files), source, parts);
  auto outcome = run.go();
  parts.writers.clear();
  return outcome;
}

}  // namespace genpyo::exports
