#include <array>
#include <set>
#include <span>

#include "forms/form_reading.h"

namespace genpyo::forms {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_checks = 5'000;
constexpr std::size_t most_extractions = 500;  // each may name every item

constexpr std::array check_keys = {"name"sv,       "severity"sv, "relevant"sv,
                                   "constraint"sv, "on_blank"sv, "message"sv};
constexpr std::array extraction_keys = {"name"sv,     "label"sv,      "relevant"sv,
                                        "answered"sv, "constraint"sv, "constraint_message"sv,
                                        "tables"sv};

// Items and grids by name, with the items that each stands for.
using Blocks = std::map<std::string, std::vector<ItemIndex>>;

Blocks blocks_of(const Form& form) {
  Blocks blocks;
  for (ItemIndex index = 0; index < form.items.size(); ++index) {
    blocks.try_emplace(form.items[index].name, std::vector{index});
    const std::string& repeated = form.items[index].repeated_name;
    if (!repeated.empty()) blocks[repeated].push_back(index);
  }
  for (const Grid& grid : form.grids) blocks.try_emplace(grid.name, grid.rows);
  for (const Group& group : form.groups) blocks.try_emplace(group.name, group.items);
  for (const Repeat& repeat : form.repeats) blocks.try_emplace(repeat.name, repeat.items);
  return blocks;
}

std::vector<ItemIndex> read_answered(const Fields& fields, const Blocks& blocks, FormDraft& draft) {
  std::vector<ItemIndex> answered;
  std::set<ItemIndex> seen;
  std::set<std::string_view> named;
  for (const yaml::Node* name : fields.texts("answered")) {
    if (!named.insert(name->scalar).second) continue;
    const auto block = blocks.find(name->scalar);
    if (block == blocks.end()) {
      draft.blocks.add_unknown(
          Fault::unknown_block, *name,
          fields.subject() + " names " + quoted(name->scalar) + ", which is no item or grid.",
          "Name an item or a grid of the survey.", draft.findings);
      continue;
    }
    for (const ItemIndex item : block->second) {
      if (seen.insert(item).second) answered.push_back(item);
    }
  }
  return answered;
}

Check read_check(const yaml::Node& node, Names& names, FormDraft& draft) {
  const Fields fields(node, subject_of("check", node, "name"), check_keys, draft.findings);
  Check check;
  check.place = node.place;
  check.name = fields.name("name", longest_rule_name);
  if (!check.name.empty()) names.add(check.name, node.place, draft.findings);
  check.severity = fields.severity("severity", check.severity);
  check.relevant = fields.rule("relevant", Presence::optional);
  check.constraint = fields.rule("constraint", Presence::required);
  check.on_blank = fields.flag("on_blank");
  check.message = fields.label("message", Presence::required);
  return check;
}

Extraction read_extraction(const yaml::Node& node, Names& names, const Blocks& blocks,
                           FormDraft& draft) {
  const Fields fields(node, subject_of("extraction", node, "name"), extraction_keys,
                      draft.findings);
  Extraction extraction;
  extraction.place = node.place;
  extraction.name = fields.name("name", longest_rule_name);
  if (!extraction.name.empty()) names.add(extraction.name, node.place, draft.findings);
  extraction.label = fields.label("label", Presence::required);
  extraction.relevant = fields.rule("relevant", Presence::optional);
  extraction.answered = read_answered(fields, blocks, draft);
  extraction.constraint = fields.rule("constraint", Presence::optional);
  extraction.constraint_message = fields.label("constraint_message", Presence::optional);
  for (const yaml::Node* table : fields.texts("tables")) {
    extraction.tables.push_back(table->scalar);
  }
  return extraction;
}

// The nodes of a list, as many as a form may have.
std::span<const yaml::Node> bounded(const Fields& top, std::string_view key, std::size_t most,
                                    std::string_view fault, FormDraft& draft) {
  const yaml::Node* list = top.list(key, Presence::optional);
  if (list == nullptr) return {};
  const std::span<const yaml::Node> nodes = list->list;
  if (nodes.size() <= most) return nodes;
  draft.findings.add(Fault::too_large, nodes[most].place, std::string(fault), "Split the form.");
  return nodes.first(most);
}

}  // namespace

void read_checks(const Fields& top, FormDraft& draft) {
  Names names;
  for (const yaml::Node& node :
       bounded(top, "checks", most_checks, "the form has over 5,000 checks.", draft)) {
    draft.form.checks.push_back(read_check(node, names, draft));
  }
}

void read_extractions(const Fields& top, FormDraft& draft) {
  const Blocks blocks = blocks_of(draft.form);
  Names names;
  for (const yaml::Node& node :
       bounded(top, "extractions", most_extractions, "the form has over 500 extractions.", draft)) {
    draft.form.extractions.push_back(read_extraction(node, names, blocks, draft));
  }
}

}  // namespace genpyo::forms
