// HistoryView: what happened to a question or to the whole case, line by line.
#pragma once
#include <vector>

#include "app/session/action.h"
#include "app/session/state.h"
#include "app/ui/texts.h"
#include "app/ui/ui_state.h"
#include "app/ui/writer.h"

namespace genpyo::ui {

// Into the present ImGui window, all of it.
void draw_history(const session::State& state, const Texts& texts, const Writer& writer,
                  UiState& ui, std::vector<session::Action>& actions);

// How high it would like to be, in pixels at 96 dpi.
float history_height(const session::State& state);

// "2018-03-01T09:30:00.000Z" → "2018-03-01 09:30"
std::string to_the_minute(const std::string& time);

// Moves the present window's view so that the line picked last is in it; done once a pick.
void scroll_to_line(UiState& ui, std::size_t line, float top, float height);

}  // namespace genpyo::ui
