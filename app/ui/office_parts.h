// OfficeParts: what the survey office's screens are made of: framed panes, cells, bars.
#pragma once
#include <imgui.h>

#include <string>

#include "app/ui/writer.h"

namespace genpyo::ui {

struct Area {
  ImVec2 from, to;
  float width() const { return to.x - from.x; }
  float height() const { return to.y - from.y; }
};

// A card with a title; the one that has the keys has a strong frame. Gives the room inside.
Area draw_pane(const Writer& writer, const Area& area, const std::string& title, bool has_keys);

// One line of text in a cell, cut where it is too long.
void draw_cell(const Writer& writer, float left, float right, float baseline, const std::string& text,
               const Style& style, bool to_the_right = false);

// A bar from 0 to 1 of its place.
void draw_share(const Writer& writer, const Area& area, double share);

// A line that can be clicked, from edge to edge; the chosen one has a ground and an edge of its own.
bool draw_row(const Writer& writer, int id, const Area& area, bool chosen);

// The present child window scrolled as little as needed so that [top, bottom] of its content is seen.
void scroll_to(float top, float bottom);

// The middle line's baseline of a row.
float baseline_of(const Area& area, const Style& style);

}  // namespace genpyo::ui
