// Strip: a part of a page that no page break may cut, set before it is known where it stands. Its
// x are the page's, its y begin at its own top.
#pragma once
#include <vector>

#include "forms/paper/layout.h"
#include "forms/paper/measures.h"

namespace genpyo::paper {

struct Strip {
  Drawing drawing;
  std::vector<Box> boxes;
  std::vector<Block> blocks;
  double height = 0;
};

// A question, or a grid: one strip after the other, together on a page unless they are taller
// than one.
struct Piece {
  std::vector<Strip> strips;
  Strip head_again;       // stands above the strips that had to go to a further page; may be empty
  double gap_before = 0;  // not at the top of a page
  bool new_page = false;
  bool begins_section = false;
  bool follows_on = false;  // of the question before it, as 問11-1 is of 問11
  double height() const;
};

void append(Drawing& under, const Drawing& drawing, double down);

// `lower` below `upper`, as one strip.
void append(Strip& upper, const Strip& lower);

// On the page with its top at `y`. An item's blocks become one.
void place(const Strip& strip, double y, Page& page);

void frame(Drawing& drawing, const Rect& rect, double width = rule, Tone tone = Tone::print);
void horizontal(Drawing& drawing, double y, double left, double right, double width = rule,
                Tone tone = Tone::print);
void vertical(Drawing& drawing, double x, double top, double bottom, double width = rule,
              Tone tone = Tone::print);

}  // namespace genpyo::paper
