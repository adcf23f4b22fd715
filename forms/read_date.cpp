#include "forms/read_date.h"

#include <algorithm>
#include <array>
#include <vector>

#include "forms/text.h"

namespace genpyo::forms {
namespace {

using Reading = std::variant<WrittenDate, DateFault>;
using Kind = DateFault::Kind;

constexpr std::size_t longest = 64;  // bytes: 令和元年１２月３１日 has 30

struct EraName {
  std::string_view name;
  Era era;
};
constexpr std::array names = {
    EraName{"明治", Era::meiji},  EraName{"大正", Era::taisho}, EraName{"昭和", Era::showa},
    EraName{"平成", Era::heisei}, EraName{"令和", Era::reiwa},  EraName{"明", Era::meiji},
    EraName{"大", Era::taisho},   EraName{"昭", Era::showa},    EraName{"平", Era::heisei},
    EraName{"令", Era::reiwa},    EraName{"㍾", Era::meiji},    EraName{"㍽", Era::taisho},
    EraName{"㍼", Era::showa},    EraName{"㍻", Era::heisei},   EraName{"㋿", Era::reiwa},
    EraName{"M", Era::meiji},     EraName{"T", Era::taisho},    EraName{"S", Era::showa},
    EraName{"H", Era::heisei},    EraName{"R", Era::reiwa},     EraName{"m", Era::meiji},
    EraName{"t", Era::taisho},    EraName{"s", Era::showa},     EraName{"h", Era::heisei},
    EraName{"r", Era::reiwa}};

enum Slot : std::size_t { year, month, day };
constexpr std::array<std::string_view, 3> units = {"年", "月", "日"};
constexpr std::array<std::string_view, 5> unknown_signs = {"*", "?", "X", "x", "不明"};

constexpr std::string_view first_year = "元";

struct Part {
  std::string digits;        // "" = unknown; or 元
  std::optional<Slot> unit;  // the one of 年月日 behind it
};

// What stands in a text, before it is known what it means.
struct Parts {
  std::optional<Era> era;
  std::vector<Part> list;
};

class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  // Nothing where other things stand between the parts, or nothing does.
  std::optional<Parts> scan() {
    Parts parts;
    skip_spaces();
    if (!take("西暦")) parts.era = take_era();
    while (parts.list.size() < 4) {
      skip_spaces();
      auto part = take_part();
      if (!part) return std::nullopt;
      parts.list.push_back(std::move(*part));
      if (rest_.empty()) return parts;
      if (!take_separator(parts.list.back().unit.has_value())) return std::nullopt;
    }
    return std::nullopt;
  }

 private:
  bool take(std::string_view token) {
    if (!rest_.starts_with(token)) return false;
    rest_.remove_prefix(token.size());
    return true;
  }

  bool skip_spaces() {
    const std::size_t spaces = std::min(rest_.find_first_not_of(' '), rest_.size());
    rest_.remove_prefix(spaces);
    return spaces > 0;
  }

  std::optional<Era> take_era() {
    for (const EraName& entry : names) {
      if (take(entry.name)) return entry.era;
    }
    return std::nullopt;
  }

  std::optional<Part> take_part() {
    Part part;
    if (take(first_year)) {
      part.digits = first_year;
    } else if (!take_unknown()) {
      const std::size_t end = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
      if (end == 0) return std::nullopt;
      part.digits = rest_.substr(0, end);
      rest_.remove_prefix(end);
    }
    for (const Slot slot : {year, month, day}) {
      if (!part.unit && take(units[slot])) part.unit = slot;
    }
    return part;
  }

  // However often it is repeated: **, XXXX.
  bool take_unknown() {
    bool taken = false;
    for (const std::string_view sign : unknown_signs) {
      while (take(sign)) taken = true;
    }
    return taken;
  }

  bool take_separator(bool behind_unit) {
    const bool spaced = skip_spaces();
    return take("/") || take("-") || take(".") || spaced || behind_unit;
  }

