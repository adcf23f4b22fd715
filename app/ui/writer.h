// Writer: sets texts, rows and buttons one below the other into the present ImGui window, with our
// own lettering. ImGui gives the mouse, the scrolling and the clip; it never sees a key.
#pragma once
#include <imgui.h>

#include <optional>
#include <string>

#include "app/ui/lettering.h"
#include "app/ui/signs.h"

namespace genpyo::ui {

enum class ButtonKind { plain, strong };

class Writer {
 public:
  // `scale`: pixels per pixel at 96 dpi; sizes given below are at 96 dpi.
  // Letters, scale and colours must outlive it.
  Writer(Lettering& letters, float scale, const Palette& colours)
      : letters_(letters), scale_(scale), colours_(colours) {}

  Lettering& letters() const { return letters_; }
  const Palette& colours() const { return colours_; }
  float px(float at_96_dpi) const { return at_96_dpi * scale_; }
  Style style(float size) const { return style(size, colours_.text); }
  Style style(float size, ImU32 colour, bool bold = false) const {
    return {px(size), colour, bold};
  }

  // A text in as many lines as it needs in the width that is there, less `indent`.
  void paragraph(const std::string& text, const Style& style, float indent = 0) const;
  // The same with a sign before its first line.
  void signed_paragraph(Sign sign, const std::string& text, const Style& style) const;
  // The same, to be clicked. `id` tells it from its neighbours.
  bool link(int id, std::optional<Sign> sign, const std::string& text, const Style& style) const;

  void gap(float height) const;
  void rule() const;  // a thin line across
  void heading(const std::string& text) const;

  // Beside each other: the next one follows on the same line.
  bool button(const char* id, const std::string& key, const std::string& label,
              ButtonKind kind = ButtonKind::plain) const;
  // A key's cap and what it does; broken to the next line where the width ends.
  void key(const std::string& cap, const std::string& word) const;
  // The same after buttons, at the height of their middle.
  void key_after_buttons(const std::string& cap, const std::string& word) const;
  float width_of_key(const std::string& cap, const std::string& word) const;

  // One line from `at` (left end of the baseline), without moving on.
  void line(ImVec2 at, const Style& style, const std::string& text) const;
  // Cut with … where it is wider than `width`.
  std::string cut(const std::string& text, float size, float width) const;

 private:
  void draw_lines(ImVec2 from, const std::string& text, const Style& style, float width) const;
  float height_of(const std::string& text, const Style& style, float width) const;

  Lettering& letters_;
  float scale_;
  const Palette& colours_;
};

}  // namespace genpyo::ui
