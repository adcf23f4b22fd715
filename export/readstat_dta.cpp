#include "export/readstat_dta.h"

#include <algorithm>
#include <cmath>

#include "export/long_texts.h"
#include "export/readstat_file.h"
#include "export/target_names.h"
#include "export/whole_text.h"

namespace genpyo::exports {
namespace {

constexpr std::size_t widest_text = 2'045, widest_shown = 40;
constexpr std::size_t longest_title = 256;  // bytes, as ReadStat keeps it
constexpr std::size_t most_variables = 32'767;
constexpr int days_from_1960 = 3'653;
constexpr double largest_exact = 9'007'199'254'740'992;  // 2^53

// .a not keyed … .g page absent, in the order of the enumeration.
char tag_of(forms::Missing kind) { return static_cast<char>('a' + static_cast<int>(kind)); }

// The largest figures of each type are taken by the missing kinds.
readstat_type_t type_of(const Variable& variable, const Extent& extent) {
  if (variable.kind == Variable::Kind::date) return READSTAT_TYPE_INT32;
  if (variable.kind == Variable::Kind::decimal || extent.scale > 0) return READSTAT_TYPE_DOUBLE;
  if (extent.least >= -127 && extent.most <= 100) return READSTAT_TYPE_INT8;
  if (extent.least >= -32'767 && extent.most <= 32'740) return READSTAT_TYPE_INT16;
  if (extent.least >= -2'147'483'647 && extent.most <= 2'147'483'620) return READSTAT_TYPE_INT32;
  return READSTAT_TYPE_DOUBLE;
}

}  // namespace

class DtaWriter::Contents : public File {
 public:
  Contents(const Dataset& dataset, const Extents& extents, const TextWidths& widths, WholeFile& file,
           const std::string& written_at, Remarks& remarks)
      : dataset_(dataset), widths_(widths), remarks_(remarks), out_(file, written_at) {
    const std::string_view title = cut_at_characters(dataset.form->title.in(language()), stata_labels.variable);
    readstat_writer_set_file_label(out_.get(), std::string(cut_at_bytes(title, longest_title)).c_str());
    out_.change([this](std::string_view piece, WholeFile& into) { long_texts_.pass(piece, into); });
    const auto names = names_for(Target::stata, dataset.variables, remarks);
    kinds_ = readstat_add_label_set(out_.get(), READSTAT_TYPE_INT32, "missing");
    add_tags(kinds_);
    for (std::size_t index = 0; index < names.size(); ++index) add_variable(index, names[index], extents.of[index]);
    out_.begin_dta(extents.rows);
  }

  void add(const Row& row) override {
    ++rows_;
    if (out_.failed()) return;
    out_.begin_row();
    for (std::size_t index = 0; index < row.cells.size(); ++index) add_cell(row, index);
    out_.end_row();
  }

  forms::Result<forms::Done> finish() override {
    auto finished = out_.finish();
    if (!finished || long_texts_.whole()) return finished;
    return forms::Failure{"Cannot write " + out_.file().path() +
                          ": make room in the folder for temporary files, where its long texts wait, and try again."};
  }

 private:
  struct Column {
    readstat_variable_t* variable = nullptr;
    readstat_type_t type = READSTAT_TYPE_DOUBLE;
    bool is_altered = false;  // one of the texts, to be whole
  };

  const std::string& language() const { return dataset_.profile.language; }

  void add_variable(std::size_t index, const std::string& name, const Extent& extent) {
    const Variable& variable = dataset_.variables[index];
    const TextWidth width = widths_.of(index);
    Column column;
    const bool is_text = variable.kind == Variable::Kind::text ||
                         (variable.kind == Variable::Kind::date && extent.has_partial_date);
    column.is_altered = width.is_altered;
    const bool is_long = is_text && width.longest > widest_text;
    column.type = is_long ? READSTAT_TYPE_STRING_REF : is_text ? READSTAT_TYPE_STRING : type_of(variable, extent);
    if (is_long) long_texts_.expect(LongTexts::bytes_of(width));
    const std::size_t bytes = std::max<std::size_t>(width.longest, 1);
    column.variable = readstat_add_variable(out_.get(), name.c_str(), column.type, is_text && !is_long ? bytes : 0);
    readstat_variable_set_label(column.variable, label_for(variable).c_str());
    readstat_variable_set_format(column.variable, format_of(column, variable, extent, bytes).c_str());
    if (!is_text) label_values(variable, column, name);
    columns_.push_back(column);
  }

