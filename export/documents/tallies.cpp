#include "export/documents/tallies.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace genpyo::exports {
namespace {

constexpr std::int64_t small_end = 1000;
constexpr std::size_t most_figures = 65536;  // different ones

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int place = 0; place < exponent; ++place) power *= 10;
  return power;
}

std::string without_zeros(std::string figure) {
  if (figure.find('.') == figure.npos) return figure;
  while (figure.back() == '0') figure.pop_back();
  if (figure.back() == '.') figure.pop_back();
  return figure;
}

}  // namespace

void VariableTally::add(const Cell& cell, const Variable& variable) {
  if (const auto* kind = std::get_if<forms::Missing>(&cell)) {
    ++missing_[static_cast<std::size_t>(*kind)];
    return;
  }
  if (std::holds_alternative<Blank>(cell)) return;
  ++answers_;
  if (const auto* figure = std::get_if<std::int64_t>(&cell)) {
    add_figure(*figure, 0);
  } else if (const auto* decimal = std::get_if<forms::Decimal>(&cell)) {
    add_figure(decimal->units, decimal->scale);
  } else if (const auto* text = std::get_if<std::string_view>(&cell); text != nullptr && !variable.codes.empty()) {
    add_codes(*text);
  }
}

void VariableTally::add_figure(std::int64_t units, int scale) {
  ++figures_;
  if (scale != 0 || units < 0 || units >= small_end) return add_other(units, scale);
  if (small_.empty()) small_.resize(small_end);
  ++small_[static_cast<std::size_t>(units)];
}

void VariableTally::add_other(std::int64_t units, int scale) {
  const Ratio figure{units, power_of_ten(scale)};
  reach(ends_of_others_, figure);
  sum_of_others_ += Wide{units} * power_of_ten(9 - scale);
  scale_ = std::max(scale_, scale);
  if (const auto known = others_.find(figure); known != others_.end()) {
    ++known->second;
  } else if (others_.size() < most_figures) {
    others_.emplace(figure, 1);
  } else {
    too_many_ = true;
  }
}

// "1 5 6": each code once.
void VariableTally::add_codes(std::string_view codes) {
  if (small_.empty()) small_.resize(small_end);
  const char* at = codes.data();
  const char* const end = at + codes.size();
  while (at != end) {
    int code = 0;
    const auto read = std::from_chars(at, end, code);
    if (read.ec == std::errc{} && code >= 0 && code < small_end) ++small_[static_cast<std::size_t>(code)];
    at = std::find(read.ptr, end, ' ');
    if (at != end) ++at;
  }
}

std::int64_t VariableTally::of(int code) const {
  return code >= 0 && static_cast<std::size_t>(code) < small_.size() ? small_[static_cast<std::size_t>(code)] : 0;
}

std::int64_t VariableTally::missing() const { return std::accumulate(missing_.begin(), missing_.end(), std::int64_t{0}); }

void VariableTally::reach(std::optional<Ends>& ends, const Ratio& figure) {
  if (!ends) ends = Ends{figure, figure};
  if (compare(figure, ends->least) < 0) ends->least = figure;
  if (compare(figure, ends->most) > 0) ends->most = figure;
}

VariableTally::Ends VariableTally::ends() const {
  std::optional<Ends> ends = ends_of_others_;
  for (std::size_t small = 0; small < small_.size(); ++small) {
    if (small_[small] != 0) reach(ends, {static_cast<std::int64_t>(small), 1});
  }
  return ends.value_or(Ends{});
}

std::string VariableTally::least() const { return has_figures() ? without_zeros(rounded(ends().least, scale_)) : ""; }
std::string VariableTally::most() const { return has_figures() ? without_zeros(rounded(ends().most, scale_)) : ""; }

std::string VariableTally::mean() const {
  if (!has_figures()) return "";
  Wide sum = sum_of_others_;
  for (std::size_t small = 0; small < small_.size(); ++small) sum += Wide{small_[small]} * static_cast<std::int64_t>(small) * power_of_ten(9);
  const int decimals = std::min(scale_ + 2, 6);
  const Wide above = 2 * sum * power_of_ten(decimals) + Wide{figures_} * power_of_ten(9);
  const Wide below = 2 * Wide{figures_} * power_of_ten(9);
  Wide units = above / below;
  if (above % below < 0) --units;
  return rounded({static_cast<std::int64_t>(units), power_of_ten(decimals)}, decimals);
}

// Of rank 0 and up among the figures in their order.
Ratio VariableTally::at(std::int64_t rank) const {
  const Ratio zero{};
  auto other = others_.begin();
  for (; other != others_.end() && compare(other->first, zero) < 0; ++other) {
    if (rank < other->second) return other->first;
    rank -= other->second;
  }
  std::size_t small = 0;
  while (other != others_.end() || small < small_.size()) {
    const Ratio next{static_cast<std::int64_t>(small), 1};
    const bool takes_small = small < small_.size() && (other == others_.end() || compare(next, other->first) < 0);
    const std::int64_t count = takes_small ? small_[small] : other->second;
    const Ratio figure = takes_small ? next : other->first;
    if (rank < count) return figure;
    rank -= count;
    if (takes_small) ++small;
    else ++other;
  }
  return ends().most;
}

std::string VariableTally::median() const {
  if (!has_figures() || too_many_) return "";
  return without_zeros(rounded_median({at((figures_ - 1) / 2), at(figures_ / 2)}, std::min(scale_ + 1, 9)));
}

void Tallies::add(const Dataset& dataset, const Row& row) {
  of.resize(dataset.variables.size());
  ++cases;
  for (std::size_t index = 0; index < row.cells.size(); ++index) of[index].add(row.cells[index], dataset.variables[index]);
}

std::string percent(std::int64_t part, std::int64_t whole) { return whole == 0 ? "" : rounded({100 * part, whole}, 1); }

}  // namespace genpyo::exports
