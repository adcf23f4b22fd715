#include "app/session/survey.h"

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "app/session/coding.h"
#include "forms/form_reader.h"
#include "forms/sha256.h"
#include "forms/xlsform.h"

namespace genpyo::session {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_bytes = 4u << 20;  // of a definition or a frame
constexpr std::size_t most_workbook_bytes = 64u << 20;

bool is_data(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "forms", ignored) && fs::is_directory(folder / "assets", ignored);
}

// The definition's file for FORM as given, or "" when there is none.
fs::path definition_of(const std::string& form, const std::string& data) {
  std::error_code ignored;
  const std::array candidates = {fs::path(form), fs::path(form) / "form.yaml",
                                 fs::path(data) / "forms" / form / "form.yaml"};
  for (const fs::path& candidate : candidates) {
    if (fs::is_regular_file(candidate, ignored)) return candidate;
  }
  if (fs::is_regular_file(fs::path(form) / "survey.csv", ignored)) return form;
  return {};
}

bool is_workbook(const fs::path& file) {
  const std::string extension = file.extension().string();
  return extension == ".xlsx" || extension == ".XLSX" || extension == ".xlsm" || extension == ".xls";
}

// A folder of CSV files is its own definition.
std::string folder_of(const fs::path& definition) {
  std::error_code ignored;
  if (fs::is_directory(definition, ignored)) return definition.string();
  return definition.has_parent_path() ? definition.parent_path().string() : ".";
}

forms::Result<forms::Workbook> read_sheets(const fs::path& definition) {
  std::error_code ignored;
  if (fs::is_directory(definition, ignored)) {
    return forms::read_csv_workbook(definition.string(), forms::xlsform_sheets());
  }
  const auto bytes = forms::read_file(definition.string(), most_workbook_bytes);
  if (!bytes) return bytes.failure();
  return forms::read_workbook(*bytes, definition.filename().string(), forms::xlsform_sheets());
}

forms::Result<forms::FormReading> read_definition(const fs::path& definition) {
  std::error_code ignored;
  if (!is_workbook(definition) && !fs::is_directory(definition, ignored)) {
    const auto text = forms::read_file(definition.string(), most_bytes);
    if (!text) return text.failure();
    return forms::read_form(*text, definition.filename().string());
  }
  const auto workbook = read_sheets(definition);
  if (!workbook) return workbook.failure();
  // A file of choices lies in the same folder or nowhere: its name comes from the workbook.
  const auto beside = [folder = fs::path(folder_of(definition))](const std::string& name) -> forms::Result<std::string> {
    if (fs::path(name).filename() != fs::path(name)) return forms::Failure{"a path is no name of a file."};
    return forms::read_file((folder / name).string(), most_workbook_bytes);
  };
  return forms::read_xlsform(*workbook, beside);
}

void take(std::vector<forms::Diagnostic> diagnostics, Survey& survey) {
  for (forms::Diagnostic& diagnostic : diagnostics) {
    const bool warning = diagnostic.level != forms::Level::error;
    (warning ? survey.warnings : survey.diagnostics).push_back(std::move(diagnostic));
  }
}

std::unique_ptr<Survey> compiled(forms::FormReading reading, const std::vector<store::AddedCode>& added = {}) {
  auto survey = std::make_unique<Survey>();
  survey->hash = forms::sha256_hex(reading.form.text);
  survey->form = std::move(reading.form);
  add_codes(survey->form, added);
  take(std::move(reading.diagnostics), *survey);
  validators::Compilation compilation = validators::compile(survey->form);
  survey->program = std::make_unique<validators::Program>(std::move(compilation.program));
  take(std::move(compilation.diagnostics), *survey);
  return survey;
}

}  // namespace

std::unique_ptr<Survey> make_survey(std::string text, const std::string& file_name,
                                    const std::vector<store::AddedCode>& added) {
  return compiled(forms::read_form(text, file_name), added);
}

std::unique_ptr<Survey> with_added_codes(std::unique_ptr<Survey> survey, const std::vector<store::AddedCode>& added) {
  if (added.empty()) return survey;
  auto made = make_survey(survey->form.text, "form.yaml", added);
  made->folder = std::move(survey->folder);
  made->frame = std::move(survey->frame);
  return made;
}

forms::Result<std::unique_ptr<Survey>> load_survey(const std::string& form, const std::string& data) {
  const fs::path definition = definition_of(form, data);
  if (definition.empty()) {
    return forms::Failure{"There is no form \"" + form +
                          "\": give the name of a folder under forms/, or the path of a form.yaml or .xlsx."};
  }
  auto reading = read_definition(definition);
  if (!reading) return reading.failure();
  auto survey = compiled(std::move(*reading));
  survey->folder = folder_of(definition);

  const fs::path frame_file = fs::path(survey->folder) / "frame.csv";
  std::error_code ignored;
  if (!fs::exists(frame_file, ignored)) return survey;
  auto frame_text = forms::read_file(frame_file.string(), most_bytes);
  if (!frame_text) return frame_text.failure();
  auto frame = forms::parse_frame(*frame_text);
  if (!frame) return forms::Failure{frame_file.string() + ": " + frame.failure().sentence};
  survey->frame = std::move(*frame);
  return survey;
}

forms::Result<std::string> find_data() {
  if (const char* given = std::getenv("GENPYO_DATA"); given != nullptr && *given != '\0') {
    if (is_data(given)) return std::string(given);
    return forms::Failure{std::string("GENPYO_DATA names ") + given +
                          ", which has no forms/ and assets/: correct it or unset it."};
  }
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed);
  if (!failed) {
    const fs::path installed = program.parent_path().parent_path() / "share" / "genpyo";
    if (is_data(installed)) return installed.string();
  }
  if (is_data(GENPYO_SOURCE_DATA)) return std::string(GENPYO_SOURCE_DATA);
  return forms::Failure{
      "Genpyo's forms and texts are not where they were installed: install it again, or set "
      "GENPYO_DATA to the folder that holds forms/ and assets/."};
}

}  // namespace genpyo::session
