// What the prover tells the form's author.
#include <algorithm>
#include <tuple>

#include "validators/prover.h"

namespace genpyo::validators {
namespace {

using forms::Diagnostic;
using forms::Fault;
using forms::quoted;
using Kind = Branch::Kind;

const char* unless(const Claim& claim) {
  return claim.unless_broken ? " in a case that breaks no hard rule" : "";
}

std::string at_line(const forms::Place& place) {
  return place.line > 0 ? " (line " + std::to_string(place.line) + ")" : "";
}

const forms::Rule& rule_of(const Claim& claim, const forms::Form& form) {
  const Branch& branch = claim.branch;
  if (is_of_check(branch.kind)) return form.checks[branch.index].constraint;
  const forms::Item& item = form.items[branch.index];
  return branch.kind == Kind::asked ? item.relevant : item.constraint;
}

forms::Place place_of(const Claim& claim, const forms::Form& form) {
  const forms::Rule& rule = rule_of(claim, form);
  if (!rule.empty()) return rule.place;
  return is_of_check(claim.branch.kind) ? form.checks[claim.branch.index].place
                                        : form.items[claim.branch.index].place;
}

// «the check "staff_order"», «the constraint of "age"», «item "age"».
std::string subject_of(const Claim& claim, const forms::Form& form) {
  const Branch& branch = claim.branch;
  if (is_of_check(branch.kind)) return "check " + quoted(form.checks[branch.index].name);
  const std::string name = quoted(form.items[branch.index].name);
  return branch.kind == Kind::asked ? "item " + name : "the constraint of " + name;
}

Diagnostic told_skip(const Claim& claim, const forms::Form& form) {
  const std::string subject = subject_of(claim, form);
  if (claim.fault == Fault::skips_contradict) {
    const std::string other = claim.group ? "group " + quoted(form.groups[*claim.group].name)
                                          : "item " + quoted(form.items[claim.because].name);
    const forms::Rule& rule = claim.group ? form.groups[*claim.group].relevant
                                          : form.items[claim.because].relevant;
    return {claim.fault, {}, subject + " can never be asked: its skip and that of " + other +
                                 at_line(rule.place) + " contradict each other.",
            "Change one of the two: no answers satisfy both."};
  }
  if (is_of_check(claim.branch.kind))
    return {claim.fault, {}, subject + " never applies: no answers satisfy what it waits for.",
            "Change its relevant, or take the check out."};
  return {claim.fault, {}, subject + " can never be asked" + unless(claim) + ".",
          "Change its relevant, or take the item out."};
}

Diagnostic told_rule(const Claim& claim, const forms::Form& form) {
  const std::string subject = subject_of(claim, form);
  if (claim.fault == Fault::never_fails)
    return {claim.fault, {}, subject + " can never fail: it says nothing.",
            "Write what it was meant to refuse, or take it out."};
  if (claim.fault == Fault::never_passes)
    return {claim.fault, {}, subject + " can never pass" + std::string(unless(claim)) + ".",
            "Change it: whatever is answered goes against it."};
  return {claim.fault, {}, subject + (claim.branch.kind == Kind::asked ? " is asked" : " passes") +
                               " only where a choice that excludes all others stands beside another.",
          "Leave that choice out of the rule, or let it not be exclusive."};
}

}  // namespace

std::vector<Diagnostic> told(const Proof& proof, const forms::Form& form) {
  std::vector<Diagnostic> all;
  for (const Claim& claim : proof.claims) {
    const bool skip = claim.fault == Fault::never_asked || claim.fault == Fault::skips_contradict;
    Diagnostic diagnostic = skip ? told_skip(claim, form) : told_rule(claim, form);
    diagnostic.place = place_of(claim, form);
    diagnostic.level = forms::Level::warning;
    const bool known = std::any_of(all.begin(), all.end(), [&](const Diagnostic& other) {
      return diagnostic.place.line > 0 && other.fault == diagnostic.fault &&
             other.place.line == diagnostic.place.line &&
             other.place.column == diagnostic.place.column;
    });
    if (!known) all.push_back(std::move(diagnostic));
  }
  std::stable_sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place.line, a.place.column) < std::tie(b.place.line, b.place.column);
  });
  return all;
}

}  // namespace genpyo::validators
