#include "validators/states.h"

#include <algorithm>

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

bool rests_on_unknown(const Moment& moment, const Compiled& rule) {
  return rule && std::any_of(rule->rests_on().begin(), rule->rests_on().end(),
                             [&](ItemIndex item) { return moment.items[item].unknown; });
}

bool is_unknown(const Moment& moment, ItemIndex index) {
  if (moment.items[index].relevant) return awaits_keying(moment, index);
  return rests_on_unknown(moment, moment.parts.items[index].relevant);
}

void settle(Moment& moment, ItemIndex index) {
  const forms::Item& item = moment.parts.form->items[index];
  const forms::Value& content = mark_of(moment.current, index).content;
  ItemState& state = moment.items[index];
  state.relevant = item.asked() && holds(moment, moment.parts.items[index].relevant, true);
  if (state.relevant || !item.asked()) {
    state.value = content;
  } else {
    state.value = Missing::not_applicable;
    state.off_path = is_written(content);
  }
  state.unknown = is_unknown(moment, index);
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

const forms::Mark& mark_of(const forms::Case& current, ItemIndex item) {
  static const forms::Mark none;
  return item < current.marks.size() ? current.marks[item] : none;
}

Moment moment_of(const Program& program, const forms::Case& current, forms::Date today) {
  const Program::Parts& parts = program.parts();
  Moment moment{parts, current, today, std::vector<ItemState>(parts.items.size())};
  for (const ItemIndex item : parts.order) settle(moment, item);
  for (ItemIndex item = 0; item < moment.items.size(); ++item)
    if (moment.items[item].relevant)
      moment.items[item].required = holds(moment, parts.items[item].required, false);
  return moment;
}

bool awaits_keying(const Moment& moment, ItemIndex item) {
  return moment.items[item].relevant && !mark_of(moment.current, item).keyed();
}

bool required_applies(const Moment& moment, ItemIndex item) {
  return moment.parts.items[item].required && moment.items[item].relevant;
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
  if (!holds(moment, rules.relevant, true)) return out_of_base(moment, rules.relevant);
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
