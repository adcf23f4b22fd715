#include "app/ui/question_card.h"

#include <algorithm>

#include "app/session/profile.h"
#include "app/session/words.h"
#include "forms/paper/words.h"

namespace genpyo::ui {
namespace {

using forms::Item;
using forms::ItemType;
using session::State;

constexpr float large_size = 27;  // of the question when guided, pixels at 96 dpi

bool is_guided(const State& state) {
  return state.settings.profile == session::Profile::guided;
}

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

// One choice: its number in a ring that is filled when it is marked. A roomy one has a frame, to be
// touched. Gives the height it took.
float draw_choice(const forms::Choice& choice, bool marked, bool withheld, bool roomy,
                  const Texts& texts, const Writer& writer, float size, ImVec2 from, float width,
                  bool& clicked) {
  const ImU32 unmarked = withheld ? writer.colours().quiet : writer.colours().text;
  const Style style{size, marked ? writer.colours().pen : unmarked, marked};
  const float indent = writer.px(roomy ? 44 : 34);
  const auto& lines =
      writer.letters().lines(choice.label.in(texts.language), size, std::max(size, width - indent));
  const float pitch = size * 1.35f;
  const float height = std::max<float>(1, static_cast<float>(lines.size())) * pitch + writer.px(roomy ? 14 : 3);
  ImGui::SetCursorScreenPos(from);
  clicked = ImGui::InvisibleButton("choice", {width, height});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered())
    list.AddRectFilled(from, {from.x + width, from.y + height}, writer.colours().hover, writer.px(3));
  if (roomy)
    list.AddRect(from, {from.x + width - writer.px(6), from.y + height},
                 marked ? writer.colours().pen : writer.colours().edge, writer.px(4), 0,
                 writer.px(marked ? 2 : writer.colours().frame));
  const ImVec2 ring{from.x + writer.px(roomy ? 20 : 14), from.y + height / 2};
  const std::string number = std::to_string(choice.code);
  if (marked) list.AddCircleFilled(ring, size * (number.size() > 1 ? 0.8f : 0.68f), writer.colours().pen);
  writer.line({ring.x - writer.letters().width(number, size) / 2, ring.y + size * 0.36f},
              {size, marked ? writer.colours().on_strong : unmarked, !withheld}, number);
  float baseline =
      from.y + (height - static_cast<float>(lines.size()) * pitch) / 2 + pitch / 2 + size * 0.36f;
  for (const std::string& each : lines) {
    writer.line({from.x + indent, baseline}, style, each);
    baseline += pitch;
  }
  return height + writer.px(roomy ? 6 : 0);
}

// Column by column, as lists are read.
void draw_choices(const State& state, const forms::ChoiceList& list, const Texts& texts,
                  const Writer& writer, std::vector<session::Action>& actions) {
  const bool many = list.choices.size() > 16;
  const bool roomy = is_guided(state) && !many;
  const forms::Codes& withheld = state.evaluation.items[state.cursor].withheld;
  const float size = writer.px(roomy ? theme::heading_size : many ? 13.0f : theme::body_size);
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
    y += draw_choice(choice, is_marked(state.current.marks[state.cursor], choice.code),
                     std::binary_search(withheld.begin(), withheld.end(), choice.code), roomy, texts,
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
    const auto by_code = [](const forms::Choice& a, const forms::Choice& b) { return a.code < b.code; };
    const auto [least, most] = std::minmax_element(list->choices.begin(), list->choices.end(), by_code);
    const std::string range = std::to_string(least->code) + "–" + std::to_string(most->code);
    writer.key(range,
               texts(item.type == ItemType::select_multiple ? "ui.key.toggle"
                     : item.type == ItemType::rank          ? "ui.key.rank"
                                                            : "ui.key.choose"));
  }
  if (item.type == ItemType::integer) writer.key("0–9", texts("ui.key.figure"));
  if (item.type == ItemType::decimal) writer.key("36.5", texts("ui.key.figure"));
  if (item.type == ItemType::time) writer.key("1430", texts("ui.key.time"));
  if (item.type == ItemType::date_time) writer.key("2018/4/1 14:30", texts("ui.key.moment"));
  if (item.type == ItemType::date) {
    writer.key("1964/4/1  S39.4.1", texts("ui.key.date"));
    writer.key("?", texts("ui.key.unknown_part"));
  }
  if (is_text) writer.key("A あ", texts("ui.key.text"));
  if (is_text && item.paper.lines > 1) writer.key("Ctrl+Enter", texts("ui.key.line_break"));
  const bool keyed = state.current.marks[state.cursor].keyed() || !state.draft.empty();
  writer.key("Enter", texts(keyed ? "ui.key.go_on" : "ui.key.no_answer"));
  writer.key(ctrl + "-", texts("missing.dont_know"));
  writer.key(ctrl + "*", texts("missing.illegible"));
  writer.key(ctrl + "/", texts("missing.not_applicable"));
  if (list != nullptr) writer.key("+", texts("missing.several_marks"));
  writer.key("Ctrl+.", texts("missing.page_absent"));
  ImGui::NewLine();
}

// Of choices only the numbers: their words stand above, filled.
void draw_marked(const State& state, const Texts& texts, const Writer& writer) {
  const forms::Mark& mark = state.current.marks[state.cursor];
  const bool of_choices = std::holds_alternative<forms::Codes>(mark.content);
  std::string word = of_choices ? session::numbers_of(std::get<forms::Codes>(mark.content), texts.language, texts.strings)
                                : session::word(mark.content, state.survey->form, state.cursor,
                                                texts.language, texts.strings);
  if (!mark.several.empty()) word += ": " + session::numbers_of(mark.several, texts.language, texts.strings);
  const ImU32 colour = mark.keyed() ? writer.colours().pen : writer.colours().quiet;
  writer.paragraph(texts("ui.marked", {word}),
                   writer.style(theme::body_size, colour, mark.keyed()));
  const forms::Value& value = state.evaluation.items[state.cursor].value;
  if (mark.keyed() || !forms::is_answer(value)) return;
  const std::string standing =
      session::word(value, state.survey->form, state.cursor, texts.language, texts.strings);
  writer.paragraph(texts("ui.standing", {standing}),
                   writer.style(theme::body_size, writer.colours().quiet));
}

void draw_troubles(const State& state, const Texts& texts, const Writer& writer) {
  const auto small = writer.style(is_guided(state) ? theme::body_size : theme::small_size);
  for (const validators::Violation& violation : state.evaluation.violations) {
    if (violation.item != state.cursor || !session::is_shown(state, violation)) continue;
    const bool hard = violation.severity == forms::Severity::hard;
    const Sign sign = violation.settled ? Sign::settled : hard ? Sign::hard : Sign::soft;
    const ImU32 colour = violation.settled ? writer.colours().quiet : hard ? writer.colours().hard : writer.colours().soft;
    writer.signed_paragraph(
        sign, session::word(violation, state.survey->form, state.evaluation.items, texts.language, texts.strings),
        {small.size, colour, false});
  }
  const validators::ItemState& item = state.evaluation.items[state.cursor];
  if (!item.relevant) writer.signed_paragraph(Sign::skipped, texts("ui.not_asked"), small);
  const bool is_text = state.survey->form.items[state.cursor].type == ItemType::text;
  const std::string strange = is_text ? session::outside_cp932(state.draft.text()) : "";
  if (!strange.empty()) {
    writer.signed_paragraph(Sign::soft, texts("ui.not_in_cp932", {strange}),
                            {small.size, writer.colours().soft, false});
  }
  const auto note = state.current.notes.find(state.cursor);
  if (note != state.current.notes.end())
    writer.signed_paragraph(Sign::note, note->second, {small.size, writer.colours().pen, false});
}

}  // namespace

