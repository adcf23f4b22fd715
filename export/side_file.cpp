#include "export/side_file.h"

#include <algorithm>
#include <array>

#include "export/csv_line.h"
#include "export/whole_text.h"

namespace genpyo::exports {

bool needs_guard(std::string_view text) {
  if (text.empty()) return false;
  const auto first = static_cast<unsigned char>(text.front());
  if (first < 0x20 || first == 0x7F) return true;
  if (std::string_view("=+-@'").find(text.front()) != std::string_view::npos) return true;
  static constexpr std::array<std::string_view, 4> wide = {"＝", "＋", "－", "＠"};
  return std::any_of(wide.begin(), wide.end(), [&](std::string_view sign) { return text.starts_with(sign); });
}

forms::Result<forms::Done> SideFile::begin(const Dataset& dataset, FileSet& files, const std::string& name,
                                           const std::vector<std::string>& header) {
  auto file = files.add(name);
  if (!file) return file.failure();
  file_ = *file;
  const auto kind = dataset.profile.kind;
  for_spreadsheets_ = kind == Profile::Kind::excel || kind == Profile::Kind::legacy;
  if (for_spreadsheets_) file_->write("\xEF\xBB\xBF");
  add(header);
  return forms::Done{};
}

void SideFile::add(std::vector<std::string> cells) {
  std::string scratch;
  for (std::string& cell : cells) {
    cell = whole_text(cell, Nul::replaced, scratch);
    if (for_spreadsheets_ && needs_guard(cell)) cell.insert(0, 1, '\'');
  }
  file_->write(csv_line(cells, for_spreadsheets_ ? "\r\n" : "\n"));
}

}  // namespace genpyo::exports
