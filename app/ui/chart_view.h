// ChartView: the report's charts and notes on a piece of paper, as wide as its place allows.
#pragma once
#include <imgui.h>

#include "app/session/state.h"
#include "app/ui/office_parts.h"
#include "app/ui/ui_state.h"

namespace genpyo::ui {

// What is higher than its place is scrolled along with the row that the keys are at.
void draw_charts(const session::TablesRoom& room, const Writer& writer, UiState& ui, const Area& area);

}  // namespace genpyo::ui
