#include "validators/violations.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace genpyo::validators {
namespace {

using forms::ItemIndex;
using forms::Missing;
using forms::Severity;
using Kind = Violation::Kind;

bool breaks_exclusiveness(const forms::Value& value, const forms::ChoiceList& list) {
  const auto* codes = std::get_if<forms::Codes>(&value);
  if (codes == nullptr || codes->size() < 2) return false;
  return std::any_of(codes->begin(), codes->end(), [&](int code) {
    const forms::Choice* choice = list.find(code);
    return choice != nullptr && choice->exclusive;
  });
}

bool takes_one_of(const forms::Value& value, const forms::Codes& withheld) {
  const auto* codes = std::get_if<forms::Codes>(&value);
  if (codes == nullptr) return false;
  return std::any_of(codes->begin(), codes->end(), [&](int code) {
    return std::binary_search(withheld.begin(), withheld.end(), code);
  });
}

std::string in_words(const forms::Range& range) {
  return plain_text(range.start) + ", " + plain_text(range.start) + " + " + plain_text(range.step) +
         " … " + plain_text(range.end);
}

class Collector {
 public:
  Collector(const Moment& moment, const std::vector<ExtractionState>& extractions,
            std::vector<Violation> empty)
      : moment_(moment), form_(*moment.parts.form), extractions_(extractions), found_(std::move(empty)) {}

  std::vector<Violation> run() {
    for (ItemIndex item = 0; item < form_.items.size(); ++item) {
      const Traits& traits = moment_.parts.traits[item];
      if (traits.ruled) add_broken_rules(item);
      if (traits.guarded || looks_wrong(moment_.items[item])) add_built_in(item);
    }
    for (std::size_t check = 0; check < form_.checks.size(); ++check) add_check(check);
    for (std::size_t group = 0; group < form_.groups.size(); ++group) add_instances(group);
    for (std::size_t index = 0; index < form_.extractions.size(); ++index) add_extraction(index);
    if (found_.size() < 2) return std::move(found_);
    std::stable_sort(found_.begin(), found_.end(), [](const Violation& a, const Violation& b) {
      return std::make_tuple(a.item, a.severity == Severity::soft) <
             std::make_tuple(b.item, b.severity == Severity::soft);
    });
    return std::move(found_);
  }

 private:
  void add(Kind kind, Severity severity, ItemIndex item, std::vector<ItemIndex> items,
           std::string key, const forms::Label& message = {}, const std::string& rule = {}) {
    const forms::Case& current = moment_.current;
    const bool settled = severity == Severity::soft ? current.confirmed.contains(key)
                                                    : current.overridden.contains(key);
    found_.push_back(
        {kind, severity, item, std::move(items), std::move(key), message, settled, rule});
  }

  static bool looks_wrong(const ItemState& state) {
    return state.off_path || forms::is_missing(state.value, Missing::several_marks);
  }

  void add_broken_rules(ItemIndex index) {
    const forms::Item& item = form_.items[index];
    const ItemState& state = moment_.items[index];
    const bool keyed = !forms::is_missing(state.value, Missing::not_keyed);
    if (state.required && keyed && !forms::is_answer(state.value))
      add(Kind::required, item.required_severity, index, {index}, "required:" + item.name,
          item.required_message, item.required.text);
    const Compiled& constraint = moment_.parts.items[index].constraint;
    if (constraint_applies(moment_, index) && !constraint->holds(moment_.items, moment_.today))
      add(Kind::constraint, item.constraint_severity, index, {index}, "constraint:" + item.name,
          item.constraint_message, item.constraint.text);
  }