  static std::string format_of(const Column& column, const Variable& variable, const Extent& extent, std::size_t bytes) {
    if (column.type == READSTAT_TYPE_STRING_REF) return "%9s";
    if (column.type == READSTAT_TYPE_STRING) return "%-" + std::to_string(std::min(bytes, widest_shown)) + 's';
    if (variable.kind == Variable::Kind::date) return "%tdCCYY-NN-DD";
    return '%' + std::to_string(width_of(variable, extent)) + '.' + std::to_string(extent.scale) + 'f';
  }

  void label_values(const Variable& variable, const Column& column, const std::string& name) {
    const bool says_kind = variable.role == Variable::Role::missing_kind;
    if (variable.codes.empty() && !says_kind) return readstat_variable_set_label_set(column.variable, kinds_);
    readstat_label_set_t* set = readstat_add_label_set(out_.get(), READSTAT_TYPE_INT32, name.c_str());
    for (const ValueLabel& each : variable.codes) {
      const std::string label = cut(each.label.in(language()), stata_labels.value, variable, "label of " + std::to_string(each.code));
      readstat_label_int32_value(set, each.code, label.c_str());
    }
    if (says_kind) add_codes(set);
    else if (holds_answers(variable)) add_tags(set);
    readstat_variable_set_label_set(column.variable, set);
  }

  void add_tags(readstat_label_set_t* set) {
    for (const forms::Missing kind : forms::all_missing) {
      readstat_label_tagged_value(set, tag_of(kind), exports::label_of(kind).in(language()).c_str());
    }
  }

  // The kind is what NAME_missing says, so it is no missing value there.
  void add_codes(readstat_label_set_t* set) {
    for (const forms::Missing kind : forms::all_missing) {
      readstat_label_int32_value(set, analysis_code(kind), exports::label_of(kind).in(language()).c_str());
    }
  }

  std::string label_for(const Variable& variable) {
    std::string label = fitted_label(variable, language(), stata_labels);
    if (label != label_of(variable, language())) tell_cut(stata_labels.variable, variable, "label");
    return label;
  }

  std::string cut(const std::string& label, std::size_t most, const Variable& variable, const std::string& what) {
    const std::string_view fits = fitted(label, most, stata_labels);
    if (fits.size() < label.size()) tell_cut(most, variable, what);
    return std::string(fits);
  }

  void tell_cut(std::size_t most, const Variable& variable, const std::string& what) {
    remarks_.altered("", variable.name, "dta: " + what + " cut at " + std::to_string(most) + " characters");
  }

  void add_cell(const Row& row, std::size_t index) {
    const Column& column = columns_[index];
    const Cell& cell = row.cells[index];
    if (column.type == READSTAT_TYPE_STRING || column.type == READSTAT_TYPE_STRING_REF) return add_text(row, index);
    if (const auto* figure = std::get_if<std::int64_t>(&cell)) {
      add_figure(*figure, row, index);
    } else if (const auto* missing = std::get_if<forms::Missing>(&cell)) {
      add_missing(*missing, index);
    } else if (const auto* decimal = std::get_if<forms::Decimal>(&cell)) {
      out_.must(readstat_insert_double_value(out_.get(), column.variable, forms::nearest_double(*decimal)));
    } else if (const auto* date = std::get_if<forms::PartialDate>(&cell)) {
      const int day = forms::day_number({*date->year, *date->month, *date->day}) + days_from_1960;
      out_.must(readstat_insert_int32_value(out_.get(), column.variable, day));
    } else {
      if (std::holds_alternative<std::string_view>(cell)) {
        remarks_.against(row.case_id, dataset_.variables[index].name, "a text stands where figures are expected.");
      }
      out_.must(readstat_insert_missing_value(out_.get(), column.variable));
    }
  }

