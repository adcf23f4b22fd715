#include "app/ui/comparison_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/session/words.h"
#include "app/ui/history_view.h"
#include "app/ui/office_parts.h"

namespace genpyo::ui {
namespace {

using session::ComparedItem;
using session::Settled;
using session::State;

// The table's columns, as shares of its width.
constexpr float question_at = 0.04f, first_at = 0.40f, second_at = 0.60f, settled_at = 0.80f;

std::string word_of(const State& state, const forms::Mark& mark, forms::ItemIndex item, const Texts& texts) {
  std::string words = session::word(mark.content, state.survey->form, item, texts.language, texts.strings);
  if (!mark.several.empty()) words += " " + forms::plain_text(mark.several);
  return words;
}

std::string settlement_of(const State& state, const ComparedItem& each, const Texts& texts) {
  switch (each.settled) {
    case Settled::no: return "";
    case Settled::first: return texts("ui.comparison.first");
    case Settled::second: return texts("ui.comparison.second");
    case Settled::anew: return texts("ui.comparison.keyed_anew", {word_of(state, each.now, each.item, texts)});
  }
  return "";
}

void draw_head(const State& state, const Texts& texts, const Writer& writer, const Area& area) {
  const session::Comparison& found = state.comparison;
  const float upper = area.from.y + writer.px(24), lower = area.from.y + writer.px(52), middle = area.from.x + area.width() * 0.6f;
  draw_cell(writer, area.from.x, middle, upper, texts("ui.comparison.title", {state.current.id}),
            writer.style(theme::heading_size, writer.colours().text, true));
  const auto equal = static_cast<std::int64_t>(found.equal()), all = static_cast<std::int64_t>(found.items.size());
  draw_cell(writer, middle, area.to.x, upper,
            texts("ui.comparison.equal", {std::to_string(equal), std::to_string(all), exports::percent_of(equal, all)}),
            writer.style(theme::heading_size, writer.colours().text, true), true);
  draw_cell(writer, middle, area.to.x, lower,
            texts("ui.comparison.left", {std::to_string(found.differences.size()), std::to_string(found.left())}),
            writer.style(theme::body_size), true);
  float x = area.from.x;
  for (const session::PassSummary& pass : state.passes) {
    const std::string words = pass_in_words(state, pass, texts);
    const Style style = writer.style(theme::small_size, writer.colours().quiet);
    draw_cell(writer, x, middle, lower, words, style);
    x += writer.letters().width(words, style.size) + writer.px(24);
  }
}

void draw_titles(const Texts& texts, const Writer& writer, const Area& area) {
  const Style style = writer.style(theme::small_size, writer.colours().quiet, true);
  const auto put = [&](float share, float until, const char* key) {
    const float inset = share == question_at ? 0 : writer.px(8);
    draw_cell(writer, area.from.x + share * area.width() + inset, area.from.x + until * area.width(), baseline_of(area, style), texts(key), style);
  };
  put(question_at, first_at, "ui.comparison.question");
  put(first_at, second_at, "ui.comparison.first");
  put(second_at, settled_at, "ui.comparison.second");
  put(settled_at, 1, "ui.comparison.settled");
}

// The value that counts, or is about to, is bold and on a ground of its own.
void draw_side(const State& state, const ComparedItem& each, bool of_second, bool taken, const Texts& texts, const Writer& writer,
               const Area& cell) {
  if (taken) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(cell.from, cell.to, writer.colours().good_ground, writer.px(3));
    list.AddRect(cell.from, cell.to, writer.colours().good, writer.px(3), 0, writer.px(1.5f));
  }
  const float left = cell.from.x + writer.px(8), right = cell.to.x - writer.px(6);
  const Style value = writer.style(theme::body_size, writer.colours().pen, taken);
  const Style small = writer.style(theme::small_size, writer.colours().quiet);
  draw_cell(writer, left, right, cell.from.y + writer.px(20), word_of(state, of_second ? each.second : each.first, each.item, texts), value);
  draw_cell(writer, left, right, cell.from.y + writer.px(38), of_second ? each.second_by : each.first_by, small);
}

bool draw_difference(const State& state, std::size_t at, const Texts& texts, const Writer& writer, const Area& row) {
  const ComparedItem& each = state.comparison.difference(at);
  const bool chosen = at == state.difference;
  const bool clicked = draw_row(writer, static_cast<int>(at), row, chosen);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddLine({row.from.x, row.to.y - 1}, {row.to.x, row.to.y - 1}, writer.colours().edge);
  const auto x = [&](float share) { return row.from.x + share * row.width(); };
  draw_sign(list, {x(question_at) - writer.px(14), (row.from.y + row.to.y) / 2}, writer.px(7),
            each.settled == Settled::no ? Sign::not_keyed : Sign::good, writer.colours());
  const Style body = writer.style(theme::body_size, writer.colours().text, chosen);
  draw_cell(writer, x(question_at), x(first_at) - writer.px(10), baseline_of(row, body),
            session::name_of(state.survey->form, each.item, texts.language), body);
  const Settled taken = chosen && state.proposed != Settled::no ? state.proposed : each.settled;
  const float inset = writer.px(4);
  draw_side(state, each, false, taken == Settled::first, texts, writer,
            {{x(first_at), row.from.y + inset}, {x(second_at) - inset, row.to.y - inset}});
  draw_side(state, each, true, taken == Settled::second, texts, writer,
            {{x(second_at), row.from.y + inset}, {x(settled_at) - inset, row.to.y - inset}});
  const Style small = writer.style(theme::small_size, writer.colours().quiet);
  draw_cell(writer, x(settled_at) + writer.px(8), row.to.x - writer.px(6), row.from.y + writer.px(24), settlement_of(state, each, texts),
            writer.style(theme::body_size));
  draw_cell(writer, x(settled_at) + writer.px(8), row.to.x - writer.px(6), row.from.y + writer.px(42), each.settled_by, small);
  return clicked;
}

void draw_differences(const State& state, const Texts& texts, const Writer& writer, UiState& ui, const Area& area,
                      std::vector<session::Action>& actions) {
  const float height = std::round(writer.px(52)), head = writer.px(28), bar = ImGui::GetStyle().ScrollbarSize;
  draw_titles(texts, writer, {area.from, {area.to.x - bar, area.from.y + head}});
  ImGui::SetCursorScreenPos({area.from.x, area.from.y + head});
  ImGui::BeginChild("differences", {std::max(1.0f, area.width()), std::max(1.0f, area.height() - head)});
  const std::size_t count = state.comparison.differences.size();
  const float chosen = static_cast<float>(state.difference) * height;
  if (count > 0) scroll_to_line(ui, state.difference, chosen, height);
  else writer.signed_paragraph(Sign::good, texts("ui.comparison.none"), writer.style(theme::heading_size));
  const ImVec2 top = ImGui::GetCursorScreenPos();
  for (std::size_t at = 0; at < count; ++at) {
    const float y = top.y + static_cast<float>(at) * height;
    if (draw_difference(state, at, texts, writer, {{top.x, y}, {top.x + std::max(1.0f, area.width() - bar), y + height}}))
      actions.push_back(session::Touch{session::Pane::list, at});
  }
  ImGui::EndChild();
}

struct Way {
  const char* key;
  const char* word;
  Settled settled;
};
constexpr std::array ways = {Way{"1", "ui.comparison.keep_first", Settled::first},
                             Way{"2", "ui.comparison.take_second", Settled::second},
                             Way{"3", "ui.comparison.key_anew", Settled::anew}};

// The chosen difference in full, a long text is cut in its row; under it what can be done.
void draw_chosen(const State& state, const Texts& texts, const Writer& writer, const Area& area, std::vector<session::Action>& actions) {
  if (state.comparison.differences.empty()) return;
  const ComparedItem& each = state.comparison.difference(state.difference);
  ImGui::SetCursorScreenPos({area.from.x + writer.px(14), area.from.y + writer.px(10)});
  ImGui::BeginChild("chosen", {std::max(1.0f, area.width() - writer.px(28)), std::max(1.0f, area.height() - writer.px(62))});
  writer.paragraph(session::name_of(state.survey->form, each.item, texts.language), writer.style(theme::body_size, writer.colours().text, true));
  writer.gap(4);
  const Style pen = writer.style(theme::body_size, writer.colours().pen);
  writer.paragraph(texts("ui.comparison.first") + ": " + word_of(state, each.first, each.item, texts), pen);
  writer.paragraph(texts("ui.comparison.second") + ": " + word_of(state, each.second, each.item, texts), pen);
  if (each.settled != Settled::no) {
    writer.paragraph(texts("ui.comparison.settled_by", {settlement_of(state, each, texts), each.settled_by, to_the_minute(each.settled_at)}),
                     writer.style(theme::small_size, writer.colours().quiet));
  }
  ImGui::EndChild();
  ImGui::SetCursorScreenPos({area.from.x + writer.px(14), area.to.y - writer.px(44)});
  for (const Way& way : ways) {
    const auto kind = way.settled == state.proposed ? ButtonKind::strong : ButtonKind::plain;
    if (writer.button(way.key, way.key, texts(way.word), kind)) actions.push_back(session::Type{way.key});
  }
  if (writer.button("settle", "Enter", texts("ui.comparison.settle"), state.proposed == Settled::no ? ButtonKind::plain : ButtonKind::strong))
    actions.push_back(session::Run{session::Command::accept});
  writer.key_after_buttons("F8", texts("ui.comparison.next"));
}

}  // namespace

