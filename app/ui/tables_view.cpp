#include "app/ui/tables_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "app/session/words.h"
#include "app/ui/chart_view.h"
#include "app/ui/office_parts.h"

namespace genpyo::ui {
namespace {

using session::Pane;
using session::State;
using session::TablesRoom;

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

// How wide the rows' names are, which stay where they are, and each column of figures behind them.
struct Measures {
  float name = 0;
  std::vector<float> cells;
  float before(std::size_t column) const {
    return name + std::accumulate(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(column), 0.0f);
  }
  float all() const { return before(cells.size()); }
};

Measures measures_of(const TablesRoom& room, const Texts& texts, const Writer& writer, float width) {
  const float size = writer.px(theme::small_size);
  Measures measures;
  for (std::size_t column = 0; column < room.grid.columns.size(); ++column) {
    float widest = writer.letters().width(session::word_of_statistic(room.grid.columns[column].statistic, texts.language), size);
    for (const auto& row : room.grid.cells) widest = std::max(widest, writer.letters().width(row[column], size));
    measures.cells.push_back(std::clamp(widest + writer.px(24), writer.px(58), writer.px(150)));
  }
  measures.name = std::max(std::min(writer.px(200), width * 0.6f), width - measures.all());
  return measures;
}

void draw_grid_head(const TablesRoom& room, const Texts& texts, const Writer& writer, const Measures& measures,
                    const Area& area) {
  const Style style = writer.style(theme::small_size, writer.colours().quiet, true);
  const bool groups = room.chosen().groups.size() > 1;
  for (std::size_t column = 0; column < room.grid.columns.size(); ++column) {
    const float left = area.from.x + measures.before(column);
    const session::TableGrid::Column& each = room.grid.columns[column];
    const bool begins = column == 0 || room.grid.columns[column - 1].group != each.group;
    if (groups && begins) {
      std::size_t count = 1;
      while (column + count < room.grid.columns.size() && room.grid.columns[column + count].group == each.group) ++count;
      draw_cell(writer, left + writer.px(8), area.from.x + measures.before(column + count), area.from.y + writer.px(17),
                session::word_of_group(room.chosen(), each.group, texts.language), style);
    }
    draw_cell(writer, left, left + measures.cells[column] - writer.px(8), area.to.y - writer.px(8),
              session::word_of_statistic(each.statistic, texts.language), style, true);
  }
  ImGui::GetWindowDrawList()->AddLine({area.from.x, area.to.y}, area.to, writer.colours().edge);
}

// Over what is scrolled: a figure without its row says nothing.
void draw_row_name(const State& state, std::size_t index, const Texts& texts, const Writer& writer, ImVec2 from,
                   float width, float bottom) {
  const TablesRoom& room = state.tables;
  const bool here = index == room.row && (room.pane == Pane::grid || room.pane == Pane::cases);
  const ImU32 ground = index % 2 == 1 ? writer.colours().panel : writer.colours().card;
  const Area area{from, {from.x + width, bottom}};
  ImGui::GetWindowDrawList()->AddRectFilled(area.from, area.to, ground);
  const std::string& name = room.grid.rows[index];
  const bool part = name.find('=') != std::string::npos;
  const Style style = writer.style(theme::small_size, writer.colours().text, here);
  draw_cell(writer, area.from.x + writer.px(part ? 24 : 10), area.to.x - writer.px(6), baseline_of(area, style),
            session::word_of_row(state.survey->form, name, texts.language, texts.strings), style);
}

void draw_grid_row(const State& state, std::size_t index, const Texts& texts, const Writer& writer,
                   const Measures& measures, const Area& row, std::vector<session::Action>& actions) {
  const TablesRoom& room = state.tables;
  const bool here = index == room.row && (room.pane == Pane::grid || room.pane == Pane::cases);
  const Style style = writer.style(theme::small_size);
  const float baseline = baseline_of(row, style);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (index % 2 == 1) list.AddRectFilled(row.from, row.to, writer.colours().panel);
  for (std::size_t column = 0; column < room.grid.columns.size(); ++column) {
    const float left = row.from.x + measures.before(column);
    const std::string& value = room.grid.cells[index][column];
    const Area cell{{left, row.from.y}, {left + measures.cells[column], row.to.y}};
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
  draw_row_name(state, index, texts, writer, {row.from.x + ImGui::GetScrollX(), row.from.y}, measures.name, row.to.y);
}

void draw_grid(const State& state, const Texts& texts, const Writer& writer, const Area& area,
               std::vector<session::Action>& actions) {
  const TablesRoom& room = state.tables;
  const float height = std::round(writer.px(27)), head = writer.px(room.chosen().groups.size() > 1 ? 46 : 28);
  const float width = area.width() - ImGui::GetStyle().ScrollbarSize;
  const Measures measures = measures_of(room, texts, writer, width);
  const float needed = measures.all();
  ImGui::SetCursorScreenPos(area.from);
  ImGui::BeginChild("grid", {area.width(), area.height()}, false, ImGuiWindowFlags_HorizontalScrollbar);
  const ImVec2 top = ImGui::GetCursorScreenPos();
  const float right = top.x + std::max(width, needed);
  draw_grid_head(room, texts, writer, measures, {top, {right, top.y + head}});
  for (std::size_t index = 0; index < room.grid.rows.size(); ++index) {
    const float y = top.y + head + static_cast<float>(index) * height;
    draw_grid_row(state, index, texts, writer, measures, {{top.x, y}, {right, y + height}}, actions);
  }
  // Over what is scrolled, as over the rows.
  const float left = top.x + ImGui::GetScrollX();
  ImGui::GetWindowDrawList()->AddRectFilled({left, top.y}, {left + measures.name, top.y + head - 1}, writer.colours().card);
  const float chosen = head + static_cast<float>(room.row) * height;
  if (room.pane != Pane::list) scroll_to(room.row == 0 ? 0 : chosen, chosen + height);
  // A figure is never cut: what is wider than the pane is scrolled to the chosen one.
  const std::size_t last = std::min(room.column + 1, measures.cells.size());
  const float left_of_cell = measures.before(std::min(room.column, last)), right_of_cell = measures.before(last);
  if (needed <= width || room.column == 0) ImGui::SetScrollX(0);
  else if (right_of_cell > ImGui::GetScrollX() + width) ImGui::SetScrollX(right_of_cell - width);
  else if (left_of_cell - measures.name < ImGui::GetScrollX()) ImGui::SetScrollX(left_of_cell - measures.name);
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
  if (room.other_forms > 0) over += "  " + texts("ui.office.other_forms", {std::to_string(room.other_forms)});
  const std::array<std::pair<const char*, const char*>, 3> caps = {
      {{"Tab", "ui.tables.key.pane"},
       {"← → ↑ ↓", "ui.tables.key.move"},
       {"Enter", room.pane == Pane::cases ? "ui.tables.key.page" : "ui.tables.key.cases"}}};
  float wanted = writer.px(4);
  for (const auto& [cap, key] : caps) wanted += writer.width_of_key(cap, texts(key));
  const float keys = std::min(wanted, area.width() * 0.5f);
  draw_cell(writer, area.from.x, area.to.x - keys, area.from.y + writer.px(46), over,
            writer.style(theme::small_size, writer.colours().quiet));
  ImGui::SetCursorScreenPos({area.to.x - keys, area.from.y + writer.px(30)});
  ImGui::BeginChild("keys", {keys, writer.px(26)});
  for (const auto& [cap, key] : caps) writer.key(cap, texts(key));
  ImGui::EndChild();
}

}  // namespace

void draw_tables(const State& state, const Texts& texts, UiState& ui, ImVec2 from, ImVec2 to,
                 std::vector<session::Action>& actions) {
  const TablesRoom& room = state.tables;
  if (!room.has_tables()) return;
  const Writer writer(ui.letters, ui.scale, ui.theme->window);
  const float pad = writer.px(14), left = std::min(writer.px(360), (to.x - from.x) * 0.3f);
  const float middle = from.y + (to.y - from.y) * 0.55f;
  const Area tables{{from.x + pad, from.y + pad}, {from.x + pad + left, middle}};
  const Area filters{{tables.from.x, middle + pad}, {tables.to.x, to.y - pad}};
  const bool behind = room.pane == Pane::cases;
  const float x = tables.to.x + pad;
  draw_list(room, texts, writer, draw_pane(writer, tables, texts("ui.tables.list"), room.pane == Pane::list), actions);
  draw_filters(state, texts, writer, draw_pane(writer, filters, texts("ui.tables.filters"), room.pane == Pane::filters), actions);
  draw_title(state, texts, writer, {{x, from.y + pad}, {to.x - pad, from.y + writer.px(60)}});
  const float split = behind ? from.y + (to.y - from.y) * 0.52f : to.y - pad;
  const float top = from.y + pad + writer.px(58), half = room.charts.empty() ? to.x : x + (to.x - x) * 0.5f;
  const Area grid{{x, top}, {half - pad, split}};
  draw_grid(state, texts, writer, draw_pane(writer, grid, "", room.pane == Pane::grid), actions);
  if (!room.charts.empty()) draw_charts(room, writer, ui, draw_pane(writer, {{half, top}, {to.x - pad, split}}, "", false));
  if (!behind) return;
  const Area cases{{x, split + pad}, {to.x - pad, to.y - pad}};
  draw_behind(state, texts, writer, draw_pane(writer, cases, title_of_behind(state, texts), true), actions);
}

}  // namespace genpyo::ui