  std::string_view rest_;
};

std::optional<Era> era_of_digit(const Part& part) {
  if (part.unit || part.digits.size() != 1 || part.digits[0] < '1' || part.digits[0] > '5') {
    return std::nullopt;
  }
  return static_cast<Era>(part.digits[0] - '1');
}

// 19640401 and S390401 as their parts; anything else stays as it is. Not 3390401, as medical claims
// write it: 19300401 with its 9 lost would be a day in 明治, and nobody would know.
void part_the_compact(Parts& parts) {
  if (parts.list.size() != 1 || parts.list[0].unit) return;
  const std::string digits = parts.list[0].digits;
  const std::size_t size = digits.size();
  if (size != (parts.era ? 6 : 8)) return;
  const std::size_t of_year = size - 4;
  parts.list = {{digits.substr(0, of_year), {}},
                {digits.substr(of_year, 2), {}},
                {digits.substr(of_year + 2), {}}};
}

// The digits of year, month and day, each "" where it is unknown. Nothing where the parts do not
// follow one another like that.
std::optional<std::array<std::string, 3>> in_slots(const std::vector<Part>& list) {
  std::array<std::string, 3> slots;
  std::size_t next = year;
  for (const Part& part : list) {
    const std::size_t slot = part.unit.value_or(static_cast<Slot>(next));
    if (slot < next || slot > day) return std::nullopt;
    slots[slot] = part.digits;
    next = slot + 1;
  }
  return slots;
}

bool has_width(const std::string& digits, std::size_t least, std::size_t most) {
  return digits.empty() ||
         (digits != first_year && digits.size() >= least && digits.size() <= most);
}

std::optional<int> number(const std::string& digits) {
  if (digits.empty()) return std::nullopt;
  return digits == first_year ? 1 : std::stoi(digits);
}

Reading fault(Kind kind) { return DateFault{kind}; }

// A year of an era must lie in it, as far as the known parts say.
Reading checked_era(WrittenDate written) {
  if (!written.era || !written.date.year) return written;
  const auto years = era_years_of(written.date);
  const bool own = std::any_of(years.begin(), years.end(),
                               [&](const EraYear& each) { return each.era == *written.era; });
  if (own || years.empty()) return written;
  return DateFault{Kind::outside_era, in_era(written.date, years.front())};
}

// A fourth part before the others is the era. False where it is none.
bool take_era_digit(Parts& parts) {
  if (parts.list.size() < 4) return true;
  if (parts.era) return false;
  parts.era = era_of_digit(parts.list[0]);
  parts.list.erase(parts.list.begin());
  return parts.era.has_value();
}

// A year with an era has up to three digits, or is 元; any other has four.
bool is_year(const std::string& digits, bool of_era) {
  if (of_era) return digits == first_year || has_width(digits, 1, 3);
  return has_width(digits, 4, 4);
}

// From the year of the era to the Gregorian one.
Reading in_gregorian_years(WrittenDate written) {
  if (written.era && written.date.year) {
    written.year_of_era = written.date.year;
    if (*written.year_of_era < 1) return fault(Kind::no_such_day);
    if (before_the_calendar(*written.era, *written.year_of_era)) return fault(Kind::old_calendar);
    written.date.year = gregorian_year(*written.era, *written.year_of_era);
  }
  if (!is_possible(written.date)) return fault(Kind::no_such_day);
  return checked_era(written);
}

Reading meaning_of(Parts parts) {
  part_the_compact(parts);
  if (!take_era_digit(parts)) return fault(Kind::no_form);
  const auto slots = in_slots(parts.list);
  if (!slots || !is_year((*slots)[year], parts.era.has_value()) ||
      !has_width((*slots)[month], 1, 2) || !has_width((*slots)[day], 1, 2)) {
    return fault(Kind::no_form);
  }
  const PartialDate date{number((*slots)[year]), number((*slots)[month]), number((*slots)[day])};
  if (date == PartialDate{}) return fault(Kind::no_form);
  return in_gregorian_years({date, parts.era, {}});
}

}  // namespace

Reading read_date(std::string_view text) {
  if (text.size() > longest) return fault(Kind::no_form);
  const std::string plain = plain_forms(text);
  const std::size_t end = plain.find_last_not_of(' ');
  const auto parts = Scanner(std::string_view(plain).substr(0, end + 1)).scan();
  return parts ? meaning_of(*parts) : fault(Kind::no_form);
}

}  // namespace genpyo::forms
