// What the variables and codes of a workbook mean, on its own sheets.
#include "export/excel_text.h"
#include "export/xlsx_dataset.h"

namespace genpyo::exports {
namespace {

const char* source_of(forms::Source source) {
  switch (source) {
    case forms::Source::stated: return "";
    case forms::Source::report: return "report";
    case forms::Source::published: return "published";
    case forms::Source::inferred: return "inferred";
  }
  return "";
}

// One line after the other; its columns follow one another.
class SheetLines {
 public:
  SheetLines(WorkbookFile& file, const char* name) : file_(file) { file_.add_sheet(name); }

  void heading(const std::string& text, double width) {
    file_.heading(column_, text);
    file_.width(column_++, width);
  }
  void text(std::string_view text) {
    std::vector<std::string_view> how;  // a form's own words; nobody has 32,767 letters of them
    file_.text(row_, column_++, cell_text(text, scratch_, how));
  }
  void number(double number) { file_.number(row_, column_++, number); }
  void labels(const forms::Label& label, const std::vector<std::string>& languages) {
    for (const std::string& language : languages) text(label.in(language));
  }
  void next() {
    ++row_;
    column_ = 0;
  }

 private:
  WorkbookFile& file_;
  unsigned row_ = 0, column_ = 0;
  std::string scratch_;
};

void add_variables(WorkbookFile& file, const Dataset& dataset) {
  const auto& languages = dataset.form->languages;
  SheetLines lines(file, "variables");
  lines.heading("name", 26);
  lines.heading("item", 26);
  lines.heading("number", 10);
  for (const std::string& language : languages) lines.heading("label_" + language, 50);
  lines.heading("type", 10);
  for (const std::string& language : languages) lines.heading("unit_" + language, 10);
  lines.heading("measure", 10);
  lines.heading("source", 10);
  for (const Variable& variable : dataset.variables) {
    lines.next();
    lines.text(variable.name);
    lines.text(variable.is_of_item() ? dataset.form->items[variable.item].name : "");
    lines.text(variable.number);
    lines.labels(variable.label, languages);
    lines.text(name_of(variable.kind));
    lines.labels(variable.unit, languages);
    lines.text(name_of(variable.measure));
    lines.text(source_of(variable.source));
  }
}

void add_codes(WorkbookFile& file, const Dataset& dataset) {
  const auto& languages = dataset.form->languages;
  SheetLines lines(file, "codes");
  lines.heading("variable", 26);
  lines.heading("code", 8);
  for (const std::string& language : languages) lines.heading("label_" + language, 50);
  for (const Variable& variable : dataset.variables) {
    for (const ValueLabel& each : variable.codes) {
      lines.next();
      lines.text(variable.name);
      lines.number(each.code);
      lines.labels(each.label, languages);
    }
  }
}

void add_missing(WorkbookFile& file, const Dataset& dataset, const MissingCodes& missing) {
  const std::vector<std::string> languages = {"ja", "en"};
  SheetLines lines(file, "missing");
  lines.heading("variable", 26);
  lines.heading("code", 8);
  lines.heading("kind", 16);
  lines.heading("label_ja", 16);
  lines.heading("label_en", 20);
  const auto add = [&](const std::string& variable, std::int64_t code, forms::Missing kind) {
    lines.next();
    lines.text(variable);
    lines.number(static_cast<double>(code));
    lines.text(forms::name_of(kind));
    lines.labels(label_of(kind), languages);
  };
  if (missing.empty()) {
    for (const forms::Missing kind : forms::all_missing) add("", analysis_code(kind), kind);
  }
  for (std::size_t index = 0; index < missing.size(); ++index) {
    for (const MissingCode& each : missing[index]) add(dataset.variables[index].name, each.code, each.kind);
  }
}

}  // namespace

void add_dictionary(WorkbookFile& file, const Dataset& dataset, const MissingCodes& missing) {
  add_variables(file, dataset);
  add_codes(file, dataset);
  add_missing(file, dataset, missing);
}

}  // namespace genpyo::exports
