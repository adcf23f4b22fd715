#include "app/ui/question_card.h"

#include <algorithm>

#include "app/session/words.h"
#include "forms/paper/words.h"

namespace genpyo::ui {
namespace {

using forms::Item;
using forms::ItemType;
using session::State;

bool is_marked(const forms::Mark& mark, int code) {
  const auto* codes = std::get_if<forms::Codes>(&mark.content);
  const forms::Codes& taken = codes != nullptr ? *codes : mark.several;
  return std::find(taken.begin(), taken.end(), code) != taken.end();
}

// As many columns as the longest choice leaves room for.
int columns_of(const forms::ChoiceList& list, const Texts& texts, const Writer& writer, float size,
               float width) {
  float widest = 0;
  for (const forms::Choice& choice : list.choices) {
    widest = std::max(widest, writer.letters().width(choice.label.in(texts.language), size));
  }
  const float column = widest + writer.px(44);
  return std::clamp(static_cast<int>(width / column), 1, list.choices.size() > 8 ? 3 : 1);
}

// One choice: its number in a ring that is filled when it is marked. Gives the height it took.
float draw_choice(const forms::Choice& choice, bool marked, const Texts& texts,
                  const Writer& writer, float size, ImVec2 from, float width, bool& clicked) {
  const Style style{size, marked ? theme::pen : theme::text, marked};
  const float indent = writer.px(34);
  const auto& lines =
      writer.letters().lines(choice.label.in(texts.language), size, std::max(size, width - indent));
  const float pitch = size * 1.35f;
  const float height = std::max<float>(1, static_cast<float>(lines.size())) * pitch + writer.px(3);
  ImGui::SetCursorScreenPos(from);
  clicked = ImGui::InvisibleButton("choice", {width, height});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered())
    list.AddRectFilled(from, {from.x + width, from.y + height}, theme::hover, writer.px(3));
  const ImVec2 ring{from.x + writer.px(14), from.y + height / 2};
  const std::string number = std::to_string(choice.code);
  if (marked) list.AddCircleFilled(ring, size * (number.size() > 1 ? 0.8f : 0.68f), theme::pen);
  writer.line({ring.x - writer.letters().width(number, size) / 2, ring.y + size * 0.36f},
              {size, marked ? theme::on_strong : theme::text, true}, number);
  float baseline =
      from.y + (height - static_cast<float>(lines.size()) * pitch) / 2 + pitch / 2 + size * 0.36f;
  for (const std::string& each : lines) {
    writer.line({from.x + indent, baseline}, style, each);
    baseline += pitch;
  }
  return height;
}

// Column by column, as lists are read.
void draw_choices(const State& state, const forms::ChoiceList& list, const Texts& texts,
                  const Writer& writer, std::vector<session::Action>& actions) {
  const bool many = list.choices.size() > 16;
  const float size = writer.px(many ? 13.0f : theme::body_size);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float whole = std::max(1.0f, ImGui::GetContentRegionAvail().x);
  const int columns = columns_of(list, texts, writer, size, whole);
  const std::size_t rows = (list.choices.size() + static_cast<std::size_t>(columns) - 1) /
                           static_cast<std::size_t>(columns);
  const float width = whole / static_cast<float>(columns);
  float y = from.y, lowest = from.y;
  for (std::size_t i = 0; i < list.choices.size(); ++i) {
    if (i % rows == 0) y = from.y;
    const forms::Choice& choice = list.choices[i];
    bool clicked = false;
    ImGui::PushID(choice.code);
    y += draw_choice(choice, is_marked(state.current.marks[state.cursor], choice.code), texts,
                     writer, size, {from.x + static_cast<float>(i / rows) * width, y}, width,
                     clicked);
    ImGui::PopID();
    if (clicked) actions.push_back(session::Choose{state.cursor, choice.code});
    lowest = std::max(lowest, y);
  }
  ImGui::SetCursorScreenPos({from.x, lowest});
  ImGui::Dummy({1, 1});
}

void draw_keys(const State& state, const Item& item, const Texts& texts, const Writer& writer) {
  const forms::ChoiceList* list = state.survey->form.choices_of(item);
  const bool is_text = item.type == ItemType::text;
  const std::string ctrl = is_text ? "Ctrl+" : "";
  if (list != nullptr && !list->choices.empty()) {
    const std::string range = std::to_string(list->choices.front().code) + "–" +
                              std::to_string(list->choices.back().code);
    writer.key(range,
               texts(item.type == ItemType::select_multiple ? "ui.key.toggle" : "ui.key.choose"));
  }
  if (item.type == ItemType::integer) writer.key("0–9", texts("ui.key.figure"));
  if (item.type == ItemType::date) {
    writer.key("1964/4/1  S39.4.1", texts("ui.key.date"));
    writer.key("?", texts("ui.key.unknown_part"));
  }
  if (is_text) writer.key("A あ", texts("ui.key.text"));
  const bool keyed = state.current.marks[state.cursor].keyed() || !state.draft.empty();
  writer.key("Enter", texts(keyed ? "ui.key.go_on" : "ui.key.no_answer"));
  writer.key(ctrl + "-", texts("missing.dont_know"));
  writer.key(ctrl + "*", texts("missing.illegible"));
  writer.key(ctrl + "/", texts("missing.not_applicable"));
  if (list != nullptr) writer.key("+", texts("missing.several_marks"));
  ImGui::NewLine();
}

// Of choices only the numbers: their words stand above, filled.
void draw_marked(const State& state, const Texts& texts, const Writer& writer) {
  const forms::Mark& mark = state.current.marks[state.cursor];
  const bool of_choices = std::holds_alternative<forms::Codes>(mark.content);
  std::string word = of_choices ? forms::plain_text(mark.content)
                                : session::word(mark.content, state.survey->form, state.cursor,
                                                texts.language, texts.strings);
  if (!mark.several.empty()) word += ": " + forms::plain_text(mark.several);
  const ImU32 colour = mark.keyed() ? theme::pen : theme::quiet;
  writer.paragraph(texts("ui.marked", {word}),
                   writer.style(theme::body_size, colour, mark.keyed()));
}

void draw_troubles(const State& state, const Texts& texts, const Writer& writer) {
  const auto small = writer.style(theme::small_size);
  for (const validators::Violation& violation : state.evaluation.violations) {
    if (violation.item != state.cursor) continue;
    const bool hard = violation.severity == forms::Severity::hard;
    const Sign sign = violation.settled ? Sign::settled : hard ? Sign::hard : Sign::soft;
    const ImU32 colour = violation.settled ? theme::quiet : hard ? theme::hard : theme::soft;
    writer.signed_paragraph(
        sign, session::word(violation, state.survey->form, texts.language, texts.strings),
        {small.size, colour, false});
  }
  const validators::ItemState& item = state.evaluation.items[state.cursor];
  if (!item.relevant) writer.signed_paragraph(Sign::skipped, texts("ui.not_asked"), small);
  const auto note = state.current.notes.find(state.cursor);
  if (note != state.current.notes.end())
    writer.signed_paragraph(Sign::note, note->second, {small.size, theme::pen, false});
}

}  // namespace

