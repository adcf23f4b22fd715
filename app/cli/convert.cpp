// convert: a definition from an XLSForm to form.yaml, and back.
#include <filesystem>
#include <iostream>
#include <vector>

#include "app/cli/cases.h"
#include "app/cli/commands.h"
#include "app/cli/report.h"
#include "app/cli/single_file.h"
#include "export/xlsform_writer.h"
#include "forms/yaml.h"

namespace genpyo::cli {
namespace {

namespace fs = std::filesystem;

int write_workbook(const Request& request, const forms::Form& form) {
  const SingleFile single(request.output);
  const forms::yaml::Reading tree = forms::yaml::parse(form.text, request.form);
  exports::WrittenXlsform xlsform;
  auto written = single.write([&](const exports::WholeFile& file) -> forms::Result<forms::Done> {
    auto made = exports::write_xlsform(tree.root, file);
    if (!made) return made.failure();
    xlsform = std::move(*made);
    return forms::Done{};
  });
  if (!written) return single.say(written.failure());
  for (const std::string& note : xlsform.notes) std::cerr << note << '\n';
  std::cout << request.output << '\n';
  return done;
}

// The folders above a file that are not there yet; they go again unless the file comes.
class NewFolders {
 public:
  explicit NewFolders(fs::path folder) {
    std::error_code error;
    for (; !folder.empty() && !fs::exists(folder, error); folder = folder.parent_path()) made_.push_back(folder);
  }
  NewFolders(const NewFolders&) = delete;
  NewFolders& operator=(const NewFolders&) = delete;
  ~NewFolders() {
    std::error_code error;
    for (const fs::path& each : made_) fs::remove(each, error);  // the innermost first; only what is empty goes
  }
  void keep() { made_.clear(); }

 private:
  std::vector<fs::path> made_;
};

int write_yaml(const Request& request, const forms::Form& form) {
  const bool file_named = request.output.ends_with(".yaml");
  const std::string path = file_named ? request.output : request.output + "/form.yaml";
  const SingleFile single(path);
  const fs::path folder = fs::path(path).parent_path();
  NewFolders folders(folder);
  std::error_code error;
  if (!folder.empty()) fs::create_directories(folder, error);
  if (error) return say_failure({"Cannot make the folder " + folder.string() + ": " + error.message() + "."});
  if (fs::exists(path, error)) return say_failure({path + " is there already: choose another name with -o."});
  auto written = single.write([&](exports::WholeFile& file) -> forms::Result<forms::Done> {
    file.write(form.text);
    return forms::Done{};
  });
  if (!written) return single.say(written.failure());
  folders.keep();
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
