// Groups, and repeats with an instance of all their items for each time they are printed.
#include <algorithm>
#include <array>
#include <charconv>

#include "forms/form_reading.h"

namespace genpyo::forms {
namespace {

using namespace std::string_view_literals;

constexpr int most_instances = 99, usual_instances = 3;
constexpr std::size_t most_groups = 5'000;

constexpr std::array group_keys = {"group"sv, "label"sv, "hint"sv, "relevant"sv, "appearance"sv,
                                   "items"sv};
constexpr std::array repeat_keys = {"repeat"sv,     "label"sv,        "hint"sv,  "relevant"sv,
                                    "appearance"sv, "repeat_count"sv, "paper"sv, "items"sv};
constexpr std::array repeat_paper_keys = {"instances"sv};

bool has_room(const yaml::Node& node, FormDraft& draft) {
  if (draft.form.groups.size() < most_groups) return true;
  if (!draft.over_full) {
    draft.findings.add(Fault::too_large, node.place, "the form has over 5,000 groups.",
                       "Split the form.");
  }
  draft.over_full = true;
  return false;
}

Group read_heading(const Fields& fields, std::string_view key, const Spot& spot) {
  Group group;
  group.place = fields.place();
  group.section = spot.section;
  group.within = spot.group;
  group.name = spot.named(fields.name(key));
  group.label = fields.label("label", Presence::optional);
  group.hint = fields.label("hint", Presence::optional);
  group.relevant = fields.rule("relevant", Presence::optional);
  return group;
}

// As often as the author says, or as the count when that is a plain figure.
int instances_of(const Fields& fields, const Rule& count, FormDraft& draft) {
  int counted = 0;
  const char* end = count.text.data() + count.text.size();
  const auto reading = std::from_chars(count.text.data(), end, counted);
  const bool plain = !count.empty() && reading.ec == std::errc{} && reading.ptr == end;
  const int otherwise = plain ? std::clamp(counted, 1, most_instances) : usual_instances;
  const yaml::Node* paper = fields.value("paper", Presence::optional);
  if (paper == nullptr) return otherwise;
  const Fields hints(*paper, "paper of " + fields.subject(), repeat_paper_keys, draft.findings);
  return hints.figure("instances", 1, most_instances, otherwise);
}

// "Members of the household (2)"
Label numbered(const Label& label, int instance) {
  std::map<std::string, std::string> texts = label.texts();
  for (auto& [language, text] : texts) {
    const std::string number = std::to_string(instance);
    text += language == "ja" ? "（" + number + "）" : " (" + number + ")";
  }
  return Label(std::move(texts));
}

}  // namespace

std::string Spot::named(const std::string& name) const {
  if (name.empty() || name.size() > longest_variable) return name;
  return name.substr(0, longest_variable - std::min(longest_variable, suffix.size())) + suffix;
}

void read_items(const yaml::Node& list, const Spot& spot, FormDraft& draft) {
  for (const yaml::Node& item : list.list) {
    if (draft.over_full) return;
    if (item.find("grid") != nullptr) {
      read_grid(item, spot, draft);
    } else if (item.find("group") != nullptr) {
      read_group(item, spot, draft);
    } else if (item.find("repeat") != nullptr) {
      read_repeat(item, spot, draft);
    } else {
      read_item(item, spot, draft);
    }
  }
}

void read_group(const yaml::Node& node, const Spot& spot, FormDraft& draft) {
  if (!has_room(node, draft)) return;
  const Fields fields(node, subject_of("group", node, "group"), group_keys, draft.findings);
  Group group = read_heading(fields, "group", spot);
  if (!group.name.empty()) draft.blocks.add(group.name, node.place, draft.findings);
  Spot inside = spot;
  inside.group = draft.form.groups.size();
  draft.form.groups.push_back(std::move(group));
  const yaml::Node* items = fields.list("items", Presence::required);
  if (items != nullptr) read_items(*items, inside, draft);
}

void read_repeat(const yaml::Node& node, const Spot& spot, FormDraft& draft) {
  if (!has_room(node, draft)) return;
  const Fields fields(node, subject_of("repeat", node, "repeat"), repeat_keys, draft.findings);
  const Group heading = read_heading(fields, "repeat", spot);
  if (!heading.name.empty()) draft.blocks.add(heading.name, node.place, draft.findings);
  const std::size_t index = draft.form.repeats.size();
  Repeat repeat;
  repeat.name = heading.name;
  repeat.label = heading.label;
  repeat.section = spot.section;
  repeat.place = node.place;
  repeat.count = fields.rule("repeat_count", Presence::optional);
  repeat.instances = instances_of(fields, repeat.count, draft);
  if (spot.repeat) repeat.within = {*spot.repeat, spot.instance};
  const int instances = repeat.instances;
  draft.form.repeats.push_back(std::move(repeat));
  const yaml::Node* items = fields.list("items", Presence::required);
  for (int instance = 1; items != nullptr && instance <= instances; ++instance) {
    if (!has_room(node, draft)) return;
    Group printed = heading;
    printed.name = Spot{0, {}, {}, 0, "_" + std::to_string(instance)}.named(heading.name);
    printed.label = numbered(heading.label, instance);
    printed.repeat = index;
    printed.instance = instance;
    Spot inside{spot.section, draft.form.groups.size(), index, instance,
                spot.suffix + "_" + std::to_string(instance)};
    draft.form.groups.push_back(std::move(printed));
    read_items(*items, inside, draft);
  }
}

}  // namespace genpyo::forms
