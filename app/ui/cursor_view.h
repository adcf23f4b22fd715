// What lies over a page while a case is keyed: the cursor's question and the draft in its box,
// skipped questions, and signs at what is open.
#pragma once
#include <optional>

#include "app/session/state.h"
#include "app/ui/sheet_brush.h"
#include "app/ui/texts.h"
#include "forms/paper/layout.h"

namespace genpyo::ui {

// Under the printed lines and letters.
void draw_highlight(const SheetBrush& brush, const session::State& state, const paper::Page& page);

// Between the printed page and the pen's marks: skipped questions are greyed.
void draw_veils(const SheetBrush& brush, const session::State& state, const Texts& texts,
                const paper::Page& page);

// Over everything. The cursor gives where a text is being written, in pixels of the window.
void draw_violations(const SheetBrush& brush, const session::State& state, const paper::Page& page);
std::optional<ImVec2> draw_cursor(const SheetBrush& brush, const session::State& state, const Texts& texts,
                                  const paper::Page& page);

}  // namespace genpyo::ui
