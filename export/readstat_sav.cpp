#include "export/readstat_sav.h"

#include <algorithm>
#include <cmath>

#include "export/readstat_file.h"
#include "export/spss_syntax.h"
#include "export/target_names.h"
#include "export/whole_text.h"

namespace genpyo::exports {
namespace {

constexpr std::size_t longest_text = 32'767, longest_title = 64;
constexpr int days_from_1582_10_14 = 141'428;
constexpr double first_missing = -7, last_missing = -1;
constexpr double largest_exact = 9'007'199'254'740'992;  // 2^53

double seconds_of(const forms::PartialDate& date) {
  const int day = forms::day_number({*date.year, *date.month, *date.day});
  return (static_cast<double>(day) + days_from_1582_10_14) * 86'400;
}

}  // namespace

class SavWriter::Contents : public File {
 public:
  Contents(const Dataset& dataset, const Extents& extents, const TextWidths& widths, WholeFile& file,
           const std::string& written_at, Remarks& remarks)
      : dataset_(dataset), widths_(widths), remarks_(remarks), out_(file, written_at) {
    const std::string title(cut_at_bytes(dataset.form->title.in(language()), longest_title));
    readstat_writer_set_file_label(out_.get(), title.c_str());
    const auto names = names_for(Target::spss, dataset.variables, remarks);
    syntax_ = spss_syntax(dataset, names);
    kinds_ = readstat_add_label_set(out_.get(), READSTAT_TYPE_DOUBLE, "missing");
    add_kinds(kinds_);
    for (std::size_t index = 0; index < names.size(); ++index) add_variable(index, names[index], extents.of[index]);
    out_.begin_sav(extents.rows);
  }

  void add(const Row& row) override {
    if (out_.failed()) return;
    out_.begin_row();
    for (std::size_t index = 0; index < row.cells.size(); ++index) add_cell(row, index);
    out_.end_row();
  }

  forms::Result<forms::Done> finish() override { return out_.finish(); }
  const std::string& syntax() const { return syntax_; }

 private:
  struct Column {
    readstat_variable_t* variable = nullptr;
    bool is_text = false;
    bool is_altered = false;   // one of the texts, to be whole
    bool missing_beside = false;
    std::size_t bytes = 0;     // of a text
    bool has_missing = false;  // -7 to -1 are declared missing
  };

  const std::string& language() const { return dataset_.profile.language; }

  void add_variable(std::size_t index, const std::string& name, const Extent& extent) {
    const Variable& variable = dataset_.variables[index];
    Column column;
    column.is_text = variable.kind == Variable::Kind::text ||
                     (variable.kind == Variable::Kind::date && extent.has_partial_date);
    column.is_altered = widths_.of(index).is_altered;
    column.missing_beside = variable.missing_beside;
    column.bytes = column.is_text ? std::clamp<std::size_t>(widths_.of(index).longest, 1, longest_text) : 0;
    column.has_missing = !column.is_text && !variable.missing_beside && holds_answers(variable);
    column.variable = readstat_add_variable(out_.get(), name.c_str(),
                                            column.is_text ? READSTAT_TYPE_STRING : READSTAT_TYPE_DOUBLE, column.bytes);
    readstat_variable_set_label(column.variable, label_for(variable).c_str());
    readstat_variable_set_format(column.variable, format_of(variable, extent, column).c_str());
    readstat_variable_set_measure(column.variable, variable.measure == Variable::Measure::scale ? READSTAT_MEASURE_SCALE
                                                                                                : READSTAT_MEASURE_NOMINAL);
    if (column.has_missing) {
      out_.must(readstat_variable_add_missing_double_range(column.variable, first_missing, last_missing));
    }
    label_values(variable, column, name);
    columns_.push_back(column);
  }

  static std::string format_of(const Variable& variable, const Extent& extent, const Column& column) {
    if (column.is_text) return 'A' + std::to_string(column.bytes);
    if (variable.kind == Variable::Kind::date) return "SDATE10";
    return 'F' + std::to_string(width_of(variable, extent)) + '.' + std::to_string(extent.scale);
  }

  void label_values(const Variable& variable, const Column& column, const std::string& name) {
    if (column.is_text) return;
    const bool says_kind = variable.role == Variable::Role::missing_kind;
    if (variable.codes.empty()) {
      if (column.has_missing || says_kind) readstat_variable_set_label_set(column.variable, kinds_);
      return;
    }
    readstat_label_set_t* set = readstat_add_label_set(out_.get(), READSTAT_TYPE_DOUBLE, name.c_str());
    for (const ValueLabel& each : variable.codes) {
      const std::string label = cut(each.label.in(language()), spss_labels.value, variable, "label of " + std::to_string(each.code));
      readstat_label_double_value(set, each.code, label.c_str());
    }
    if (column.has_missing) add_kinds(set);
    readstat_variable_set_label_set(column.variable, set);
  }

