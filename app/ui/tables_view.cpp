#include "app/ui/tables_view.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/session/words.h"
#include "app/ui/office_parts.h"

namespace genpyo::ui {
namespace {

using session::Pane;
using session::State;
using session::TablesRoom;

struct Statistic {
  std::string_view name;
  const char* key;
};
constexpr std::array statistics = {
    Statistic{"n", "ui.statistic.n"},           Statistic{"count", "ui.statistic.count"},
    Statistic{"percent", "ui.statistic.percent"}, Statistic{"mean", "ui.statistic.mean"},
    Statistic{"median", "ui.statistic.median"}, Statistic{"min", "ui.statistic.min"},
    Statistic{"max", "ui.statistic.max"},       Statistic{"p", "ui.statistic.p"},
};

std::string word_of_statistic(const std::string& name, const Texts& texts) {
  for (const Statistic& each : statistics) {
    if (each.name == name) return texts(each.key);
  }
  return name;
}

struct Reason {
  std::string_view name;
  const char* key;
};
constexpr std::array reasons = {
    Reason{"base", "ui.tables.out.base"},           Reason{"incomplete", "ui.tables.out.incomplete"},
    Reason{"condition", "ui.tables.out.condition"}, Reason{"not_asked", "ui.tables.out.not_asked"},
    Reason{"no_answer", "ui.tables.out.no_answer"}, Reason{"divisor", "ui.tables.out.divisor"},
    Reason{"other_choice", "ui.tables.out.other_choice"}, Reason{"other_group", "ui.tables.out.other_group"},
};

std::string word_of_reason(const std::string& name, const Texts& texts) {
  for (const Reason& each : reasons) {
    if (each.name == name) return texts(each.key);
  }
  return name;
}

void draw_list(const TablesRoom& room, const Texts& texts, const Writer& writer, const Area& area,
               std::vector<session::Action>& actions) {
  const float height = std::round(writer.px(30));
  ImGui::SetCursorScreenPos(area.from);
  ImGui::BeginChild("tables", {area.width(), area.height()});
  const ImVec2 top = ImGui::GetCursorScreenPos();
  const float width = area.width() - ImGui::GetStyle().ScrollbarSize;
  for (std::size_t index = 0; index < room.definition.tables.size(); ++index) {
    const exports::Table& table = room.definition.tables[index];
    const float y = top.y + static_cast<float>(index) * height;
    const Area row{{top.x, y}, {top.x + width, y + height}};
    if (draw_row(writer, static_cast<int>(index), row, index == room.table))
      actions.push_back(session::Touch{Pane::list, index});
    const Style id = writer.style(theme::small_size, writer.colours().text, true), title = writer.style(theme::small_size);
    draw_cell(writer, row.from.x + writer.px(12), row.from.x + writer.px(70), baseline_of(row, id), table.id, id);
    draw_cell(writer, row.from.x + writer.px(72), row.to.x, baseline_of(row, title), table.title.in(texts.language), title);
  }
  scroll_to(static_cast<float>(room.table) * height, static_cast<float>(room.table + 1) * height);
  ImGui::EndChild();
}

// One line: a question and what it is set to, between two arrows.
void draw_filter(const Writer& writer, std::size_t index, const Area& row, const std::string& name,
                 const std::string& value, bool is_set, bool chosen, std::vector<session::Action>& actions) {
  const float middle = row.from.x + row.width() * 0.46f;
  if (draw_row(writer, static_cast<int>(index), row, chosen)) {
    const bool back = ImGui::GetIO().MousePos.x < row.from.x + row.width() * 0.73f;
    actions.push_back(session::Touch{Pane::filters, index, back ? std::size_t{0} : std::size_t{1}});
  }
  const Style style = writer.style(theme::small_size);
  const Style said = writer.style(theme::small_size, is_set ? writer.colours().strong : writer.colours().text, is_set);
  const float baseline = baseline_of(row, style);
  draw_cell(writer, row.from.x + writer.px(12), middle - writer.px(4), baseline, name, style);
  draw_cell(writer, middle + writer.px(18), row.to.x - writer.px(20), baseline, value, said);
  const float y = (row.from.y + row.to.y) / 2, reach = writer.px(5);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float left = middle + writer.px(2), right = row.to.x - writer.px(6);
  list.AddTriangleFilled({left, y}, {left + reach, y - reach}, {left + reach, y + reach}, said.colour);
  list.AddTriangleFilled({right, y}, {right - reach, y + reach}, {right - reach, y - reach}, said.colour);
}

void draw_filters(const State& state, const Texts& texts, const Writer& writer, const Area& area,
                  std::vector<session::Action>& actions) {
  const TablesRoom& room = state.tables;
  const forms::Form& form = state.survey->form;
  const float height = std::round(writer.px(27));
  ImGui::SetCursorScreenPos(area.from);
  ImGui::BeginChild("filters", {area.width(), area.height()});
  const ImVec2 top = ImGui::GetCursorScreenPos();
  const float width = area.width() - ImGui::GetStyle().ScrollbarSize;
  for (std::size_t index = 0; index <= room.filters.size(); ++index) {
    const float y = top.y + static_cast<float>(index) * height;
    const Area row{{top.x, y}, {top.x + width, y + height}};
    const bool chosen = index == room.filter && room.pane == Pane::filters;
    if (index == 0) {
      draw_filter(writer, index, row, texts("ui.tables.sheets"),
                  texts(room.open_too ? "ui.tables.open_too" : "ui.tables.closed_only"), room.open_too, chosen, actions);
      continue;
    }
    const session::TableFilter& filter = room.filters[index - 1];
    const forms::Item& item = form.items[filter.item];
    const forms::Choice* choice = filter.chosen ? form.choices_of(item)->find(filter.codes[*filter.chosen]) : nullptr;
    const std::string value = choice == nullptr ? texts("ui.tables.every")
                                                : std::to_string(choice->code) + " " + choice->label.in(texts.language);
    draw_filter(writer, index, row, item.label.in(texts.language), value, choice != nullptr, chosen, actions);
  }
  if (room.pane == Pane::filters)
    scroll_to(static_cast<float>(room.filter) * height, static_cast<float>(room.filter + 1) * height);
  ImGui::EndChild();
}

// Where the grid's columns of figures begin and how wide each is; the rows' names lie before, the
// bars behind.
struct Measures {
  float name = 0, cell = 0, bar = 0;
};

Measures measures_of(const TablesRoom& room, const Writer& writer, float width) {
  const auto columns = static_cast<float>(std::max<std::size_t>(1, room.grid.columns.size()));
  Measures measures;
  measures.bar = std::min(writer.px(240), width * 0.26f);
  measures.cell = std::clamp((width - measures.bar) * 0.6f / columns, writer.px(76), writer.px(86));
  measures.name = std::max(writer.px(190), width - measures.bar - measures.cell * columns);
  return measures;
}

void draw_grid_head(const TablesRoom& room, const Texts& texts, const Writer& writer, const Measures& measures,
                    const Area& area) {
  const Style style = writer.style(theme::small_size, writer.colours().quiet, true);
  const bool groups = room.chosen().groups.size() > 1;
  float left = area.from.x + measures.name;
  for (std::size_t column = 0; column < room.grid.columns.size(); ++column, left += measures.cell) {
    const session::TableGrid::Column& each = room.grid.columns[column];
    const bool begins = column == 0 || room.grid.columns[column - 1].group != each.group;
    if (groups && begins) {
      std::size_t count = 1;
      while (column + count < room.grid.columns.size() && room.grid.columns[column + count].group == each.group) ++count;
      draw_cell(writer, left + writer.px(8), left + measures.cell * static_cast<float>(count), area.from.y + writer.px(17),
                session::word_of_group(room.chosen(), each.group, texts.language), style);
    }
    draw_cell(writer, left, left + measures.cell - writer.px(8), area.to.y - writer.px(8),
              word_of_statistic(each.statistic, texts), style, true);
  }
  ImGui::GetWindowDrawList()->AddLine({area.from.x, area.to.y}, area.to, writer.colours().edge);
}

void draw_grid_row(const State& state, std::size_t index, const Texts& texts, const Writer& writer,
                   const Measures& measures, const Area& row, std::vector<session::Action>& actions) {
  const TablesRoom& room = state.tables;
  const bool here = index == room.row && (room.pane == Pane::grid || room.pane == Pane::cases);
  const Style style = writer.style(theme::small_size);
  const float baseline = baseline_of(row, style);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (index % 2 == 1) list.AddRectFilled(row.from, row.to, writer.colours().panel);
  const std::string& name = room.grid.rows[index];
  const bool part = name.find('=') != std::string::npos;
  draw_cell(writer, row.from.x + writer.px(part ? 24 : 10), row.from.x + measures.name - writer.px(6), baseline,
            session::word_of_row(state.survey->form, name, texts.language, texts.strings),
            writer.style(theme::small_size, writer.colours().text, here));
  float left = row.from.x + measures.name;
  for (std::size_t column = 0; column < room.grid.columns.size(); ++column, left += measures.cell) {
    const std::string& value = room.grid.cells[index][column];
    const Area cell{{left, row.from.y}, {left + measures.cell, row.to.y}};
    const bool chosen = here && column == room.column;
    ImGui::SetCursorScreenPos(cell.from);
    ImGui::PushID(static_cast<int>(index * room.grid.columns.size() + column));
    if (ImGui::InvisibleButton("cell", {cell.width(), cell.height()}))
      actions.push_back(session::Touch{Pane::grid, index, column});
    ImGui::PopID();
    if (ImGui::IsItemHovered() || chosen) list.AddRectFilled(cell.from, cell.to, writer.colours().hover);
    if (chosen) list.AddRect(cell.from, cell.to, writer.colours().strong, 0, 0, writer.px(2.5f));
    draw_cell(writer, cell.from.x + writer.px(4), cell.to.x - writer.px(8), baseline, value, style, true);
  }
  const bool has_bar = room.grid.bar_column && !room.grid.cells[index][*room.grid.bar_column].empty();
  if (has_bar)
    draw_share(writer, {{left + writer.px(8), row.from.y + writer.px(6)}, {row.to.x - writer.px(6), row.to.y - writer.px(6)}},
               room.grid.bars[index]);
}

void draw_grid(const State& state, const Texts& texts, const Writer& writer, const Area& area,
               std::vector<session::Action>& actions) {
  const TablesRoom& room = state.tables;
  const float height = std::round(writer.px(27)), head = writer.px(room.chosen().groups.size() > 1 ? 46 : 28);
  const float width = area.width() - ImGui::GetStyle().ScrollbarSize;
  const Measures measures = measures_of(room, writer, width);
  const float needed = measures.name + measures.bar + measures.cell * static_cast<float>(room.grid.columns.size());
  ImGui::SetCursorScreenPos(area.from);
  ImGui::BeginChild("grid", {area.width(), area.height()}, false, ImGuiWindowFlags_HorizontalScrollbar);
  const ImVec2 top = ImGui::GetCursorScreenPos();
  const float right = top.x + std::max(width, needed);
  draw_grid_head(room, texts, writer, measures, {top, {right, top.y + head}});
  for (std::size_t index = 0; index < room.grid.rows.size(); ++index) {
    const float y = top.y + head + static_cast<float>(index) * height;
    draw_grid_row(state, index, texts, writer, measures, {{top.x, y}, {right, y + height}}, actions);
  }
  const float chosen = head + static_cast<float>(room.row) * height;
  if (room.pane != Pane::list) scroll_to(room.row == 0 ? 0 : chosen, chosen + height);
  // A figure is never cut: what is wider than the pane is scrolled to the chosen one.
  const float right_of_cell = measures.name + measures.cell * static_cast<float>(room.column + 1);
  if (needed <= width || room.column == 0) ImGui::SetScrollX(0);
  else if (right_of_cell > ImGui::GetScrollX() + width) ImGui::SetScrollX(right_of_cell - width);
  else if (right_of_cell - measures.cell < ImGui::GetScrollX()) ImGui::SetScrollX(right_of_cell - measures.cell);
  ImGui::EndChild();
}

void draw_behind(const State& state, const Texts& texts, const Writer& writer, const Area& area,
                 std::vector<session::Action>& actions) {
  const TablesRoom& room = state.tables;
  const float height = std::round(writer.px(27));
  ImGui::SetCursorScreenPos(area.from);
  ImGui::BeginChild("behind", {area.width(), area.height()});
  const ImVec2 top = ImGui::GetCursorScreenPos();
  const float width = area.width() - ImGui::GetStyle().ScrollbarSize;
  for (std::size_t index = 0; index < room.behind.size(); ++index) {
    const float y = top.y + static_cast<float>(index) * height;
    const Area row{{top.x, y}, {top.x + width, y + height}};
    const session::BehindLine& line = room.behind[index];
    if (draw_row(writer, static_cast<int>(index), row, index == room.line))
      actions.push_back(session::Touch{Pane::cases, index});
    draw_sign(*ImGui::GetWindowDrawList(), {row.from.x + writer.px(20), (row.from.y + row.to.y) / 2}, writer.px(6),
              line.is_in ? Sign::good : Sign::outside, writer.colours());
    const Style style = writer.style(theme::small_size);
    const float baseline = baseline_of(row, style);
    draw_cell(writer, row.from.x + writer.px(36), row.from.x + writer.px(110), baseline, line.case_id,
              writer.style(theme::small_size, writer.colours().text, true));
    std::string said = line.is_in ? line.contribution : word_of_reason(line.reason, texts);
    for (std::size_t i = 0; i < line.missing.size() && i < 6; ++i) {
      said += i == 0 ? ": " : " / ";
      said += session::name_of(state.survey->form, line.missing[i], texts.language);
    }
    draw_cell(writer, row.from.x + writer.px(116), row.to.x, baseline, said,
              line.is_in ? style : writer.style(theme::small_size, writer.colours().quiet));
  }
  scroll_to(static_cast<float>(room.line) * height, static_cast<float>(room.line + 1) * height);
  ImGui::EndChild();
}

std::string title_of_behind(const State& state, const Texts& texts) {
  const TablesRoom& room = state.tables;
  return texts("ui.tables.behind",
               {session::word_of_row(state.survey->form, room.grid.rows[room.row], texts.language, texts.strings),
                std::to_string(room.behind_in), std::to_string(room.behind.size() - room.behind_in)});
}

// Above the grid: the title, and over which cases it is.
void draw_title(const State& state, const Texts& texts, const Writer& writer, const Area& area) {
  const TablesRoom& room = state.tables;
  const Style title = writer.style(theme::heading_size, writer.colours().text, true);
  draw_cell(writer, area.from.x, area.to.x, area.from.y + writer.px(22), room.chosen().id + "  " + room.chosen().title.in(texts.language), title);
  std::string over = texts(room.open_too ? "ui.tables.over_all" : "ui.tables.over_closed",
                           {std::to_string(room.cases_in), std::to_string(room.cases_all)});
  if (room.chosen().extraction)
    over += "  " + state.survey->form.extractions[*room.chosen().extraction].label.in(texts.language);
  if (room.other_forms > 0) over += "  " + texts("ui.office.other_forms", {std::to_string(room.other_forms)});
  const float keys = std::min(writer.px(430), area.width() * 0.5f);
  draw_cell(writer, area.from.x, area.to.x - keys, area.from.y + writer.px(46), over,
            writer.style(theme::small_size, writer.colours().quiet));
  ImGui::SetCursorScreenPos({area.to.x - keys, area.from.y + writer.px(30)});
  ImGui::BeginChild("keys", {keys, writer.px(26)});
  writer.key("Tab", texts("ui.tables.key.pane"));
  writer.key("← → ↑ ↓", texts("ui.tables.key.move"));
  writer.key("Enter", texts(room.pane == Pane::cases ? "ui.tables.key.page" : "ui.tables.key.cases"));
  ImGui::EndChild();
}

}  // namespace

void draw_tables(const State& state, const Texts& texts, UiState& ui, ImVec2 from, ImVec2 to,
                 std::vector<session::Action>& actions) {
  const TablesRoom& room = state.tables;
  if (!room.has_tables()) return;
  const Writer writer(ui.letters, ui.scale, ui.theme->window);
  const float pad = writer.px(14), left = std::min(writer.px(360), (to.x - from.x) * 0.3f);
  ImGui::GetWindowDrawList()->AddRectFilled(from, to, writer.colours().desk);
  const float middle = from.y + (to.y - from.y) * 0.55f;
  const Area tables{{from.x + pad, from.y + pad}, {from.x + pad + left, middle}};
  const Area filters{{tables.from.x, middle + pad}, {tables.to.x, to.y - pad}};
  const bool behind = room.pane == Pane::cases;
  const float x = tables.to.x + pad;
  draw_list(room, texts, writer, draw_pane(writer, tables, texts("ui.tables.list"), room.pane == Pane::list), actions);
  draw_filters(state, texts, writer, draw_pane(writer, filters, texts("ui.tables.filters"), room.pane == Pane::filters), actions);
  draw_title(state, texts, writer, {{x, from.y + pad}, {to.x - pad, from.y + writer.px(60)}});
  const float split = behind ? from.y + (to.y - from.y) * 0.52f : to.y - pad;
  const Area grid{{x, from.y + pad + writer.px(58)}, {to.x - pad, split}};
  draw_grid(state, texts, writer, draw_pane(writer, grid, "", room.pane == Pane::grid), actions);
  if (!behind) return;
  const Area cases{{x, split + pad}, {to.x - pad, to.y - pad}};
  draw_behind(state, texts, writer, draw_pane(writer, cases, title_of_behind(state, texts), true), actions);
}

}  // namespace genpyo::ui