void draw_question_card(const State& state, const Texts& texts, const Writer& writer,
                        std::vector<session::Action>& actions) {
  const forms::Form& form = state.survey->form;
  const Item& item = form.items[state.cursor];
  writer.gap(10);
  writer.rule();
  writer.gap(10);
  if (item.grid) {
    const forms::Grid& grid = form.grids[*item.grid];
    writer.paragraph(paper::with_printed_numbers(grid.number, texts.language) + " " +
                         grid.label.in(texts.language),
                     writer.style(theme::small_size, theme::quiet, true));
  }
  const std::string printed = paper::with_printed_numbers(item.number, texts.language);
  const std::string number = printed.empty() ? "" : printed + " ";
  writer.paragraph(number + item.label.in(texts.language),
                   writer.style(theme::heading_size, theme::text, true));
  const std::string& unit = item.unit.in(texts.language);
  std::string hint = item.hint.in(texts.language);
  if (!unit.empty()) hint = texts("ui.unit", {unit}) + (hint.empty() ? "" : "  " + hint);
  if (!hint.empty()) writer.paragraph(hint, writer.style(theme::small_size, theme::quiet));
  writer.gap(6);
  if (const auto* list = form.choices_of(item)) draw_choices(state, *list, texts, writer, actions);
  writer.gap(4);
  draw_marked(state, texts, writer);
  draw_troubles(state, texts, writer);
  writer.gap(8);
  draw_keys(state, item, texts, writer);
}

}  // namespace genpyo::ui
