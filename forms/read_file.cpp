#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include "forms/form_reader.h"

namespace genpyo::forms {
namespace {

Failure failure(const std::string& path, const std::string& what) {
  std::string shown = path;
  std::replace_if(
      shown.begin(), shown.end(), [](unsigned char byte) { return byte < 0x20 || byte == 0x7F; },
      '?');
  return {shown + ": " + what};
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t limit) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    return failure(path, "there is no such file. Check the name and the folder.");
  }
  if (std::filesystem::is_directory(status)) {
    return failure(path, "this is a folder. Name a file in it.");
  }
  // A pipe or a device may never begin, or never end.
  if (!std::filesystem::is_regular_file(status)) {
    return failure(path, "this is no ordinary file. Name a file on the disk.");
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes;
  std::array<char, 1 << 16> part{};
  while (file) {
    file.read(part.data(), part.size());
    bytes.append(part.data(), static_cast<std::size_t>(file.gcount()));
    if (bytes.size() > limit) {
      return failure(path, "the file is larger than " + std::to_string(limit) +
                               " bytes. Split it, or check that it is the right one.");
    }
  }
  if (!file.eof()) return failure(path, "the file cannot be read. Check its permissions.");
  return bytes;
}

}  // namespace genpyo::forms
