#include "export/scripts/description.h"

#include <algorithm>
#include <set>

#include "export/csv.h"
#include "export/text_widths.h"

namespace genpyo::exports {
namespace {

using Holds = DescribedColumn::Holds;
using Role = Variable::Role;

// The CSV's own writer has told what stands against its codes.
class Silence : public Remarks {
 public:
  void against(std::string_view, std::string_view, std::string_view) override {}
  void altered(std::string_view, std::string_view, std::string_view) override {}
  void renamed(std::string_view, std::string_view, std::string_view) override {}
};

Holds holds_of(const Variable& variable, const Extent& extent) {
  if (variable.kind == Variable::Kind::text) return Holds::text;
  if (variable.kind == Variable::Kind::date) return extent.has_partial_date ? Holds::text : Holds::date;
  if (extent.bytes > 0) return Holds::text;  // a calculation may give a word
  return variable.kind == Variable::Kind::decimal || extent.scale > 0 ? Holds::decimal : Holds::integer;
}

// Words lead back to codes where no two codes have one.
bool are_distinct(const CsvColumn& column) {
  std::set<std::string> seen = {""};
  return std::all_of(column.words.begin(), column.words.end(),
                     [&](const auto& each) { return seen.insert(each.second).second; });
}

class Description {
 public:
  Description(const Dataset& dataset, const Extents& extents) : dataset_(dataset), extents_(extents) {}

  DescribedColumn column_of(std::size_t index, const CsvColumn& its) const {
    const Variable& variable = dataset_.variables[index];
    const Extent& extent = extents_.of[index];
    DescribedColumn column{.name = variable.name,
                           .holds = holds_of(variable, extent),
                           .measure = variable.measure,
                           .label = label_of(variable, dataset_.profile.language),
                           .says_kind = variable.role == Role::missing_kind,
                           .variable = &variable,
                           .width = width_of(variable, extent),
                           .scale = extent.scale};
    if (variable.missing_beside) column.beside = variable.name + "_missing";
    add_missing(column, its);
    if (column.holds == Holds::integer) add_codes(column, its);
    column.bytes = bytes_of(column, its, extent);
    return column;
  }

 private:
  bool has_words() const { return dataset_.profile.kind == Profile::Kind::labels; }

  void add_missing(DescribedColumn& column, const CsvColumn& its) const {
    for (const forms::Missing kind : forms::all_missing) {
      const std::string& cell = its.missing[static_cast<std::size_t>(kind)];
      if (cell.empty()) continue;
      const std::int64_t code = has_words() ? analysis_code(kind) : std::stoll(cell);
      column.missing.push_back({kind, code, cell});
      column.width = std::max(column.width, static_cast<int>(std::to_string(code).size()));
    }
  }

  void add_codes(DescribedColumn& column, const CsvColumn& its) const {
    if (has_words() && !column.variable->codes.empty() && !are_distinct(its)) {
      column.holds = Holds::text;
      return;
    }
    column.is_worded = has_words() && (!its.words.empty() || column.says_kind);
    for (const ValueLabel& each : column.variable->codes) {
      const std::string& label = each.label.in(dataset_.profile.language);
      column.codes.push_back({each.code, label, has_words() ? label : std::to_string(each.code)});
    }
    if (!column.says_kind) return;
    for (const auto& [kind, code, cell] : column.missing) {
      column.codes.push_back({code, exports::label_of(kind).in(dataset_.profile.language), cell});
    }
  }

  std::size_t bytes_of(const DescribedColumn& column, const CsvColumn& its, const Extent& extent) const {
    constexpr std::size_t date_bytes = 10;
    std::size_t bytes = extent.bytes + (dataset_.profile.kind == Profile::Kind::excel ? 1 : 0);
    if (column.variable->kind == Variable::Kind::date) bytes = std::max(bytes, date_bytes);
    std::size_t all_words = 0;
    for (const auto& [code, word] : its.words) all_words += word.size() + 2;
    bytes = std::max({bytes, all_words, static_cast<std::size_t>(column.width)});
    for (const auto& missing : column.missing) bytes = std::max(bytes, missing.cell.size());
    return bytes;
  }

  const Dataset& dataset_;
  const Extents& extents_;
};

}  // namespace

CsvDescription description_of(const Dataset& dataset, const Extents& extents) {
  CsvDescription described{.dataset = &dataset, .file = dataset.form->form_id + ".csv"};
  Extents whole = extents;
  whole.of.resize(dataset.variables.size());  // no case: no extent
  Silence silence;
  const CsvCodes codes = csv_codes(dataset, whole, silence);
  const Description description(dataset, whole);
  for (std::size_t index = 0; index < codes.columns.size(); ++index) {
    described.columns.push_back(description.column_of(index, codes.columns[index]));
  }
  return described;
}

const char* name_of(DescribedColumn::Holds holds) {
  switch (holds) {
    case Holds::text: return "text";
    case Holds::integer: return "integer";
    case Holds::decimal: return "decimal";
    case Holds::date: return "date";
  }
  return "";
}

}  // namespace genpyo::exports
