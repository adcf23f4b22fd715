// SheetBrush: draws a page's Drawing (millimetres) into an ImGui draw list (pixels). The screen's
// face of the paper: it computes no position of its own.
#pragma once
#include <imgui.h>

#include "app/ui/lettering.h"
#include "forms/paper/geometry.h"

namespace genpyo::ui {

class SheetBrush {
 public:
  // `origin` is the page's top left corner in pixels.
  SheetBrush(ImDrawList& list, Lettering& letters, const Palette& paper, ImVec2 origin,
             float pixels_per_mm)
      : list_(list), letters_(letters), colours_(paper), origin_(origin), scale_(pixels_per_mm) {}

  ImVec2 at(paper::Point p) const {
    return {origin_.x + static_cast<float>(p.x) * scale_,
            origin_.y + static_cast<float>(p.y) * scale_};
  }
  ImVec2 from(const paper::Rect& r) const { return at({r.x, r.y}); }
  ImVec2 to(const paper::Rect& r) const { return at({r.right(), r.bottom()}); }
  float length(double mm) const { return static_cast<float>(mm) * scale_; }
  bool sees(const paper::Rect& r) const;  // any of it is within the clip

  void fills(const paper::Drawing& drawing) const;
  void lines(const paper::Drawing& drawing) const;
  void texts(const paper::Drawing& drawing) const;
  void strokes(const paper::Drawing& drawing) const;
  void text(paper::Point baseline, double size_mm, const std::string& utf8, ImU32 colour,
            bool bold = false) const;

  void fill(const paper::Rect& r, ImU32 colour) const {
    list_.AddRectFilled(from(r), to(r), colour);
  }
  void frame(const paper::Rect& r, ImU32 colour, float thick_px, double grow_mm = 0) const;

  ImDrawList& list() const { return list_; }
  Lettering& letters() const { return letters_; }
  const Palette& colours() const { return colours_; }

 private:
  void line(const paper::Line& line) const;

  ImDrawList& list_;
  Lettering& letters_;
  const Palette& colours_;
  ImVec2 origin_;
  float scale_;
};

}  // namespace genpyo::ui
