#include "validators/cover.h"

#include <algorithm>
#include <numeric>

#include "validators/cover_draft.h"

namespace genpyo::validators {
namespace {

using Outcome = Finding::Outcome;
using Reach = CoverBranch::Reach;
using Indexes = std::vector<std::size_t>;  // of branches

constexpr int steps_to_glance = 20;  // before anything that is harder to find
constexpr int steps_to_begin = 600;  // as the prover spends on a question
constexpr int steps_to_extend = 80;
constexpr std::size_t most_grounds = 12;

class Coverer {
 public:
  Coverer(const Program& program, forms::Date today, const std::vector<Ground>& grounds, long budget)
      : workshop_(program, today, grounds, budget), grounds_(workshop_.branches.size(), 0),
        reaches_(workshop_.branches.size(), Reach::not_reached) {}

  Cover run() {
    Indexes order(workshop_.branches.size());
    std::iota(order.begin(), order.end(), 0);
    const long kept = workshop_.work_left / 3;  // for bringing the ways together
    for (const int budget : {steps_to_glance, steps_to_begin})
      for (const std::size_t branch : order)
        if (workshop_.work_left > kept) find_way(branch, budget);
        else spent_ = true;
    for (const bool backwards : {false, true})
      for (const bool keeping : {false, true})
        go_through(backwards ? Indexes(order.rbegin(), order.rend()) : order, keeping);
    choose();
    drop_needless();
    for (std::size_t at = cases_.size(); at-- > 0;) do_without(at);
    return told();
  }

 private:
  bool spent() const { return workshop_.work_left <= 0; }

  // How a branch comes about, on the first ground on which it does; else why it does not.
  void find_way(std::size_t branch, int budget) {
    Finding& way = workshop_.ways[branch];
    if (way.outcome == Outcome::found || reaches_[branch] == Reach::impossible) return;
    const std::size_t grounds = std::min(workshop_.grounds.size(), most_grounds);
    for (std::size_t ground = 0; ground < grounds; ++ground) {
      way = workshop_.find(branch, workshop_.starts[ground], budget);
      grounds_[branch] = ground;
      if (way.outcome == Outcome::found) return;
    }
    if (workshop_.find(branch, workshop_.search.everything(), budget).outcome == Outcome::impossible)
      reaches_[branch] = Reach::impossible;
  }

  // Cases that together take all to which a way is known, each as many as it can in this order.
  // `keeping`: also what comes about by itself is kept.
  void go_through(const Indexes& order, bool keeping) {
    std::vector<char> open(reaches_.size());
    for (std::size_t at = 0; at < open.size(); ++at)
      open[at] = workshop_.ways[at].outcome == Outcome::found ? 1 : 0;
    for (const std::size_t first : order) {
      if (open[first] == 0) continue;
      if (spent() && !cases_.empty()) return;
      CoverDraft draft(workshop_, grounds_[first]);
      const CoverDraft blank = draft;
      draft.go_known_way(first);
      for (const std::size_t branch : order)
        if (open[branch] != 0 && grounds_[branch] == grounds_[first] && (keeping || !blank.takes(branch)))
          draft.go_known_way(branch);
      draft.show();
      for (const std::size_t branch : order)
        if (open[branch] != 0 && !draft.takes(branch) && !spent()) draft.extend(branch, steps_to_extend);
      add(draft.shown(), open);
      if (open[first] == 0) continue;
      CoverDraft alone = blank;
      alone.go_known_way(first);
      alone.show();
      add(alone.shown(), open);
      open[first] = 0;  // where the sheet, keyed through, does otherwise than its answers alone
    }
  }

  void add(const CoverCase& found, std::vector<char>& open) {
    for (std::size_t at = 0; at < open.size(); ++at)
      if (found.takes[at] != 0) open[at] = 0;
    cases_.push_back(found);
  }

