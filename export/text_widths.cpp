#include "export/text_widths.h"

#include <algorithm>

#include "export/missing_codes.h"
#include "export/whole_text.h"

namespace genpyo::exports {

std::string_view text_of(const Cell& cell, const Variable& variable, std::string& scratch) {
  if (const auto* text = std::get_if<std::string_view>(&cell)) return whole_text(*text, Nul::replaced, scratch);
  scratch.clear();
  if (const auto* date = std::get_if<forms::PartialDate>(&cell)) scratch = forms::edtf(*date);
  const auto* missing = std::get_if<forms::Missing>(&cell);
  if (missing != nullptr && !variable.missing_beside) scratch = std::to_string(analysis_code(*missing));
  return scratch;
}

void TextWidths::look(const Row& row, const std::vector<Variable>& variables) {
  of_.resize(variables.size());
  for (std::size_t index = 0; index < variables.size(); ++index) {
    const Variable::Kind kind = variables[index].kind;
    if (kind != Variable::Kind::text && kind != Variable::Kind::date) continue;
    const std::string_view text = text_of(row.cells[index], variables[index], scratch_);
    const std::size_t bytes = text.size();
    if (bytes == 0) continue;
    TextWidth& width = of_[index];
    const auto* raw = std::get_if<std::string_view>(&row.cells[index]);
    width.is_altered = width.is_altered || (raw != nullptr && raw->data() != text.data());
    width.longest = std::max(width.longest, bytes);
    width.together += bytes;
    ++width.count;
  }
}

int width_of(const Variable& variable, const Extent& extent) {
  std::size_t width = 2;  // -7
  for (const std::int64_t figure : {extent.least, extent.most}) width = std::max(width, std::to_string(figure).size());
  for (const ValueLabel& each : variable.codes) width = std::max(width, std::to_string(each.code).size());
  if (extent.scale > 0) width += 2 + static_cast<std::size_t>(extent.scale);  // -0.5 has a whole part of 0
  return static_cast<int>(width);
}

}  // namespace genpyo::exports
