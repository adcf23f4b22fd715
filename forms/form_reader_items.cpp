#include <algorithm>
#include <array>

#include "forms/form_reading.h"

namespace genpyo::forms {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t most_items = 5'000;

template <std::size_t N, std::size_t M>
constexpr auto joined(const std::array<std::string_view, N>& left,
                      const std::array<std::string_view, M>& right) {
  std::array<std::string_view, N + M> all;
  std::copy(left.begin(), left.end(), all.begin());
  std::copy(right.begin(), right.end(), all.begin() + N);
  return all;
}

// What an item says itself, and what a grid hands down to its rows unless a row says otherwise.
constexpr std::array handed_down_keys = {"unit"sv, "source"sv, "relevant"sv, "identifying"sv};
constexpr std::array required_keys = {"required"sv, "required_message"sv, "required_severity"sv};
constexpr std::array constraint_keys = {"constraint"sv, "constraint_message"sv,
                                        "constraint_severity"sv};
constexpr std::array value_keys = {"calculation"sv,   "default"sv,    "choice_filter"sv,
                                   "read_only"sv, "parameters"sv, "appearance"sv};
constexpr auto rule_keys =
    joined(joined(handed_down_keys, value_keys), joined(required_keys, constraint_keys));

constexpr auto item_keys = joined(std::array{"name"sv, "type"sv, "number"sv, "label"sv, "hint"sv,
                                             "frame"sv, "codes_of"sv, "paper"sv},
                                  rule_keys);
constexpr auto grid_keys =
    joined(std::array{"grid"sv, "type"sv, "number"sv, "label"sv, "hint"sv, "rows"sv, "paper"sv},
           rule_keys);
constexpr auto row_keys =
    joined(std::array{"name"sv, "number"sv, "label"sv, "hint"sv, "depth"sv}, rule_keys);
constexpr std::array item_paper_keys = {"columns"sv, "lines"sv, "new_page"sv};
constexpr std::array grid_paper_keys = {"columns"sv, "new_page"sv};

// `required` may also be a plain yes or no.
Rule read_required(const Fields& fields) {
  Rule rule = fields.rule("required", Presence::optional);
  if (rule.text == "true" || rule.text == "yes") rule.text = "true()";
  if (rule.text == "false" || rule.text == "no" || rule.text == "false()") rule.text.clear();
  return rule;
}

// What stands in an item before, or instead of, an answer, and which answers are offered.
void read_value_rules(const Fields& fields, Item& item) {
  constexpr auto optional = Presence::optional;
  if (fields.has("calculation")) item.calculation = fields.rule("calculation", optional);
  if (fields.has("default")) item.default_value = fields.rule("default", optional);
  if (fields.has("choice_filter")) item.choice_filter = fields.rule("choice_filter", optional);
  if (fields.has("read_only")) item.read_only = fields.flag("read_only");
  if (fields.has("appearance")) item.appearance = fields.text("appearance", optional);
}

void read_rules(const Fields& fields, Item& item) {
  constexpr auto optional = Presence::optional;
  if (fields.has("unit")) item.unit = fields.label("unit", optional);
  item.source = fields.source(item.source);
  if (fields.has("relevant")) item.relevant = fields.rule("relevant", optional);
  if (fields.has("identifying")) item.identifying = fields.flag("identifying");
  if (fields.has("required")) item.required = read_required(fields);
  item.required_severity = fields.severity("required_severity", item.required_severity);
  if (fields.has("required_message")) {
    item.required_message = fields.label("required_message", optional);
  }
  if (fields.has("constraint")) item.constraint = fields.rule("constraint", optional);
  item.constraint_severity = fields.severity("constraint_severity", item.constraint_severity);
  if (fields.has("constraint_message")) {
    item.constraint_message = fields.label("constraint_message", optional);
  }
  read_value_rules(fields, item);
}

// In a repeat the name itself is taken too: rules outside mean all instances by it.
void read_name(const Fields& fields, const Spot& spot, Item& item, FormDraft& draft) {
  const std::string name = fields.name("name");
  item.name = spot.named(name);
  if (name.empty()) return;
  draft.blocks.add(item.name, item.place, draft.findings);
  if (!spot.repeat) return;
  item.repeated_name = name;
  if (draft.repeated.emplace(name, item.place.line, item.place.column).second) {
    draft.blocks.add(name, item.place, draft.findings);
  }
}

void read_words(const Fields& fields, const Spot& spot, Item& item, FormDraft& draft) {
  item.place = fields.place();
  item.section = spot.section;
  item.group = spot.group;
  item.repeat = spot.repeat;
  item.instance = spot.instance;
  read_name(fields, spot, item, draft);
  item.number = fields.text("number", Presence::optional);
  const bool seen = item.type != ItemType::calculate;
  item.label = fields.label("label", seen ? Presence::required : Presence::optional);
  item.hint = fields.label("hint", Presence::optional);
}

// False, and one fault for the whole form, when it has no room for another item.
bool has_room(const yaml::Node& node, FormDraft& draft) {
  if (draft.form.items.size() < most_items) return true;
  if (!draft.over_full) {
    draft.findings.add(Fault::too_large, node.place, "the form has over 5,000 items.",
                       "Split the form.");
  }
  draft.over_full = true;
  return false;
}

ItemIndex add_item(Item item, FormDraft& draft) {
  Form& form = draft.form;
  form.sections[item.section].items.push_back(form.items.size());
  for (auto group = item.group; group; group = form.groups[*group].within) {
    form.groups[*group].items.push_back(form.items.size());
  }
  for (auto repeat = item.repeat; repeat;) {
    form.repeats[*repeat].items.push_back(form.items.size());
    const auto& within = form.repeats[*repeat].within;
    repeat = within ? std::optional(within->first) : std::nullopt;
  }
  form.items.push_back(std::move(item));
  return form.items.size() - 1;
}

void check_coded(const Fields& fields, const Item& item, FormDraft& draft) {
  const bool select = item.type == ItemType::select_one || item.type == ItemType::select_multiple;
  if (item.codes_of.empty() || select) return;
  draft.findings.add(Fault::bad_value, item.place,
                     fields.subject() + " has codes_of, but no choices to code into.",
                     "Give it the type select_multiple or select_one.");
}

void read_row(const yaml::Node& node, const Item& pattern, const Spot& spot, std::size_t grid,
              FormDraft& draft) {
  if (!has_room(node, draft)) return;
  const Fields fields(node, subject_of("row", node, "name"), row_keys, draft.findings);
  Item row = pattern;
  read_words(fields, spot, row, draft);
  read_rules(fields, row);
  row.depth = fields.figure("depth", 0, 9, 0);
  row.grid = grid;
  draft.form.grids[grid].rows.push_back(add_item(std::move(row), draft));
}

// What the rows of a grid have in common.
Item read_pattern(const Fields& fields, FormDraft& draft) {
  Item pattern;
  const bool known = read_type(fields, pattern, draft);
  const bool fits = pattern.type == ItemType::integer || pattern.type == ItemType::decimal ||
                    pattern.type == ItemType::select_one;
  if (known && !fits) {
    draft.findings.add(Fault::bad_value, fields.value("type", Presence::optional)->place,
                       "the rows of " + fields.subject() + " cannot be " +
                           std::string(name_of(pattern.type)) + ".",
                       "Write select_one LIST, integer or decimal, or list the items one by one.");
  }
  read_rules(fields, pattern);
  return pattern;
}

// What a calculate has to say, and what only a printed item has.
void check_calculated(const Fields& fields, const Item& item, FormDraft& draft) {
  if (item.type != ItemType::calculate || item.word != "calculate" || !item.calculation.empty())
    return;
  draft.findings.add(Fault::missing_key, item.place, fields.subject() + " has no calculation.",
                     "Add the key \"calculation\".");
}

// Of the words of an appearance those that say how much room the page gives.
void read_appearance(Item& item) {
  const std::string& words = item.appearance;
  if (words.find("multiline") != std::string::npos) item.paper.lines = std::max(item.paper.lines, 3);
  const auto columns = words.find("columns-");
  if (columns == std::string::npos || columns + 8 >= words.size()) return;
  const char digit = words[columns + 8];
  if (digit >= '1' && digit <= '9') item.paper.columns = digit - '0';
}

}  // namespace

