#include "app/ui/writer.h"

#include <algorithm>

#include "forms/text.h"

namespace genpyo::ui {
namespace {

constexpr float button_height = 28, cap_height = 21;

float available() { return std::max(40.0f, ImGui::GetContentRegionAvail().x); }

ImDrawList& canvas() { return *ImGui::GetWindowDrawList(); }

}  // namespace

float Writer::height_of(const std::string& text, const Style& style, float width) const {
  const auto lines = std::max<std::size_t>(1, letters_.lines(text, style.size, width).size());
  return static_cast<float>(lines) * style.size * line_pitch;
}

void Writer::draw_lines(ImVec2 from, const std::string& text, const Style& style,
                        float width) const {
  float baseline = from.y + style.size * (ascent + (line_pitch - 1) / 2);
  for (const std::string& each : letters_.lines(text, style.size, width)) {
    letters_.draw(canvas(), {from.x, baseline}, style, each);
    baseline += style.size * line_pitch;
  }
}

void Writer::paragraph(const std::string& text, const Style& style, float indent) const {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float width = std::max(style.size, available() - px(indent));
  draw_lines({from.x + px(indent), from.y}, text, style, width);
  ImGui::Dummy({available(), height_of(text, style, width)});
}

void Writer::signed_paragraph(Sign sign, const std::string& text, const Style& style) const {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  draw_sign(canvas(), {from.x + style.size * 0.6f, from.y + style.size * line_pitch / 2},
            style.size * 0.42f, sign, colours_);
  paragraph(text, style, style.size * 1.5f / scale_);
}

bool Writer::link(int id, std::optional<Sign> sign, const std::string& text,
                  const Style& style) const {
  // A sign stands under the signs of what cannot be clicked; words alone keep off the hover's edge.
  const float pad = px(4), side = sign ? 0 : pad, indent = sign ? style.size * 1.5f : 0;
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float whole = available(), width = std::max(style.size, whole - indent - side - pad);
  const ImVec2 size{whole, height_of(text, style, width) + pad};
  ImGui::PushID(id);
  const bool clicked = ImGui::InvisibleButton("link", size);
  ImGui::PopID();
  if (ImGui::IsItemHovered()) {
    canvas().AddRectFilled(from, {from.x + size.x, from.y + size.y}, colours_.hover, px(3));
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  }
  const float top = from.y + pad / 2;
  if (sign) {
    draw_sign(canvas(), {from.x + style.size * 0.6f, top + style.size * line_pitch / 2},
              style.size * 0.42f, *sign, colours_);
  }
  draw_lines({from.x + side + indent, top}, text, style, width);
  return clicked;
}

void Writer::gap(float height) const { ImGui::Dummy({1, px(height)}); }

void Writer::rule() const {
  const ImVec2 from = ImGui::GetCursorScreenPos();
  canvas().AddLine(from, {from.x + available(), from.y}, colours_.edge, px(colours_.frame));
  ImGui::Dummy({1, px(1)});
}

void Writer::heading(const std::string& text) const {
  gap(14);
  paragraph(text, style(theme::small_size, colours_.quiet, true));
  gap(2);
}

bool Writer::button(const char* id, const std::string& key, const std::string& label,
                    ButtonKind kind) const {
  const Style cap =
      style(theme::small_size, kind == ButtonKind::strong ? colours_.on_strong : colours_.strong, true);
  const Style word =
      style(theme::small_size, kind == ButtonKind::strong ? colours_.on_strong : colours_.text);
  const float pad = px(9), between = key.empty() || label.empty() ? 0 : px(6);
  const float key_width = letters_.width(key, cap.size);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const ImVec2 size{key_width + between + letters_.width(label, word.size) + 2 * pad, px(button_height)};
  const bool clicked = ImGui::InvisibleButton(id, size);
  const bool hovered = ImGui::IsItemHovered();
  const ImVec2 to{from.x + size.x, from.y + size.y};
  const ImU32 plain = hovered ? colours_.hover : colours_.card;
  const ImU32 strong = hovered ? colours_.strong_hover : colours_.strong;
  canvas().AddRectFilled(from, to, kind == ButtonKind::strong ? strong : plain, px(4));
  if (kind == ButtonKind::plain) canvas().AddRect(from, to, colours_.edge, px(4), 0, px(colours_.frame));
  const float baseline = from.y + size.y / 2 + cap.size * 0.36f;
  letters_.draw(canvas(), {from.x + pad, baseline}, cap, key);
  letters_.draw(canvas(), {from.x + pad + key_width + between, baseline}, word, label);
  ImGui::SameLine(0, px(6));
  return clicked;
}

void Writer::key(const std::string& cap, const std::string& word) const {
  const Style small = style(theme::small_size, colours_.quiet);
  const float pad = px(5), cap_width = letters_.width(cap, small.size) + 2 * pad;
  const ImVec2 size{width_of_key(cap, word), px(25)};
  if (ImGui::GetContentRegionAvail().x < size.x) ImGui::NewLine();
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const ImVec2 to{from.x + cap_width, from.y + px(cap_height)};
  canvas().AddRectFilled(from, to, colours_.card, px(3));
  canvas().AddRect(from, to, colours_.edge, px(3), 0, px(colours_.frame));
  const float baseline = (from.y + to.y) / 2 + small.size * 0.36f;
  letters_.draw(canvas(), {from.x + pad, baseline}, style(theme::small_size, colours_.text, true),
                cap);
  letters_.draw(canvas(), {to.x + px(5), baseline}, small, word);
  ImGui::Dummy(size);
  ImGui::SameLine(0, 0);
}

float Writer::width_of_key(const std::string& cap, const std::string& word) const {
  const float size = px(theme::small_size);
  return letters_.width(cap, size) + letters_.width(word, size) + px(29);  // 5 in the cap twice, 5 after, 14 to the next
}

void Writer::key_after_buttons(const std::string& cap, const std::string& word) const {
  ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (px(button_height) - px(cap_height)) / 2);
  key(cap, word);
}

void Writer::line(ImVec2 at, const Style& style, const std::string& text) const {
  letters_.draw(canvas(), at, style, text);
}

std::string Writer::cut(const std::string& text, float size, float width) const {
  if (letters_.width(text, size) <= width) return text;
  std::string kept;
  for (const std::size_t end : forms::grapheme_ends(text)) {
    std::string longer = text.substr(0, end) + "…";
    if (letters_.width(longer, size) > width) break;
    kept = std::move(longer);
  }
  return kept;
}

}  // namespace genpyo::ui
