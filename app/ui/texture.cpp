#include "app/ui/texture.h"

#include <GLFW/glfw3.h>

#include <array>
#include <cstdint>

namespace genpyo::ui {
namespace {

// Of GL 3.3; the header of GL 1.1 does not have them.
constexpr GLint internal_format_r8 = 0x8229;
constexpr GLenum format_red = 0x1903, swizzle_rgba = 0x8E46, clamp_to_edge = 0x812F;

}  // namespace

Texture::Texture() {
  glGenTextures(1, &name_);
  glBindTexture(GL_TEXTURE_2D, name_);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, static_cast<GLint>(clamp_to_edge));
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, static_cast<GLint>(clamp_to_edge));
  // White, its opacity the sheet's grey.
  const std::array<GLint, 4> swizzle = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
  glTexParameteriv(GL_TEXTURE_2D, swizzle_rgba, swizzle.data());
  glTexImage2D(GL_TEXTURE_2D, 0, internal_format_r8, GlyphSheet::side, GlyphSheet::side, 0,
               format_red, GL_UNSIGNED_BYTE, nullptr);
}

Texture::~Texture() { glDeleteTextures(1, &name_); }

ImTextureID Texture::id() const {
  return reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(name_));
}

bool Texture::update(GlyphSheet& sheet) {
  const GlyphSheet::Rows rows = sheet.take_changed();
  if (rows.empty()) return false;
  glBindTexture(GL_TEXTURE_2D, name_);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexSubImage2D(
      GL_TEXTURE_2D, 0, 0, rows.from, GlyphSheet::side, rows.to - rows.from, format_red,
      GL_UNSIGNED_BYTE,
      sheet.pixels().data() + static_cast<std::ptrdiff_t>(rows.from) * GlyphSheet::side);
  return true;
}

}  // namespace genpyo::ui
