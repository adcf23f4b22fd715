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
constexpr auto rule_keys = joined(handed_down_keys, joined(required_keys, constraint_keys));

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

constexpr std::array type_words = {"select_one"sv, "select_multiple"sv, "integer"sv, "text"sv,
                                   "date"sv};
constexpr std::array item_types = {ItemType::select_one, ItemType::select_multiple,
                                   ItemType::integer, ItemType::text, ItemType::date};

void find_list(const yaml::Node& type, const std::string& name, Item& item, FormDraft& draft) {
  const auto& lists = draft.form.lists;
  const auto found = std::find_if(lists.begin(), lists.end(),
                                  [&name](const ChoiceList& list) { return list.name == name; });
  if (found != lists.end()) {
    item.choices = static_cast<std::size_t>(found - lists.begin());
    return;
  }
  yaml::Node word = type;  // the name alone, with the place of the type
  word.scalar = name;
  draft.lists.add_unknown(Fault::unknown_list, word, "there is no list " + quoted(name) + ".",
                          "Name a list that stands under choices.", draft.findings);
}

// "integer", "select_one founder". False when there is no such type.
bool read_type(const Fields& fields, Item& item, FormDraft& draft) {
  const yaml::Node* type = fields.scalar("type", Presence::required);
  if (type == nullptr) return false;
  const std::string& text = type->scalar;
  const auto space = std::min(text.find(' '), text.size());
  const std::string word = text.substr(0, space);
  const std::string list = text.substr(std::min(text.find_first_not_of(' ', space), text.size()));
  const auto at = std::find(type_words.begin(), type_words.end(), word);
  if (at == type_words.end()) {
    draft.findings.add(Fault::unknown_type, type->place, quoted(word) + " is no type.",
                       suggestion(word, type_words));
    return false;
  }
  item.type = item_types[static_cast<std::size_t>(at - type_words.begin())];
  const bool takes_list =
      item.type == ItemType::select_one || item.type == ItemType::select_multiple;
  if (takes_list && !list.empty()) {
    find_list(*type, list, item, draft);
  } else if (takes_list) {
    draft.findings.add(Fault::unknown_list, type->place, "the type " + word + " names no list.",
                       "Write " + word + " and the name of a list that stands under choices.");
  } else if (!list.empty()) {
    draft.findings.add(Fault::bad_value, type->place, "the type " + word + " takes no list.",
                       "Write " + word + " alone.");
  }
  return true;
}

// `required` may also be a plain yes or no.
Rule read_required(const Fields& fields) {
  Rule rule = fields.rule("required", Presence::optional);
  if (rule.text == "true" || rule.text == "yes") rule.text = "true()";
  if (rule.text == "false" || rule.text == "no" || rule.text == "false()") rule.text.clear();
  return rule;
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
}

void read_words(const Fields& fields, Item& item, FormDraft& draft) {
  item.place = fields.place();
  item.name = fields.name("name");
  if (!item.name.empty()) draft.blocks.add(item.name, item.place, draft.findings);
  item.number = fields.text("number", Presence::optional);
  item.label = fields.label("label", Presence::required);
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

void read_row(const yaml::Node& node, const Item& pattern, std::size_t grid, FormDraft& draft) {
  if (!has_room(node, draft)) return;
  const Fields fields(node, subject_of("row", node, "name"), row_keys, draft.findings);
  Item row = pattern;
  read_words(fields, row, draft);
  read_rules(fields, row);
  row.depth = fields.figure("depth", 0, 9, 0);
  row.grid = grid;
  draft.form.grids[grid].rows.push_back(add_item(std::move(row), draft));
}

// What the rows of a grid have in common.
Item read_pattern(const Fields& fields, std::size_t section, FormDraft& draft) {
  Item pattern;
  pattern.section = section;
  const bool known = read_type(fields, pattern, draft);
  const bool fits = pattern.type == ItemType::integer || pattern.type == ItemType::select_one;
  if (known && !fits) {
    draft.findings.add(Fault::bad_value, fields.value("type", Presence::optional)->place,
                       "the rows of " + fields.subject() + " cannot be " +
                           std::string(name_of(pattern.type)) + ".",
                       "Write select_one LIST or integer, or list the items one by one.");
  }
  read_rules(fields, pattern);
  return pattern;
}

}  // namespace

void read_item(const yaml::Node& node, std::size_t section, FormDraft& draft) {
  if (!has_room(node, draft)) return;
  const Fields fields(node, subject_of("item", node, "name"), item_keys, draft.findings);
  Item item;
  item.section = section;
  read_words(fields, item, draft);
  read_type(fields, item, draft);
  read_rules(fields, item);
  item.frame_column = fields.text("frame", Presence::optional);
  item.codes_of = fields.text("codes_of", Presence::optional);
  check_coded(fields, item, draft);
  item.paper = read_paper(fields, item_paper_keys, draft);
  add_item(std::move(item), draft);
}

void read_grid(const yaml::Node& node, std::size_t section, FormDraft& draft) {
  const Fields fields(node, subject_of("grid", node, "grid"), grid_keys, draft.findings);
  const std::size_t index = draft.form.grids.size();
  Grid& grid = draft.form.grids.emplace_back();
  grid.section = section;
  grid.name = fields.name("grid");
  if (!grid.name.empty()) draft.blocks.add(grid.name, node.place, draft.findings);
  grid.number = fields.text("number", Presence::optional);
  grid.label = fields.label("label", Presence::required);
  grid.hint = fields.label("hint", Presence::optional);
  grid.paper = read_paper(fields, grid_paper_keys, draft);
  const Item pattern = read_pattern(fields, section, draft);
  const yaml::Node* rows = fields.list("rows", Presence::required);
  if (rows == nullptr) return;
  for (const yaml::Node& row : rows->list) read_row(row, pattern, index, draft);
}

}  // namespace genpyo::forms
