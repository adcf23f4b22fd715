// How the chosen table is told beside its grid: its charts and notes, the report's own.
#include "export/report/report.h"
#include "export/report/words.h"

#include "app/session/inside.h"

namespace genpyo::session {

std::vector<exports::Chart> charts_on(const exports::ReportTable& table, const paper::Typesetter& set) {
  std::vector<exports::Chart> charts;
  for (const exports::ReportChart& each : table.charts) charts.push_back(exports::draw(each, set, chart_width));
  return charts;
}

std::string word_of_statistic(std::string_view statistic, std::string_view language) {
  return exports::word_of_statistic(statistic, language);
}

void Session::Inside::compose_table(const exports::Tabulation& tabulation, const std::vector<exports::Figure>& figures) {
  TablesRoom& room = state.tables;
  const forms::Form& form = world.survey->form;
  const exports::TablesDefinition only{room.definition.base, {room.chosen()}};
  const std::string base = only.base ? only.base->text() : "";
  const exports::Report report =
      exports::compose(form, only, figures, tabulation.distributions(), {base, "", 0}, {}, state.language);
  const exports::ReportTable& told = report.sections.front().tables.front();
  room.notes = told.notes;
  room.charts = charts_on(told, paper::Typesetter(*world.fonts, state.language));
}

}  // namespace genpyo::session
