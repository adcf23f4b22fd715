#include "validators/groups.h"

#include <cmath>

#include "validators/coercion.h"

namespace genpyo::validators {
namespace {

using forms::ItemIndex;
using forms::Missing;

std::optional<double> count_of(const Moment& moment, const Compiled& rule) {
  if (!rule) return std::nullopt;
  const Operand result = rule->evaluate(moment.items, moment.today);
  double count = std::nan("");
  if (const auto* number = std::get_if<double>(&result)) count = *number;
  if (const auto* text = std::get_if<std::string>(&result)) count = to_number(*text);
  return std::isnan(count) ? std::nullopt : std::optional(count);
}

// Instances are as many as the count says; without one, or while it is blank, an instance follows
// once the one before it is in use.
bool instance_is_asked(Moment& moment, std::size_t group) {
  const GroupRules& rules = moment.parts.groups[group];
  GroupState& state = moment.groups[group];
  state.count = count_of(moment, rules.count);
  if (state.count) return moment.parts.form->groups[group].instance <= *state.count;
  return !rules.previous || moment.groups[*rules.previous].in_use || state.in_use;
}

}  // namespace

bool is_written(const forms::Value& content) {
  const auto* missing = std::get_if<Missing>(&content);
  return missing == nullptr || *missing == Missing::several_marks ||
         *missing == Missing::illegible || *missing == Missing::dont_know;
}

std::vector<GroupState> groups_of(const Program::Parts& parts, const forms::Case& current) {
  const forms::Form& form = *parts.form;
  std::vector<GroupState> states(form.groups.size());
  if (states.empty()) return states;
  for (ItemIndex item = 0; item < form.items.size(); ++item) {
    if (!form.items[item].group || !is_written(mark_of(current, item).content)) continue;
    for (auto group = form.items[item].group; group && !states[*group].in_use;
         group = form.groups[*group].within) {
      states[*group].in_use = true;
    }
  }
  return states;
}

bool group_is_asked(Moment& moment, std::size_t group) {
  GroupState& state = moment.groups[group];
  if (state.asked != GroupState::Asked::unknown) return state.asked == GroupState::Asked::yes;
  const forms::Group& definition = moment.parts.form->groups[group];
  const bool asked = (!definition.within || group_is_asked(moment, *definition.within)) &&
                     holds(moment, moment.parts.groups[group].relevant, true) &&
                     (!definition.repeat || instance_is_asked(moment, group));
  state.asked = asked ? GroupState::Asked::yes : GroupState::Asked::no;
  return asked;
}

bool is_behind_the_last(const Moment& moment, ItemIndex index) {
  const forms::Form& form = *moment.parts.form;
  for (auto group = form.items[index].group; group; group = form.groups[*group].within) {
    const auto& first = moment.parts.groups[*group].first;
    const GroupState& state = moment.groups[*group];
    const bool may_end = form.groups[*group].repeat && !state.count && !state.in_use;
    if (may_end && first && *first != index && mark_of(moment.current, *first).keyed()) return true;
  }
  return false;
}

bool in_unused_instance(const Moment& moment, ItemIndex index) {
  const forms::Form& form = *moment.parts.form;
  for (auto group = form.items[index].group; group; group = form.groups[*group].within) {
    const GroupState& state = moment.groups[*group];
    if (form.groups[*group].repeat && !state.count && !state.in_use) return true;
  }
  return false;
}

}  // namespace genpyo::validators
