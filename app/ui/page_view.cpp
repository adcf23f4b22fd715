#include "app/ui/page_view.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "app/ui/cursor_view.h"
#include "app/ui/desk.h"
#include "app/ui/sheet_brush.h"
#include "app/ui/text_mouse.h"
#include "app/ui/theme.h"
#include "forms/paper/ink.h"

namespace genpyo::ui {
namespace {

using session::State;

constexpr double wheel_step = 18;     // mm a notch
constexpr double choice_reach = 1.2;  // mm around a printed number that count as it

float zoom_of(const State& state) { return static_cast<float>(state.settings.zoom) / 100; }

const paper::Drawing& ink_of(const State& state, const Texts& texts, UiState& ui,
                             std::size_t page) {
  InkCache& cache = ui.ink;
  if (cache.case_id != state.current.id || cache.layout != state.layout ||
      cache.revision != state.revision) {
    cache = {state.current.id, state.layout, state.revision, {}};
  }
  const auto [found, is_new] = cache.pages.try_emplace(page);
  if (!is_new) return found->second;
  std::set<forms::ItemIndex> off_path;
  for (forms::ItemIndex item = 0; item < state.evaluation.items.size(); ++item) {
    if (state.evaluation.items[item].off_path) off_path.insert(item);
  }
  found->second = paper::ink(*state.layout, state.survey->form, ui.letters.fonts(), &state.current,
                             off_path, page, texts.language);
  return found->second;
}

// Beside the sheet alone: under it the shadow's layers would cost more than all else of the frame
// where a processor draws. In whole pixels, as OpenGL cuts, so that no pixel has a layer twice.
void draw_shadow(const SheetBrush& brush, ImVec2 from, ImVec2 to) {
  const auto up = [](ImVec2 p) { return ImVec2{std::ceil(p.x), std::ceil(p.y)}; };
  ImDrawList& list = brush.list();
  const ImVec2 low = up(list.GetClipRectMin()), high = up(list.GetClipRectMax());
  const ImVec2 first = up(from), last{std::floor(to.x), std::floor(to.y)};
  const float upper = std::clamp(first.y, low.y, high.y), lower = std::clamp(last.y, upper, high.y);
  const float left = std::clamp(first.x, low.x, high.x), right = std::clamp(last.x, left, high.x);
  const std::array<ImVec4, 4> strips = {ImVec4{low.x, low.y, high.x, upper}, {low.x, lower, high.x, high.y},
                                        {low.x, upper, left, lower}, {right, upper, high.x, lower}};
  for (const ImVec4& strip : strips) {
    if (strip.x >= strip.z || strip.y >= strip.w) continue;
    list.PushClipRect({strip.x, strip.y}, {strip.z, strip.w});
    for (int i = 6; i > 0; --i) {
      const float soft = static_cast<float>(i) * brush.length(0.3);
      list.AddRectFilled({from.x - soft, from.y - soft + brush.length(0.8)},
                         {to.x + soft, to.y + soft + brush.length(0.8)}, brush.colours().shadow, soft);
    }
    list.PopClipRect();
  }
}

void draw_sheet(const SheetBrush& brush) {
  const paper::Rect sheet{0, 0, paper::page_width, paper::page_height};
  const ImVec2 from = brush.from(sheet), to = brush.to(sheet);
  draw_shadow(brush, from, to);
  brush.fill(sheet, brush.colours().card);
  if (brush.colours().frame > 1) brush.frame(sheet, brush.colours().edge, brush.colours().frame);
}

void draw_page(const SheetBrush& brush, const State& state, const Texts& texts, UiState& ui,
               std::size_t number) {
  const paper::Page& page = state.layout->pages[number];
  const paper::Drawing& ink = ink_of(state, texts, ui, number);
  draw_sheet(brush);
  brush.fills(page.printed);
  draw_highlight(brush, state, page);
  brush.lines(page.printed);
  brush.texts(page.printed);
  brush.strokes(page.printed);
  draw_veils(brush, state, texts, page);
  brush.fills(ink);
  brush.lines(ink);
  brush.texts(ink);
  brush.strokes(ink);
  draw_violations(brush, state, page);
  if (const auto caret = draw_cursor(brush, state, texts, page)) ui.caret = caret;
}

// After the cursor has moved, or the view has changed under it.
void follow_cursor(const State& state, UiState& ui, View& view) {
  const Followed now{state.cursor,
                     state.layout,
                     state.current.id,
                     static_cast<float>(view.width),
                     static_cast<float>(view.height),
                     zoom_of(state)};
  if (ui.followed == now) return;
  ui.followed = now;
  const auto page = state.layout->page_of(state.cursor);
  if (!page) return;
  for (const paper::Block& block : state.layout->pages[*page].blocks) {
    if (block.item == state.cursor)
      view = follow(view, *page, block.rect, state.layout->pages.size());
  }
}

// What a click at a point of a page asks for.
std::optional<session::Action> asked_at(const paper::Page& page, paper::Point point) {
  for (const paper::Box& box : page.boxes) {
    const paper::Rect& r = box.rect;
    const paper::Rect around{r.x - choice_reach, r.y - choice_reach, r.width + 2 * choice_reach,
                             r.height + 2 * choice_reach};
    if (box.kind == paper::Box::Kind::choice && around.contains(point))
      return session::Choose{box.item, box.code};
    if (r.contains(point)) return session::GoTo{box.item};
  }
  for (const paper::Block& block : page.blocks) {
    if (block.rect.contains(point)) return session::GoTo{block.item};
  }
  return std::nullopt;
}

// A click into the text being keyed places its caret, a drag from there selects. True when the
// mouse is about that.
bool obey_text_mouse(const State& state, UiState& ui, const paper::Page& page, paper::Point point,
                     std::vector<session::Action>& actions) {
  const paper::Box* box = text_box(state, page);
  const bool drags = box != nullptr && ui.selecting == box->item;
  if (box == nullptr || (!drags && !box->rect.contains(point))) return false;
  ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
  const bool clicked = ImGui::IsMouseClicked(ImGuiMouseButton_Left);
  if (clicked) ui.selecting = box->item;
  const bool moved = drags && (ImGui::GetIO().MouseDelta.x != 0 || ImGui::GetIO().MouseDelta.y != 0);
  const bool grows = ImGui::GetIO().KeyShift || !clicked;
  if (clicked || moved) actions.push_back(caret_at(state, ui.letters.fonts(), *box, point, grows));
  return true;
}

void obey_mouse(const paper::Page& page, paper::Point point,
                std::vector<session::Action>& actions) {
  const auto asked = asked_at(page, point);
  if (!asked) return;
  ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) actions.push_back(*asked);
}

}  // namespace

