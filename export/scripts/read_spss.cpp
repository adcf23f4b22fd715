#include "export/scripts/read_spss.h"

#include <algorithm>

#include "export/scripts/literals.h"
#include "export/spss_syntax.h"
#include "export/target_names.h"

namespace genpyo::exports {
namespace {

using Holds = DescribedColumn::Holds;

constexpr std::size_t most_discrete = 3;  // missing values that SPSS declares one by one

constexpr const char* usage =
    R"(* Encoding: UTF-8.
* Reads the CSV file of this folder with every label, missing value and set of several marks. It is made
* with the file: another export has another script. Run it in the folder of the file (CD).
* A label of more than 255 bytes (of a code: 120) is cut here, and whole in the codebook.
)";

constexpr const char* encoding_note =
    "* Where SPSS does not take CP932 as an encoding: SET LOCALE='Japanese' first, then 'LOCALE' in its place.\n";

class SpssScript {
 public:
  SpssScript(const CsvDescription& described, const std::vector<std::string>& names) : described_(described), names_(names) {}

  std::string text() {
    text_ = usage;
    if (described_.is_cp932()) text_ += encoding_note;
    if (described_.broken_cells != 0) return refusal();
    read_columns();
    recode();
    label_variables();
    for (std::size_t index = 0; index < names_.size(); ++index) label_values(index);
    for (std::size_t index = 0; index < names_.size(); ++index) declare_missing(index);
    if (const std::string sets = spss_sets(*described_.dataset, names_); !sets.empty()) text_ += sets;
    text_ += "EXECUTE.\n";
    return std::move(text_);
  }

 private:
  std::string refusal() {
    return text_ + "ECHO " +
           spss_literal(described_.file + ": " + std::to_string(described_.broken_cells) +
                        " texts have a line break or more than 32,767 bytes (the first: " + described_.broken_first +
                        "), which SPSS does not read from a CSV file. Export once more with --format sav.") +
           ".\n";
  }

  // Words are read under a name that no form has, then become codes.
  bool has_words(const DescribedColumn& column) const {
    const bool in_words = described_.dataset->profile.kind == Profile::Kind::labels;
    return column.holds != Holds::text && in_words && (column.is_worded || !column.missing.empty());
  }
  std::string read_name(std::size_t index) const {
    return has_words(described_.columns[index]) ? '@' + std::to_string(index + 1) : names_[index];
  }

  void read_columns() {
    text_ += "GET DATA /TYPE=TXT\n  /FILE=" + spss_literal(described_.file) + "\n  /ENCODING='" +
             (described_.is_cp932() ? "CP932" : "UTF8") +
             "'\n  /ARRANGEMENT=DELIMITED\n  /DELCASE=LINE\n  /FIRSTCASE=2\n  /DELIMITERS=\",\"\n  /QUALIFIER='\"'\n  /VARIABLES=";
    for (std::size_t index = 0; index < names_.size(); ++index) {
      text_ += "\n    " + read_name(index) + ' ' + format_read(described_.columns[index]);
    }
    text_ += ".\n";
  }

  // Without digits behind the point: SPSS would put a point where a figure has none.
  std::string format_read(const DescribedColumn& column) const {
    if (column.holds == Holds::text || has_words(column)) return 'A' + std::to_string(column.bytes);
    if (column.holds == Holds::date) return "SDATE10";
    return 'F' + std::to_string(std::min(column.width, 40)) + ".0";
  }

