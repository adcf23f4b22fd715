// The codes of a CSV file's columns, and what stands against them.
#include <algorithm>

#include "export/csv.h"

namespace genpyo::exports {
namespace {

using Kind = Profile::Kind;

class Codes {
 public:
  Codes(const Dataset& dataset, const Extents& extents, Remarks& remarks)
      : profile_(dataset.profile), extents_(extents), remarks_(remarks) {}

  CsvColumn column_of(const Variable& variable, std::size_t index, std::vector<MissingCode>& missing) {
    CsvColumn column;
    const int width = profile_.kind == Kind::legacy ? width_of(variable, extents_.of[index]) : 0;
    for (const forms::Missing kind : forms::all_missing) {
      if (variable.missing_beside || never_missing(variable)) continue;
      const bool occurs = profile_.kind != Kind::legacy || extents_.of[index].has(kind);
      if (!occurs) continue;
      const std::int64_t code = code_of(kind, width);
      column.missing[static_cast<std::size_t>(kind)] =
          profile_.kind == Kind::labels ? label_of(kind).in(profile_.language) : std::to_string(code);
      column.codes_taken.push_back(code);
      missing.push_back({kind, code});
    }
    if (profile_.kind == Kind::labels) column.codes_taken.clear();  // words, not figures
    take_words(column, variable);
    tell_collisions(column, variable);
    for (const std::int64_t code : column.codes_taken) column.nothing_above = std::max(column.nothing_above, code);
    for (const auto& [code, word] : column.words) column.nothing_above = std::max(column.nothing_above, code);
    return column;
  }

 private:
  static bool never_missing(const Variable& variable) {
    return variable.role == Variable::Role::case_id || variable.role == Variable::Role::extraction;
  }

  std::int64_t code_of(forms::Missing kind, int width) const {
    return profile_.kind == Kind::legacy ? legacy_code(kind, width) : analysis_code(kind);
  }

  bool fits(const Variable& variable, const Extent& extent, int width) const {
    return std::none_of(forms::all_missing.begin(), forms::all_missing.end(), [&](forms::Missing kind) {
      const std::int64_t code = legacy_code(kind, width);
      return extent.has(kind) && (is_choice(variable, code) || (variable.codes.empty() && code <= extent.most));
    });
  }

  static bool is_choice(const Variable& variable, std::int64_t code) {
    return std::any_of(variable.codes.begin(), variable.codes.end(),
                       [code](const ValueLabel& each) { return each.code == code; });
  }

  int width_of(const Variable& variable, const Extent& extent) const {
    int width = legacy_width(variable, extent.most);
    while (profile_.wider && !fits(variable, extent, width)) ++width;
    return width;
  }

  void take_words(CsvColumn& column, const Variable& variable) const {
    if (profile_.kind != Kind::labels) return;
    for (const ValueLabel& each : variable.codes) {
      column.words.emplace_back(each.code, each.label.in(profile_.language));
    }
  }

  // Of codes that the form declares; a figure is compared when it comes.
  void tell_collisions(const CsvColumn& column, const Variable& variable) {
    for (const std::int64_t code : column.codes_taken) {
      if (is_choice(variable, code)) tell(variable, "its code " + std::to_string(code) + " is that of a missing kind too");
    }
    for (const auto& [code, word] : column.words) {
      if (std::find(std::begin(column.missing), std::end(column.missing), word) == std::end(column.missing)) continue;
      tell(variable, "the label of its code " + std::to_string(code) + ", " + word + ", is that of a missing kind too");
    }
  }

  void tell(const Variable& variable, const std::string& what) {
    remarks_.against("", variable.name,
                     what + (profile_.kind == Kind::legacy ? ". Give its codes more digits with --wider." : "."));
  }

  const Profile& profile_;
  const Extents& extents_;
  Remarks& remarks_;
};

}  // namespace

int legacy_width(const Variable& variable, std::int64_t most) {
  for (const ValueLabel& each : variable.codes) most = std::max<std::int64_t>(most, each.code);
  return static_cast<int>(std::to_string(std::max<std::int64_t>(most, 0)).size());
}

CsvCodes csv_codes(const Dataset& dataset, const Extents& extents, Remarks& remarks) {
  Codes codes(dataset, extents, remarks);
  CsvCodes made;
  made.missing.resize(dataset.variables.size());
  for (std::size_t index = 0; index < dataset.variables.size(); ++index) {
    made.columns.push_back(codes.column_of(dataset.variables[index], index, made.missing[index]));
  }
  if (dataset.profile.kind != Kind::legacy) made.missing.clear();
  return made;
}

std::string words_of_codes(const CsvColumn& column, std::string_view codes) {
  std::string words;
  for (std::size_t at = 0; at < codes.size();) {
    const std::size_t end = std::min(codes.find(' ', at), codes.size());
    const std::string_view code = codes.substr(at, end - at);
    const auto found = std::find_if(column.words.begin(), column.words.end(),
                                    [code](const auto& each) { return std::to_string(each.first) == code; });
    words += (words.empty() ? "" : "; ") + (found == column.words.end() ? std::string(code) : found->second);
    at = end + 1;
  }
  return words;
}

}  // namespace genpyo::exports
