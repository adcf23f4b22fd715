#include "validators/prover.h"

#include <algorithm>
#include <utility>

namespace genpyo::validators {
namespace {

using forms::Fault;
using forms::ItemIndex;
using Kind = Branch::Kind;
using Outcome = Finding::Outcome;

constexpr int steps_to_glance = 20;  // at every rule, before any is looked at closely

class Prover {
 public:
  Prover(const Program& program, forms::Date today, int budget, long work)
      : search_(program, today, work), parts_(program.parts()), budget_(budget) {}

  Proof run() {
    std::vector<Branch> rules = branches_of(parts_);
    std::erase_if(rules, [](const Branch& branch) {
      return branch.kind != Kind::asked && branch.kind != Kind::passes && branch.kind != Kind::check_passes;
    });
    std::vector<Proof> proofs(rules.size());
    std::vector<char> decided(rules.size(), 0);
    for (const int steps : {std::min(steps_to_glance, budget_), budget_})
      for (std::size_t at = 0; at < rules.size(); ++at)
        if (decided[at] == 0) decided[at] = look_at(rules[at], steps, proofs[at]) ? 1 : 0;
    for (const Proof& each : proofs) {
      proof_.claims.insert(proof_.claims.end(), each.claims.begin(), each.claims.end());
      proof_.undecided.insert(proof_.undecided.end(), each.undecided.begin(), each.undecided.end());
      proof_.not_looked_at += each.not_looked_at;
    }
    proof_.rules = rules.size();
    return std::move(proof_);
  }

 private:
  // Whether all there is to say of it was found.
  bool look_at(const Branch& rule, int steps, Proof& found) {
    proof_ = {};
    steps_ = steps;
    if (rule.kind == Kind::asked) look_at_skip(rule);
    if (rule.kind == Kind::passes) look_at_rule(rule, {Kind::breaks, rule.index});
    if (rule.kind == Kind::check_passes) look_at_rule(rule, {Kind::check_fails, rule.index});
    found = std::exchange(proof_, {});
    found.not_looked_at = search_.spent() && !found.undecided.empty() ? 1 : 0;
    return found.undecided.empty();
  }

  Outcome outcome(const Branch& branch, const Supposed& supposed, const Ignored& ignored = {}) const {
    return search_.find(branch, search_.everything(), supposed, budget_, ignored).outcome;
  }
  // As closely as rules are looked at by now.
  Outcome first_outcome(const Branch& branch, const Supposed& supposed) const {
    return search_.find(branch, search_.everything(), supposed, steps_).outcome;
  }

  void claim(Fault fault, const Branch& branch, bool unless_broken = false) {
    proof_.claims.push_back({fault, branch, unless_broken, 0, std::nullopt});
  }

  // What never comes about, strictly or unless a hard rule is broken.
  enum class Verdict { possible, cannot_tell, never, never_without_exclusion, never_by_hard_rules };
  Verdict verdict(const Branch& branch) const {
    const Outcome lawful = first_outcome(branch, {true, true});
    if (lawful == Outcome::found) return Verdict::possible;
    if (lawful == Outcome::cannot_tell) return Verdict::cannot_tell;
    if (outcome(branch, {}) == Outcome::impossible) return Verdict::never;
    if (outcome(branch, {true, false}) == Outcome::impossible) return Verdict::never_without_exclusion;
    return Verdict::never_by_hard_rules;
  }

  void look_at_skip(const Branch& branch) {
    switch (verdict(branch)) {
      case Verdict::possible: return;
      case Verdict::cannot_tell: return proof_.undecided.push_back(branch);
      case Verdict::never: return blame(branch);
      case Verdict::never_without_exclusion: return claim(Fault::exclusion_needed, branch, true);
      case Verdict::never_by_hard_rules: return claim(Fault::never_asked, branch, true);
    }
  }

  // Which other skip stands against the item's own.
  void blame(const Branch& branch) {
    Claim claim{Fault::never_asked, branch, false, 0, std::nullopt};
    const Ignored own{{branch.index}, {}};
    const bool has_own = parts_.items[branch.index].relevant != nullptr;
    for (const ItemIndex item : search_.cone().of(branch)) {
      if (item == branch.index || !parts_.items[item].relevant) continue;
      const bool itself = outcome({Kind::asked, item}, {}) == Outcome::impossible;
      if (itself || outcome(branch, {}, {{item}, {}}) != Outcome::found) continue;
      claim.fault = Fault::skips_contradict;
      claim.because = item;
      return proof_.claims.push_back(claim);
    }
    const forms::Form& form = *parts_.form;
    for (auto group = form.items[branch.index].group; group && has_own; group = form.groups[*group].within) {
      if (!parts_.groups[*group].relevant) continue;
      const bool itself = outcome(branch, {}, own) == Outcome::impossible;
      if (itself || outcome(branch, {}, {{}, {*group}}) != Outcome::found) continue;
      claim.fault = Fault::skips_contradict;
      claim.group = group;
      return proof_.claims.push_back(claim);
    }
    proof_.claims.push_back(claim);
  }

  void look_at_rule(const Branch& passes, const Branch& fails) {
    const Verdict passing = verdict(passes);
    const Outcome failing = first_outcome(fails, {});
    if (passing == Verdict::cannot_tell) proof_.undecided.push_back(passes);
    if (failing == Outcome::cannot_tell) proof_.undecided.push_back(fails);
    if (passing == Verdict::never && failing == Outcome::impossible) {
      if (is_of_check(passes.kind)) claim(Fault::never_asked, passes);
      return;  // an item that is never asked has been told
    }
    if (failing == Outcome::impossible) claim(Fault::never_fails, fails);
    if (passing == Verdict::never) claim(Fault::never_passes, passes);
    if (passing == Verdict::never_without_exclusion) claim(Fault::exclusion_needed, passes, true);
    if (passing == Verdict::never_by_hard_rules) claim(Fault::never_passes, passes, true);
  }

  const Search search_;
  const Program::Parts& parts_;
  const int budget_;
  int steps_ = 0;
  Proof proof_;  // of the rule that is looked at
};

}  // namespace

Proof prove(const Program& program, forms::Date today, int budget, long work) {
  return Prover(program, today, budget, work).run();
}

}  // namespace genpyo::validators
