#include "forms/paper/typeface.h"

#include <cstdlib>
#include <filesystem>

namespace genpyo::paper {
namespace {

struct FontFile {
  const char* name;
  const char* folder;
  const char* package;
};
constexpr std::array<FontFile, all_typefaces.size()> font_files = {{
    {"ipaexg.ttf", "/usr/share/fonts/opentype/ipaexfont-gothic", "fonts-ipaexfont-gothic"},
    {"ipaexm.ttf", "/usr/share/fonts/opentype/ipaexfont-mincho", "fonts-ipaexfont-mincho"},
    {"migmix-1p-regular.ttf", "/usr/share/fonts/truetype/migmix", "fonts-migmix"},
    {"BIZUDPGothic-Regular.ttf", "/usr/share/fonts/truetype/bizud-gothic",
     "fonts-morisawa-bizud-gothic"},
    {"NotoSansCJK-Regular.ttc", "/usr/share/fonts/opentype/noto", "fonts-noto-cjk"},  // its first: JP
}};

const FontFile& file_of(Typeface typeface) {
  return font_files[static_cast<std::size_t>(typeface)];
}

}  // namespace

std::string path_of(Typeface typeface) {
  const char* folder = std::getenv("GENPYO_FONTS");
  const bool set = folder != nullptr && *folder != '\0';
  const FontFile& file = file_of(typeface);
  return (std::filesystem::path(set ? folder : file.folder) / file.name).string();
}

std::string package_of(Typeface typeface) { return file_of(typeface).package; }

bool is_installed(Typeface typeface) {
  std::error_code error;
  return std::filesystem::is_regular_file(path_of(typeface), error);
}

}  // namespace genpyo::paper
