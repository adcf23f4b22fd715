#include "app/cli/form_limits.h"

#include <iostream>
#include <set>

#include "export/collisions.h"
#include "export/cuts.h"
#include "forms/choice_order.h"
#include "forms/paper/overflow.h"
#include "validators/reach.h"

namespace genpyo::cli {
namespace {

using forms::ItemType;

constexpr std::size_t most_labels = 300'000;
constexpr std::size_t longest_answer = 5'000;  // characters: a rule that takes so many bounds nothing

// Answers that are longer than the boxes in which they are written.
class Boxes {
 public:
  Boxes(const session::Survey& survey, forms::Date today) : form_(survey.form), reach_(*survey.program, today) {}

  std::vector<forms::Diagnostic> run(const paper::Layout& layout) {
    for (const paper::Page& page : layout.pages) {
      for (const paper::Box& box : page.boxes) look_at(box);
    }
    if (reach_.spent()) {
      std::cerr << "genpyo: cannot tell of every answer whether it fits into its box: the form is too large to look at all "
                   "rules.\n";
    }
    return std::move(found_);
  }

 private:
  void look_at(const paper::Box& box) {
    const forms::Item& item = form_.items[box.item];
    const std::size_t room = paper::room_in(box);
    if (item.type == ItemType::integer) {
      const auto digits = reach_.digits(box.item);
      if (digits && static_cast<std::size_t>(*digits) > room) tell(item, *digits, "digits", room);
    } else if (box.kind == paper::Box::Kind::text && item.type == ItemType::text && !item.constraint.empty()) {
      const std::size_t longest = longest_of(box.item, room);
      if (longest > room) tell(item, longest, "characters", room);
    }
  }

  bool takes(forms::ItemIndex item, std::size_t characters) const {
    for (const char letter : {'a', '1'}) {
      if (reach_.may_be(item, std::string(characters, letter))) return true;
    }
    return false;
  }

  // The longest answer that the constraint takes; 0 where it bounds no length, or none over `room`.
  std::size_t longest_of(forms::ItemIndex item, std::size_t room) const {
    if (!takes(item, room + 1) || takes(item, longest_answer)) return 0;
    std::size_t taken = room + 1, refused = longest_answer;
    while (refused - taken > 1) {
      const std::size_t middle = (taken + refused) / 2;
      (takes(item, middle) ? taken : refused) = middle;
    }
    return taken;
  }

  template <typename Length>
  void tell(const forms::Item& item, Length length, const std::string& unit, std::size_t room) {
    const std::string& name = item.repeated_name.empty() ? item.name : item.repeated_name;
    if (!told_.insert(name).second) return;
    const std::string repair = item.type == ItemType::text ? "Give it more lines (paper: {lines: …}), or take less."
                                                           : "Take less, or ask for it in a larger unit (千円).";
    found_.push_back({forms::Fault::no_room, item.constraint.empty() ? item.place : item.constraint.place,
                      "an answer to " + forms::quoted(name) + " may have " + std::to_string(length) + " " + unit +
                          "; by hand about " + std::to_string(room) + " fit into its box.",
                      repair, forms::Level::warning});
  }

  const forms::Form& form_;
  const validators::Reach reach_;
  std::set<std::string> told_;
  std::vector<forms::Diagnostic> found_;
};

// What is printed in all languages: words are laid out one by one.
std::size_t labels_in(const forms::Form& form) {
  std::size_t labels = 0;
  for (const forms::Item& item : form.items) {
    const forms::ChoiceList* list = form.choices_of(item);
    labels += 1 + (list == nullptr ? 0 : list->choices.size());
  }
  return labels * form.languages.size();
}

}  // namespace

std::vector<forms::Diagnostic> form_limits(const session::Survey& survey, forms::Date today) {
  std::vector<forms::Diagnostic> all;
  const auto add = [&all](std::vector<forms::Diagnostic> found) {
    all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  };
  add(forms::choices_out_of_order(survey.form));
  add(exports::collisions(*survey.program, today));
  add(exports::cuts(survey.form));
  if (const std::size_t labels = labels_in(survey.form); labels > most_labels) {
    std::cerr << "genpyo: cannot tell what fits on paper: the form is too large (" << labels << " labels).\n";
    return all;
  }
  const auto fonts = paper::FontSet::open();
  if (!fonts) {
    std::cerr << "genpyo: what fits on paper was not looked at: " << fonts.failure().sentence << '\n';
    return all;
  }
  for (const std::string& language : survey.form.languages) {
    const paper::Layout layout = paper::lay_out(survey.form, *fonts, language);
    add(paper::overflow(layout, survey.form, *fonts, language));
    if (language == survey.form.languages.front()) add(Boxes(survey, today).run(layout));
  }
  return all;
}

}  // namespace genpyo::cli
