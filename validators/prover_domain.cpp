#include "validators/prover_domain.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>
#include <limits>

#include "forms/partial_date.h"
#include "validators/coercion.h"

namespace genpyo::validators {
namespace {

using forms::Missing;
using forms::Value;
using Kind = Domain::Kind;

constexpr double largest_figure = 9'999'999'999.0;       // as keyed (forms/read_value.h)
constexpr double largest_decimal = 999'999'999'999'999.0;  // 15 digits

Domain figures(double low, double high, bool whole) {
  Domain domain;
  domain.kind = Kind::figures;
  domain.low = low;
  domain.high = high;
  domain.whole = whole;
  return domain;
}

Domain all_days() {
  Domain domain;
  domain.kind = Kind::days;
  domain.low = forms::day_number({1000, 1, 1});
  domain.high = forms::day_number({9999, 12, 31});
  domain.partial = true;
  return domain;
}

Domain anything(std::vector<Value> samples) {
  Domain domain;
  domain.kind = Kind::anything;
  domain.samples = std::move(samples);
  return domain;
}

forms::Codes codes_of(const forms::ChoiceList& list) {
  forms::Codes codes;
  for (const forms::Choice& choice : list.choices) codes.push_back(choice.code);
  std::sort(codes.begin(), codes.end());
  return codes;
}

std::string all_names(const forms::ChoiceList& list) {
  std::string names;
  for (const forms::Choice& choice : list.choices)
    names += (names.empty() ? "" : " ") + std::to_string(choice.code);
  return names;
}

Value figure_value(double number, bool whole) {
  if (whole) return static_cast<std::int64_t>(number);
  const auto decimal = forms::read_decimal(to_text(number));
  return decimal ? Value(*decimal) : Value(static_cast<std::int64_t>(std::trunc(number)));
}

Value day_value(double number) {
  const std::chrono::year_month_day day{
      std::chrono::sys_days(std::chrono::days(static_cast<int>(number)))};
  return forms::PartialDate{static_cast<int>(day.year()),
                            static_cast<int>(static_cast<unsigned>(day.month())),
                            static_cast<int>(static_cast<unsigned>(day.day()))};
}

std::optional<double> figure_of(const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* decimal = std::get_if<forms::Decimal>(&value)) return nearest_double(*decimal);
  return std::nullopt;
}

// The least interval around a list of figures; nothing where one of them is none.
std::optional<Domain> hull(const Domain& domain) {
  if (domain.kind == Kind::figures) return domain;
  if (domain.kind != Kind::values || domain.values.empty()) return std::nullopt;
  Domain around = figures(std::numeric_limits<double>::infinity(),
                          -std::numeric_limits<double>::infinity(), true);
  for (const Value& value : domain.values) {
    const auto number = figure_of(value);
    if (!number) return std::nullopt;
    around.low = std::min(around.low, *number);
    around.high = std::max(around.high, *number);
    around.whole = around.whole && *number == std::trunc(*number);
  }
  around.blank = domain.blank;
  return around;
}

std::vector<Value> every_set(const Domain& domain) {
  forms::Codes free;
  std::set_difference(domain.may.begin(), domain.may.end(), domain.must.begin(), domain.must.end(),
                      std::back_inserter(free));
  std::vector<Value> sets;
  for (std::size_t bits = 0; bits < std::size_t{1} << free.size(); ++bits) {
    forms::Codes codes = domain.must;
    for (std::size_t at = 0; at < free.size(); ++at)
      if ((bits >> at & 1) != 0) codes.push_back(free[at]);
    std::sort(codes.begin(), codes.end());
    if (!codes.empty()) sets.emplace_back(std::move(codes));
  }
  return sets;
}

}  // namespace

bool Domain::answered() const {
  switch (kind) {
    case Kind::values: return !values.empty();
    case Kind::figures: return low <= high;
    case Kind::days: return partial || low <= high;
    case Kind::sets: return !may.empty();
    case Kind::anything: return true;
  }
  return true;
}

bool Domain::point() const {
  const auto values_of = every_value(*this, 1);
  return values_of && values_of->size() == 1;
}

Domain only_blank() { return {}; }

Domain only(Value value) {
  Domain domain;
  domain.blank = !forms::is_answer(value);
  if (!domain.blank) domain.values.push_back(std::move(value));
  return domain;
}

