#include "app/ui/settings_view.h"

namespace genpyo::ui {
namespace {

using session::Setting;
using session::State;

constexpr float option_height = 30, row_gap = 12;

bool is_percent(Setting setting) {
  return setting == Setting::zoom || setting == Setting::text_size;
}

std::string key_of(Setting setting) {
  return std::string("ui.").append("settings.").append(session::name_of(setting));
}

bool is_missing(const State& state, Setting setting, std::size_t option) {
  return setting == Setting::font &&
         state.missing_fonts.contains(paper::all_typefaces[option]);
}

// "" where the options say all.
std::string hint_of(const State& state, const Texts& texts) {
  const Setting setting = state.setting;
  if (setting == Setting::font) return texts(key_of(setting) + ".hint");
  if (setting != Setting::profile && setting != Setting::sounds) return "";
  const std::string name(session::options_of(setting)[session::chosen(state.settings, setting)]);
  return texts(key_of(setting) + "." + name + ".hint");
}

// The chosen one is filled, and has a tick: not by colour alone.
bool draw_option(const std::string& word, bool chosen, const Writer& writer, ImVec2 size) {
  const Palette& colours = writer.colours();
  const ImVec2 from = ImGui::GetCursorScreenPos(), to{from.x + size.x, from.y + size.y};
  const bool clicked = ImGui::InvisibleButton("option", size);
  const ImU32 ground = ImGui::IsItemHovered() ? colours.hover : colours.card;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(from, to, chosen ? colours.strong : ground, writer.px(4));
  list.AddRect(from, to, chosen ? colours.strong : colours.edge, writer.px(4), 0,
               writer.px(colours.frame));
  const Style style =
      writer.style(theme::small_size, chosen ? colours.on_strong : colours.text, chosen);
  const float width = writer.letters().width(word, style.size);
  const float baseline = (from.y + to.y) / 2 + style.size * 0.36f;
  writer.line({(from.x + to.x - width) / 2, baseline}, style, word);
  if (chosen) {
    const float y = to.y - writer.px(4);
    list.AddLine({(from.x + to.x - width) / 2, y}, {(from.x + to.x + width) / 2, y},
                 colours.on_strong, writer.px(2));
  }
  return clicked;
}

void draw_options(const State& state, Setting setting, const Texts& texts, const Writer& writer,
                  std::vector<session::Action>& actions) {
  const std::size_t count = session::options_of(setting).size();
  const std::size_t chosen = session::chosen(state.settings, setting);
  const float pad = writer.px(12), between = writer.px(6), height = writer.px(option_height);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  const float right = from.x + ImGui::GetContentRegionAvail().x;
  ImVec2 at = from;
  for (std::size_t option = 0; option < count; ++option) {
    std::string word = option_word(setting, option, texts);
    if (is_missing(state, setting, option)) word = texts("ui.settings.missing", {word});
    const float width = writer.letters().width(word, writer.px(theme::small_size)) + 2 * pad;
    if (at.x > from.x && at.x + width > right) at = {from.x, at.y + height + between};
    ImGui::SetCursorScreenPos(at);
    ImGui::PushID(static_cast<int>(option));
    if (draw_option(word, option == chosen, writer, {width, height}))
      actions.push_back(session::Adjust{setting, option});
    ImGui::PopID();
    at.x += width + between;
  }
  ImGui::SetCursorScreenPos({from.x, at.y + height});
  ImGui::Dummy({1, 1});
}

}  // namespace

std::string option_word(Setting setting, std::size_t option, const Texts& texts) {
  const std::string name(session::options_of(setting)[option]);
  return is_percent(setting) ? name + " %" : texts(key_of(setting) + "." + name);
}

void draw_settings(const State& state, const Texts& texts, const Writer& writer, UiState& ui,
                   std::vector<session::Action>& actions) {
  const Palette& colours = writer.colours();
  const float label = writer.px(170), pad = writer.px(12);
  writer.gap(2);
  for (const Setting setting : session::all_settings) {
    const bool here = setting == state.setting;
    const ImVec2 from = ImGui::GetCursorScreenPos();
    writer.line({from.x + pad, from.y + writer.px(option_height) / 2 + writer.px(5.5f)},
                writer.style(theme::body_size, here ? colours.strong : colours.text, here),
                texts(key_of(setting)));
    ImGui::PushID(static_cast<int>(setting));
    ImGui::SetCursorScreenPos({from.x + label, from.y});
    ImGui::Indent(label);
    draw_options(state, setting, texts, writer, actions);
    ImGui::Unindent(label);
    ImGui::PopID();
    const float bottom = ImGui::GetCursorScreenPos().y;
    if (here && ui.setting_in_view != setting) {
      ImGui::SetScrollFromPosY((from.y + bottom) / 2 - ImGui::GetWindowPos().y, 0.5f);
      ui.setting_in_view = setting;
    }
    if (here)
      ImGui::GetWindowDrawList()->AddRectFilled({from.x, from.y}, {from.x + writer.px(5), bottom},
                                                colours.strong, writer.px(2));
    if (const std::string hint = here ? hint_of(state, texts) : ""; !hint.empty()) {
      ImGui::SetCursorScreenPos({from.x, bottom + writer.px(4)});
      writer.paragraph(hint, writer.style(theme::small_size, colours.quiet), 170);
    }
    ImGui::SetCursorScreenPos({from.x, ImGui::GetCursorScreenPos().y});
    writer.gap(row_gap);
  }
  writer.gap(4);
  writer.paragraph(texts("ui.settings.keys"), writer.style(theme::small_size, colours.quiet), 12);
}

}  // namespace genpyo::ui