void draw_question_card(const State& state, const Texts& texts, const Writer& writer,
                        std::vector<session::Action>& actions) {
  const forms::Form& form = state.survey->form;
  const Item& item = form.items[state.cursor];
  const bool guided = is_guided(state);
  writer.gap(10);
  writer.rule();
  writer.gap(10);
  if (item.grid) {
    const forms::Grid& grid = form.grids[*item.grid];
    writer.paragraph(paper::with_printed_numbers(grid.number, texts.language) + " " +
                         grid.label.in(texts.language),
                     writer.style(theme::small_size, writer.colours().quiet, true));
  } else if (const forms::Label heading = form.heading_of(item); !heading.empty()) {
    writer.paragraph(heading.in(texts.language), writer.style(theme::small_size, writer.colours().quiet, true));
  }
  const std::string printed = paper::with_printed_numbers(item.number, texts.language);
  const std::string number = printed.empty() ? "" : printed + " ";
  const auto& items = state.evaluation.items;
  writer.paragraph(number + session::with_answers(item.label.in(texts.language), form, items,
                                                  texts.language, texts.strings),
                   writer.style(guided ? large_size : theme::heading_size, writer.colours().text,
                                true));
  const std::string& unit = item.unit.in(texts.language);
  std::string hint = guided ? session::with_answers(item.hint.in(texts.language), form, items,
                                                    texts.language, texts.strings)
                            : "";
  if (!unit.empty()) hint = texts("ui.unit", {unit}) + (hint.empty() ? "" : "  " + hint);
  if (!hint.empty()) writer.paragraph(hint, writer.style(guided ? theme::body_size : theme::small_size,
                                        writer.colours().quiet));
  writer.gap(6);
  if (const auto* list = form.choices_of(item)) draw_choices(state, *list, texts, writer, actions);
  writer.gap(4);
  draw_marked(state, texts, writer);
  draw_troubles(state, texts, writer);
  if (!guided) return;  // heads-down the keys are known
  writer.gap(8);
  draw_keys(state, item, texts, writer);
}

}  // namespace genpyo::ui