void read_item(const yaml::Node& node, const Spot& spot, FormDraft& draft) {
  if (!has_room(node, draft)) return;
  const Fields fields(node, subject_of("item", node, "name"), item_keys, draft.findings);
  Item item;
  read_type(fields, item, draft);
  read_words(fields, spot, item, draft);
  read_rules(fields, item);
  read_appearance(item);
  item.frame_column = fields.text("frame", Presence::optional);
  item.codes_of = fields.text("codes_of", Presence::optional);
  check_coded(fields, item, draft);
  check_calculated(fields, item, draft);
  if (fields.has("paper")) item.paper = read_paper(fields, item_paper_keys, draft);
  add_item(std::move(item), draft);
}

void read_grid(const yaml::Node& node, const Spot& spot, FormDraft& draft) {
  const Fields fields(node, subject_of("grid", node, "grid"), grid_keys, draft.findings);
  const std::size_t index = draft.form.grids.size();
  Grid& grid = draft.form.grids.emplace_back();
  grid.section = spot.section;
  grid.name = spot.named(fields.name("grid"));
  if (!grid.name.empty()) draft.blocks.add(grid.name, node.place, draft.findings);
  grid.number = fields.text("number", Presence::optional);
  grid.label = fields.label("label", Presence::required);
  grid.hint = fields.label("hint", Presence::optional);
  grid.paper = read_paper(fields, grid_paper_keys, draft);
  const Item pattern = read_pattern(fields, draft);
  const yaml::Node* rows = fields.list("rows", Presence::required);
  if (rows == nullptr) return;
  for (const yaml::Node& row : rows->list) read_row(row, pattern, spot, index, draft);
}

}  // namespace genpyo::forms
