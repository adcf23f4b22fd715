#include "app/session/occasion.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "forms/partial_date.h"

namespace genpyo::session {
namespace {

constexpr const char* reason = "by the program";

// Minutes since midnight of "2018-03-01T18:30:00.000".
std::optional<int> minutes_of(std::string_view time) {
  int hours = 0, minutes = 0;
  if (time.size() < 16 || time[10] != 'T') return std::nullopt;
  const auto hour = std::from_chars(time.data() + 11, time.data() + 13, hours);
  const auto minute = std::from_chars(time.data() + 14, time.data() + 16, minutes);
  if (hour.ec != std::errc() || minute.ec != std::errc()) return std::nullopt;
  return hours * 60 + minutes;
}

std::string said_by(std::string_view word, const Occasion& occasion) {
  if (word == "start") return occasion.now;
  if (word == "today") return forms::plain_text(forms::PartialDate{occasion.today.year, occasion.today.month, occasion.today.day});
  if (word == "deviceid") return occasion.machine;
  return word == "username" ? occasion.operator_name : "";
}

bool is_filled(const forms::Item& item) {
  return item.type == forms::ItemType::calculate && item.calculation.empty();
}

store::Change mark_of(const forms::Item& item, const std::string& text) {
  forms::Mark mark;
  mark.content = mark.raw = text;
  return {store::Entry::Action::mark, item.name, std::move(mark), "", reason};
}

}  // namespace

std::string with_offset(const std::string& utc, const std::string& local) {
  constexpr int day = 24 * 60;
  const auto there = minutes_of(utc), here = minutes_of(local);
  if (!there || !here || utc.back() != 'Z' || local.back() == 'Z') return utc;
  const int order = std::string_view(local).substr(0, 10).compare(std::string_view(utc).substr(0, 10));
  const int offset = *here - *there + (order > 0 ? day : order < 0 ? -day : 0);
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "%c%02d:%02d", offset < 0 ? '-' : '+', std::abs(offset) / 60 % 24,
                std::abs(offset) % 60);
  return local + text.data();
}

std::vector<store::Change> marks_at_start(const forms::Form& form, const Occasion& occasion) {
  std::vector<store::Change> changes;
  for (const forms::Item& item : form.items) {
    const std::string text = is_filled(item) ? said_by(item.word, occasion) : "";
    if (!text.empty()) changes.push_back(mark_of(item, text));
  }
  return changes;
}

std::vector<store::Change> marks_at_end(const forms::Form& form, const Occasion& occasion, forms::Case& closed) {
  std::vector<store::Change> changes;
  if (occasion.now.empty()) return changes;
  for (forms::ItemIndex index = 0; index < form.items.size(); ++index) {
    if (!is_filled(form.items[index]) || form.items[index].word != "end") continue;
    changes.push_back(mark_of(form.items[index], occasion.now));
    closed.marks[index] = changes.back().mark;
  }
  return changes;
}

}  // namespace genpyo::session