void draw_pages(const State& state, const Texts& texts, UiState& ui, ImVec2 from, ImVec2 to,
                std::vector<session::Action>& actions) {
  const float zoom = zoom_of(state);
  const float pixels_per_mm =
      std::max(1.0f, to.x - from.x) / static_cast<float>(desk_width) * zoom;
  const std::size_t pages = state.layout->pages.size();
  View view{ui.left, ui.top, (to.x - from.x) / pixels_per_mm, (to.y - from.y) / pixels_per_mm};
  ImGui::SetCursorScreenPos(from);
  ImGui::InvisibleButton("pages", {std::max(1.0f, to.x - from.x), std::max(1.0f, to.y - from.y)});
  const bool hovered = ImGui::IsItemHovered();
  if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) ui.selecting.reset();
  if (hovered) view.top -= ImGui::GetIO().MouseWheel * wheel_step / zoom;
  if (hovered) view.left -= ImGui::GetIO().MouseWheelH * wheel_step / zoom;
  follow_cursor(state, ui, view);
  view = kept_on_desk(view, pages);
  ui.left = view.left, ui.top = view.top;

  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.PushClipRect(from, to, true);
  for (std::size_t page = 0; page < pages; ++page) {
    const double top = page_top(page);
    if (top > view.top + view.height || top + paper::page_height + desk_margin < view.top) continue;
    const ImVec2 origin{from.x + static_cast<float>(desk_margin - view.left) * pixels_per_mm,
                        from.y + static_cast<float>(top - view.top) * pixels_per_mm};
    draw_page(SheetBrush(list, ui.letters, ui.theme->paper, origin, pixels_per_mm), state, texts, ui, page);
    if (!hovered) continue;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const paper::Point point{(mouse.x - origin.x) / pixels_per_mm,
                             (mouse.y - origin.y) / pixels_per_mm};
    const paper::Page& sheet = state.layout->pages[page];
    if (obey_text_mouse(state, ui, sheet, point, actions)) continue;
    obey_mouse(sheet, point, actions);
  }
  list.PopClipRect();
}

}  // namespace genpyo::ui
