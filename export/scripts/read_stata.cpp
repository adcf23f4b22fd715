#include "export/scripts/read_stata.h"

#include <algorithm>

#include "export/scripts/literals.h"
#include "export/target_names.h"

namespace genpyo::exports {
namespace {

using Holds = DescribedColumn::Holds;

constexpr std::size_t names_in_line = 6;

constexpr const char* usage =
    R"(* Reads the CSV file of this folder with every label and missing kind: Stata 16 or later. It is made
* with the file: another export has another script. Change to the folder first (cd), then do read_csv.
*
* What is missing is .a not keyed yet, .b no answer, .c don't know, .d illegible, .e several marks,
* .f not applicable, .g page absent. Of a text, NAME_missing says it in figures. A label of more than
* 80 characters is cut here, and whole in the codebook.
version 16
)";

std::string tag_of(forms::Missing kind) { return std::string(".") + static_cast<char>('a' + static_cast<int>(kind)); }

class StataScript {
 public:
  StataScript(const CsvDescription& described, const std::vector<std::string>& names)
      : described_(described), names_(names), kinds_("missing_kinds") {
    while (std::find(names.begin(), names.end(), kinds_) != names.end()) kinds_ += '_';
  }

  std::string text() {
    text_ = usage;
    read_columns();
    define_kinds();
    for (std::size_t index = 0; index < names_.size(); ++index) add_column(index);
    line("compress");
    return std::move(text_);
  }

 private:
  void line(const std::string& line) { text_ += line + '\n'; }

  void read_columns() {
    const std::string count = std::to_string(names_.size());
    line("import delimited using " + stata_expression(described_.file) + ", clear varnames(nonames) rowrange(2) delimiters(\",\") ///");
    line("  stringcols(_all) bindquote(strict) maxquotedrows(unlimited) encoding(\"" +
         std::string(described_.is_cp932() ? "Shift_JIS" : "UTF-8") + "\")");
    line("if c(k) != " + count + " {");
    line("  display as error \"The file has other columns than this script.\"");
    line("  exit 459");
    line("}");
    text_ += "rename (";
    for (std::size_t index = 0; index < names_.size(); ++index) add_name(index, 'v' + std::to_string(index + 1));
    text_ += ") ///\n  (";
    for (std::size_t index = 0; index < names_.size(); ++index) add_name(index, names_[index]);
    line(")");
    line("tempvar cell");
  }

  void add_name(std::size_t index, const std::string& name) {
    const bool begins_line = index > 0 && index % names_in_line == 0;
    text_ += (begins_line ? " ///\n   " : index > 0 ? " " : "") + name;
  }

  void define_kinds() {
    for (const forms::Missing kind : forms::all_missing) define(kinds_, tag_of(kind), label_of(kind).in(described_.language()));
  }

  void define(const std::string& set, const std::string& code, const std::string& label) {
    const std::string_view fits = fitted(label, stata_labels.value, stata_labels);
    if (is_plain_in_stata(fits)) line("label define " + set + ' ' + code + ' ' + stata_expression(fits) + ", modify");
    else line("mata: st_vlmodify(\"" + set + "\", " + code + ", " + stata_expression(fits) + ')');
  }

  void add_column(std::size_t index) {
    const DescribedColumn& column = described_.columns[index];
    const std::string& name = names_[index];
    line("");
    if (column.holds == Holds::text) add_text(name);
    else add_figures(column, name);
    const std::string_view label = fitted(column.label, stata_labels.variable, stata_labels);
    if (is_plain_in_stata(label)) line("label variable " + name + ' ' + stata_expression(label));
    else line("mata: st_varlabel(\"" + name + "\", " + stata_expression(label) + ')');
    if (column.holds != Holds::text) add_value_labels(column, name);
    if (column.says_kind && index > 0 && described_.columns[index - 1].holds != Holds::text) tell_kinds(column, index);
  }

  void add_text(const std::string& name) {
    if (described_.is_guarded()) line("replace " + name + " = usubstr(" + name + ", 2, .) if usubstr(" + name + ", 1, 1) == \"'\"");
  }

  void add_figures(const DescribedColumn& column, const std::string& name) {
    if (column.holds == Holds::date) {
      begin_again(name, "generate long", "daily(`cell', \"YMD\")");
      line("drop `cell'");
      return line("format " + name + " %tdCCYY-NN-DD");
    }
    const bool has_words = described_.dataset->profile.kind == Profile::Kind::labels;
    if (has_words && (column.is_worded || !column.missing.empty())) {
      begin_again(name, "generate", "`cell'");
      for (const auto& [code, label, cell] : column.codes) replace_word(name, code, cell);
      for (const auto& [kind, code, cell] : column.missing) {
        if (!column.says_kind) replace_word(name, code, cell);
      }
      line("drop `cell'");
    }
    line("destring " + name + ", replace");
    if (column.says_kind || column.missing.empty()) return;
    std::string codes;
    for (const auto& missing : column.missing) {
      codes += (codes.empty() ? "" : " \\ ") + std::to_string(missing.code) + '=' + tag_of(missing.kind);
    }
    line("mvdecode " + name + ", mv(" + codes + ')');
  }

  void begin_again(const std::string& name, const std::string& generate, const std::string& value) {
    line("rename " + name + " `cell'");
    line(generate + ' ' + name + " = " + value + ", after(`cell')");
  }

  void replace_word(const std::string& name, std::int64_t code, const std::string& word) {
    line("replace " + name + " = \"" + std::to_string(code) + "\" if `cell' == " + stata_expression(word));
  }

  void add_value_labels(const DescribedColumn& column, const std::string& name) {
    if (column.codes.empty() && column.missing.empty() && column.beside.empty()) return;
    const bool can_miss = !column.says_kind && (!column.missing.empty() || !column.beside.empty());
    if (column.codes.empty()) return line("label values " + name + ' ' + kinds_);
    if (can_miss) line("label copy " + kinds_ + ' ' + name);
    for (const auto& [code, label, cell] : column.codes) define(name, std::to_string(code), label);
    line("label values " + name + ' ' + name);
  }

  // A figure whose kind stands beside it gets the kind itself, as in a .dta.
  void tell_kinds(const DescribedColumn& column, std::size_t index) {
    for (const auto& missing : column.missing) {
      line("replace " + names_[index - 1] + " = " + tag_of(missing.kind) + " if " + names_[index] + " == " + std::to_string(missing.code));
    }
  }

  const CsvDescription& described_;
  const std::vector<std::string>& names_;
  std::string kinds_;  // value label of the kinds
  std::string text_;
};

}  // namespace

std::string read_stata(const CsvDescription& described, const std::vector<std::string>& names) {
  return StataScript(described, names).text();
}

}  // namespace genpyo::exports
