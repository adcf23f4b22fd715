#include "validators/prover_world.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "validators/calculated.h"

namespace genpyo::validators {
namespace {

using forms::ItemIndex;
using Kind = Branch::Kind;

constexpr double largest_whole = 999'999'999'999'999.0;  // as calculated.cpp keeps figures

bool from_elsewhere(const forms::Item& item) {
  return !item.frame_column.empty() || !item.codes_of.empty();
}

bool in_repeat(const forms::Form& form, const forms::Item& item) {
  for (auto group = item.group; group; group = form.groups[*group].within)
    if (form.groups[*group].repeat) return true;
  return false;
}

// A number as an item keeps it: cut to whole, or rounded to nine places.
std::optional<Domain> kept(const Bounds& bounds, forms::ItemType type) {
  if (!bounds.any()) return only_blank();
  if (!(std::abs(bounds.low) < largest_whole && std::abs(bounds.high) < largest_whole))
    return std::nullopt;
  Domain domain;
  domain.kind = Domain::Kind::figures;
  domain.whole = type == forms::ItemType::integer;
  const auto margin = [](double of) { return 1e-9 + std::abs(of) * 1e-13; };
  domain.low = domain.whole ? std::trunc(bounds.low) : bounds.low - margin(bounds.low);
  domain.high = domain.whole ? std::trunc(bounds.high) : bounds.high + margin(bounds.high);
  return domain;
}

}  // namespace

World::World(const Program::Parts& parts, const std::vector<ItemIndex>& items,
             const std::vector<Domain>& marks, forms::Date today, const Ignored& ignored, Board& board)
    : parts_(parts), items_(items), circumstances_(today), ignored_(ignored), values_(board.values),
      asked_(board.asked), states_(board.states), reckoning_(values_, circumstances_, states_) {
  for (std::size_t at = 0; at < items.size(); ++at) settle(items[at], marks[at]);
}

World::~World() {
  for (const ItemIndex item : items_) {
    values_[item] = only_blank();
    asked_[item] = either;
  }
}

Truths World::holds(const Compiled& rule, bool otherwise) const {
  if (!rule) return otherwise ? always : nowhere;
  return reckoning_.truths(rule->root());
}

// As it is where these items are answered.
Truths World::holds_answered(const Compiled& rule, const std::vector<ItemIndex>& answered) const {
  if (!rule) return always;
  std::vector<ItemIndex> blank;
  for (const ItemIndex item : answered)
    if (std::exchange(values_[item].blank, false)) blank.push_back(item);
  const Truths truths = reckoning_.truths(rule->root());
  for (const ItemIndex item : blank) values_[item].blank = true;
  return truths;
}

Truths World::answered(const std::vector<ItemIndex>& items) const {
  Truths all = always;
  for (const ItemIndex item : items)
    all = all && Truths{values_[item].answered(), values_[item].blank};
  return all;
}

Truths World::may_be_asked(ItemIndex index) const {
  const forms::Form& form = *parts_.form;
  const forms::Item& item = form.items[index];
  if (from_elsewhere(item)) return nowhere;
  Truths asked = in_repeat(form, item) ? either : always;
  for (auto group = item.group; group; group = form.groups[*group].within)
    if (!ignored_.groups.contains(*group))
      asked = asked && holds(parts_.groups[*group].relevant, true);
  if (!ignored_.relevance.contains(index))
    asked = asked && holds(parts_.items[index].relevant, true);
  return asked;
}

Domain World::computed(ItemIndex index, const Compiled& rule) const {
  const forms::Item& item = parts_.form->items[index];
  if (const auto results = reckoning_.results(*rule)) {
    Domain all = only_blank();
    all.blank = false;
    for (const Operand& result : *results) {
      const auto value = value_of(result, item, parts_.form->choices_of(item));
      all = united(all, value ? only(*value) : only_blank());
    }
    return all;
  }
  using forms::ItemType;
  const bool figures = item.type == ItemType::calculate || item.type == ItemType::integer ||
                       item.type == ItemType::decimal;
  if (figures && rule->type() == Expression::Type::number)
    if (auto domain = kept(reckoning_.bounds(rule->root()), item.type)) return *domain;
  Domain open;
  open.kind = Domain::Kind::anything;
  return open;
}

Domain World::when_asked(ItemIndex index, const Domain& mark) const {
  const forms::Item& item = parts_.form->items[index];
  const ItemRules& rules = parts_.items[index];
  if (!item.has_value()) return only_blank();
  if (rules.calculation) return computed(index, rules.calculation);
  if (!mark.blank) return mark;
  if (rules.default_value) return united(mark, computed(index, rules.default_value));
  if (forms::is_answer(rules.standing)) return united(mark, only(rules.standing));
  return mark;
}

void World::settle(ItemIndex index, const Domain& mark) {
  asked_[index] = may_be_asked(index);
  if (from_elsewhere(parts_.form->items[index])) {
    values_[index] = mark;
    return;
  }
  Domain value = asked_[index].may_hold ? when_asked(index, mark) : only_blank();
  if (asked_[index].may_fail) value.blank = true;
  values_[index] = std::move(value);
}

Truths World::comes_about(const Branch& branch) const {
  if (is_of_condition(branch.kind)) return of_condition(branch);
  if (is_of_extraction(branch.kind)) return of_extraction(branch);
  return is_of_check(branch.kind) ? of_check(branch) : of_item(branch);
}

Truths World::of_item(const Branch& branch) const {
  const ItemIndex index = branch.index;
  const forms::Item& item = parts_.form->items[index];
  const ItemRules& rules = parts_.items[index];
  switch (branch.kind) {
    case Kind::asked: return asked_[index];
    case Kind::skipped: return !asked_[index];
    case Kind::must:
    case Kind::need_not:
    case Kind::left_open:
    case Kind::filled: {
      if (!item.asked()) return nowhere;
      const Truths required = holds(rules.required, false);
      Truths must = asked_[index] && required;
      if (in_repeat(*parts_.form, item)) must = must && either;
      if (branch.kind == Kind::filled) return must && answered({index});
      if (branch.kind == Kind::left_open) return must && !answered({index});
      return branch.kind == Kind::must ? must : asked_[index] && !required;
    }
    case Kind::passes:
    case Kind::breaks: {
      const Truths applies = asked_[index] && answered({index});
      const Truths holding = holds_answered(rules.constraint, {index});
      return applies && (branch.kind == Kind::passes ? holding : !holding);
    }
    default: return asked_[index] && (branch.kind == Kind::offered ? offered(branch) : !offered(branch));
  }
}

Truths World::offered(const Branch& branch) const {
  const ItemRules& rules = parts_.items[branch.index];
  const forms::ChoiceList* list = parts_.form->choices_of(parts_.form->items[branch.index]);
  const forms::Choice* choice = list == nullptr ? nullptr : list->find(branch.code);
  if (choice == nullptr || !rules.choice_filter) return always;
  std::vector<std::string_view> cells;
  for (const std::string& column : rules.columns) {
    const auto cell = choice->columns.find(column);
    if (cell != choice->columns.end()) cells.emplace_back(cell->second);
    else cells.emplace_back(column == "name" ? std::string_view(choice->name) : std::string_view());
  }
  Circumstances circumstances = circumstances_;
  circumstances.columns = cells;
  return Reckoning(values_, circumstances, states_).truths(rules.choice_filter->root());
}

// A check with on_blank waits only for what is not keyed: the prover's cases are keyed through, but
// a case of somebody else's may not be.
Truths World::of_check(const Branch& branch) const {
  const CheckRules& rules = parts_.checks[branch.index];
  if (!rules.constraint) return nowhere;
  const bool on_blank = parts_.form->checks[branch.index].on_blank;
  const std::vector<ItemIndex> needed = on_blank ? std::vector<ItemIndex>{} : rules.awaited;
  const Truths goes = on_blank ? either : answered(needed);
  if (branch.kind == Kind::check_waits) return on_blank ? either : !goes;
  const Truths applies = holds_answered(rules.relevant, needed);
  if (branch.kind == Kind::check_off) return goes && !applies;
  const Truths holding = holds_answered(rules.constraint, needed);
  return goes && applies && (branch.kind == Kind::check_passes ? holding : !holding);
}

Truths World::of_extraction(const Branch& branch) const {
  const ExtractionRules& rules = parts_.extractions[branch.index];
  const auto& items = parts_.form->extractions[branch.index].answered;
  const Truths base = holds(rules.relevant, true);
  const Truths whole = answered(items);
  switch (branch.kind) {
    case Kind::outside: return !base;
    case Kind::incomplete: return base && !whole;
    case Kind::condition: return base && whole && !holds_answered(rules.constraint, items);
    default: return base && whole && holds_answered(rules.constraint, items);
  }
}

Truths World::breaks_exclusion(ItemIndex index) const {
  const forms::ChoiceList* list = parts_.form->choices_of(parts_.form->items[index]);
  const Domain& value = values_[index];
  if (list == nullptr || parts_.form->items[index].type != forms::ItemType::select_multiple)
    return nowhere;
  if (value.kind != Domain::Kind::sets) return either;
  if (value.must.size() < 2) return value.may.size() < 2 ? nowhere : either;
  const auto excludes = [&](int code) {
    const forms::Choice* choice = list->find(code);
    return choice != nullptr && choice->exclusive;
  };
  const bool may = value.may.size() > 1 && std::any_of(value.may.begin(), value.may.end(), excludes);
  const bool must = !value.blank && value.must.size() > 1 &&
                    std::any_of(value.must.begin(), value.must.end(), excludes);
  return {may, !must};
}

}  // namespace genpyo::validators
