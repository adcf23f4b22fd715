#include "forms/paper/strip.h"

#include <algorithm>

namespace genpyo::paper {
namespace {

Rect moved(Rect rect, double down) {
  rect.y += down;
  return rect;
}

Rect around(const Rect& a, const Rect& b) {
  const double x = std::min(a.x, b.x), y = std::min(a.y, b.y);
  return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

void add_block(std::vector<Block>& blocks, const Block& block) {
  for (Block& known : blocks) {
    if (known.item == block.item) {
      known.rect = around(known.rect, block.rect);
      return;
    }
  }
  blocks.push_back(block);
}

void append(std::vector<Box>& boxes, std::vector<Block>& blocks, const Strip& strip, double down) {
  for (Box box : strip.boxes) {
    box.rect.y += down;
    boxes.push_back(box);
  }
  for (const Block& block : strip.blocks) {
    add_block(blocks, {block.item, moved(block.rect, down)});
  }
}

}  // namespace

double Piece::height() const {
  double sum = 0;
  for (const Strip& strip : strips) sum += strip.height;
  return sum;
}

void append(Drawing& under, const Drawing& drawing, double down) {
  for (const Fill& fill : drawing.fills) under.fills.push_back({moved(fill.rect, down), fill.tone});
  for (Line line : drawing.lines) {
    line.from.y += down;
    line.to.y += down;
    under.lines.push_back(line);
  }
  for (Text text : drawing.texts) {
    text.origin.y += down;
    under.texts.push_back(std::move(text));
  }
  for (Stroke stroke : drawing.strokes) {
    for (Point& point : stroke.points) point.y += down;
    under.strokes.push_back(std::move(stroke));
  }
}

void append(Strip& upper, const Strip& lower) {
  append(upper.drawing, lower.drawing, upper.height);
  append(upper.boxes, upper.blocks, lower, upper.height);
  upper.height += lower.height;
}

void place(const Strip& strip, double y, Page& page) {
  append(page.printed, strip.drawing, y);
  append(page.boxes, page.blocks, strip, y);
}

void frame(Drawing& drawing, const Rect& rect, double width, Tone tone) {
  horizontal(drawing, rect.y, rect.x, rect.right(), width, tone);
  horizontal(drawing, rect.bottom(), rect.x, rect.right(), width, tone);
  vertical(drawing, rect.x, rect.y, rect.bottom(), width, tone);
  vertical(drawing, rect.right(), rect.y, rect.bottom(), width, tone);
}

void horizontal(Drawing& drawing, double y, double left, double right, double width, Tone tone) {
  drawing.lines.push_back({{left, y}, {right, y}, width, tone, false});
}

void vertical(Drawing& drawing, double x, double top, double bottom, double width, Tone tone) {
  drawing.lines.push_back({{x, top}, {x, bottom}, width, tone, false});
}

}  // namespace genpyo::paper
