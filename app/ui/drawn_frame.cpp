#include "app/ui/drawn_frame.h"

#include <type_traits>
#include <utility>

namespace genpyo::ui {
namespace {

template <class Value>
void add(std::string& bytes, const Value& value) {
  static_assert(std::has_unique_object_representations_v<Value> || std::is_floating_point_v<Value>,
                "bytes between the members would be compared too");
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void add(std::string& bytes, ImVec2 point) {
  add(bytes, point.x);
  add(bytes, point.y);
}

template <class Element>
void add(std::string& bytes, const ImVector<Element>& elements) {
  add(bytes, elements.Size);
  bytes.append(reinterpret_cast<const char*>(elements.Data),
               static_cast<std::size_t>(elements.size_in_bytes()));
}

void add(std::string& bytes, const ImDrawCmd& command) {
  for (const float edge : {command.ClipRect.x, command.ClipRect.y, command.ClipRect.z, command.ClipRect.w}) {
    add(bytes, edge);
  }
  add(bytes, command.TextureId);
  add(bytes, command.VtxOffset);
  add(bytes, command.IdxOffset);
  add(bytes, command.ElemCount);
}

// False when it holds a callback.
bool add(std::string& bytes, const ImDrawList& list) {
  static_assert(sizeof(ImDrawVert) == 2 * sizeof(ImVec2) + sizeof(ImU32), "without gaps");
  add(bytes, list.CmdBuffer.Size);
  for (const ImDrawCmd& command : list.CmdBuffer) {
    if (command.UserCallback != nullptr) return false;
    add(bytes, command);
  }
  add(bytes, list.VtxBuffer);
  add(bytes, list.IdxBuffer);
  return true;
}

}  // namespace

bool DrawnFrame::is_same(const ImDrawData& frame, ImU32 ground) {
  next_.clear();
  add(next_, ground);
  add(next_, frame.DisplayPos);
  add(next_, frame.DisplaySize);
  add(next_, frame.FramebufferScale);
  for (int i = 0; i < frame.CmdListsCount; ++i) {
    if (add(next_, *frame.CmdLists[i])) continue;
    forget();
    return false;
  }
  if (next_ == last_) return true;
  std::swap(last_, next_);
  return false;
}

}  // namespace genpyo::ui
