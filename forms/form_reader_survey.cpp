#include <array>

#include "forms/form_reading.h"

namespace genpyo::forms {
namespace {

using namespace std::string_view_literals;

constexpr std::array section_keys = {"section"sv, "label"sv, "relevant"sv, "paper"sv, "items"sv};
constexpr std::array section_paper_keys = {"new_page"sv};

// A section that is asked of some only: a group without a heading of its own.
std::size_t condition_of(const Fields& fields, std::size_t section, FormDraft& draft) {
  Group group;
  group.name = draft.form.sections[section].name;
  group.relevant = fields.rule("relevant", Presence::optional);
  group.section = section;
  group.place = fields.place();
  draft.form.groups.push_back(std::move(group));
  return draft.form.groups.size() - 1;
}

void read_section(const yaml::Node& node, Names& names, FormDraft& draft) {
  const Fields fields(node, subject_of("section", node, "section"), section_keys, draft.findings);
  const std::size_t index = draft.form.sections.size();
  Section& section = draft.form.sections.emplace_back();
  section.name = fields.name("section");
  if (!section.name.empty()) names.add(section.name, node.place, draft.findings);
  section.label = fields.label("label", Presence::required);
  section.paper = read_paper(fields, section_paper_keys, draft);
  Spot spot{index, {}, {}, 0};
  if (fields.has("relevant")) spot.group = condition_of(fields, index, draft);
  const yaml::Node* items = fields.list("items", Presence::required);
  if (items != nullptr) read_items(*items, spot, draft);
}

// `codes_of` may name an item further down: so it is looked at when all are read.
void check_codes_of(const yaml::Node& items, FormDraft& draft) {
  const Form& form = draft.form;
  for (const yaml::Node& item : items.list) {
    if (const yaml::Node* inside = item.find("items")) check_codes_of(*inside, draft);
    const yaml::Node* text = item.find("codes_of");
    if (text == nullptr || text->kind != yaml::Node::Kind::scalar) continue;
    const auto index = form.find(text->scalar);
    if (!index) {
      draft.blocks.add_unknown(Fault::unknown_block, *text,
                               "codes_of names " + quoted(text->scalar) + ", which is no item.",
                               "Name the text item whose answers are coded.", draft.findings);
    } else if (form.items[*index].type != ItemType::text) {
      draft.findings.add(Fault::bad_value, text->place,
                         "codes_of names " + quoted(text->scalar) + ", which is no text item.",
                         "Name the text item whose answers are coded.");
    }
  }
}

}  // namespace

PaperHints read_paper(const Fields& block, Words keys, FormDraft& draft) {
  const yaml::Node* node = block.value("paper", Presence::optional);
  if (node == nullptr) return {};
  const Fields fields(*node, "paper of " + block.subject(), keys, draft.findings);
  PaperHints hints;
  hints.columns = fields.figure("columns", 0, 12, hints.columns);
  hints.lines = fields.figure("lines", 1, 40, hints.lines);
  hints.new_page = fields.flag("new_page");
  return hints;
}

void read_survey(const Fields& top, FormDraft& draft) {
  const yaml::Node* survey = top.list("survey", Presence::required);
  if (survey == nullptr) return;
  Names sections;
  for (const yaml::Node& section : survey->list) read_section(section, sections, draft);
  check_codes_of(*survey, draft);
  settle_references(draft.form);
}

}  // namespace genpyo::forms
