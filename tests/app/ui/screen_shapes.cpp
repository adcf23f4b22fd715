#include <algorithm>
#include <map>
#include <numeric>

#include "shapes.h"

namespace genpyo::test {
namespace {

// Which vertices are joined by triangles.
class Joined {
 public:
  explicit Joined(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t vertex) {
    while (parent_[vertex] != vertex) vertex = parent_[vertex] = parent_[parent_[vertex]];
    return vertex;
  }
  void join(std::size_t a, std::size_t b) { parent_[root(a)] = root(b); }

 private:
  std::vector<std::size_t> parent_;
};

void add(Patch& patch, ImVec2 corner) {
  const bool first = patch.corners++ == 0;
  patch.from = first ? corner : ImVec2{std::min(patch.from.x, corner.x), std::min(patch.from.y, corner.y)};
  patch.to = first ? corner : ImVec2{std::max(patch.to.x, corner.x), std::max(patch.to.y, corner.y)};
}

void add_patches(const ImDrawList& list, std::vector<Patch>& patches) {
  Joined joined(static_cast<std::size_t>(list.VtxBuffer.Size));
  for (const ImDrawCmd& command : list.CmdBuffer) {
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
      const auto vertex = [&](unsigned corner) {
        return command.VtxOffset + list.IdxBuffer[static_cast<int>(command.IdxOffset + i + corner)];
      };
      joined.join(vertex(0), vertex(1));
      joined.join(vertex(0), vertex(2));
    }
  }
  std::map<std::size_t, Patch> by_root;
  for (int i = 0; i < list.VtxBuffer.Size; ++i) {
    const ImDrawVert& vertex = list.VtxBuffer[i];
    if ((vertex.col & IM_COL32_A_MASK) == 0) continue;  // the soft edge
    add(by_root[joined.root(static_cast<std::size_t>(i))], vertex.pos);
  }
  for (const auto& [root, patch] : by_root) patches.push_back(patch);
}

}  // namespace

std::vector<Patch> patches_of(const ImDrawData& frame) {
  std::vector<Patch> patches;
  for (int i = 0; i < frame.CmdListsCount; ++i) add_patches(*frame.CmdLists[i], patches);
  return patches;
}

}  // namespace genpyo::test