  void recode() {
    for (std::size_t index = 0; index < names_.size(); ++index) {
      const DescribedColumn& column = described_.columns[index];
      const std::string& name = names_[index];
      if (has_words(column)) recode_words(column, index);
      else if (column.holds == Holds::text && described_.is_guarded()) {
        text_ += "IF (SUBSTR(" + name + ", 1, 1) = \"'\") " + name + " = SUBSTR(" + name + ", 2).\n";
      } else if (is_recoded(column)) {
        text_ += "RECODE " + name;
        for (const auto& missing : column.missing) {
          text_ += " (" + std::to_string(missing.code) + '=' + std::to_string(analysis_code(missing.kind)) + ')';
        }
        text_ += ".\n";
      }
      if (column.holds == Holds::integer || column.holds == Holds::decimal) {
        text_ += "FORMATS " + name + " (F" + std::to_string(std::min(column.width, 40)) + '.' + std::to_string(column.scale) + ").\n";
      }
    }
    const auto& columns = described_.columns;
    if (std::none_of(columns.begin(), columns.end(), [&](const auto& column) { return has_words(column); })) return;
    text_ += "MATCH FILES /FILE=* /KEEP=";
    for (const std::string& name : names_) text_ += "\n    " + name;
    text_ += ".\n";
  }

  void recode_words(const DescribedColumn& column, std::size_t index) {
    text_ += "RECODE " + read_name(index);
    for (const auto& [code, label, cell] : column.codes) add_word(code, cell);
    for (const auto& [kind, code, cell] : column.missing) {
      if (!column.says_kind) add_word(code, cell);
    }
    text_ += "\n    (' '=SYSMIS) (CONVERT) INTO " + names_[index] + ".\n";
  }

  void add_word(std::int64_t code, const std::string& word) {
    text_ += "\n    (" + spss_literal(word) + '=' + std::to_string(code) + ')';
  }

  void label_variables() {
    for (std::size_t index = 0; index < names_.size(); ++index) {
      const DescribedColumn& column = described_.columns[index];
      text_ += "VARIABLE LABELS " + names_[index] + ' ' + spss_literal(fitted(column.label, spss_labels.variable, spss_labels)) + ".\n";
      const bool is_scale = column.measure == Variable::Measure::scale && column.holds != Holds::text;
      text_ += "VARIABLE LEVEL " + names_[index] + (is_scale ? " (SCALE).\n" : " (NOMINAL).\n");
    }
  }

  void label_values(std::size_t index) {
    const DescribedColumn& column = described_.columns[index];
    if (column.holds == Holds::text || (column.codes.empty() && column.missing.empty())) return;
    text_ += "VALUE LABELS " + names_[index];
    for (const auto& [code, label, cell] : column.codes) add_value(code, label);
    for (const auto& missing : column.missing) {
      if (!column.says_kind) add_value(code_of(column, missing), label_of(missing.kind).in(described_.language()));
    }
    text_ += ".\n";
  }

  void add_value(std::int64_t code, const std::string& label) {
    text_ += "\n    " + std::to_string(code) + ' ' + spss_literal(fitted(label, spss_labels.value, spss_labels));
  }

  // The codes of the profile `legacy` lie among the answers, where no range can be declared: where
  // they are more than three they become those of the others.
  bool is_recoded(const DescribedColumn& column) const {
    return described_.is_cp932() && column.holds != Holds::text && !column.says_kind && column.missing.size() > most_discrete;
  }
  std::int64_t code_of(const DescribedColumn& column, const DescribedColumn::MissingCell& missing) const {
    return is_recoded(column) ? analysis_code(missing.kind) : missing.code;
  }

  void declare_missing(std::size_t index) {
    const DescribedColumn& column = described_.columns[index];
    if (column.holds == Holds::text || column.says_kind || column.missing.empty()) return;
    text_ += "MISSING VALUES " + names_[index] + " (";
    if (column.missing.size() > most_discrete) {
      text_ += "-7 THRU -1";
    } else {
      for (const auto& missing : column.missing) text_ += (&missing == &column.missing.front() ? "" : ", ") + std::to_string(missing.code);
    }
    text_ += ").\n";
  }

  const CsvDescription& described_;
  const std::vector<std::string>& names_;
  std::string text_;
};

}  // namespace

std::string read_spss(const CsvDescription& described, const std::vector<std::string>& names) {
  return SpssScript(described, names).text();
}

}  // namespace genpyo::exports
