#include "export/dataset_rows.h"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <set>
#include <string_view>

namespace genpyo::exports {
namespace {

constexpr double largest_exact = 9'007'199'254'740'992;  // 2^53
constexpr std::size_t most_names = 32'767;

}  // namespace

DatasetRows rows_of(forms::csv::Table table) {
  DatasetRows made;
  made.names = std::move(table.header);
  made.rows.reserve(table.rows.size());
  for (forms::csv::Row& row : table.rows) {
    ReadRow read{row.line, {}};
    read.cells.reserve(row.cells.size());
    for (std::string& cell : row.cells) read.cells.push_back({std::move(cell)});
    row.cells = {};
    made.rows.push_back(std::move(read));
  }
  return made;
}

forms::Result<forms::Done> check_names(const std::vector<std::string>& names) {
  if (names.size() > most_names) return forms::Failure{"it has over 32,767 variables. Is it a dataset that export wrote?"};
  std::set<std::string_view> seen;
  for (const std::string& name : names) {
    if (name.empty()) return forms::Failure{"one of its variables has no name. Name it, or remove it."};
    if (!seen.insert(name).second) return forms::Failure{"two of its variables are named \"" + name + "\". Rename or remove one."};
  }
  return forms::Done{};
}

void take_label(std::string_view column, const std::string& text, std::map<std::string, std::string>& words) {
  constexpr std::string_view begin = "label_";
  if (column.starts_with(begin)) words[std::string(column.substr(begin.size()))] = text;
}

std::int64_t code_in(std::string_view text) {
  std::int64_t code = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), code);
  return fault == std::errc() && end == text.data() + text.size() ? code : 0;
}

std::string digits(double number) {
  if (!std::isfinite(number)) return "";
  char text[400];  // the longest double without an exponent has 309 digits before its point
  const auto end = std::abs(number) <= largest_exact && number == std::floor(number)
                       ? std::to_chars(text, text + sizeof text, static_cast<std::int64_t>(number)).ptr
                       : std::to_chars(text, text + sizeof text, number, std::chars_format::fixed).ptr;
  return {text, end};
}

}  // namespace genpyo::exports
