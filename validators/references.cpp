#include "validators/references.h"

#include <algorithm>

#include "validators/grammar.h"

namespace genpyo::validators {
namespace {

template <typename T>
std::size_t common(const T& left, const T& right) {
  const std::size_t most = std::min(left.size(), right.size());
  std::size_t length = 0;
  while (length < most && left[length] == right[length]) ++length;
  return length;
}

}  // namespace

std::string name_of(const forms::Choice& choice) {
  return choice.name.empty() ? std::to_string(choice.code) : choice.name;
}

std::shared_ptr<const ChoiceNames> names_of(const forms::ChoiceList* list) {
  if (list == nullptr) return nullptr;
  ChoiceNames names;
  bool differs = false;
  for (const forms::Choice& choice : list->choices) {
    names.emplace_back(choice.code, name_of(choice));
    differs = differs || names.back().second != std::to_string(choice.code);
  }
  return differs ? std::make_shared<const ChoiceNames>(std::move(names)) : nullptr;
}

References::Chain References::chain_of(std::optional<std::size_t> repeat, int instance) const {
  Chain chain;
  while (repeat && *repeat < form_.repeats.size() && chain.size() <= form_.repeats.size()) {
    chain.emplace(chain.begin(), *repeat, instance);
    const auto& within = form_.repeats[*repeat].within;
    repeat = within ? std::optional(within->first) : std::nullopt;
    instance = within ? within->second : 0;
  }
  return chain;
}

References::Chain References::chain_of(forms::ItemIndex item) const {
  return chain_of(form_.items[item].repeat, form_.items[item].instance);
}

// What is computed proves nothing: it is there whether anybody wrote or not.
const std::map<References::Chain, std::vector<forms::ItemIndex>>& References::instances() const {
  if (!instances_.empty()) return instances_;
  for (forms::ItemIndex item = 0; item < form_.items.size(); ++item) {
    Chain chain = chain_of(item);
    const bool proves = form_.items[item].calculation.empty() && item != self_;
    for (; !chain.empty(); chain.pop_back()) {
      std::vector<forms::ItemIndex>& items = instances_[chain];
      if (proves) items.push_back(item);
    }
  }
  return instances_;
}

Member References::member_of(const Chain& chain) const {
  Member member;
  const auto found = instances().find(chain);
  if (found != instances().end()) member.proof = found->second;
  for (const auto& [repeat, instance] : chain) member.instances.push_back(instance);
  return member;
}

Member References::member_of(forms::ItemIndex item) const {
  Member member = member_of(chain_of(item));
  member.item = item;
  member.names = names_of(form_.choices_of(form_.items[item]));
  return member;
}

void References::resolve(forms::ItemIndex item, Node& node) const {
  node.operation = Operation::item;
  node.item = item;
  node.type = type_of(form_.items[item]);
  node.names = names_of(form_.choices_of(form_.items[item]));
}

bool References::resolve(std::string_view name, bool whole, Node& node) const {
  if (const auto index = form_.find(name)) {
    resolve(*index, node);
    return true;
  }
  if (form_.repeats.empty()) return false;
  return repeated_items(name, whole, node) || repeated_instances(name, whole, node);
}

bool References::repeated_items(std::string_view name, bool whole, Node& node) const {
  const Chain own = self_ && !whole ? chain_of(*self_) : Chain();
  Members members;
  std::size_t nearest = 0;
  for (forms::ItemIndex item = 0; item < form_.items.size(); ++item) {
    if (form_.items[item].repeated_name != name) continue;
    const Chain chain = chain_of(item);
    const std::size_t shared = common(chain, own);
    if (!chain.empty() && shared == chain.size()) {
      resolve(item, node);
      return true;
    }
    if (shared < nearest) continue;
    if (shared > nearest) members.clear();
    nearest = shared;
    members.push_back(member_of(item));
  }
  if (members.empty()) return false;
  node.operation = Operation::nodes;
  node.type = Expression::Type::nodes;
  node.members = std::make_shared<const Members>(std::move(members));
  return true;
}

// A repeat seen from within itself is the set of its instances all the same.
bool References::repeated_instances(std::string_view name, bool whole, Node& node) const {
  Chain own = self_ && !whole ? chain_of(*self_) : Chain();
  Members members;
  std::size_t nearest = 0;
  for (std::size_t repeat = 0; repeat < form_.repeats.size(); ++repeat) {
    if (form_.repeats[repeat].name != name) continue;
    for (int instance = 1; instance <= form_.repeats[repeat].instances; ++instance) {
      const Chain chain = chain_of(repeat, instance);
      const Chain around(chain.begin(), chain.end() - 1);
      const std::size_t shared = common(around, own);
      if (shared < nearest) continue;
      if (shared > nearest) members.clear();
      nearest = shared;
      members.push_back(member_of(chain));
    }
  }
  if (members.empty()) return false;
  node.operation = Operation::nodes;
  node.type = Expression::Type::nodes;
  node.members = std::make_shared<const Members>(std::move(members));
  return true;
}

void References::resolve_parent(int levels, Node& node) const {
  Chain chain = self_ ? chain_of(*self_) : Chain();
  for (; levels > 1 && chain.size() > 1; --levels) chain.pop_back();
  Members members;
  if (!chain.empty()) {
    members.push_back(member_of(chain));
    members.back().proof.clear();  // the rule stands there
  }
  node.operation = Operation::nodes;
  node.type = Expression::Type::nodes;
  node.members = std::make_shared<const Members>(std::move(members));
}

void References::resolve_place(forms::ItemIndex item, Node& node) const {
  Member member = member_of(item);
  member.proof.clear();
  node.operation = Operation::nodes;
  node.type = Expression::Type::nodes;
  node.members = std::make_shared<const Members>(Members{std::move(member)});
}

void References::resolve_choices(const forms::ChoiceList& list, std::string_view column,
                                 const forms::Form& form, Node& node) {
  Members members;
  for (const forms::Choice& choice : list.choices) {
    Member member;
    if (column == "label") {
      member.text = choice.label.in(form.default_language);
      member.label = choice.label;
    } else {
      member.text = name_of(choice);
    }
    members.push_back(std::move(member));
  }
  node.operation = Operation::nodes;
  node.type = Expression::Type::nodes;
  node.members = std::make_shared<const Members>(std::move(members));
}

bool References::resolve_list(std::string_view name, std::string_view column, Node& node) const {
  const auto list = std::find_if(form_.lists.begin(), form_.lists.end(),
                                 [&](const forms::ChoiceList& one) { return one.name == name; });
  if (list == form_.lists.end() || (column != "name" && column != "label")) return false;
  resolve_choices(*list, column, form_, node);
  return true;
}

std::shared_ptr<const Members> References::beside(const Members& set, std::string_view name) const {
  std::map<std::vector<int>, forms::ItemIndex> items;
  for (forms::ItemIndex item = 0; item < form_.items.size(); ++item) {
    if (form_.items[item].repeated_name != name) continue;
    std::vector<int> instances;
    for (const auto& [repeat, instance] : chain_of(item)) instances.push_back(instance);
    items.emplace(std::move(instances), item);
  }
  Members members;
  bool any = false;
  for (const Member& member : set) {
    const auto found = items.find(member.instances);
    members.push_back(found == items.end() ? Member{} : member_of(found->second));
    members.back().proof = member.proof;
    any = any || found != items.end();
  }
  return any ? std::make_shared<const Members>(std::move(members)) : nullptr;
}

}  // namespace genpyo::validators
