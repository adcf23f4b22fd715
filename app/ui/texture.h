// Texture: the glyph sheet on the graphics card. Needs a current GL 3.3 context all its life.
#pragma once
#include <imgui.h>

#include "app/ui/glyph_sheet.h"

namespace genpyo::ui {

class Texture {
 public:
  Texture();
  ~Texture();
  Texture(const Texture&) = delete;
  Texture& operator=(const Texture&) = delete;

  ImTextureID id() const;
  bool update(GlyphSheet& sheet);  // takes over the rows that changed; false when none did

 private:
  unsigned name_ = 0;
};

}  // namespace genpyo::ui
