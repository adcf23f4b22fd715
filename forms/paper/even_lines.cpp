#include <cmath>
#include <optional>

#include "forms/paper/typesetter.h"
#include "forms/text.h"

namespace genpyo::paper {
namespace {

bool is_hiragana(char32_t c) { return c >= U'ぁ' && c <= U'ん'; }

// Whether a reader pauses here: after a particle or a mark, before a word. Without a dictionary:
// where hiragana ends and something else begins, and at spaces, ・ and brackets.
bool is_pause(std::string_view before, std::string_view after) {
  const std::vector<char32_t> left = forms::code_points(before), right = forms::code_points(after);
  if (left.empty() || right.empty()) return false;
  const std::u32string_view marks = U" ・、。)）」";
  if (marks.find(left.back()) != marks.npos) return true;
  const std::u32string_view openings = U"(（「";
  return (is_hiragana(left.back()) || openings.find(right.front()) != openings.npos) &&
         !is_hiragana(right.front());
}

// Two lines, broken at a pause and near the middle.
std::optional<std::vector<std::string>> in_two(const Typesetter& set, std::string_view words,
                                               const Style& style, double width) {
  constexpr double no_pause_cost = 0.5;  // of the width
  std::optional<std::vector<std::string>> best;
  double least = 0;
  for (const std::size_t at : forms::line_breaks(words)) {
    std::string first(words.substr(0, at));
    const std::string second(words.substr(at));
    first.resize(first.find_last_not_of(' ') + 1);
    const double left = set.width(first, style), right = set.width(second, style);
    if (second.empty() || left > width || right > width) continue;
    const bool pause = is_pause(words.substr(0, at), second);
    const double cost = std::abs(left - right) + (pause ? 0 : no_pause_cost * width);
    if (best && cost >= least) continue;
    least = cost;
    best = {first, second};
  }
  return best;
}

// As many lines as there are, in the narrowest measure that holds them.
std::vector<std::string> narrowed(const Typesetter& set, std::string_view words, const Style& style,
                                  double width, std::vector<std::string> lines) {
  double too_narrow = width / 2, wide_enough = width;
  for (int step = 0; step < 6; ++step) {
    const double middle = (too_narrow + wide_enough) / 2;
    std::vector<std::string> narrower = set.lines(words, style, middle, lines.size() + 1);
    if (narrower.size() > lines.size()) {
      too_narrow = middle;
    } else {
      wide_enough = middle;
      lines = std::move(narrower);
    }
  }
  return lines;
}

}  // namespace

std::vector<std::string> Typesetter::even_lines(std::string_view words, const Style& style,
                                                double width, std::size_t most) const {
  std::vector<std::string> all = lines(words, style, width, most + 1);
  if (all.size() < 2 || words.find('\n') != words.npos) return lines(words, style, width, most);
  if (all.size() > most) return lines(words, style, width, most);
  if (all.size() == 2) {
    if (auto two = in_two(*this, words, style, width)) return *std::move(two);
  }
  return narrowed(*this, words, style, width, std::move(all));
}

}  // namespace genpyo::paper