  void add_kinds(readstat_label_set_t* set) {
    for (const forms::Missing kind : forms::all_missing) {
      readstat_label_double_value(set, analysis_code(kind), exports::label_of(kind).in(language()).c_str());
    }
  }

  std::string label_for(const Variable& variable) {
    std::string label = fitted_label(variable, language(), spss_labels);
    if (label != label_of(variable, language())) tell_cut(spss_labels.variable, variable, "label");
    return label;
  }

  std::string cut(const std::string& label, std::size_t most, const Variable& variable, const std::string& what) {
    const std::string_view fits = fitted(label, most, spss_labels);
    if (fits.size() < label.size()) tell_cut(most, variable, what);
    return std::string(fits);
  }

  void tell_cut(std::size_t most, const Variable& variable, const std::string& what) {
    remarks_.altered("", variable.name, "sav: " + what + " cut at " + std::to_string(most) + " bytes");
  }

  void add_cell(const Row& row, std::size_t index) {
    const Column& column = columns_[index];
    const Cell& cell = row.cells[index];
    if (column.is_text) return add_text(row, index);
    if (const auto* figure = std::get_if<std::int64_t>(&cell)) {
      if (std::fabs(static_cast<double>(*figure)) > largest_exact) tell_altered(row, index, "rounded: more than 15 digits");
      add_figure(static_cast<double>(*figure), row, index);
    } else if (const auto* missing = std::get_if<forms::Missing>(&cell)) {
      if (column.missing_beside) out_.must(readstat_insert_missing_value(out_.get(), column.variable));
      else out_.must(readstat_insert_double_value(out_.get(), column.variable, analysis_code(*missing)));
    } else if (const auto* decimal = std::get_if<forms::Decimal>(&cell)) {
      add_figure(forms::nearest_double(*decimal), row, index);
    } else if (const auto* date = std::get_if<forms::PartialDate>(&cell)) {
      const double seconds = seconds_of(*date);
      if (seconds <= 0) tell_altered(row, index, "a day before SPSS's calendar, 1582-10-15: kept as a number");
      out_.must(readstat_insert_double_value(out_.get(), column.variable, seconds));
    } else {
      if (std::holds_alternative<std::string_view>(cell)) tell_no_figure(row, index);
      out_.must(readstat_insert_missing_value(out_.get(), column.variable));
    }
  }

  void add_figure(double figure, const Row& row, std::size_t index) {
    if (columns_[index].has_missing && figure >= first_missing && figure <= last_missing) {
      remarks_.against(row.case_id, dataset_.variables[index].name,
                       "an answer from -7 to -1 is the code of a missing kind too.");
    }
    out_.must(readstat_insert_double_value(out_.get(), columns_[index].variable, figure));
  }

  void add_text(const Row& row, std::size_t index) {
    const Variable& variable = dataset_.variables[index];
    const Column& column = columns_[index];
    const auto* raw = std::get_if<std::string_view>(&row.cells[index]);
    if (raw != nullptr && column.is_altered) {
      if (const auto how = alteration_of(*raw, Nul::replaced); !how.empty()) tell_altered(row, index, how);
    }
    std::string_view text = raw != nullptr && !column.is_altered ? *raw : text_of(row.cells[index], variable, scratch_);
    if (text.size() > column.bytes) {
      text = cut_at_bytes(text, column.bytes);
      tell_altered(row, index, "cut at 32767 bytes");
    }
    if (text.ends_with(' ')) tell_altered(row, index, "blanks at the end are lost");
    text_.assign(text);
    out_.must(readstat_insert_string_value(out_.get(), column.variable, text_.c_str()));
  }

  void tell_altered(const Row& row, std::size_t index, std::string_view how) {
    remarks_.altered(row.case_id, dataset_.variables[index].name, "sav: " + std::string(how));
  }
  void tell_no_figure(const Row& row, std::size_t index) {
    remarks_.against(row.case_id, dataset_.variables[index].name, "a text stands where figures are expected.");
  }

  const Dataset& dataset_;
  const TextWidths& widths_;
  Remarks& remarks_;
  ReadStatFile out_;
  readstat_label_set_t* kinds_ = nullptr;  // of figures that have no codes
  std::vector<Column> columns_;
  std::string syntax_;  // that goes beside the file
  std::string scratch_, text_;
};

forms::Result<forms::Done> SavWriter::begin(const Dataset& dataset, const Extents& extents, FileSet& files,
                                            Remarks& remarks) {
  auto file = files.add(dataset.form->form_id + ".sav");
  if (!file) return file.failure();
  auto contents = std::make_unique<Contents>(dataset, extents, widths_, **file, written_at_, remarks);
  const std::string text = contents->syntax();
  file_ = std::move(contents);
  if (text.empty()) return forms::Done{};
  auto syntax = files.add("read_spss.sps");
  if (!syntax) return syntax.failure();
  (*syntax)->write(text);
  return forms::Done{};
}

}  // namespace genpyo::exports