  void add_missing(forms::Missing kind, std::size_t index) {
    readstat_variable_t* variable = columns_[index].variable;
    if (dataset_.variables[index].role == Variable::Role::missing_kind) return insert(analysis_code(kind), index);
    out_.must(readstat_insert_tagged_missing_value(out_.get(), variable, tag_of(kind)));
  }

  void add_figure(std::int64_t figure, const Row& row, std::size_t index) {
    if (std::abs(static_cast<double>(figure)) > largest_exact) {
      remarks_.altered(row.case_id, dataset_.variables[index].name, "dta: rounded: more than 15 digits");
    }
    insert(figure, index);
  }

  // The extents have made the type wide enough.
  void insert(std::int64_t figure, std::size_t index) {
    readstat_variable_t* variable = columns_[index].variable;
    switch (columns_[index].type) {
      case READSTAT_TYPE_INT8: return out_.must(readstat_insert_int8_value(out_.get(), variable, static_cast<std::int8_t>(figure)));
      case READSTAT_TYPE_INT16: return out_.must(readstat_insert_int16_value(out_.get(), variable, static_cast<std::int16_t>(figure)));
      case READSTAT_TYPE_INT32: return out_.must(readstat_insert_int32_value(out_.get(), variable, static_cast<std::int32_t>(figure)));
      default: return out_.must(readstat_insert_double_value(out_.get(), variable, static_cast<double>(figure)));
    }
  }

  void add_text(const Row& row, std::size_t index) {
    const Variable& variable = dataset_.variables[index];
    const Column& column = columns_[index];
    const auto* raw = std::get_if<std::string_view>(&row.cells[index]);
    if (raw != nullptr && column.is_altered) {
      if (const auto how = alteration_of(*raw, Nul::replaced); !how.empty()) {
        remarks_.altered(row.case_id, variable.name, "dta: " + std::string(how));
      }
    }
    const std::string_view text = raw != nullptr && !column.is_altered ? *raw : text_of(row.cells[index], variable, scratch_);
    if (column.type == READSTAT_TYPE_STRING_REF) return add_long_text(text, index);
    text_.assign(text);
    out_.must(readstat_insert_string_value(out_.get(), column.variable, text_.c_str()));
  }

  // Where a row has no text it refers to row 0, variable 0.
  void add_long_text(std::string_view text, std::size_t index) {
    readstat_string_ref_t reference = {};
    if (!text.empty()) {
      reference.first_v = static_cast<std::int64_t>(index) + 1;
      reference.first_o = static_cast<std::int64_t>(rows_);
      long_texts_.add(static_cast<std::uint32_t>(index) + 1, rows_, text);
    }
    out_.must(readstat_insert_string_ref(out_.get(), columns_[index].variable, &reference));
  }

  const Dataset& dataset_;
  const TextWidths& widths_;
  Remarks& remarks_;
  LongTexts long_texts_;
  ReadStatFile out_;
  readstat_label_set_t* kinds_ = nullptr;  // of variables that have no codes
  std::vector<Column> columns_;
  std::uint64_t rows_ = 0;
  std::string scratch_, text_;
};

forms::Result<forms::Done> DtaWriter::begin(const Dataset& dataset, const Extents& extents, FileSet& files,
                                            Remarks& remarks) {
  if (dataset.variables.size() > most_variables) {
    return forms::Failure{"A Stata file holds 32,767 variables, and the dataset has more: choose another format."};
  }
  auto file = files.add(dataset.form->form_id + ".dta");
  if (!file) return file.failure();
  file_ = std::make_unique<Contents>(dataset, extents, widths_, **file, written_at_, remarks);
  return forms::Done{};
}

}  // namespace genpyo::exports
