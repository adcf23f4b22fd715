// UiState: what dies with the window: where the desk is scrolled to, how large the page is, what
// was drawn already. Nothing of it is data.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "app/session/state.h"
#include "app/ui/lettering.h"
#include "app/ui/theme.h"
#include "forms/paper/geometry.h"

namespace genpyo::ui {

// The pen's marks per page, as long as case, layout and revision are the same.
struct InkCache {
  std::string case_id;
  const paper::Layout* layout = nullptr;
  std::int64_t revision = -1;
  std::map<std::size_t, paper::Drawing> pages;
};

// What the desk was last scrolled for: it follows the cursor, and leaves the wheel alone.
struct Followed {
  forms::ItemIndex item = 0;
  const paper::Layout* layout = nullptr;
  std::string case_id;
  float width = 0, height = 0, zoom = 0;  // of the view
  friend bool operator==(const Followed&, const Followed&) = default;
};

// The table and row for which its charts were scrolled.
struct ChartFollowed {
  std::size_t table = 0, row = 0;
  friend bool operator==(const ChartFollowed&, const ChartFollowed&) = default;
};

struct UiState {
  explicit UiState(const paper::FontSet& fonts) : letters(fonts) {}

  Lettering letters;                     // of the page
  std::optional<Lettering> other_words;  // of everything else, where it has a font of its own
  Lettering& words() { return other_words ? *other_words : letters; }
  std::optional<ImVec2> caret;  // where a text is being written, in pixels of the window
  float scale = 1;           // pixels per pixel at 96 dpi
  const Theme* theme = &theme_of(session::Theme::light);  // that of the settings, each frame
  double left = 0, top = 0;  // of the view, in mm of the desk
  std::optional<Followed> followed;
  InkCache ink;
  std::optional<forms::ItemIndex> selecting;  // the text in which the mouse is being dragged
  std::uint64_t copied = 0;                   // the last of State::copied on the clipboard
  std::optional<std::size_t> selection_in_view;  // of the list of cases
  std::optional<forms::ItemIndex> panel_item;    // for which the side panel was scrolled to its top
  std::optional<ChartFollowed> chart_followed;
  std::optional<std::size_t> line_in_view;       // of a dialog's list: the line scrolled to
  session::Dialog dialog = session::Dialog::none;  // that was drawn last
  std::optional<session::Setting> setting_in_view;  // of the settings: the row scrolled to last
  std::size_t gates = 0;      // that were up in the last frame
  float dialog_scroll = 0;    // lines that the keys want it moved by, before the next frame
  float dialog_height = 160;  // of its content, in pixels: the next frame is made as high
};

}  // namespace genpyo::ui
