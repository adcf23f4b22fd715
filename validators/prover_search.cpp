#include "validators/prover_search.h"

#include <algorithm>

namespace genpyo::validators {
namespace {

using forms::ItemIndex;

bool empty(const Domain& domain) { return !domain.blank && !domain.answered(); }

bool breaks_exclusion(const Moment& moment, ItemIndex item) {
  const auto* codes = std::get_if<forms::Codes>(&moment.items[item].value);
  const forms::ChoiceList* list = moment.parts.form->choices_of(moment.parts.form->items[item]);
  if (codes == nullptr || list == nullptr || codes->size() < 2) return false;
  return std::any_of(codes->begin(), codes->end(), [list](int code) {
    const forms::Choice* choice = list->find(code);
    return choice != nullptr && choice->exclusive;
  });
}

}  // namespace

// One search: depth first, the likeliest part first.
class Search::Descent {
 public:
  Descent(const Search& search, const Branch& branch, const Supposed& supposed, int budget,
          const Ignored& ignored)
      : search_(search), parts_(search.parts_), branch_(branch), supposed_(supposed),
        budget_(budget), ignored_(ignored), items_(search.cone_.of(branch)) {
    if (!supposed.hard_rules) return;
    for (std::size_t check = 0; check < parts_.checks.size(); ++check) {
      const auto& named = parts_.checks[check].named;
      const bool inside = std::all_of(named.begin(), named.end(), [this](ItemIndex item) {
        return std::find(items_.begin(), items_.end(), item) != items_.end();
      });
      const bool itself = is_of_check(branch.kind) && branch.index == check;
      if (inside && !itself && parts_.form->checks[check].severity == forms::Severity::hard)
        checks_.push_back(check);
    }
  }

  Finding run(const std::vector<Domain>& marks) {
    const int budget = budget_;
    for (const ItemIndex item : items_) marks_.push_back(marks[item]);
    descend(0);
    finding_.steps = budget - std::max(budget_, 0);
    if (finding_.outcome != Finding::Outcome::found)
      finding_.outcome = open_ ? Finding::Outcome::cannot_tell : Finding::Outcome::impossible;
    return std::move(finding_);
  }

 private:
  bool is_hard(ItemIndex item) const {
    const bool itself = branch_.index == item &&
                        (branch_.kind == Branch::Kind::passes || branch_.kind == Branch::Kind::breaks);
    return supposed_.hard_rules && !itself && parts_.items[item].constraint &&
           parts_.form->items[item].constraint_severity == forms::Severity::hard;
  }

  // Whether every case of the world goes against what is supposed.
  bool is_barred(const World& world) const {
    for (const ItemIndex item : items_) {
      if (supposed_.exclusion && world.breaks_exclusion(item).surely()) return true;
      if (is_hard(item) && world.comes_about({Branch::Kind::breaks, item}).surely()) return true;
    }
    return std::any_of(checks_.begin(), checks_.end(), [&](std::size_t check) {
      return world.comes_about({Branch::Kind::check_fails, check}).surely();
    });
  }

  bool is_barred(const Moment& moment) const {
    for (const ItemIndex item : items_) {
      if (supposed_.exclusion && breaks_exclusion(moment, item)) return true;
      if (is_hard(item) && validators::comes_about(moment, {Branch::Kind::breaks, item})) return true;
    }
    return std::any_of(checks_.begin(), checks_.end(), [&](std::size_t check) {
      return validators::comes_about(moment, {Branch::Kind::check_fails, check});
    });
  }

  // With rules ignored there is no real evaluation to ask: the world itself must be sure.
  bool found(Truths truths) {
    if (!ignored_.relevance.empty() || !ignored_.groups.empty()) {
      if (!truths.surely() || supposed_.hard_rules || supposed_.exclusion) return false;
      finding_.outcome = Finding::Outcome::found;
      return true;
    }
    forms::Case current = search_.case_of(items_, marks_);
    const Moment moment = moment_of(search_.program_, current, search_.today_);
    if (!validators::comes_about(moment, branch_) || is_barred(moment)) return false;
    finding_.outcome = Finding::Outcome::found;
    finding_.items = items_;
    finding_.marks = marks_;
    finding_.found = std::move(current);
    return true;
  }

