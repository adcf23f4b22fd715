#include "validators/cover_draft.h"

#include <algorithm>
#include <set>
#include <utility>

#include "forms/read_value.h"
#include "validators/evaluation.h"
#include "validators/scenario.h"

namespace genpyo::validators {
namespace {

using forms::ItemIndex;
using forms::Missing;
using Outcome = Finding::Outcome;

constexpr std::size_t evaluations_to_show = 3;  // of the answers, of the sheet, and of its branches

// What a clerk may key on a sheet of that ground. What is coded afterwards, or printed with its
// default and passed over, is on no sheet.
std::vector<Domain> start_of(const Search& search, const Ground* ground) {
  std::vector<Domain> marks = search.everything();
  const forms::Form& form = *search.parts().form;
  for (ItemIndex item = 0; item < marks.size(); ++item) {
    const bool keyed = ground == nullptr && !form.items[item].frame_column.empty();
    if (!form.items[item].asked() && !keyed) marks[item] = only_blank();
  }
  if (ground != nullptr)
    for (const auto& [item, mark] : *ground) marks[item] = only(mark.content);
  return marks;
}

// The same answers as a clerk keys them from the sheet: what is not asked is left alone, what has
// no answer is passed over.
forms::Case as_keyed(const Program& program, const forms::Case& answers, forms::Date today) {
  const forms::Form& form = program.form();
  forms::Case keyed = forms::blank_case(form, answers.id);
  const Evaluation evaluation = evaluate(program, answers, today);
  for (ItemIndex item = 0; item < form.items.size(); ++item) {
    const forms::Item& definition = form.items[item];
    const bool from_frame = !definition.frame_column.empty();
    const forms::Mark& mark = answers.marks[item];
    if (!forms::is_answer(mark.content)) continue;
    if (!from_frame && !(definition.asked() && evaluation.items[item].relevant)) continue;
    auto read = forms::read_value(definition, form.choices_of(definition),
                                  forms::to_draft(definition, mark));
    if (auto* as_read = std::get_if<forms::Mark>(&read)) keyed.marks[item] = std::move(*as_read);
  }
  fill(program, keyed, Missing::no_answer, today);
  return keyed;
}

}  // namespace

Workshop::Workshop(const Program& rules, forms::Date day, const std::vector<Ground>& given, long budget)
    : program(rules), today(day), grounds(given), search(rules, day),
      branches(branches_of(rules.parts())), ways(branches.size()),
      work_left(budget) {
  for (const Ground& ground : grounds) starts.push_back(start_of(search, &ground));
  if (!grounds.empty()) return;
  grounds.emplace_back();
  starts.push_back(start_of(search, nullptr));
}

std::vector<ItemIndex> frame_items_in_rules(const Program& program) {
  const Program::Parts& parts = program.parts();
  std::set<ItemIndex> named;
  const auto add = [&named](const Compiled& rule) {
    if (rule) named.insert(rule->rests_on().begin(), rule->rests_on().end());
  };
  for (const ItemRules& rules : parts.items)
    for (const Compiled* rule : {&rules.relevant, &rules.required, &rules.constraint, &rules.calculation,
                                 &rules.default_value, &rules.choice_filter})
      add(*rule);
  for (const GroupRules& group : parts.groups) {
    add(group.relevant);
    add(group.count);
  }
  for (const CheckRules& check : parts.checks) named.insert(check.named.begin(), check.named.end());
  for (const ExtractionRules& extraction : parts.extractions) {
    add(extraction.relevant);
    add(extraction.constraint);
  }
  for (const forms::Extraction& extraction : parts.form->extractions)
    named.insert(extraction.answered.begin(), extraction.answered.end());
  std::vector<ItemIndex> items;
  for (const ItemIndex item : named)
    if (!parts.form->items[item].frame_column.empty()) items.push_back(item);
  return items;
}

std::vector<char> Workshop::taken_by(const forms::Case& current) const {
  const Moment moment = moment_of(program, current, today);
  std::vector<char> taken;
  taken.reserve(branches.size());
  for (const Branch& branch : branches) taken.push_back(comes_about(moment, branch) ? 1 : 0);
  return taken;
}

Finding Workshop::find(std::size_t index, const std::vector<Domain>& marks, int budget) {
  const Branch& branch = branches[index];
  Finding finding = search.find(branch, marks, {true, false}, budget);
  work_left -= finding.work;
  if (finding.outcome != Outcome::found) {
    // Perhaps only where a choice that excludes all others stands beside another.
    finding = search.find(branch, marks, {}, budget);
    work_left -= finding.work;
  }
  if (finding.outcome != Outcome::found) return finding;
  // Where the domains alone decide the branch, what lies within them stays open for others.
  if (search.is_sure(branch, finding.items, finding.marks)) return finding;
  for (std::size_t at = 0; at < finding.items.size(); ++at) finding.marks[at] = only(finding.answers[at]);
  return finding;
}

CoverDraft::CoverDraft(Workshop& workshop, std::size_t ground)
    : workshop_(workshop), marks_(workshop.starts[ground]), held_(marks_.size(), 0) {
  shown_.ground = ground;
  show();
}

void CoverDraft::show() {
  workshop_.spend(evaluations_to_show * marks_.size() + workshop_.branches.size());
  shown_.current = as_keyed(workshop_.program, workshop_.search.case_of(marks_), workshop_.today);
  shown_.takes = workshop_.taken_by(shown_.current);
}

void CoverDraft::hold(const Finding& way) {
  for (std::size_t at = 0; at < way.items.size(); ++at) {
    marks_[way.items[at]] = way.marks[at];
    held_[way.items[at]] = 1;
  }
}

void CoverDraft::keep(std::size_t branch) {
  const forms::Case current = workshop_.search.case_of(marks_);
  for (const ItemIndex item : workshop_.search.cone().of(workshop_.branches[branch])) {
    marks_[item] = only(current.marks[item].content);
    held_[item] = 1;
  }
}

bool CoverDraft::go_known_way(std::size_t branch) {
  const Finding& way = workshop_.ways[branch];
  if (way.outcome != Outcome::found) return false;
  for (std::size_t at = 0; at < way.items.size(); ++at) {
    const ItemIndex item = way.items[at];
    const bool agrees = way.marks[at].point() && some_value(way.marks[at]) == some_value(marks_[item]);
    if (held_[item] != 0 && !agrees) return false;
  }
  hold(way);
  return true;
}

bool CoverDraft::extend(std::size_t index, int budget) {
  Finding finding = workshop_.find(index, marks_, budget);
  if (finding.outcome != Outcome::found) return false;
  const std::vector<Domain> marks = marks_;
  const std::vector<char> held = held_;
  const CoverCase shown = shown_;
  hold(finding);
  show();
  if (takes(index)) return true;
  marks_ = marks;
  held_ = held;
  shown_ = shown;
  return false;
}

}  // namespace genpyo::validators
