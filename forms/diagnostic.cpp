#include "forms/diagnostic.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "forms/text.h"

namespace genpyo::forms {
namespace {

constexpr std::size_t longest_shown = 60;  // characters of a quoted word
constexpr std::size_t longest_word = 64;   // characters: beyond, a word is no misspelt name

using Word = std::vector<char32_t>;

// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
std::size_t distance(const Word& left, const Word& right) {
  std::vector<std::size_t> two_above(right.size() + 1), above(right.size() + 1);
  std::vector<std::size_t> current(right.size() + 1);
  for (std::size_t column = 0; column <= right.size(); ++column) above[column] = column;
  for (std::size_t row = 1; row <= left.size(); ++row) {
    current[0] = row;
    for (std::size_t column = 1; column <= right.size(); ++column) {
      const std::size_t replaced = above[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
      current[column] = std::min({above[column] + 1, current[column - 1] + 1, replaced});
      const bool swapped = row > 1 && column > 1 && left[row - 1] == right[column - 2] &&
                           left[row - 2] == right[column - 1];
      if (swapped) current[column] = std::min(current[column], two_above[column - 2] + 1);
    }
    two_above.swap(above);
    above.swap(current);
  }
  return above[right.size()];
}

}  // namespace

std::string code_of(Fault fault) {
  std::array<char, 16> code{};
  std::snprintf(code.data(), code.size(), "FORM-%03d", static_cast<int>(fault));
  return code.data();
}

// A: 1, Z: 26, AA: 27.
std::string column_letters(int column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
  }
  return letters;
}

std::string to_text(const Place& place) {
  std::string text = place.file;
  if (!place.sheet.empty()) text += ":" + place.sheet;
  if (place.line <= 0) return text;
  const std::string line = std::to_string(place.line);
  if (!place.sheet.empty()) return text + "!" + column_letters(place.column) + line;
  text += ":" + line;
  if (place.column > 0) text += ":" + std::to_string(place.column);
  return text;
}

std::string to_text(const Diagnostic& diagnostic) {
  std::string text = to_text(diagnostic.place) + ": " + code_of(diagnostic.fault) + ": ";
  if (diagnostic.level == Level::warning) text += "warning: ";
  if (diagnostic.level == Level::note) text += "note: ";
  text += diagnostic.message;
  if (!diagnostic.repair.empty()) text += " " + diagnostic.repair;
  return text;
}

std::string quoted(std::string_view word) {
  std::string text = "\"";
  std::size_t shown = 0;
  // No more bytes are looked at than can be shown: a hostile word may be megabytes long.
  for (const char32_t code_point : code_points(word.substr(0, 4 * longest_shown + 4))) {
    if (shown++ == longest_shown) return text + "…\"";
    const bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
    append_utf8(text, control ? U'?' : code_point);
  }
  return text + "\"";
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  if (word.size() > 4 * longest_word) return "";
  const Word wanted = code_points(word);
  if (wanted.empty() || wanted.size() > longest_word) return "";
  // One letter replaced in a word of one letter is another word, not a slip.
  const std::size_t furthest =
      std::min(std::max<std::size_t>(1, wanted.size() / 3), wanted.size() - 1);
  std::size_t best = furthest + 1;
  std::string near;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > 4 * longest_word) continue;
    const Word letters = code_points(candidate);
    if (letters.size() > wanted.size() + furthest) continue;
    const std::size_t steps = distance(wanted, letters);
    if (steps >= best) continue;
    best = steps;
    near = candidate;
  }
  return near;
}

std::string NearestNames::to(const std::string& word) {
  constexpr std::size_t most_words = 200;
  if (const auto known = found_.find(word); known != found_.end()) return known->second;
  if (found_.size() == most_words) return "";
  return found_.emplace(word, nearest(word, candidates_)).first->second;
}

}  // namespace genpyo::forms