  void add_built_in(ItemIndex index) {
    const forms::Item& item = form_.items[index];
    const ItemState& state = moment_.items[index];
    if (state.off_path)
      add(Kind::off_path, Severity::soft, index, {index}, "off_path:" + item.name);
    if (item.type == forms::ItemType::select_one &&
        forms::is_missing(state.value, Missing::several_marks))
      add(Kind::several_marks, Severity::hard, index, {index}, "several_marks:" + item.name);
    if (item.range && !lies_in(state.value, *item.range))
      add(Kind::constraint, item.constraint_severity, index, {index}, "range:" + item.name,
          item.constraint_message, in_words(*item.range));
    if (takes_one_of(state.value, state.withheld))
      add(Kind::not_offered, Severity::hard, index, {index}, "choice_filter:" + item.name, {},
          item.choice_filter.text);
    const forms::ChoiceList* list = form_.choices_of(item);
    if (item.type == forms::ItemType::select_multiple && list != nullptr &&
        breaks_exclusiveness(state.value, *list))
      add(Kind::exclusive, Severity::hard, index, {index}, "exclusive:" + item.name);
  }

  // Where a clerk can do something about it: the last item that is asked, else simply the last.
  ItemIndex place_of(const std::vector<ItemIndex>& named) const {
    const auto asked = std::find_if(named.rbegin(), named.rend(), [this](ItemIndex item) {
      return moment_.items[item].relevant && form_.items[item].asked();
    });
    if (asked != named.rend()) return *asked;
    return named.empty() ? 0 : named.back();
  }

  void add_check(std::size_t index) {
    const CheckRules& rules = moment_.parts.checks[index];
    if (!check_applies(moment_, index) || rules.constraint->holds(moment_.items, moment_.today))
      return;
    const forms::Check& check = form_.checks[index];
    add(Kind::check, check.severity, place_of(rules.named), rules.named, "check:" + check.name,
        check.message, check.constraint.text);
  }

  // A family larger than the sheet: the answer is wrong, or what is missing lies on a sheet of its own.
  void add_instances(std::size_t index) {
    const forms::Group& first = form_.groups[index];
    const GroupState& state = moment_.groups[index];
    if (!first.repeat || first.instance != 1 || !state.count) return;
    const forms::Repeat& repeat = form_.repeats[*first.repeat];
    if (*state.count <= repeat.instances || first.items.empty()) return;
    const Compiled& rule = moment_.parts.groups[index].count;
    std::vector<ItemIndex> named = rule->rests_on();
    const ItemIndex place = named.empty() ? first.items.front() : place_of(named);
    add(Kind::instances, Severity::soft, place, std::move(named), "instances:" + first.name, {},
        repeat.count.text);
  }

  // Told once the block has been keyed through, and only while an answer could still be found: a
  // block that the form itself skipped leaves nothing to confirm.
  void add_extraction(std::size_t index) {
    const forms::Extraction& extraction = form_.extractions[index];
    const ExtractionState& state = extractions_[index];
    if (extraction.tables.empty() || state.status != ExtractionState::Status::incomplete) return;
    const auto& missing = state.missing;
    if (std::any_of(missing.begin(), missing.end(),
                    [this](ItemIndex item) { return awaits_keying(moment_, item); }))
      return;
    const auto asked = std::find_if(missing.begin(), missing.end(), [this](ItemIndex item) {
      return moment_.items[item].relevant && form_.items[item].asked();
    });
    if (asked == missing.end()) return;
    add(Kind::extraction, Severity::soft, *asked, missing, "extraction:" + extraction.name);
  }

  const Moment& moment_;
  const forms::Form& form_;
  const std::vector<ExtractionState>& extractions_;
  std::vector<Violation> found_;
};

}  // namespace

// Figures of a range are short: as doubles they differ by less than any step that can be written.
bool lies_in(const forms::Value& value, const forms::Range& range) {
  double number = 0;
  if (const auto* figure = std::get_if<std::int64_t>(&value)) number = static_cast<double>(*figure);
  else if (const auto* decimal = std::get_if<forms::Decimal>(&value)) number = nearest_double(*decimal);
  else return true;
  const double start = nearest_double(range.start);
  if (number < start || number > nearest_double(range.end)) return false;
  const double steps = (number - start) / nearest_double(range.step);
  return std::abs(steps - std::round(steps)) < 1e-6;
}

std::vector<Violation> violations_of(const Moment& moment,
                                     const std::vector<ExtractionState>& extractions,
                                     std::vector<Violation> reused) {
  reused.clear();
  return Collector(moment, extractions, std::move(reused)).run();
}

}  // namespace genpyo::validators
