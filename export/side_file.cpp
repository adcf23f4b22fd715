#include "export/side_file.h"

#include <algorithm>
#include <array>

#include "export/whole_text.h"
#include "forms/csv.h"

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
                                           std::initializer_list<std::string_view> header) {
  auto file = files.add(name);
  if (!file) return file.failure();
  file_ = *file;
  const auto kind = dataset.profile.kind;
  for_spreadsheets_ = kind == Profile::Kind::excel || kind == Profile::Kind::legacy;
  if (for_spreadsheets_) file_->write("\xEF\xBB\xBF");
  add(header);
  return forms::Done{};
}

// With the comma behind it.
void SideFile::append(std::string& line, std::string_view cell) {
  const std::string_view whole = whole_text(cell, Nul::replaced, scratch_);
  if (for_spreadsheets_ && needs_guard(whole)) forms::csv::append_quoted(line, '\'' + std::string(whole));
  else forms::csv::append_quoted(line, whole);
  line += ',';
}

void SideFile::add(std::initializer_list<std::string_view> cells) {
  for (const std::string_view cell : cells) text(cell);
  end_line();
}

std::string SideFile::make(std::initializer_list<std::string_view> cells) {
  std::string made;
  for (const std::string_view cell : cells) append(made, cell);
  return made;
}

void SideFile::text(std::string_view cell) { append(line_, cell); }

void SideFile::made(std::string_view cells) { line_ += cells; }

void SideFile::end_line() {
  line_.pop_back();
  line_ += for_spreadsheets_ ? "\r\n" : "\n";
  file_->write(line_);
  line_.clear();
}

}  // namespace genpyo::exports
