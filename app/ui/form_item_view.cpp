#include "app/ui/form_item_view.h"

#include <algorithm>

#include "app/session/words.h"
#include "app/ui/dialogs.h"

namespace genpyo::ui {
namespace {

using forms::Form;
using forms::Item;
using session::State;
using validators::ExplainedRule;

const char* word_of(forms::ItemType type) {
  switch (type) {
    case forms::ItemType::select_one: return "ui.form.type.select_one";
    case forms::ItemType::select_multiple: return "ui.form.type.select_multiple";
    case forms::ItemType::integer: return "ui.form.type.integer";
    case forms::ItemType::text: return "ui.form.type.text";
    case forms::ItemType::date: return "ui.form.type.date";
    case forms::ItemType::decimal: return "ui.form.type.decimal";
    case forms::ItemType::time: return "ui.form.type.time";
    case forms::ItemType::date_time: return "ui.form.type.date_time";
    case forms::ItemType::rank: return "ui.form.type.rank";
    case forms::ItemType::note: return "ui.form.type.note";
    case forms::ItemType::calculate: return "ui.form.type.calculate";
    case forms::ItemType::blank_box: return "ui.form.type.blank_box";
  }
  return "";
}

const char* word_of(forms::Source source) {
  switch (source) {
    case forms::Source::stated: return "ui.source.stated";
    case forms::Source::report: return "ui.source.report";
    case forms::Source::published: return "ui.source.published";
    case forms::Source::inferred: return "ui.source.inferred";
  }
  return "";
}

// A name at the left, what it is at the right.
void draw_fact(const std::string& name, const std::string& fact, const Writer& writer) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const Style style = writer.style(theme::small_size, writer.colours().quiet);
  writer.line({from.x, from.y + style.size * (ascent + (line_pitch - 1) / 2)}, style, name);
  writer.paragraph(fact, writer.style(theme::small_size), 110);
}

void draw_facts(const Form& form, const Item& item, const Texts& texts, const Writer& writer) {
  draw_fact(texts("ui.form.variable"), item.name, writer);
  const std::string& unit = item.unit.in(texts.language);
  draw_fact(texts("ui.form.type"),
            texts(word_of(item.type)) + (unit.empty() ? "" : "  " + texts("ui.unit", {unit})), writer);
  draw_fact(texts("ui.form.origin"), texts(word_of(item.source)), writer);
  if (!item.frame_column.empty())
    draw_fact(texts("ui.form.asked"), texts("ui.form.from_frame", {item.frame_column}), writer);
  if (!item.codes_of.empty()) {
    const auto text = form.find(item.codes_of);
    const std::string name = text ? session::name_of(form, *text, texts.language) : item.codes_of;
    draw_fact(texts("ui.form.asked"), texts("ui.form.coded_from", {name}), writer);
  }
  if (item.identifying) draw_fact("", texts("ui.form.identifying"), writer);
}

void draw_choices(const forms::ChoiceList& list, const Texts& texts, const Writer& writer) {
  writer.heading(texts("ui.form.choices"));
  const Style style = writer.style(theme::small_size);
  for (const forms::Choice& choice : list.choices) {
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const std::string number = std::to_string(choice.code);
    writer.line({from.x + writer.px(24) - writer.letters().width(number, style.size),
                 from.y + style.size * (ascent + (line_pitch - 1) / 2)},
                {style.size, writer.colours().text, true}, number);
    std::string words = choice.label.in(texts.language);
    if (choice.exclusive) words += " [" + texts("ui.form.exclusive") + "]";
    if (choice.source != forms::Source::stated) words += "  — " + texts(word_of(choice.source));
    writer.paragraph(words, style, 36);
  }
}

// A check goes by its name, an extraction by its tables; an item's own rule needs none.
std::string title_of(const Form& form, const ExplainedRule& rule, const Texts& texts) {
  const auto extraction = std::find_if(form.extractions.begin(), form.extractions.end(),
                                       [&](const auto& each) { return each.name == rule.name; });
  const bool is_extraction = rule.role == ExplainedRule::Role::extraction && extraction != form.extractions.end();
  return is_extraction ? session::tables_of(*extraction, texts.language, texts.strings) : rule.name;
}

// What the form tells the clerk when the rule is broken.
std::string message_of(const Form& form, const Item& item, const ExplainedRule& rule,
                       std::string_view language) {
  if (rule.role == ExplainedRule::Role::constraint) return item.constraint_message.in(language);
  if (rule.role == ExplainedRule::Role::required) return item.required_message.in(language);
  const auto check = std::find_if(form.checks.begin(), form.checks.end(),
                                  [&](const auto& each) { return each.name == rule.name; });
  const bool is_check = rule.role == ExplainedRule::Role::check && check != form.checks.end();
  return is_check ? check->message.in(language) : "";
}

void draw_rules(const State& state, const Item& item, const Texts& texts, const Writer& writer) {
  const Form& form = state.survey->form;
  const auto& rules = state.explanation.rules;
  writer.heading(texts("ui.form.rules"));
  const bool always = std::none_of(rules.begin(), rules.end(), [](const ExplainedRule& rule) {
    return rule.role == ExplainedRule::Role::relevant;
  });
  if (always && item.asked())
    writer.paragraph(texts("ui.form.always_asked"), writer.style(theme::small_size));
  for (const ExplainedRule& rule : rules) {
    writer.paragraph(texts(ui::word_of(rule.role), {title_of(form, rule, texts)}),
                     writer.style(theme::small_size, writer.colours().text, true));
    if (!rule.rule.empty())
      writer.paragraph(rule.rule, writer.style(theme::small_size, writer.colours().pen), 18);
    const std::string message = message_of(form, item, rule, texts.language);
    if (!message.empty()) writer.paragraph(message, writer.style(theme::small_size, writer.colours().quiet), 18);
    writer.gap(4);
  }
}

}  // namespace

void draw_form_item(const State& state, const Texts& texts, const Writer& writer) {
  const Form& form = state.survey->form;
  const Item& item = form.items[state.picked];
  writer.paragraph(session::name_of(form, state.picked, texts.language),
                   writer.style(theme::heading_size, writer.colours().text, true));
  for (const auto& [language, label] : item.label.texts()) {
    if (language != texts.language)
      writer.paragraph(label, writer.style(theme::small_size, writer.colours().quiet));
  }
  const std::string& hint = item.hint.in(texts.language);
  if (!hint.empty()) writer.paragraph(hint, writer.style(theme::small_size));
  writer.gap(8);
  draw_facts(form, item, texts, writer);
  if (const auto* list = form.choices_of(item)) draw_choices(*list, texts, writer);
  draw_rules(state, item, texts, writer);
  writer.gap(10);
}

}  // namespace genpyo::ui
