// The tables screen: choose, filter, press a figure and see its cases, press a case and be there.
#include <algorithm>

#include "app/session/inside.h"
#include "export/tables/behind.h"

namespace genpyo::session {
namespace {

constexpr std::ptrdiff_t lines_a_page = 10;

std::size_t moved(std::size_t at, std::ptrdiff_t by, std::size_t count) {
  if (count == 0) return 0;
  const auto target = static_cast<std::ptrdiff_t>(at) + by;
  return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(target, 0, static_cast<std::ptrdiff_t>(count) - 1));
}

Pane next_of(Pane pane) {
  switch (pane) {
    case Pane::list: return Pane::grid;
    case Pane::grid: return Pane::filters;
    case Pane::filters:
    case Pane::cases: return Pane::list;
  }
  return Pane::list;
}

std::size_t group_named(const exports::Table& table, const std::string& name) {
  const auto found = std::find_if(table.groups.begin(), table.groups.end(),
                                  [&](const exports::Group& group) { return group.name == name; });
  return found == table.groups.end() ? 0 : static_cast<std::size_t>(found - table.groups.begin());
}

}  // namespace

bool Session::Inside::enter_tables() {
  TablesRoom& room = state.tables;
  if (!world.tables_of) return tell(Notice::Kind::refused, "notice.no_tables"), false;
  auto definition = world.tables_of(world.survey->form);
  if (!definition) return fail(definition.failure()), false;
  at_hand.clear();
  room.other_forms = 0;
  const bool read = for_each_case(
      [&](const store::CaseSummary& summary, const forms::Case&, const validators::Evaluation& evaluation) {
        at_hand.push_back({summary.id, summary.state == forms::CaseState::closed, evaluation});
      },
      [&](const store::CaseSummary&) { ++room.other_forms; });
  if (!read) return false;
  room.definition = std::move(*definition);
  if (room.filters.empty()) room.filters = filters_of(world.survey->form);
  if (!room.has_tables()) room.table = 0;
  if (!room.has_tables()) return tell(Notice::Kind::refused, "notice.no_tables"), false;
  tabulate();
  return true;
}

bool Session::Inside::is_let_in(const Held& held_case) const {
  const TablesRoom& room = state.tables;
  if (!held_case.closed && !room.open_too) return false;
  return std::all_of(room.filters.begin(), room.filters.end(), [&](const TableFilter& filter) {
    if (!filter.chosen) return true;
    const auto* codes = std::get_if<forms::Codes>(&held_case.evaluation.items[filter.item].value);
    return codes != nullptr && std::find(codes->begin(), codes->end(), filter.codes[*filter.chosen]) != codes->end();
  });
}

// Only the chosen table: so a step in the list costs one table, not all.
void Session::Inside::tabulate() {
  TablesRoom& room = state.tables;
  exports::TablesDefinition only{room.definition.base, {room.chosen()}};
  exports::Tabulation tabulation(world.survey->form, only);
  room.cases_in = 0;
  room.cases_all = at_hand.size();
  for (const Held& each : at_hand) {
    if (!is_let_in(each)) continue;
    ++room.cases_in;
    tabulation.add(each.evaluation, world.today());
  }
  const std::vector<exports::Figure> figures = tabulation.figures();
  room.grid = grid_of(room.chosen(), figures);
  compose_table(tabulation, figures);
  room.row = moved(room.row, 0, room.grid.rows.size());
  room.column = moved(room.column, 0, room.grid.columns.size());
  if (room.pane == Pane::list) begin_grid();
  if (room.pane == Pane::cases) show_behind();
}

// At the first share: what stands before it (n) belongs to the question as a whole.
void Session::Inside::begin_grid() {
  TablesRoom& room = state.tables;
  room.row = 0;
  room.column = room.grid.first_column.value_or(0);
  while (room.row + 1 < room.grid.rows.size() && room.grid.cells[room.row][room.column].empty()) ++room.row;
}

void Session::Inside::show_behind() {
  TablesRoom& room = state.tables;
  room.behind.clear();
  room.behind_in = 0;
  if (room.grid.rows.empty() || room.grid.columns.empty()) return;
  const auto row = exports::figure_row(room.chosen(), world.survey->form, room.grid.rows[room.row]);
  if (!row) return;
  const std::size_t group = group_named(room.chosen(), room.grid.columns[room.column].group);
  for (const Held& each : at_hand) {
    if (!is_let_in(each)) continue;
    exports::Behind found = exports::behind(room.definition, room.chosen(), *row, group, each.evaluation, world.today());
    room.behind_in += found.is_in ? 1 : 0;
    room.behind.push_back({each.id, found.is_in, std::move(found.contribution), std::move(found.reason),
                           std::move(found.missing)});
  }
  std::stable_partition(room.behind.begin(), room.behind.end(), [](const BehindLine& line) { return line.is_in; });
  room.line = moved(room.line, 0, room.behind.size());
}

