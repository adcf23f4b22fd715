// One export: all chosen formats from one walk through the cases (two where a format must look
// first), all files whole or none, in memory that does not grow with the cases.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "export/dataset.h"
#include "forms/case.h"
#include "validators/evaluation.h"

namespace genpyo::exports {

// Hands every case of the export to `use`, in the same order each time, until that says false.
// The run may walk twice.
using UseCase = std::function<bool(const forms::Case&, const validators::States&)>;
using CaseSource = std::function<forms::Result<forms::Done>(const UseCase& use)>;

// Whoever sees the cases beside the writers: changes.csv, texts_for_review.csv.
class CaseListener {
 public:
  virtual ~CaseListener() = default;
  virtual forms::Result<forms::Done> begin(const Dataset& dataset, FileSet& files) = 0;
  virtual void add(const forms::Case& current, const validators::States& states) = 0;
};

struct Renamed {
  std::string variable, name, format;
};

// What is to be told of an export that is complete; the manifest is made of it.
struct ExportReport {
  std::size_t cases = 0;
  std::vector<WrittenFile> files;
  std::vector<Renamed> renamed;
  std::size_t altered = 0;  // cells that a format could not hold as they are: remarks.csv lists them
};

// A file that tells of the others: its text is made when they are complete.
struct ClosingFile {
  std::string name;
  std::function<std::string(const ExportReport&)> text;
};

struct ExportParts {
  std::vector<std::unique_ptr<DatasetWriter>> writers;
  std::vector<std::unique_ptr<CaseListener>> listeners;
  // What stops the export, line by line as it is found: at the end nothing appears.
  std::function<void(std::string_view case_id, std::string_view variable, std::string_view why)> against;
  std::function<bool()> is_stopped;  // asked at every case: Ctrl+C
  std::function<void()> on_walked;   // the last case is through: the files are packed, read again and summed up
  std::vector<ClosingFile> closing;  // before the manifest, which lists them
  // The manifest's text, made when all else is complete.
  std::function<std::string(const ExportReport&)> manifest;
};

// What a run goes through, for whoever shows how far it is.
struct Course {
  std::size_t walks = 1;
  bool packs = false;  // what comes after them takes about as long as a walk
};
Course course_of(const ExportParts& parts);

struct ExportOutcome {
  bool appeared = false;  // false: something stood against it, and was told
  std::vector<std::string> paths;
  ExportReport report;
};

forms::Result<ExportOutcome> run_export(const Dataset& dataset, const std::string& folder,
                                        const CaseSource& source, ExportParts parts);

}  // namespace genpyo::exports
