// convert: a definition from an XLSForm to form.yaml, and back.
#include <filesystem>
#include <iostream>

#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "export/whole_file.h"
#include "export/xlsform_writer.h"
#include "forms/yaml.h"

namespace genpyo::cli {
namespace {

namespace fs = std::filesystem;

int write_workbook(const Request& request, const forms::Form& form) {
  const forms::yaml::Reading tree = forms::yaml::parse(form.text, request.form);
  auto written = exports::write_xlsform(tree.root, request.output);
  if (!written) return say_failure(written.failure());
  for (const std::string& note : written->notes) std::cerr << note << '\n';
  std::cout << request.output << '\n';
  return done;
}

int write_yaml(const Request& request, const forms::Form& form) {
  const bool file_named = request.output.ends_with(".yaml");
  const std::string path = file_named ? request.output : request.output + "/form.yaml";
  std::error_code error;
  const fs::path folder = fs::path(path).parent_path();
  if (!folder.empty()) fs::create_directories(folder, error);
  if (error) return say_failure({"Cannot make the folder " + folder.string() + ": " + error.message() + "."});
  if (fs::exists(path, error)) return say_failure({path + " is there already: choose another name with -o."});
  auto file = exports::WholeFile::create(path);
  if (!file) return say_failure(file.failure());
  file->write(form.text);
  if (auto finished = file->finish(); !finished) return say_failure(finished.failure());
  std::cout << path << '\n';
  return done;
}

}  // namespace

int convert(const Request& request) {
  auto survey = requested_survey(request);
  if (!survey) return say_failure(survey.failure());
  say_diagnostics((*survey)->warnings);
  say_diagnostics((*survey)->diagnostics);
  if (!(*survey)->diagnostics.empty()) return findings;
  const bool workbook = request.output.ends_with(".xlsx");
  return workbook ? write_workbook(request, (*survey)->form) : write_yaml(request, (*survey)->form);
}

}  // namespace genpyo::cli
