#include "app/ui/signs.h"

#include "app/ui/theme.h"

namespace genpyo::ui {
namespace {

struct Pencil {
  ImDrawList& list;
  ImVec2 middle;
  float radius;
  const Palette& colours;

  ImVec2 at(float x, float y) const { return {middle.x + x * radius, middle.y + y * radius}; }
  float thick() const { return radius * 0.26f; }

  void tick(ImU32 colour) const {
    list.PathLineTo(at(-0.48f, 0.02f));
    list.PathLineTo(at(-0.12f, 0.4f));
    list.PathLineTo(at(0.5f, -0.38f));
    list.PathStroke(colour, 0, thick());
  }
  void cross(ImU32 colour, float reach) const {
    list.AddLine(at(-reach, -reach), at(reach, reach), colour, thick());
    list.AddLine(at(-reach, reach), at(reach, -reach), colour, thick());
  }
  void disc(ImU32 colour) const { list.AddCircleFilled(middle, radius, colour); }
};

void draw_soft(const Pencil& p) {
  p.list.AddTriangleFilled(p.at(0, -1.0f), p.at(1.08f, 0.86f), p.at(-1.08f, 0.86f),
                           p.colours.soft_fill);
  p.list.AddTriangle(p.at(0, -1.0f), p.at(1.08f, 0.86f), p.at(-1.08f, 0.86f), p.colours.soft,
                     p.radius * 0.12f);
  p.list.AddLine(p.at(0, -0.38f), p.at(0, 0.3f), p.colours.on_soft, p.thick());
  p.list.AddCircleFilled(p.at(0, 0.58f), p.radius * 0.15f, p.colours.on_soft);
}

void draw_note(const Pencil& p) {
  const ImVec2 sheet[] = {p.at(-0.75f, -0.95f), p.at(0.3f, -0.95f), p.at(0.75f, -0.45f),
                          p.at(0.75f, 0.95f), p.at(-0.75f, 0.95f)};
  p.list.AddConvexPolyFilled(sheet, 5, p.colours.card);
  p.list.AddPolyline(sheet, 5, p.colours.pen, ImDrawFlags_Closed, p.radius * 0.16f);
  for (const float y : {-0.25f, 0.15f, 0.55f}) {
    p.list.AddLine(p.at(-0.4f, y), p.at(0.4f, y), p.colours.pen, p.radius * 0.14f);
  }
}

void draw_off_path(const Pencil& p) {
  p.cross(p.colours.off_path, 0.62f);
  for (const ImVec2 dot : {p.at(0, -0.72f), p.at(0, 0.72f), p.at(-0.72f, 0), p.at(0.72f, 0)}) {
    p.list.AddCircleFilled(dot, p.radius * 0.18f, p.colours.off_path);
  }
}

void draw_skipped(const Pencil& p) {
  p.disc(p.colours.quiet);
  p.list.AddLine(p.at(-0.5f, 0), p.at(0.45f, 0), p.colours.on_strong, p.thick());
  p.list.AddLine(p.at(0.1f, -0.4f), p.at(0.5f, 0), p.colours.on_strong, p.thick());
  p.list.AddLine(p.at(0.1f, 0.4f), p.at(0.5f, 0), p.colours.on_strong, p.thick());
}

void draw_blot(const Pencil& p) {
  p.list.AddCircleFilled(p.middle, p.radius * 0.62f, p.colours.pen);
  for (const ImVec2 drop : {p.at(0.78f, -0.5f), p.at(-0.7f, 0.66f), p.at(0.72f, 0.7f)}) {
    p.list.AddCircleFilled(drop, p.radius * 0.2f, p.colours.pen);
  }
}

}  // namespace

void draw_sign(ImDrawList& list, ImVec2 middle, float radius, Sign sign,
               const Palette& colours) {
  const Pencil pencil{list, middle, radius, colours};
  switch (sign) {
    case Sign::good: pencil.disc(colours.good); return pencil.tick(colours.on_strong);
    case Sign::hard: pencil.disc(colours.hard); return pencil.cross(colours.on_strong, 0.4f);
    case Sign::soft: return draw_soft(pencil);
    case Sign::settled: return pencil.tick(colours.quiet);
    case Sign::not_keyed:
      return list.AddCircle(middle, radius * 0.8f, colours.quiet, 0, radius * 0.2f);
    case Sign::note: return draw_note(pencil);
    case Sign::off_path: return draw_off_path(pencil);
    case Sign::outside:
      return list.AddLine(pencil.at(-0.6f, 0), pencil.at(0.6f, 0), colours.quiet, pencil.thick());
    case Sign::skipped: return draw_skipped(pencil);
    case Sign::illegible: return draw_blot(pencil);
  }
}

}  // namespace genpyo::ui
