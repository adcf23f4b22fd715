#include "app/cli/settings_file.h"

#include <filesystem>

#include "export/whole_file.h"
#include "forms/form_reader.h"

namespace genpyo::cli {
namespace {

constexpr std::size_t most_bytes = 1u << 16;

}  // namespace

session::Settings read_settings(const std::string& path) {
  const auto text = forms::read_file(path, most_bytes);
  return text ? session::settings_from(*text) : session::Settings{};
}

forms::Result<forms::Done> keep_settings(const std::string& path, const std::string& yaml) {
  std::error_code ignored;  // a folder that cannot be made is told by the file that cannot be
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
  auto file = exports::WholeFile::create(path);
  if (!file) return file.failure();
  file->write(yaml);
  return file->finish();
}

}  // namespace genpyo::cli
