#include "app/ui/progress_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/session/case_list.h"
#include "app/session/words.h"
#include "app/ui/office_parts.h"

namespace genpyo::ui {
namespace {

using exports::ProgressRow;
using session::State;

// Where the columns end, as shares of the width; the bar lies between rate and keyed.
struct Columns {
  float name = 0.34f, sent = 0.42f, back = 0.50f, rate = 0.60f, bar = 0.80f, keyed = 0.89f, closed = 0.98f;
};

const ProgressRow& row_at(const State& state, std::size_t index) {
  return index == 0 ? state.progress.all : state.progress.rows[index - 1];
}

std::string name_of(const State& state, std::size_t index, const Texts& texts) {
  if (index == 0) return texts("ui.progress.all");
  const ProgressRow& row = row_at(state, index);
  if (row.number == 0) return texts("ui.progress.not_in_frame");
  return std::to_string(row.number) + "  " +
         session::organization_in(state.survey->form, row.number, row.organization, texts.language);
}

void draw_head(const Texts& texts, const Writer& writer, const Area& area) {
  const Columns columns;
  const Style style = writer.style(theme::small_size, writer.colours().quiet, true);
  const float baseline = baseline_of(area, style), gap = writer.px(6);
  const auto at = [&](float share) { return area.from.x + share * area.width(); };
  draw_cell(writer, area.from.x + writer.px(14), at(columns.name), baseline, texts("ui.progress.organization"), style);
  float left = at(columns.name);
  const std::array<std::pair<float, const char*>, 5> heads = {{{columns.sent, "ui.progress.sent"},
                                                               {columns.back, "ui.progress.back"},
                                                               {columns.rate, "ui.progress.rate"},
                                                               {columns.keyed, "ui.progress.keyed"},
                                                               {columns.closed, "ui.progress.closed"}}};
  for (const auto& [share, key] : heads) {
    if (share == columns.keyed) left = at(columns.bar);
    draw_cell(writer, left + gap, at(share), baseline, texts(key), style, true);
    left = at(share);
  }
  ImGui::GetWindowDrawList()->AddLine({area.from.x, area.to.y}, area.to, writer.colours().edge);
}

bool draw_line(const State& state, std::size_t index, const Texts& texts, const Writer& writer, const Area& area) {
  const Columns columns;
  const ProgressRow& row = row_at(state, index);
  const bool clicked = draw_row(writer, static_cast<int>(index), area, index == state.progress_row);
  const Style style = writer.style(theme::body_size, writer.colours().text, index == 0);
  const float baseline = baseline_of(area, style), gap = writer.px(6);
  const auto at = [&](float share) { return area.from.x + share * area.width(); };
  const auto put = [&](float left, float right, const std::string& text) {
    draw_cell(writer, at(left) + gap, at(right), baseline, text, style, true);
  };
  draw_cell(writer, area.from.x + writer.px(14), at(columns.name), baseline, name_of(state, index, texts), style);
  const std::string rate = exports::percent_of(row.back, row.sent);
  put(columns.name, columns.sent, row.sent > 0 ? std::to_string(row.sent) : "–");
  put(columns.sent, columns.back, std::to_string(row.back));
  put(columns.back, columns.rate, rate.empty() ? "–" : rate + " %");
  draw_share(writer, {{at(columns.rate) + 2 * gap, area.from.y + writer.px(9)}, {at(columns.bar), area.to.y - writer.px(9)}},
             exports::share_of(row.back, row.sent));
  put(columns.bar, columns.keyed, std::to_string(row.keyed));
  put(columns.keyed, columns.closed, std::to_string(row.closed));
  return clicked;
}

void draw_table(const State& state, const Texts& texts, const Writer& writer, const Area& room,
                std::vector<session::Action>& actions) {
  const float height = std::round(writer.px(32)), width = room.width() - ImGui::GetStyle().ScrollbarSize;
  draw_head(texts, writer, {room.from, {room.from.x + width, room.from.y + height}});
  ImGui::SetCursorScreenPos({room.from.x, room.from.y + height});
  ImGui::BeginChild("organizations", {room.width(), std::max(1.0f, room.height() - height)});
  const ImVec2 top = ImGui::GetCursorScreenPos();
  for (std::size_t index = 0; index <= state.progress.rows.size(); ++index) {
    const float y = top.y + static_cast<float>(index) * height;
    if (draw_line(state, index, texts, writer, {{top.x, y}, {top.x + width, y + height}}))
      actions.push_back(session::Touch{session::Pane::list, index});
  }
  const float chosen = static_cast<float>(state.progress_row) * height;
  scroll_to(chosen, chosen + height);
  ImGui::EndChild();
}

// The stages of one row one below the other, each with its part of what was sent (or is back).
void draw_stage(const Writer& writer, const std::string& word, std::int64_t count, std::int64_t whole) {
  const Style style = writer.style(theme::body_size);
  const std::string percent = exports::percent_of(count, whole);
  writer.paragraph(word, style);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, bar = std::max(0.0f, width - writer.px(130));
  const float height = writer.px(20);
  draw_share(writer, {{from.x, from.y + writer.px(3)}, {from.x + bar, from.y + height - writer.px(3)}},
             exports::share_of(count, whole));
  draw_cell(writer, from.x + bar, from.x + width - writer.px(66), from.y + writer.px(15), std::to_string(count), style, true);
  draw_cell(writer, from.x + width - writer.px(64), from.x + width - writer.px(4), from.y + writer.px(15),
            percent.empty() ? "–" : percent + " %", writer.style(theme::small_size, writer.colours().quiet), true);
  ImGui::Dummy({width, height});
  writer.gap(8);
}

void draw_stages(const State& state, const Texts& texts, const Writer& writer) {
  const ProgressRow& row = row_at(state, std::min(state.progress_row, state.progress.rows.size()));
  const forms::Form& form = state.survey->form;
  const bool has_frame = state.progress.has_frame;  // else nobody knows what was sent
  const std::int64_t whole = has_frame ? row.sent : row.back;
  writer.paragraph(texts(has_frame ? "ui.progress.of_sent" : "ui.progress.of_all_back", {std::to_string(whole)}),
                   writer.style(theme::small_size, writer.colours().quiet, true));
  writer.gap(4);
  if (has_frame) draw_stage(writer, texts("ui.progress.back"), row.back, whole);
  draw_stage(writer, texts("ui.progress.keyed"), row.keyed, whole);
  draw_stage(writer, texts("ui.progress.closed"), row.closed, whole);
  if (row.in.empty()) return;
  writer.gap(10);
  writer.paragraph(texts("ui.progress.of_back", {std::to_string(row.back)}),
                   writer.style(theme::small_size, writer.colours().quiet, true));
  writer.gap(4);
  for (std::size_t i = 0; i < row.in.size(); ++i) {
    const forms::Extraction& extraction = form.extractions[i];
    const std::string tables = session::tables_of(extraction, texts.language, texts.strings);
    draw_stage(writer, extraction.label.in(texts.language) + (tables.empty() ? "" : " – " + tables), row.in[i], row.back);
  }
}

}  // namespace

void draw_progress(const State& state, const Texts& texts, UiState& ui, ImVec2 from, ImVec2 to,
                   std::vector<session::Action>& actions) {
  const Writer writer(ui.letters, ui.scale, ui.theme->window);
  const float pad = writer.px(18), right = std::min(writer.px(420), (to.x - from.x) * 0.32f);
  const Area table{{from.x + pad, from.y + pad}, {to.x - right - 2 * pad, to.y - pad}};
  const Area stages{{to.x - right - pad, from.y + pad}, {to.x - pad, to.y - pad}};
  draw_table(state, texts, writer, draw_pane(writer, table, texts("ui.progress.title"), true), actions);
  const Area room = draw_pane(writer, stages, name_of(state, std::min(state.progress_row, state.progress.rows.size()), texts), false);
  ImGui::SetCursorScreenPos({room.from.x + writer.px(8), room.from.y + writer.px(4)});
  ImGui::BeginChild("stages", {std::max(1.0f, room.width() - writer.px(16)), std::max(1.0f, room.height() - writer.px(8))});
  draw_stages(state, texts, writer);
  ImGui::EndChild();
}

}  // namespace genpyo::ui
