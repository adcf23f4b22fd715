#include "app/ui/cursor_view.h"

#include <algorithm>
#include <cmath>

#include "app/session/profile.h"
#include "app/session/words.h"
#include "app/ui/caret.h"
#include "app/ui/signs.h"
#include "app/ui/theme.h"
#include "forms/paper/dates.h"

namespace genpyo::ui {
namespace {

using paper::Box;
using paper::Rect;
using session::State;

constexpr double sign_radius = 1.7, frame_reach = 1.2;  // mm; the frame stands off the question

const paper::Block* block_of(const paper::Page& page, forms::ItemIndex item) {
  const auto found = std::find_if(page.blocks.begin(), page.blocks.end(),
                                  [item](const paper::Block& block) { return block.item == item; });
  return found == page.blocks.end() ? nullptr : &*found;
}

// The box into which a figure or a text is written; null for choices.
const Box* writing_box(const paper::Page& page, forms::ItemIndex item) {
  const auto found = std::find_if(page.boxes.begin(), page.boxes.end(), [item](const Box& box) {
    return box.item == item && box.kind != Box::Kind::choice;
  });
  return found == page.boxes.end() ? nullptr : &*found;
}

Style draft_style(const SheetBrush& brush, const State& state, float size) {
  return {size, state.draft_refused ? brush.colours().hard : brush.colours().pen, false};
}

// Small triangles at the box's right end: there are lines above or below what is seen of it.
void draw_more(const SheetBrush& brush, const Box& box, bool above, bool below) {
  const double x = box.rect.right() - 1.4, wide = 0.9, high = 1.3;
  const double top = box.rect.y + 0.9, bottom = box.rect.bottom() - 0.9;
  if (above) {
    brush.list().AddTriangleFilled(brush.at({x, top}), brush.at({x + wide, top + high}),
                                   brush.at({x - wide, top + high}), brush.colours().strong);
  }
  if (below) {
    brush.list().AddTriangleFilled(brush.at({x, bottom}), brush.at({x - wide, bottom - high}),
                                   brush.at({x + wide, bottom - high}), brush.colours().strong);
  }
}

// Where and as large as forms/paper/ink.cpp will write it once it is accepted.
ImVec2 draw_text_draft(const SheetBrush& brush, const State& state, const Box& box) {
  const float size = brush.length(paper::text_size * paper::mm_per_point);
  const auto written = paper::written_in(brush.letters().fonts(), box, state.draft.text());
  DraftLines draft = in_lines(state.draft, written, brush.length(1));
  draft.strange = not_in_cp932(written, brush.length(1));
  const auto most = static_cast<std::size_t>(std::max(1, box.lines));
  const ImVec2 caret = draw_draft(
             brush.list(), brush.letters(),
             brush.at({box.rect.x + paper::text_indent,
                       box.rect.y + box.line_height - paper::text_above_rule}),
             draft,
             most, brush.length(box.line_height), draft_style(brush, state, size), brush.colours());
  const std::size_t first = first_shown(draft, most);
  draw_more(brush, box, first > 0, first + most < draft.lines.size());
  return caret;
}

void draw_figure_draft(const SheetBrush& brush, const State& state, const Box& box) {
  const double size_mm = 13 * paper::mm_per_point;
  const float size = brush.length(size_mm);
  const DraftLines draft = in_lines(state.draft, brush.letters(), size, 1e6f);
  const float width = brush.letters().width(state.draft.text(), size);
  const ImVec2 right = brush.at({box.rect.right() - 2.5, box.rect.middle().y + size_mm * 0.36});
  draw_draft(brush.list(), brush.letters(), {right.x - width, right.y}, draft, 1, size,
             draft_style(brush, state, size), brush.colours());
}

// Across the three boxes: not before Enter is it known what is year, month and day.
ImVec2 draw_date_draft(const SheetBrush& brush, const State& state, const Box& box) {
  const double size_mm = 13 * paper::mm_per_point;
  const float size = brush.length(size_mm), inset = brush.length(2.5);
  const Rect parts = paper::date_field(box.rect).parts;
  if (!state.draft.empty()) brush.fill(parts, brush.colours().card);
  const float room = brush.length(parts.width) - 2 * inset;
  const DraftLines draft = in_lines(state.draft, brush.letters(), size, std::max(room, size));
  const ImVec2 left = brush.at({parts.x, parts.middle().y + size_mm * 0.36});
  return draw_draft(brush.list(), brush.letters(), {left.x + inset, left.y}, draft, 1, size,
             draft_style(brush, state, size), brush.colours());
}

// What the pen wrote is gone while it is written anew; the printed rules are not.
void clear_box(const SheetBrush& brush, const paper::Page& page, const Box& box) {
  brush.fill(box.rect, brush.colours().card);
  brush.list().PushClipRect(brush.from(box.rect), brush.to(box.rect), true);
  brush.lines(page.printed);
  brush.list().PopClipRect();
}

std::optional<ImVec2> draw_draft_in(const SheetBrush& brush, const State& state, const Box& box) {
  std::optional<ImVec2> caret;
  brush.list().PushClipRect(brush.from(box.rect), brush.to(box.rect), true);
  if (box.kind == Box::Kind::text)
    caret = draw_text_draft(brush, state, box);
  else if (box.kind == Box::Kind::date)
    caret = draw_date_draft(brush, state, box);
  else
    draw_figure_draft(brush, state, box);
  brush.list().PopClipRect();
  return caret;
}

// Codes typed for a choice: a slip of paper at the question's right end.
void draw_slip(const SheetBrush& brush, const State& state, const Rect& block) {
  if (state.draft.empty()) return;
  const float size = brush.length(4.6), inset = brush.length(1.6);
  const DraftLines draft = in_lines(state.draft, brush.letters(), size, brush.length(60));
  const float width = brush.letters().width(draft.lines.back(), size) + 2 * inset;
  const ImVec2 corner = brush.at({block.right(), block.y});
  const ImVec2 from{corner.x - std::max(width, brush.length(12)), corner.y - brush.length(1)};
  const ImVec2 to{corner.x + brush.length(1), from.y + size * 1.5f};
  brush.list().AddRectFilled(from, to, brush.colours().card, brush.length(0.8));
  brush.list().AddRect(from, to, state.draft_refused ? brush.colours().hard : brush.colours().strong,
                       brush.length(0.8), 0, 2);
  draw_draft(brush.list(), brush.letters(), {from.x + inset, from.y + size * 1.1f}, draft, 1, size,
             draft_style(brush, state, size), brush.colours());
}

// What a CP932 file will not keep, said at the box's lower right end.
void draw_cp932_slip(const SheetBrush& brush, const State& state, const Texts& texts,
                     const Box& box) {
  const std::string strange = session::outside_cp932(state.draft.text());
  if (box.kind != Box::Kind::text || strange.empty()) return;
  const std::string words = texts("ui.not_in_cp932", {strange});
  const float size = brush.length(2.9), inset = brush.length(1);
  const float width = brush.letters().width(words, size) + 2 * inset;
  const ImVec2 corner = brush.to(box.rect);
  const ImVec2 from{corner.x - width, corner.y + brush.length(0.9)};
  const ImVec2 to{corner.x, from.y + size * 1.5f};
  brush.list().AddRectFilled(from, to, brush.colours().card, brush.length(0.8));
  brush.list().AddRect(from, to, brush.colours().soft, brush.length(0.8), 0, std::max(1.0f, size * 0.08f));
  brush.letters().draw(brush.list(), {from.x + inset, from.y + size * 1.1f},
                       {size, brush.colours().soft, false}, words);
}

struct Open {
  bool hard = false, soft = false, settled = false;
};

Open open_at(const State& state, forms::ItemIndex item) {
  Open open;
  for (const validators::Violation& violation : state.evaluation.violations) {
    if (violation.item != item || !session::is_shown(state, violation)) continue;
    if (violation.settled)
      open.settled = true;
    else if (violation.severity == forms::Severity::hard)
      open.hard = true;
    else
      open.soft = true;
  }
  return open;
}

bool is_illegible(const forms::Mark& mark) {
  const auto* missing = std::get_if<forms::Missing>(&mark.content);
  return missing != nullptr && *missing == forms::Missing::illegible;
}

// In the margin, from the question's left end outwards.
void draw_signs_at(const SheetBrush& brush, const State& state, const paper::Block& block) {
  const Open open = open_at(state, block.item);
  double x = block.rect.x - sign_radius - frame_reach - 0.5;
  const auto put = [&](Sign sign) {
    draw_sign(brush.list(), brush.at({x, block.rect.y + std::min(block.rect.height / 2, 3.2)}),
              brush.length(sign_radius), sign, brush.colours());
    x -= 2 * sign_radius + 0.6;
  };
  if (open.hard) put(Sign::hard);
  if (open.soft) put(Sign::soft);
  if (open.settled && !open.hard && !open.soft) put(Sign::settled);
  if (is_illegible(state.current.marks[block.item])) put(Sign::illegible);
  if (state.evaluation.items[block.item].off_path) put(Sign::off_path);
  if (state.current.notes.count(block.item) > 0) put(Sign::note);
}

}  // namespace

void draw_highlight(const SheetBrush& brush, const State& state, const paper::Page& page) {
  const paper::Block* block = block_of(page, state.cursor);
  if (block == nullptr) return;
  brush.fill(block->rect, brush.colours().highlight);
  if (const Box* box = writing_box(page, state.cursor)) brush.fill(box->rect, brush.colours().card);
}

void draw_veils(const SheetBrush& brush, const State& state, const Texts& texts,
                const paper::Page& page) {
  const std::string word = texts("ui.skipped");
  for (const paper::Block& block : page.blocks) {
    const validators::ItemState& item = state.evaluation.items[block.item];
    if (item.relevant || item.off_path || !brush.sees(block.rect)) continue;
    brush.fill(block.rect, brush.colours().veil);
    const double size = 2.9;
    const float width = brush.letters().width(word, brush.length(size));
    const ImVec2 corner = brush.at({block.rect.right(), block.rect.y});
    // Where there is room, below the frame that a cursor above it reaches in with.
    const double tag = 4.2, above = std::clamp((block.rect.height - tag) / 2, 0.4, frame_reach + 0.7);
    const ImVec2 to{corner.x - brush.length(1), corner.y + brush.length(std::min(above + tag, block.rect.height))};
    const ImVec2 from{to.x - width - brush.length(2), corner.y + brush.length(above)};
    brush.list().AddRectFilled(from, to, brush.colours().quiet, brush.length(0.8));
    brush.letters().draw(
        brush.list(), {from.x + brush.length(1), (from.y + to.y) / 2 + brush.length(size * 0.36)},
        {brush.length(size), brush.colours().on_strong, false}, word);
  }
}

void draw_violations(const SheetBrush& brush, const State& state, const paper::Page& page) {
  for (const paper::Block& block : page.blocks) {
    if (!brush.sees(block.rect)) continue;
    const Open open = open_at(state, block.item);
    const Box* box = writing_box(page, block.item);
    const Rect& around = box == nullptr ? block.rect : box->rect;
    if (open.hard)
      brush.frame(around, brush.colours().hard, 2, 0.3);
    else if (open.soft)
      brush.frame(around, brush.colours().soft, 2, 0.3);
    draw_signs_at(brush, state, block);
  }
}

std::optional<ImVec2> draw_cursor(const SheetBrush& brush, const State& state, const Texts& texts,
                                  const paper::Page& page) {
  const paper::Block* block = block_of(page, state.cursor);
  if (block == nullptr) return std::nullopt;
  const Box* box = writing_box(page, state.cursor);
  const float thick = std::max(2.0f, std::round(brush.length(0.55)));
  if (box == nullptr) {
    brush.frame(block->rect, brush.colours().strong, thick, frame_reach);
    draw_slip(brush, state, block->rect);
    return std::nullopt;
  }
  const bool shows_mark = state.draft.empty() && state.current.marks[state.cursor].keyed();
  const bool is_printed = box->kind == Box::Kind::date;  // what is printed in it stays in sight
  if (!shows_mark && !is_printed) clear_box(brush, page, *box);
  brush.frame(box->rect, brush.colours().strong, thick, 0.5);
  const auto caret = draw_draft_in(brush, state, *box);
  draw_cp932_slip(brush, state, texts, *box);
  return caret;
}

}  // namespace genpyo::ui
