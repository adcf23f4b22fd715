#include "validators/prover_search.h"

#include <algorithm>

namespace genpyo::validators {
namespace {

using forms::ItemIndex;

bool empty(const Domain& domain) { return !domain.blank && !domain.answered(); }

std::vector<Domain> everything_of(const forms::Form& form) {
  std::vector<Domain> all;
  for (ItemIndex item = 0; item < form.items.size(); ++item) all.push_back(keyable(form, item));
  return all;
}

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
        budget_(budget), ignored_(ignored), items_(search.cone_.of(branch)),
        whole_(search.trial_.wants_whole(items_) || is_among_groups()) {
    if (supposed.hard_rules) add_hard_rules();
  }

  Finding run(const std::vector<Domain>& marks) {
    spend(items_.size());
    for (const ItemIndex item : items_) marks_.push_back(marks[item]);
    descend(0);
    if (finding_.outcome != Finding::Outcome::found)
      finding_.outcome = open_ ? Finding::Outcome::cannot_tell : Finding::Outcome::impossible;
    return std::move(finding_);
  }

 private:
  // Those that rest on the same items: of the others nothing is known here.
  void add_hard_rules() {
    using Kind = Branch::Kind;
    const forms::Form& form = *parts_.form;
    const bool of_constraint = branch_.kind == Kind::passes || branch_.kind == Kind::breaks;
    const Cone::Inside inside = search_.cone_.inside(items_);
    for (const ItemIndex item : inside.constraints)
      if (!(of_constraint && branch_.index == item) && form.items[item].constraint_severity == forms::Severity::hard)
        constraints_.push_back(item);
    for (const std::size_t check : inside.checks)
      if (!(is_of_check(branch_.kind) && branch_.index == check) && form.checks[check].severity == forms::Severity::hard)
        checks_.push_back(check);
  }

  // Whether a group that its items do not tell of decides if the condition is looked at.
  bool is_among_groups() const {
    if (!is_of_condition(branch_.kind)) return false;
    const Condition& condition = parts_.conditions[branch_.index];
    if (condition.rule == Condition::Rule::relevant) return parts_.form->items[condition.index].group.has_value();
    return condition.rule == Condition::Rule::group_relevant && parts_.form->groups[condition.index].within.has_value();
  }

  void spend(std::size_t work) {
    finding_.work += static_cast<long>(work);
    search_.work_left_ -= static_cast<long>(work);
  }

  // Whether every case of the world goes against what is supposed.
  bool is_barred(const World& world) const {
    const auto breaks = [&](ItemIndex item) { return world.comes_about({Branch::Kind::breaks, item}).surely(); };
    for (const ItemIndex item : items_)
      if (supposed_.exclusion && world.breaks_exclusion(item).surely()) return true;
    if (std::any_of(constraints_.begin(), constraints_.end(), breaks)) return true;
    return std::any_of(checks_.begin(), checks_.end(), [&](std::size_t check) {
      return world.comes_about({Branch::Kind::check_fails, check}).surely();
    });
  }

  bool is_barred(const Moment& moment) const {
    for (const ItemIndex item : items_)
      if (supposed_.exclusion && breaks_exclusion(moment, item)) return true;
    for (const ItemIndex item : constraints_)
      if (validators::comes_about(moment, {Branch::Kind::breaks, item})) return true;
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
    std::vector<forms::Value> answers;
    for (std::size_t at = 0; at < items_.size(); ++at) answers.push_back(search_.answer_of(items_[at], marks_[at]));
    // The real evaluation is a tenth of the work on domains, item for item.
    spend(whole_ ? 1 + parts_.items.size() / 10 : items_.size());
    const Moment& moment = search_.trial_.with(items_, answers, whole_);
    if (!validators::comes_about(moment, branch_) || is_barred(moment)) return false;
    finding_.outcome = Finding::Outcome::found;
    finding_.items = items_;
    finding_.marks = marks_;
    finding_.answers = std::move(answers);
    return true;
  }

  bool descend(int depth) {
    constexpr int deepest = 400;
    if (--budget_ < 0 || depth > deepest || search_.spent()) {
      open_ = true;
      return false;
    }
    std::optional<std::size_t> place;
    {
      spend(items_.size() + constraints_.size() + checks_.size());
      const World world(parts_, items_, marks_, search_.today_, ignored_, search_.board_);
      const Truths truths = world.comes_about(branch_);
      if (truths.never() || is_barred(world)) return false;
      if (found(truths)) return true;
      place = most_telling(world);
    }
    if (!place) {
      open_ = true;
      return false;
    }
    const Domain whole = marks_[*place];
    for (Domain& part : parted(whole, search_.cone_.cuts(items_[*place]))) {
      if (empty(part)) continue;
      marks_[*place] = std::move(part);
      if (descend(depth + 1)) return true;
      if (budget_ < 0 || search_.spent()) break;
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
    if (!domain.answered() || domain.point()) return 0;
    if (domain.blank) return 4e20;
    if (domain.kind == Domain::Kind::values) return 3e20;
    if (domain.kind == Domain::Kind::sets) return 2e20;
    if (parted(domain, search_.cone_.cuts(item)).empty()) return 0;
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
  const std::vector<ItemIndex> items_;
  const bool whole_;  // its cases are evaluated with all other items
  std::vector<ItemIndex> constraints_;
  std::vector<std::size_t> checks_;
  std::vector<Domain> marks_;  // of the items, as far as they are parted
  bool open_ = false;
  Finding finding_;
};

Search::Search(const Program& program, forms::Date today, long work)
    : program_(program), parts_(program.parts()), today_(today), cone_(program.parts()),
      everything_(everything_of(*parts_.form)), work_left_(work), board_(parts_.items.size()),
      trial_(program, case_of(everything_), today) {}

Finding Search::find(const Branch& branch, const std::vector<Domain>& marks,
                     const Supposed& supposed, int budget, const Ignored& ignored) const {
  if (spent()) return {};
  return Descent(*this, branch, supposed, budget, ignored).run(marks);
}

bool Search::is_sure(const Branch& branch, const std::vector<ItemIndex>& items,
                     const std::vector<Domain>& marks) const {
  const Ignored nothing;
  return World(parts_, items, marks, today_, nothing, board_).comes_about(branch).surely();
}

forms::Value Search::answer_of(ItemIndex item, const Domain& domain) const {
  const forms::Item& definition = parts_.form->items[item];
  if (!definition.has_value() || parts_.items[item].calculation) return forms::Mark{}.content;
  forms::Value value = some_value(domain);
  const auto* text = std::get_if<std::string>(&value);
  if (text != nullptr && text->empty()) value = forms::Missing::no_answer;
  // What nobody keys keeps its default.
  if (!definition.asked() && !forms::is_answer(value)) value = forms::Missing::not_keyed;
  const auto* whole = std::get_if<std::int64_t>(&value);
  if (whole != nullptr && definition.type == forms::ItemType::decimal) value = forms::Decimal{*whole, 0};
  return value;
}

forms::Case Search::case_of(const std::vector<Domain>& marks) const {
  forms::Case current = forms::blank_case(*parts_.form, "1-001");
  for (ItemIndex item = 0; item < marks.size(); ++item) current.marks[item].content = answer_of(item, marks[item]);
  return current;
}

}  // namespace genpyo::validators
