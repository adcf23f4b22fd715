#include "validators/states.h"

#include <algorithm>
#include <string_view>

#include "forms/read_value.h"
#include "validators/calculated.h"
#include "validators/groups.h"

namespace genpyo::validators {
namespace {

using forms::ItemIndex;
using forms::Missing;

bool is_relevant(Moment& moment, ItemIndex index) {
  const Traits& traits = moment.parts.traits[index];
  if (traits.from_elsewhere || !traits.conditional) return !traits.from_elsewhere;
  const forms::Item& item = moment.parts.form->items[index];
  if (item.group && !group_is_asked(moment, *item.group)) return false;
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

bool rests_on_unknown(const Moment& moment, const Compiled& rule) {
  return rule && std::any_of(rule->rests_on().begin(), rule->rests_on().end(),
                             [&](ItemIndex item) { return moment.items[item].unknown; });
}

bool is_unknown(const Moment& moment, ItemIndex index) {
  if (moment.items[index].relevant) return awaits_keying(moment, index);
  return rests_on_unknown(moment, moment.parts.items[index].relevant);
}

// What `value` holds already is mostly of the same kind: its memory is taken over, and the way round
// by the variant's own table of copies is saved.
void copy(const forms::Value& content, forms::Value& value) {
  if (const auto* figure = std::get_if<std::int64_t>(&content)) {
    value = *figure;
  } else if (const auto* missing = std::get_if<Missing>(&content)) {
    value = *missing;
  } else if (const auto* codes = std::get_if<forms::Codes>(&content);
             codes != nullptr && std::holds_alternative<forms::Codes>(value)) {
    std::get<forms::Codes>(value).assign(codes->begin(), codes->end());
  } else {
    value = content;
  }
}

void settle(Moment& moment, ItemIndex index) {
  const Traits& traits = moment.parts.traits[index];
  const forms::Value& content = mark_of(moment.current, index).content;
  ItemState& state = moment.items[index];
  state.relevant = is_relevant(moment, index);
  state.required = state.off_path = false;
  state.withheld.clear();
  if (traits.from_elsewhere || (state.relevant && traits.plain)) {
    copy(content, state.value);
  } else if (state.relevant) {
    state.value = value_when_relevant(moment, index);
  } else {
    state.value = Missing::not_applicable;
    state.off_path = is_written(content);
  }
  state.unknown = is_unknown(moment, index);
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
  if (!moment.parts.traits[index].required || !moment.items[index].relevant) return false;
  return !in_unused_instance(moment, index) &&
         holds(moment, moment.parts.items[index].required, false);
}

// What stands on what is asked and answered.
void look_at_rules(Moment& moment, ItemIndex item) {
  ItemState& state = moment.items[item];
  state.required = is_required(moment, item);
  if (moment.parts.traits[item].filters && state.relevant) state.withheld = withheld(moment, item);
}

void settle_items(Moment& moment) {
  const Program::Parts& parts = moment.parts;
  if (parts.circular) moment.items.clear();  // an item may be looked at before it is settled
  moment.items.resize(parts.items.size());
  for (const ItemIndex item : parts.order) settle(moment, item);
  for (ItemIndex item = 0; item < moment.items.size(); ++item) look_at_rules(moment, item);
}

bool is_answered(const Moment& moment, ItemIndex item) {
  return forms::is_answer(moment.items[item].value);
}

// Nobody can be called outside before the items that decide it are keyed.
ExtractionState out_of_base(const Moment& moment, const Compiled& base) {
  using Status = ExtractionState::Status;
  ExtractionState state{Status::outside, {}};
  for (const ItemIndex item : base->rests_on())
    if (moment.items[item].unknown) state.missing.push_back(item);
  if (!state.missing.empty()) state.status = Status::unknown;
  return state;
}

}  // namespace

bool holds(const Moment& moment, const Compiled& rule, bool otherwise) {
  return rule ? rule->holds(moment.items, moment.today) : otherwise;
}

const forms::Mark& no_mark() {
  static const forms::Mark none;
  return none;
}

Moment moment_of(const Program& program, const forms::Case& current, forms::Date today,
                 std::vector<ItemState> reused) {
  const Program::Parts& parts = program.parts();
  Moment moment{parts, current, today, std::move(reused), groups_of(parts, current)};
  settle_items(moment);
  return moment;
}

void settle_all(Moment& moment) {
  moment.groups = groups_of(moment.parts, moment.current);
  settle_items(moment);
}

void settle_again(Moment& moment, const std::vector<ItemIndex>& items) {
  const forms::Form& form = *moment.parts.form;
  for (const ItemIndex item : items)
    for (auto group = form.items[item].group; group; group = form.groups[*group].within)
      moment.groups[*group].asked = GroupState::Asked::unknown;
  for (const ItemIndex item : items) settle(moment, item);
  for (const ItemIndex item : items) look_at_rules(moment, item);
}

bool awaits_keying(const Moment& moment, ItemIndex item) {
  return moment.items[item].relevant && moment.parts.traits[item].asked &&
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
  const std::vector<ItemIndex>& named = moment.parts.checks[check].awaited;
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

ExtractionState extraction_state(const Moment& moment, std::size_t extraction,
                                 ExtractionState reused) {
  using Status = ExtractionState::Status;
  const ExtractionRules& rules = moment.parts.extractions[extraction];
  if (!holds(moment, rules.relevant, true)) return out_of_base(moment, rules.relevant);
  ExtractionState state = std::move(reused);
  state.status = Status::in;
  state.missing.clear();
  for (const ItemIndex item : moment.parts.form->extractions[extraction].answered)
    if (!is_answered(moment, item)) state.missing.push_back(item);
  if (!state.missing.empty())
    state.status = Status::incomplete;
  else if (!holds(moment, rules.constraint, true))
    state.status = Status::condition;
  return state;
}

}  // namespace genpyo::validators
