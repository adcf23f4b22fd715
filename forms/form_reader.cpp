#include "forms/form_reader.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "forms/form_reading.h"

namespace genpyo::forms {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_languages = 8;

constexpr std::array form_keys = {"form_id"sv, "version"sv, "default_language"sv,
                                  "title"sv,   "note"sv,    "choices"sv,
                                  "survey"sv,  "checks"sv,  "extractions"sv};

bool is_language(std::string_view code) {
  return (code.size() == 2 || code.size() == 3) &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The languages of the title are the form's, in its order.
void read_languages(const yaml::Node& title, Findings& findings) {
  for (const auto& [language, text] : title.map) {
    if (!is_language(language.scalar)) {
      findings.add(Fault::illegal_name, language.place,
                   quoted(language.scalar) + " is no code of a language.",
                   "Write two or three small letters, as ja or en.");
    } else if (findings.languages.size() == most_languages) {
      findings.add(Fault::too_large, language.place, "the title has over 8 languages.",
                   "Split the form.");
      return;
    } else {
      findings.languages.push_back(language.scalar);
    }
  }
}

void read_default_language(const Fields& top, FormDraft& draft) {
  Form& form = draft.form;
  const yaml::Node* found = top.scalar("default_language", Presence::optional);
  if (found != nullptr) form.default_language = found->scalar;
  const auto& known = draft.findings.languages;
  if (known.empty() ||
      std::find(known.begin(), known.end(), form.default_language) != known.end()) {
    return;
  }
  draft.findings.add(Fault::bad_value, found != nullptr ? found->place : top.place(),
                     "the default_language " + quoted(form.default_language) +
                         " is none of the title's languages.",
                     "Write one of them, or add it to the title.");
}

void read_settings(const Fields& top, FormDraft& draft) {
  Form& form = draft.form;
  form.form_id = top.name("form_id");
  form.version = top.text("version", Presence::required);
  form.title = top.label("title", Presence::required);
  if (const yaml::Node* title = top.value("title", Presence::optional)) {
    read_languages(*title, draft.findings);
  }
  form.languages = draft.findings.languages;
  read_default_language(top, draft);
  form.note = top.label("note", Presence::optional);
}

void read_parts(const yaml::Node& root, FormDraft& draft) {
  const Fields top(root, "the form", form_keys, draft.findings);
  read_settings(top, draft);
  if (const yaml::Node* choices = top.value("choices", Presence::optional)) {
    read_choices(*choices, draft);
  }
  read_survey(top, draft);
  read_checks(top, draft);
  read_extractions(top, draft);
  tell_unknown_names(draft);
}

std::vector<Diagnostic> in_order(Findings findings, std::string_view file) {
  auto& diagnostics = findings.diagnostics;
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const auto& left, const auto& right) {
    return std::tie(left.place.sheet, left.place.line, left.place.column) <
           std::tie(right.place.sheet, right.place.line, right.place.column);
  });
  // What stands in a repeat is read once for each instance, and told once.
  const auto same = [](const Diagnostic& left, const Diagnostic& right) {
    return left.place.line == right.place.line && left.place.column == right.place.column &&
           left.message == right.message;
  };
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
  findings.tell_that_there_are_more(file);
  return std::move(diagnostics);
}

}  // namespace

FormReading read_form(const yaml::Node& root, std::string text, std::string_view file,
                      std::vector<Diagnostic> found) {
  FormDraft draft;
  draft.form.text = std::move(text);
  const bool read = root.kind != yaml::Node::Kind::null || found.empty();
  draft.findings = Findings(std::move(found));
  if (read) read_parts(root, draft);
  return {std::move(draft.form), in_order(std::move(draft.findings), file)};
}

FormReading read_form(std::string_view yaml, std::string_view file) {
  yaml::Reading reading = yaml::parse(yaml, file);
  if (reading.root.place.file.empty()) reading.root.place.file = file;  // an empty file has no node
  return read_form(reading.root, std::string(yaml), file, std::move(reading.diagnostics));
}

}  // namespace genpyo::forms