Domain without_blank(Domain domain) {
  domain.blank = false;
  return domain;
}

Domain united(const Domain& first, const Domain& second) {
  const bool blank = first.blank || second.blank;
  Domain both = first;
  if (!second.answered()) {
    // All is said by the first.
  } else if (!first.answered()) {
    both = second;
  } else if (first.kind == Kind::values && second.kind == Kind::values) {
    for (const Value& value : second.values)
      if (std::find(both.values.begin(), both.values.end(), value) == both.values.end())
        both.values.push_back(value);
  } else if (const auto low = hull(first), high = hull(second); low && high) {
    both = figures(std::min(low->low, high->low), std::max(low->high, high->high),
                   low->whole && high->whole);
  } else {
    both = anything({});
  }
  both.blank = blank;
  return both;
}

Domain keyable(const forms::Form& form, forms::ItemIndex index) {
  using forms::ItemType;
  const forms::Item& item = form.items[index];
  const forms::ChoiceList* list = form.choices_of(item);
  if (!item.codes_of.empty()) return anything({});  // codes are added while answers are coded
  switch (item.type) {
    case ItemType::integer: return figures(0, largest_figure, true);
    case ItemType::decimal: return figures(-largest_decimal, largest_decimal, false);
    case ItemType::date: return all_days();
    case ItemType::select_one: {
      Domain domain;
      if (list == nullptr) return domain;
      for (const int code : codes_of(*list)) domain.values.emplace_back(forms::Codes{code});
      return domain;
    }
    case ItemType::select_multiple: {
      Domain domain;
      domain.kind = Kind::sets;
      if (list != nullptr) domain.may = codes_of(*list);
      return domain;
    }
    case ItemType::text: return anything({std::string("a")});
    case ItemType::time: return anything({std::string("09:30")});
    case ItemType::date_time: return anything({std::string("2018-04-01T09:30")});
    case ItemType::rank:
      return anything(list == nullptr ? std::vector<Value>{} : std::vector<Value>{all_names(*list)});
    case ItemType::note:
    case ItemType::blank_box: return only_blank();
    case ItemType::calculate: return anything({});
  }
  return anything({});
}

std::optional<std::vector<Value>> every_value(const Domain& domain, std::size_t most) {
  std::vector<Value> values;
  switch (domain.kind) {
    case Kind::values:
      if (domain.values.size() > most) return std::nullopt;
      values = domain.values;
      break;
    case Kind::figures:
      if (domain.low > domain.high) break;
      if (domain.low == domain.high) {
        values.push_back(figure_value(domain.low, domain.whole));
        break;
      }
      if (!domain.whole || domain.high - domain.low >= static_cast<double>(most)) return std::nullopt;
      for (double each = domain.low; each <= domain.high; ++each)
        values.push_back(figure_value(each, true));
      break;
    case Kind::days:
      if (domain.partial || domain.high - domain.low >= static_cast<double>(most)) return std::nullopt;
      for (double each = domain.low; each <= domain.high; ++each) values.push_back(day_value(each));
      break;
    case Kind::sets: {
      const std::size_t free = domain.may.size() - domain.must.size();
      if (free > 10 || std::size_t{1} << free > most + 1) return std::nullopt;
      values = every_set(domain);
      break;
    }
    case Kind::anything: return std::nullopt;
  }
  if (domain.blank) values.emplace_back(Missing::no_answer);
  if (values.size() > most) return std::nullopt;
  return values;
}

Value some_value(const Domain& domain) {
  if (!domain.answered()) return Missing::no_answer;
  switch (domain.kind) {
    case Kind::values: return domain.values.front();
    case Kind::figures:
      return figure_value(std::clamp(0.0, domain.low, domain.high), domain.whole);
    case Kind::days:
      if (domain.low > domain.high) return forms::PartialDate{2018, 4, std::nullopt};
      return day_value(std::clamp<double>(forms::day_number({2018, 4, 1}), domain.low, domain.high));
    case Kind::sets:
      return domain.must.empty() ? forms::Codes{domain.may.front()} : domain.must;
    case Kind::anything:
      if (!domain.samples.empty()) return domain.samples.front();
      break;
  }
  return domain.blank ? Value(Missing::no_answer) : Value(std::string("a"));
}

}  // namespace genpyo::validators
