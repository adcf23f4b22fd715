// Shapes: what is drawn on one page, as read back from an output (a PDF's operators, the vertices of
// a frame) and not from the layout. In millimetres from the page's top left corner.
#pragma once
#include <imgui.h>

#include <string>
#include <vector>

#include "forms/paper/geometry.h"

namespace genpyo::test {

struct Shape {
  enum class Kind { fill, line, dashed, curve };
  Kind kind = Kind::fill;
  paper::Rect around;  // of a line or a curve without its thickness
};

// The operators re f, m l S and m c S of each page. `qdf` is what `qpdf --qdf` writes. Letters are
// no shapes.
std::vector<std::vector<Shape>> shapes_of_pdf(const std::string& qdf);

// What hangs together in a frame (a rectangle, a line, a curve, a letter): what encloses its opaque
// corners, in pixels.
struct Patch {
  ImVec2 from, to;
  int corners = 0;
};
std::vector<Patch> patches_of(const ImDrawData& frame);

}  // namespace genpyo::test
