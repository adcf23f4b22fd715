#include "app/cli/folder.h"

#include <filesystem>

namespace genpyo::cli {

forms::Result<forms::Done> make_folder(const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    return forms::Failure{"Cannot make the folder " + folder + ": " + error.message() +
                          ". Choose another with -o."};
  }
  return forms::Done{};
}

}  // namespace genpyo::cli
