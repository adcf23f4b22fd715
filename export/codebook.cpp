#include "export/codebook.h"

#include "export/csv_line.h"

namespace genpyo::exports {
namespace {

using forms::Label;
using Role = Variable::Role;

struct Row {  // every field has a default, so that a row names only the fields it has
  std::string variable = {}, item = {}, number = {}, type = {}, kind = {}, code = {};
  Label label = {}, unit = {};
  forms::Source source = forms::Source::stated;
};

// Our own words. A form in a third language gets the English ones.
Label words(const char* japanese, const char* english) {
  return Label({{"ja", japanese}, {"en", english}});
}

Label label_of(forms::Missing kind) {
  switch (kind) {
    case forms::Missing::not_keyed: return words("未入力", "Not keyed yet");
    case forms::Missing::no_answer: return words("無回答", "No answer");
    case forms::Missing::dont_know: return words("不明", "Don't know");
    case forms::Missing::illegible: return words("判読不能", "Illegible");
    case forms::Missing::several_marks: return words("複数回答", "Several marks");
    case forms::Missing::not_applicable: return words("非該当", "Not applicable");
    case forms::Missing::page_absent: return words("頁欠落", "Page absent");
  }
  return {};
}

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
  explicit Codebook(const forms::Form& form) : form_(form) {
    std::vector<std::string> header = {"variable", "item", "number", "type", "kind", "code"};
    for (const std::string& language : form.languages) header.push_back("label_" + language);
    for (const std::string& language : form.languages) header.push_back("unit_" + language);
    header.push_back("source");
    text_ = csv_line(header);
  }

  void add(const Variable& variable) {
    switch (variable.role) {
      case Role::case_id: return add_case_id(variable);
      case Role::value: return add_value(variable);
      case Role::choice: return add_choice(variable);
      case Role::missing_kind: return add_missing_kind(variable);
      case Role::extraction: return add_extraction(variable);
    }
  }

  void add_missing_codes() {
    for (const forms::Missing kind : forms::all_missing) {
      add({.variable = "*",
           .type = std::string(name_of(kind)),
           .kind = "missing",
           .code = std::to_string(analysis_code(kind)),
           .label = label_of(kind)});
    }
  }

  const std::string& text() const { return text_; }

 private:
  void add_case_id(const Variable& variable) {
    add({.variable = variable.name,
         .type = "text",
         .kind = "variable",
         .label = words("調査票番号", "Case number")});
  }

  void add_value(const Variable& variable) {
    const forms::Item& item = form_.items[variable.item];
    add(row_of(variable));
    const forms::ChoiceList* list = form_.choices_of(item);
    if (list == nullptr) return;
    for (const forms::Choice& choice : list->choices) {
      add_code(variable, choice.code, choice.label, choice.source);
    }
  }

  void add_choice(const Variable& variable) {
    Row row = row_of(variable);
    row.code = std::to_string(variable.choice->code);
    row.label = joined(row.label, ": ", variable.choice->label, "");
    row.source = variable.choice->source;
    add(row);
    add_code(variable, 0, words("選択なし", "Not chosen"));
    add_code(variable, 1, words("選択あり", "Chosen"));
  }

  void add_missing_kind(const Variable& variable) {
    Row row = row_of(variable);
    row.type = "integer";
    row.label = joined(row.label, " (", words("欠損の種類", "kind of missing value"), ")");
    add(row);
  }

  void add_extraction(const Variable& variable) {
    add({.variable = variable.name,
         .type = "integer",
         .kind = "variable",
         .label = form_.extractions[variable.extraction].label});
    add_code(variable, 0, words("対象外", "Left out"));
    add_code(variable, 1, words("集計対象", "In"));
  }

  // The row that every variable of an item begins with.
  Row row_of(const Variable& variable) const {
    const forms::Item& item = form_.items[variable.item];
    Row row{.variable = variable.name,
            .item = item.name,
            .number = item.number,
            .type = item.word.empty() ? std::string(name_of(item.type)) : item.word,
            .kind = "variable",
            .label = item.label,
            .unit = item.unit,
            .source = item.source};
    if (item.grid) {
      const forms::Grid& grid = form_.grids[*item.grid];
      row.number =
          grid.number + (grid.number.empty() || item.number.empty() ? "" : " ") + item.number;
      row.label = joined(grid.label, ": ", item.label, "");
    }
    return row;
  }

  void add_code(const Variable& variable, int code, const Label& label,
                forms::Source source = forms::Source::stated) {
    const bool of_item = variable.role != Role::extraction;
    add({.variable = variable.name,
         .item = of_item ? form_.items[variable.item].name : "",
         .kind = "code",
         .code = std::to_string(code),
         .label = label,
         .source = source});
  }

  Label joined(const Label& first, const char* between, const Label& second,
               const char* end) const {
    std::map<std::string, std::string> texts;
    for (const std::string& language : form_.languages) {
      texts[language] = first.in(language) + between + second.in(language) + end;
    }
    return Label(std::move(texts));
  }

  void add(const Row& row) {
    std::vector<std::string> cells = {row.variable, row.item, row.number,
                                      row.type,     row.kind, row.code};
    for (const std::string& language : form_.languages) cells.push_back(row.label.in(language));
    for (const std::string& language : form_.languages) cells.push_back(row.unit.in(language));
    cells.push_back(letter_of(row.source));
    text_ += csv_line(cells);
  }

  const forms::Form& form_;
  std::string text_;
};

}  // namespace

std::string codebook_csv(const forms::Form& form, const std::vector<Variable>& variables) {
  Codebook codebook(form);
  for (const Variable& variable : variables) codebook.add(variable);
  codebook.add_missing_codes();
  return codebook.text();
}

}  // namespace genpyo::exports
