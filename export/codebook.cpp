#include "export/codebook.h"

#include "export/csv_line.h"

namespace genpyo::exports {
namespace {

using forms::Label;
using Role = Variable::Role;

std::string letter_of(forms::Source source) {
  switch (source) {
    case forms::Source::stated: return "";
    case forms::Source::report: return "S";
    case forms::Source::published: return "P";
    case forms::Source::inferred: return "I";
  }
  return "";
}

class Codebook {
 public:
  Codebook(const forms::Form& form, std::string_view line_end) : form_(form), line_end_(line_end) {
    std::vector<std::string> header = {"variable", "item", "number", "type", "kind", "code"};
    for (const std::string& language : form.languages) header.push_back("label_" + language);
    for (const std::string& language : form.languages) header.push_back("unit_" + language);
    header.push_back("source");
    text_ = csv_line(header, line_end_);
  }

  void add(const Variable& variable) {
    const std::string code = variable.role == Role::choice ? std::to_string(variable.choice->code) : "";
    add_line({variable.name, item_of(variable), variable.number, type_of(variable), "variable", code},
             variable.label, variable.unit, variable.source);
    for (const ValueLabel& each : variable.codes) {
      add_line({variable.name, item_of(variable), "", "", "code", std::to_string(each.code)}, each.label, {},
               each.source);
    }
  }

  void add_missing_codes() {
    for (const forms::Missing kind : forms::all_missing) add_missing("*", "", kind, analysis_code(kind));
  }

  void add_missing(const std::string& variable, const std::string& item, forms::Missing kind, std::int64_t code) {
    add_line({variable, item, "", std::string(name_of(kind)), "missing", std::to_string(code)}, label_of(kind), {},
             forms::Source::stated);
  }

  std::string item_of(const Variable& variable) const {
    return variable.is_of_item() ? form_.items[variable.item].name : "";
  }
  const std::string& text() const { return text_; }

 private:
  std::string type_of(const Variable& variable) const {
    switch (variable.role) {
      case Role::case_id: return "text";
      case Role::value:
      case Role::choice: {
        const forms::Item& item = form_.items[variable.item];
        return item.word.empty() ? std::string(name_of(item.type)) : item.word;
      }
      case Role::missing_kind:
      case Role::extraction: return "integer";
      case Role::derivation: return "decimal";
    }
    return "";
  }

  void add_line(std::vector<std::string> cells, const Label& label, const Label& unit, forms::Source source) {
    for (const std::string& language : form_.languages) cells.push_back(label.in(language));
    for (const std::string& language : form_.languages) cells.push_back(unit.in(language));
    cells.push_back(letter_of(source));
    text_ += csv_line(cells, line_end_);
  }

  const forms::Form& form_;
  std::string_view line_end_;
  std::string text_;
};

}  // namespace

std::string codebook_csv(const forms::Form& form, const std::vector<Variable>& variables,
                         const MissingCodes& missing, std::string_view line_end) {
  Codebook codebook(form, line_end);
  for (std::size_t index = 0; index < variables.size(); ++index) {
    const Variable& variable = variables[index];
    codebook.add(variable);
    if (missing.empty()) continue;
    for (const auto& [kind, code] : missing[index]) {
      codebook.add_missing(variable.name, codebook.item_of(variable), kind, code);
    }
  }
  if (missing.empty()) codebook.add_missing_codes();
  return codebook.text();
}

}  // namespace genpyo::exports
