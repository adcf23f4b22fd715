// References: what the names in a rule stand for, in a form whose repeats are printed several times
// over.
//
// A name of an item of the same instance, or of one around it, is that item. Any other name inside
// a repeat is the set of its instances, nearest first: those that share most with the rule's own.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "validators/expression_node.h"

namespace genpyo::validators {

class References {
 public:
  using Node = Expression::Node;
  // The form must outlive it.
  References(const forms::Form& form, std::optional<forms::ItemIndex> self)
      : form_(form), self_(self) {}

  // Makes the node of a name; `whole`: of all instances, wherever the rule stands. False when no
  // item and no repeat has the name.
  bool resolve(std::string_view name, bool whole, Node& node) const;
  void resolve(forms::ItemIndex item, Node& node) const;
  // The instance in which the rule stands, `levels` repeats out; an empty set outside of repeats.
  void resolve_parent(int levels, Node& node) const;
  // A set's node in which the item itself stands, for position(${item}).
  void resolve_place(forms::ItemIndex item, Node& node) const;
  // The choices of a list by one of their columns (name, label). False when there is no such list.
  bool resolve_list(std::string_view list, std::string_view column, Node& node) const;
  static void resolve_choices(const forms::ChoiceList& list, std::string_view column,
                              const forms::Form& form, Node& node);

  // For each member of a set, the item of that name in its instance; nothing when none has one.
  std::shared_ptr<const Members> beside(const Members& set, std::string_view name) const;

 private:
  // The repeats and instances that an item stands in, the outermost first.
  using Chain = std::vector<std::pair<std::size_t, int>>;
  Chain chain_of(std::optional<std::size_t> repeat, int instance) const;
  Chain chain_of(forms::ItemIndex item) const;
  const std::map<Chain, std::vector<forms::ItemIndex>>& instances() const;
  Member member_of(const Chain& chain) const;
  Member member_of(forms::ItemIndex item) const;
  bool repeated_items(std::string_view name, bool whole, Node& node) const;
  bool repeated_instances(std::string_view name, bool whole, Node& node) const;

  const forms::Form& form_;
  std::optional<forms::ItemIndex> self_;
  mutable std::map<Chain, std::vector<forms::ItemIndex>> instances_;  // the items of each
};

// Null where every name is its code.
std::shared_ptr<const ChoiceNames> names_of(const forms::ChoiceList* list);
// As expressions know it.
std::string name_of(const forms::Choice& choice);

}  // namespace genpyo::validators
