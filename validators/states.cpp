#include "validators/states.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

#include "forms/read_value.h"
#include "validators/calculated.h"
#include "validators/coercion.h"

namespace genpyo::validators {
namespace {

using forms::ItemIndex;
using forms::Missing;

// Whether something is written on the sheet. A mark "not applicable", a blank and a lost page
// agree with a form that asks nothing.
bool is_written(const forms::Value& content) {
  const auto* missing = std::get_if<Missing>(&content);
  return missing == nullptr || *missing == Missing::several_marks ||
         *missing == Missing::illegible || *missing == Missing::dont_know;
}

bool holds(const Moment& moment, const Compiled& rule, bool otherwise) {
  return rule ? rule->holds(moment.items, moment.today) : otherwise;
}

// How many instances there should be, where the form says it and it can be computed.
std::optional<double> count_of(const Moment& moment, std::size_t group) {
  const Compiled& rule = moment.parts.groups[group].count;
  if (!rule) return std::nullopt;
  const Operand result = rule->evaluate(moment.items, moment.today);
  const auto* number = std::get_if<double>(&result);
  const double count = number != nullptr ? *number
                       : std::holds_alternative<std::string>(result)
                           ? to_number(std::get<std::string>(result))
                           : std::numeric_limits<double>::quiet_NaN();
  return std::isnan(count) ? std::nullopt : std::optional(count);
}

bool is_in_use(const Moment& moment, std::size_t group) {
  const auto& items = moment.parts.form->groups[group].items;
  return std::any_of(items.begin(), items.end(), [&](ItemIndex item) {
    return is_written(mark_of(moment.current, item).content);
  });
}

// Instances are as many as the count says; without one, or while it is blank, an instance follows
// once the one before it is in use.
bool instance_is_open(const Moment& moment, std::size_t group) {
  const GroupRules& rules = moment.parts.groups[group];
  if (const auto count = count_of(moment, group))
    return moment.parts.form->groups[group].instance <= *count;
  return !rules.previous || is_in_use(moment, *rules.previous) || is_in_use(moment, group);
}

bool group_is_open(Moment& moment, std::size_t group) {
  Moment::Group& known = moment.groups[group];
  if (known != Moment::Group::unknown) return known == Moment::Group::open;
  const forms::Group& definition = moment.parts.form->groups[group];
  const bool open = (!definition.within || group_is_open(moment, *definition.within)) &&
                    holds(moment, moment.parts.groups[group].relevant, true) &&
                    (!definition.repeat || instance_is_open(moment, group));
  known = open ? Moment::Group::open : Moment::Group::closed;
  return open;
}

// Whether an item lies behind the last instance that is in use: the first item of its own was
// keyed, nothing was there, and no count says that there should be.
bool is_behind_the_last(const Moment& moment, ItemIndex index) {
  const forms::Form& form = *moment.parts.form;
  for (auto group = form.items[index].group; group; group = form.groups[*group].within) {
    const auto& first = moment.parts.groups[*group].first;
    if (!form.groups[*group].repeat || !first || *first == index) continue;
    if (!mark_of(moment.current, *first).keyed() || count_of(moment, *group)) continue;
    if (!is_in_use(moment, *group)) return true;
  }
  return false;
}

bool is_relevant(Moment& moment, ItemIndex index) {
  const forms::Item& item = moment.parts.form->items[index];
  if (!item.frame_column.empty() || !item.codes_of.empty()) return false;
  if (item.group && !group_is_open(moment, *item.group)) return false;
  return holds(moment, moment.parts.items[index].relevant, true) &&
         !is_behind_the_last(moment, index);
}

// Where nothing comes of a rule: whether that may change with what is still to be keyed.
Missing why_nothing(const Moment& moment, const Compiled& rule) {
  const auto& supports = rule->rests_on();
  const bool waits = std::any_of(supports.begin(), supports.end(), [&](ItemIndex item) {
    return forms::is_missing(moment.items[item].value, Missing::not_keyed);
  });
  return waits ? Missing::not_keyed : Missing::no_answer;
}

forms::Value computed(const Moment& moment, ItemIndex index, const Compiled& rule) {
  const forms::Form& form = *moment.parts.form;
  const forms::Item& item = form.items[index];
  const auto value =
      value_of(rule->evaluate(moment.items, moment.today), item, form.choices_of(item));
  return value ? *value : why_nothing(moment, rule);
}

// What stands in an item that nobody has keyed.
forms::Value standing(const Moment& moment, ItemIndex index) {
  const ItemRules& rules = moment.parts.items[index];
  return rules.default_value ? computed(moment, index, rules.default_value) : rules.standing;
}

forms::Value value_when_relevant(const Moment& moment, ItemIndex index) {
  const forms::Item& item = moment.parts.form->items[index];
  if (!item.has_value()) return Missing::not_applicable;
  const ItemRules& rules = moment.parts.items[index];
  if (rules.calculation) return computed(moment, index, rules.calculation);
  const forms::Value& content = mark_of(moment.current, index).content;
  const bool keyed = !forms::is_missing(content, Missing::not_keyed);
  forms::Value value = keyed ? content : standing(moment, index);
  // Nobody will key it: that there is nothing is all that will ever be known.
  if (!item.asked() && forms::is_missing(value, Missing::not_keyed)) value = Missing::no_answer;
  if (auto* order = std::get_if<std::string>(&value); order && item.type == forms::ItemType::rank)
    *order = forms::ranked_names(*moment.parts.form->choices_of(item), *order);
  return value;
}

void settle(Moment& moment, ItemIndex index) {
  const forms::Item& item = moment.parts.form->items[index];
  const forms::Value& content = mark_of(moment.current, index).content;
  const bool from_elsewhere = !item.frame_column.empty() || !item.codes_of.empty();
  ItemState& state = moment.items[index];
  state.relevant = is_relevant(moment, index);
  if (from_elsewhere) {
    state.value = content;
  } else if (state.relevant) {
    state.value = value_when_relevant(moment, index);
  } else {
    state.value = Missing::not_applicable;
    state.off_path = is_written(content);
  }
}

forms::Codes withheld(const Moment& moment, ItemIndex index) {
  const ItemRules& rules = moment.parts.items[index];
  const forms::ChoiceList* list =
      moment.parts.form->choices_of(moment.parts.form->items[index]);
  forms::Codes codes;
  if (!rules.choice_filter || list == nullptr) return codes;
  std::vector<std::string_view> cells(rules.columns.size());
  Circumstances circumstances = moment.today;
  circumstances.columns = cells;
  for (const forms::Choice& choice : list->choices) {
    for (std::size_t column = 0; column < cells.size(); ++column) {
      const auto cell = choice.columns.find(rules.columns[column]);
      if (cell != choice.columns.end()) cells[column] = cell->second;
      else cells[column] = rules.columns[column] == "name" ? choice.name : std::string_view();
    }
    if (!rules.choice_filter->holds(moment.items, circumstances)) codes.push_back(choice.code);
  }
  std::sort(codes.begin(), codes.end());
  return codes;
}

// An item of an instance that is not in use need not be answered.
bool is_required(const Moment& moment, ItemIndex index) {
  const forms::Item& item = moment.parts.form->items[index];
  if (!moment.items[index].relevant || !item.asked()) return false;
  const auto& groups = moment.parts.form->groups;
  for (auto group = item.group; group; group = groups[*group].within) {
    if (groups[*group].repeat && !count_of(moment, *group) && !is_in_use(moment, *group))
      return false;
  }
  return holds(moment, moment.parts.items[index].required, false);
}

bool is_answered(const Moment& moment, ItemIndex item) {
  return forms::is_answer(moment.items[item].value);
}

}  // namespace

const forms::Mark& mark_of(const forms::Case& current, ItemIndex item) {
  static const forms::Mark none;
  return item < current.marks.size() ? current.marks[item] : none;
}

Moment moment_of(const Program& program, const forms::Case& current, forms::Date today) {
  const Program::Parts& parts = program.parts();
  Moment moment{parts, current, today, std::vector<ItemState>(parts.items.size()),
                std::vector<Moment::Group>(parts.groups.size())};
  for (const ItemIndex item : parts.order) settle(moment, item);
  for (ItemIndex item = 0; item < moment.items.size(); ++item) {
    moment.items[item].required = is_required(moment, item);
    if (moment.items[item].relevant) moment.items[item].withheld = withheld(moment, item);
  }
  return moment;
}

bool awaits_keying(const Moment& moment, ItemIndex item) {
  return moment.items[item].relevant && moment.parts.form->items[item].asked() &&
         !mark_of(moment.current, item).keyed();
}

bool required_applies(const Moment& moment, ItemIndex item) {
  return moment.parts.items[item].required && moment.items[item].relevant &&
         moment.parts.form->items[item].asked();
}

bool constraint_applies(const Moment& moment, ItemIndex item) {
  return moment.parts.items[item].constraint && moment.items[item].relevant &&
         is_answered(moment, item);
}

bool check_waits(const Moment& moment, std::size_t check) {
  const std::vector<ItemIndex>& named = moment.parts.checks[check].named;
  if (moment.parts.form->checks[check].on_blank)
    return std::any_of(named.begin(), named.end(),
                       [&](ItemIndex item) { return awaits_keying(moment, item); });
  return !std::all_of(named.begin(), named.end(),
                      [&](ItemIndex item) { return is_answered(moment, item); });
}

bool check_applies(const Moment& moment, std::size_t check) {
  const CheckRules& rules = moment.parts.checks[check];
  return rules.constraint && !check_waits(moment, check) && holds(moment, rules.relevant, true);
}

ExtractionState extraction_state(const Moment& moment, std::size_t extraction) {
  using Status = ExtractionState::Status;
  const ExtractionRules& rules = moment.parts.extractions[extraction];
  if (!holds(moment, rules.relevant, true)) return {Status::outside, {}};
  ExtractionState state;
  for (const ItemIndex item : moment.parts.form->extractions[extraction].answered)
    if (!is_answered(moment, item)) state.missing.push_back(item);
  if (!state.missing.empty())
    state.status = Status::incomplete;
  else if (!holds(moment, rules.constraint, true))
    state.status = Status::condition;
  return state;
}

}  // namespace genpyo::validators