void Session::Inside::open_behind() {
  TablesRoom& room = state.tables;
  if (room.pane != Pane::cases) {
    room.pane = Pane::cases;
    room.line = 0;
    return show_behind();
  }
  if (room.line >= room.behind.size()) return;
  open_case(room.behind[room.line].case_id);
  if (state.screen == Screen::entry) came_from = Screen::tables;
}

void Session::Inside::turn_filter(std::ptrdiff_t by) {
  TablesRoom& room = state.tables;
  if (room.filter == 0) {
    room.open_too = !room.open_too;
    return tabulate();
  }
  TableFilter& filter = room.filters[room.filter - 1];
  const auto turns = static_cast<std::ptrdiff_t>(filter.codes.size()) + 1;  // one more for all
  const std::ptrdiff_t now = filter.chosen ? static_cast<std::ptrdiff_t>(*filter.chosen) + 1 : 0;
  const std::ptrdiff_t next = (now + by + turns) % turns;
  filter.chosen.reset();
  if (next > 0) filter.chosen = static_cast<std::size_t>(next - 1);
  tabulate();
}

void Session::Inside::move_in_tables(std::ptrdiff_t rows, std::ptrdiff_t columns) {
  TablesRoom& room = state.tables;
  switch (room.pane) {
    case Pane::list:
      room.table = moved(room.table, rows, room.definition.tables.size());
      return tabulate();
    case Pane::grid:
      room.row = moved(room.row, rows, room.grid.rows.size());
      room.column = moved(room.column, columns, room.grid.columns.size());
      return;
    case Pane::filters:
      room.filter = moved(room.filter, rows, room.filters.size() + 1);
      if (columns != 0) turn_filter(columns);
      return;
    case Pane::cases: room.line = moved(room.line, rows, room.behind.size()); return;
  }
}

void Session::Inside::run_in_tables(Command command) {
  TablesRoom& room = state.tables;
  switch (command) {
    case Command::back: return move_in_tables(-1, 0);
    case Command::forward: return move_in_tables(1, 0);
    case Command::cursor_left: return move_in_tables(0, -1);
    case Command::cursor_right: return move_in_tables(0, 1);
    case Command::page_back: return move_in_tables(-lines_a_page, 0);
    case Command::page_forward: return move_in_tables(lines_a_page, 0);
    case Command::cursor_home: return move_in_tables(-static_cast<std::ptrdiff_t>(most_cases_held), 0);
    case Command::cursor_end: return move_in_tables(static_cast<std::ptrdiff_t>(most_cases_held), 0);
    case Command::other_list: room.pane = next_of(room.pane); return;
    case Command::accept:
      if (room.pane == Pane::list) room.pane = Pane::grid;
      else if (room.pane == Pane::filters) turn_filter(1);
      else open_behind();
      return;
    case Command::leave:
      if (room.pane == Pane::cases) room.pane = Pane::grid;
      else if (room.pane != Pane::list) room.pane = Pane::list;
      else back_to_start();
      return;
    default: return;
  }
}

void Session::Inside::touch_tables(const Touch& touched) {
  TablesRoom& room = state.tables;
  const auto below = [](std::size_t index, std::size_t count) { return index < count; };
  switch (touched.pane) {
    case Pane::list:
      if (!below(touched.row, room.definition.tables.size())) return;
      room.pane = Pane::list;
      room.table = touched.row;
      return tabulate();
    case Pane::filters:
      if (!below(touched.row, room.filters.size() + 1)) return;
      room.pane = Pane::filters;
      room.filter = touched.row;
      return turn_filter(touched.column == 0 ? -1 : 1);
    case Pane::grid:
      if (!below(touched.row, room.grid.rows.size()) || !below(touched.column, room.grid.columns.size())) return;
      room.row = touched.row;
      room.column = touched.column;
      room.pane = Pane::grid;
      return open_behind();
    case Pane::cases:
      if (room.pane != Pane::cases || !below(touched.row, room.behind.size())) return;
      room.line = touched.row;
      return open_behind();
  }
}

}  // namespace genpyo::session