std::string pass_in_words(const State& state, const session::PassSummary& pass, const Texts& texts) {
  std::string operators;
  for (const std::string& each : pass.operators) operators += (operators.empty() ? "" : ", ") + each;
  const bool is_present = pass.pass == state.current.pass;
  const bool closed = is_present ? state.current.state == forms::CaseState::closed : pass.closed;
  const std::string standing = texts(closed ? "ui.case.closed" : "ui.case.open");
  if (operators.empty()) return texts("ui.case.pass_begun", {std::to_string(pass.pass), standing});  // nothing is keyed yet
  return texts("ui.case.pass", {std::to_string(pass.pass), operators, to_the_minute(pass.changed_at), standing});
}

void draw_comparison(const State& state, const Texts& texts, UiState& ui, ImVec2 from, ImVec2 to,
                     std::vector<session::Action>& actions) {
  const Writer writer(ui.letters, ui.scale, ui.theme->window);
  const float pad = writer.px(18), head = writer.px(70), foot = writer.px(190);
  draw_head(state, texts, writer, {{from.x + pad, from.y + pad * 0.6f}, {to.x - pad, from.y + head}});
  const float middle = std::max(from.y + head + pad, to.y - foot);
  const Area list{{from.x + pad, from.y + head + pad * 0.6f}, {to.x - pad, middle}};
  draw_differences(state, texts, writer, ui, draw_pane(writer, list, "", true), actions);
  const Area chosen{{from.x + pad, middle + pad * 0.6f}, {to.x - pad, to.y - pad * 0.6f}};
  draw_chosen(state, texts, writer, draw_pane(writer, chosen, "", false), actions);
}

}  // namespace genpyo::ui
