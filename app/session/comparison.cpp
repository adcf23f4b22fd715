#include "app/session/comparison.h"

#include <algorithm>
#include <string_view>

namespace genpyo::session {
namespace {

using Action = store::Entry::Action;

struct Keying {
  forms::Mark mark;
  std::string by;
};

// The journal read up to some line.
class Reader {
 public:
  explicit Reader(const forms::Form& form) : form_(form) {
    for (auto& pass : marks_) pass.resize(form.items.size());
  }

  void take_up(const store::Entry& entry) {
    if (entry.pass != store::first_pass && entry.pass != store::second_pass) return;
    PassSummary& pass = summary_of(entry.pass);
    const bool of_second = entry.pass == store::second_pass;
    if (entry.action == Action::close || entry.action == Action::reopen) pass.closed = entry.action == Action::close;
    if (of_second && entry.action == Action::close) freeze();
    if (of_second && entry.action == Action::reopen) thaw();
    if (entry.action == Action::mark) take_mark(pass, entry);
  }

  Comparison result() {
    for (std::size_t at = 0; at < result_.items.size(); ++at) {
      ComparedItem& compared = result_.items[at];
      compared.now = marks_[0][compared.item].mark;
      if (compared.settled != Settled::no) compared.settled = by_what_stands(compared);
      if (compared.differs) result_.differences.push_back(at);
    }
    return std::move(result_);
  }

 private:
  PassSummary& summary_of(int pass) {
    for (PassSummary& known : result_.passes) {
      if (known.pass == pass) return known;
    }
    result_.passes.push_back({pass, {}, "", false});
    return result_.passes.back();
  }

  void take_mark(PassSummary& pass, const store::Entry& entry) {
    const auto item = form_.find(entry.subject);
    if (!item || !form_.items[*item].asked()) return;
    marks_[entry.pass - store::first_pass][*item] = {entry.mark, entry.operator_name};
    if (result_.is_over && entry.pass == store::first_pass) settle(*item, entry);
    if (is_settling(entry)) return;
    pass.changed_at = entry.at;
    const auto known = std::find(pass.operators.begin(), pass.operators.end(), entry.operator_name);
    if (known == pass.operators.end()) pass.operators.push_back(entry.operator_name);
  }

  void settle(forms::ItemIndex item, const store::Entry& entry) {
    const auto found = std::find_if(result_.items.begin(), result_.items.end(),
                                    [=](const ComparedItem& each) { return each.item == item; });
    if (found == result_.items.end() || !found->differs) return;
    // Undone to where it began: nobody has decided it.
    const bool taken_back = entry.reason == "undo" && same_on_paper(entry.mark, found->first);
    found->settled = taken_back ? Settled::no : Settled::anew;
    found->settled_by = taken_back ? "" : entry.operator_name;
    found->settled_at = taken_back ? "" : entry.at;
  }

  void freeze() {
    thaw();
    result_.is_over = true;
    for (forms::ItemIndex item = 0; item < form_.items.size(); ++item) {
      const Keying &first = marks_[0][item], &second = marks_[1][item];
      if (!first.mark.keyed() && !second.mark.keyed()) continue;
      ComparedItem compared;
      compared.item = item;
      compared.first = first.mark;
      compared.second = second.mark;
      compared.first_by = keyer(first, store::first_pass);
      compared.second_by = keyer(second, store::second_pass);
      compared.differs = !same_on_paper(first.mark, second.mark);
      result_.items.push_back(std::move(compared));
    }
  }

  void thaw() {
    result_.is_over = false;
    result_.items.clear();
  }

  // Who skipped an item is who keyed the pass.
  std::string keyer(const Keying& keying, int pass) {
    const PassSummary& summary = summary_of(pass);
    if (!keying.by.empty() || summary.operators.empty()) return keying.by;
    return summary.operators.front();
  }

  static Settled by_what_stands(const ComparedItem& compared) {
    if (same_on_paper(compared.now, compared.first)) return Settled::first;
    return same_on_paper(compared.now, compared.second) ? Settled::second : Settled::anew;
  }

  const forms::Form& form_;
  std::vector<Keying> marks_[2];  // by pass, then by item
  Comparison result_;
};

}  // namespace

bool is_settling(const store::Entry& entry) {
  return entry.pass == store::first_pass && entry.reason.starts_with("second pass: ");
}

bool same_on_paper(const forms::Mark& one, const forms::Mark& other) {
  return one.content == other.content && one.several == other.several;
}

std::size_t Comparison::left() const {
  return static_cast<std::size_t>(std::count_if(differences.begin(), differences.end(), [this](std::size_t at) {
    return items[at].settled == Settled::no;
  }));
}

Comparison compare_passes(const forms::Form& form, const std::vector<store::Entry>& entries) {
  Reader reader(form);
  for (const store::Entry& entry : entries) reader.take_up(entry);
  return reader.result();
}

}  // namespace genpyo::session