  std::vector<std::size_t> times_taken(const std::vector<CoverCase>& cases) const {
    std::vector<std::size_t> times(reaches_.size());
    for (const CoverCase& each : cases)
      for (std::size_t at = 0; at < times.size(); ++at) times[at] += each.takes[at] != 0 ? 1 : 0;
    return times;
  }

  // Of all that were found those that take most of what is not taken yet.
  void choose() {
    std::vector<CoverCase> chosen;
    std::vector<char> open(reaches_.size(), 1);
    while (true) {
      const auto gain = [&open](const CoverCase& each) {
        std::size_t count = 0;
        for (std::size_t at = 0; at < open.size(); ++at) count += open[at] & each.takes[at];
        return count;
      };
      const auto best = std::max_element(cases_.begin(), cases_.end(), [&](const auto& a, const auto& b) {
        return gain(a) < gain(b);
      });
      if (best == cases_.end() || gain(*best) == 0) break;
      for (std::size_t at = 0; at < open.size(); ++at) open[at] &= static_cast<char>(1 - best->takes[at]);
      chosen.push_back(*best);
    }
    cases_ = std::move(chosen);
  }

  void drop_needless() {
    for (std::size_t at = cases_.size(); at-- > 0;)
      if (needed(cases_, at).empty()) cases_.erase(cases_.begin() + static_cast<std::ptrdiff_t>(at));
  }

  // What only that case takes.
  Indexes needed(const std::vector<CoverCase>& cases, std::size_t of) const {
    const auto times = times_taken(cases);
    Indexes all;
    for (std::size_t at = 0; at < times.size(); ++at)
      if (times[at] == 1 && cases[of].takes[at] != 0) all.push_back(at);
    return all;
  }

  // A case that takes all of these.
  std::optional<CoverCase> case_with(const Indexes& branches, std::size_t ground) {
    CoverDraft draft(workshop_, ground);
    for (const std::size_t branch : branches)
      if (grounds_[branch] == ground) draft.go_known_way(branch);
    draft.show();
    for (const std::size_t branch : branches)
      if (!draft.takes(branch) && (spent() || !draft.extend(branch, steps_to_extend))) return std::nullopt;
    const bool all = std::all_of(branches.begin(), branches.end(),
                                 [&](std::size_t branch) { return draft.takes(branch); });
    return all ? std::optional(draft.shown()) : std::nullopt;
  }

  // Gives what only this case takes to the others, one by one; what finds no place leaves all as it
  // was.
  void do_without(std::size_t at) {
    std::vector<CoverCase> others = cases_;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(at));
    for (const std::size_t branch : needed(cases_, at))
      if (times_taken(others)[branch] == 0 && !find_place(branch, others)) return;
    cases_ = std::move(others);
  }

  bool find_place(std::size_t branch, std::vector<CoverCase>& cases) {
    for (std::size_t at = 0; at < cases.size(); ++at) {
      Indexes all = needed(cases, at);
      all.insert(all.begin(), branch);
      if (auto wider = case_with(all, cases[at].ground)) {
        cases[at] = std::move(*wider);
        return true;
      }
    }
    return false;
  }

  Cover told() {
    Cover cover;
    const auto times = times_taken(cases_);
    for (std::size_t at = 0; at < times.size(); ++at) {
      cover.branches.push_back({workshop_.branches[at], times[at] > 0 ? Reach::taken : reaches_[at]});
    }
    cover.cases = std::move(cases_);
    cover.spent = spent_ || spent();
    return cover;
  }

  Workshop workshop_;
  std::vector<std::size_t> grounds_;  // by branch: where its way is
  std::vector<Reach> reaches_;        // of what no case takes
  std::vector<CoverCase> cases_;
  bool spent_ = false;
};

}  // namespace

std::size_t Cover::count(Reach reach) const {
  return static_cast<std::size_t>(std::count_if(branches.begin(), branches.end(),
                                                [reach](const auto& each) { return each.reach == reach; }));
}

Cover cover(const Program& program, forms::Date today, const std::vector<Ground>& grounds, long budget) {
  return Coverer(program, today, grounds, budget).run();
}

}  // namespace genpyo::validators
