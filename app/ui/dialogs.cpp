#include "app/ui/dialogs.h"

#include <algorithm>

#include "app/session/profile.h"
#include "app/session/words.h"
#include "app/ui/caret.h"
#include "app/ui/open_points.h"
#include "app/ui/otherwise_view.h"

namespace genpyo::ui {
namespace {

using session::State;
using validators::ExplainedRule;

constexpr std::size_t most_open = 40;

// A cap at the left, what it does at the right.
void draw_help_row(const std::string& key, const std::string& word, const Writer& writer) {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const Style cap = writer.style(theme::small_size, writer.colours().text, true);
  const float width = writer.letters().width(key, cap.size) + writer.px(12);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled({from.x, from.y + writer.px(2)}, {from.x + width, from.y + writer.px(23)},
                     writer.colours().card, writer.px(3));
  list.AddRect({from.x, from.y + writer.px(2)}, {from.x + width, from.y + writer.px(23)},
               writer.colours().edge, writer.px(3));
  writer.line({from.x + writer.px(6), from.y + writer.px(12.5f) + cap.size * 0.36f}, cap, key);
  writer.paragraph(word, writer.style(theme::body_size), 130);
  writer.gap(3);
}

// What people call a check or an extraction; "" for an item's own rule.
std::string title_of(const State& state, const ExplainedRule& rule, const Texts& texts) {
  if (rule.role != ExplainedRule::Role::extraction && rule.role != ExplainedRule::Role::base)
    return rule.name;
  for (const forms::Extraction& extraction : state.survey->form.extractions) {
    if (extraction.name == rule.name)
      return session::tables_of(extraction, texts.language, texts.strings);
  }
  return rule.name;
}

// Whether it says only where another rule, or the question, applies: not holding is no fault.
bool is_condition(ExplainedRule::Role role) {
  using Role = ExplainedRule::Role;
  return role == Role::relevant || role == Role::applies_when || role == Role::base;
}

void draw_rule(const State& state, const ExplainedRule& rule, const Texts& texts,
               const Writer& writer) {
  const Sign sign = rule.applied && rule.holds                    ? Sign::good
                    : rule.applied && !is_condition(rule.role) ? Sign::hard
                                                               : Sign::outside;
  const char* outcome = !rule.applied ? "ui.why.not_applied"
                        : rule.holds  ? "ui.why.holds"
                                      : "ui.why.fails";
  writer.signed_paragraph(
      sign, texts(word_of(rule.role), {title_of(state, rule, texts)}) + texts(outcome),
      writer.style(theme::body_size, writer.colours().text, true));
  if (!rule.rule.empty()) writer.paragraph(rule.rule, writer.style(theme::small_size), 26);
  for (const validators::Step& step : rule.steps) {
    if (step.depth == 0) continue;
    writer.paragraph(step.text + "  →  " + step.value, writer.style(theme::small_size, writer.colours().pen),
                     26 + 18 * static_cast<float>(std::min(step.depth, 12)));
  }
  for (const forms::ItemIndex item : rule.rests_on) {
    const std::string value = session::word(state.current.marks[item].content, state.survey->form,
                                            item, texts.language, texts.strings);
    writer.paragraph(texts("ui.why.rests_on",
                           {session::name_of(state.survey->form, item, texts.language), value}),
                     writer.style(theme::small_size, writer.colours().quiet), 26);
  }
  writer.gap(12);
}

}  // namespace

const char* word_of(validators::ExplainedRule::Role role) {
  switch (role) {
    case ExplainedRule::Role::relevant: return "ui.why.relevant";
    case ExplainedRule::Role::calculation: return "ui.why.calculation";
    case ExplainedRule::Role::default_value: return "ui.why.default";
    case ExplainedRule::Role::choice_filter: return "ui.why.choice_filter";
    case ExplainedRule::Role::required: return "ui.why.required";
    case ExplainedRule::Role::constraint: return "ui.why.constraint";
    case ExplainedRule::Role::applies_when: return "ui.why.applies_when";
    case ExplainedRule::Role::check: return "ui.why.check";
    case ExplainedRule::Role::base: return "ui.why.base";
    case ExplainedRule::Role::extraction: return "ui.why.extraction";
  }
  return "";
}

void draw_help(const Texts& texts, const Writer& writer) {
  draw_help_row("0–9", texts("ui.help.digits"), writer);
  draw_help_row("-  *  /  +", texts("ui.help.signs"), writer);
  for (const session::CommandRow& row : session::command_table()) {
    if (row.in_help) draw_help_row(session::key_name(row.chord), texts(row.string_key), writer);
  }
  writer.heading(texts("ui.help.legend"));
  for (const SignMeaning& each : sign_meanings) {
    writer.signed_paragraph(each.sign, texts(each.word), writer.style(theme::body_size));
    writer.gap(3);
  }
}

void draw_why(const State& state, const Texts& texts, const Writer& writer) {
  const auto& explanation = state.explanation;
  writer.paragraph(session::name_of(state.survey->form, explanation.item, texts.language),
                   writer.style(theme::heading_size));
  const bool asked = state.evaluation.items[explanation.item].relevant;
  writer.paragraph(texts(asked ? "ui.why.asked" : "ui.why.not_asked"),
                   writer.style(theme::body_size));
  writer.gap(12);
  if (explanation.rules.empty()) {
    writer.paragraph(texts("ui.why.no_rule"), writer.style(theme::body_size, writer.colours().quiet));
    writer.gap(12);
  }
  for (const ExplainedRule& rule : explanation.rules) draw_rule(state, rule, texts, writer);
  draw_otherwise(state, texts, writer);
}

void draw_close(const State& state, const Texts& texts, const Writer& writer,
                std::vector<session::Action>& actions) {
  const auto& evaluation = state.evaluation;
  const bool closed = state.current.state == forms::CaseState::closed;
  const bool may = session::may_be_closed(state), second = state.current.pass == store::second_pass;
  const char* sentence = second   ? may ? "ui.close.second_may" : "ui.close.second_may_not"
                         : closed ? "ui.close.is_closed"
                         : may    ? "ui.close.may"
                                  : "ui.close.may_not";
  writer.signed_paragraph(closed || may ? Sign::good : Sign::hard,
                          texts(sentence, {state.current.id}),
                          writer.style(theme::body_size, writer.colours().text, true));
  writer.gap(10);
  if (!evaluation.not_keyed.empty()) {
    const std::string next =
        session::name_of(state.survey->form, evaluation.not_keyed.front(), texts.language);
    if (writer.link(-1, Sign::not_keyed,
                    texts("ui.not_keyed", {std::to_string(evaluation.not_keyed.size()), next}),
                    writer.style(theme::small_size))) {
      actions.push_back(session::GoTo{evaluation.not_keyed.front()});
    }
  }
  draw_violations_as_links(state, texts, writer, most_open, actions);
}

void draw_question_for_text(const State& state, const Texts& texts, const Writer& writer,
                            const char* hint, int lines) {
  const bool about_item = state.dialog != session::Dialog::go_to;
  if (about_item) {
    writer.paragraph(session::name_of(state.survey->form, state.cursor, texts.language),
                     writer.style(theme::body_size, writer.colours().text, true));
  }
  if (state.dialog == session::Dialog::reason) {
    for (const validators::Violation& violation : state.evaluation.violations) {
      if (violation.item != state.cursor || violation.settled ||
          violation.severity != forms::Severity::hard)
        continue;
      writer.signed_paragraph(
          Sign::hard, session::word(violation, state.survey->form, state.evaluation.items, texts.language, texts.strings),
          writer.style(theme::small_size, writer.colours().hard));
    }
  }
  writer.paragraph(texts(hint), writer.style(theme::small_size, writer.colours().quiet));
  writer.gap(8);
  const Style style = writer.style(theme::heading_size, writer.colours().pen);
  const float pitch = style.size * 1.4f, pad = writer.px(10);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const ImVec2 size{ImGui::GetContentRegionAvail().x, pitch * static_cast<float>(lines) + 2 * pad};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(from, {from.x + size.x, from.y + size.y}, writer.colours().card, writer.px(4));
  list.AddRect(from, {from.x + size.x, from.y + size.y}, writer.colours().strong, writer.px(4), 0,
               writer.px(2));
  const DraftLines draft =
      in_lines(state.dialog_draft, writer.letters(), style.size, size.x - 2 * pad);
  draw_draft(list, writer.letters(), {from.x + pad, from.y + pad + style.size * 1.05f}, draft,
             static_cast<std::size_t>(lines), pitch, style, writer.colours());
  ImGui::Dummy(size);
}

}  // namespace genpyo::ui