  bool descend(int depth) {
    constexpr int deepest = 400;
    if (--budget_ < 0 || depth > deepest) {
      open_ = true;
      return false;
    }
    const World world(parts_, items_, marks_, search_.today_, ignored_);
    const Truths truths = world.comes_about(branch_);
    if (truths.never() || is_barred(world)) return false;
    if (found(truths)) return true;
    const auto place = most_telling(world);
    if (!place) {
      open_ = true;
      return false;
    }
    const Domain whole = marks_[*place];
    for (Domain& part : parted(whole, search_.cone_.cuts(items_[*place]))) {
      if (empty(part)) continue;
      marks_[*place] = std::move(part);
      if (descend(depth + 1)) return true;
      if (budget_ < 0) break;
    }
    marks_[*place] = whole;
    return false;
  }

  // What decides soonest: whether there is an answer, then choices, then figures from the widest.
  std::optional<std::size_t> most_telling(const World& world) const {
    std::optional<std::size_t> best;
    double most = 0;
    for (std::size_t at = 0; at < items_.size(); ++at) {
      const ItemIndex item = items_[at];
      const forms::Item& definition = parts_.form->items[item];
      const bool elsewhere = !definition.frame_column.empty() || !definition.codes_of.empty();
      if (parts_.items[item].calculation || (!elsewhere && world.asked(item).never())) continue;
      const double weight = telling(marks_[at], item);
      if (weight > most) {
        most = weight;
        best = at;
      }
    }
    return best;
  }

  double telling(const Domain& domain, ItemIndex item) const {
    const auto parts = parted(domain, search_.cone_.cuts(item));
    if (parts.empty()) return 0;
    if (domain.blank) return 4e20;
    if (domain.kind == Domain::Kind::values) return 3e20;
    if (domain.kind == Domain::Kind::sets) return 2e20;
    if (domain.kind == Domain::Kind::anything) return 1e20;
    const auto& cuts = search_.cone_.cuts(item).figures;
    const bool has_cut = std::any_of(cuts.begin(), cuts.end(), [&](double cut) {
      return cut > domain.low && cut < domain.high;
    });
    return (has_cut ? 1e18 : 1) * (1 + domain.high - domain.low);
  }

  const Search& search_;
  const Program::Parts& parts_;
  const Branch& branch_;
  const Supposed& supposed_;
  int budget_;
  const Ignored& ignored_;
  std::vector<ItemIndex> items_;
  std::vector<std::size_t> checks_;
  std::vector<Domain> marks_;  // of the items, as far as they are parted
  bool open_ = false;
  Finding finding_;
};

Search::Search(const Program& program, forms::Date today)
    : program_(program), parts_(program.parts()), today_(today), cone_(program.parts()) {
  for (ItemIndex item = 0; item < parts_.items.size(); ++item)
    everything_.push_back(keyable(*parts_.form, item));
  usual_ = case_of(everything_);
}

std::vector<Domain> Search::everything() const { return everything_; }

Finding Search::find(const Branch& branch, const std::vector<Domain>& marks,
                     const Supposed& supposed, int budget, const Ignored& ignored) const {
  return Descent(*this, branch, supposed, budget, ignored).run(marks);
}

void Search::take(forms::Case& current, ItemIndex item, const Domain& domain) const {
  const forms::Item& definition = parts_.form->items[item];
  if (!definition.has_value() || parts_.items[item].calculation) return;
  forms::Value value = some_value(domain);
  const auto* text = std::get_if<std::string>(&value);
  if (text != nullptr && text->empty()) value = forms::Missing::no_answer;
  // What nobody keys keeps its default.
  if (!definition.asked() && !forms::is_answer(value)) value = forms::Missing::not_keyed;
  const auto* whole = std::get_if<std::int64_t>(&value);
  if (whole != nullptr && definition.type == forms::ItemType::decimal) value = forms::Decimal{*whole, 0};
  current.marks[item].content = std::move(value);
}

forms::Case Search::case_of(const std::vector<Domain>& marks) const {
  forms::Case current = forms::blank_case(*parts_.form, "1-001");
  for (ItemIndex item = 0; item < marks.size(); ++item) take(current, item, marks[item]);
  return current;
}

forms::Case Search::case_of(const std::vector<ItemIndex>& items, const std::vector<Domain>& marks) const {
  forms::Case current = usual_;
  for (std::size_t at = 0; at < items.size(); ++at) take(current, items[at], marks[at]);
  return current;
}

}  // namespace genpyo::validators
