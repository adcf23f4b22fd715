#include "export/file_set.h"

#include <filesystem>
#include <fstream>

#include "forms/sha256.h"

namespace genpyo::exports {
namespace {

// Read again rather than summed up on the way: some files are written by libraries, and by seeks.
forms::Result<WrittenFile> sum_of(const WholeFile& file) {
  std::ifstream part(file.part_path(), std::ios::binary);
  std::vector<char> piece(std::size_t{1} << 18);
  WrittenFile written;
  written.name = std::filesystem::path(file.path()).filename().string();
  forms::Sha256 sum;
  while (part.good()) {
    part.read(piece.data(), static_cast<std::streamsize>(piece.size()));
    sum.add({piece.data(), static_cast<std::size_t>(part.gcount())});
    written.bytes += part.gcount();
  }
  if (!part.eof()) return forms::Failure{"Cannot read " + file.part_path() + " again: try once more."};
  written.sha256 = sum.hex();
  return written;
}

}  // namespace

forms::Result<FileSet> FileSet::create(const std::string& folder) {
  auto made = WholeFolder::create(folder);
  if (!made) return made.failure();
  return FileSet(std::move(*made));
}

forms::Result<WholeFile*> FileSet::add(const std::string& name) {
  auto file = WholeFile::create(folder_.workplace() + '/' + name);
  if (!file) return folder_.told(file.failure());
  files_.push_back(std::make_unique<WholeFile>(std::move(*file)));
  return files_.back().get();
}

forms::Result<std::vector<WrittenFile>> FileSet::complete() {
  std::vector<WrittenFile> written;
  for (const auto& file : files_) {
    if (auto completed = file->complete(); !completed) return folder_.told(completed.failure());
    auto sum = sum_of(*file);
    if (!sum) return folder_.told(sum.failure());
    written.push_back(std::move(*sum));
  }
  return written;
}

forms::Result<WrittenFile> FileSet::complete_newest() {
  const WholeFile& newest = *files_.back();
  if (auto completed = files_.back()->complete(); !completed) return folder_.told(completed.failure());
  return sum_of(newest);
}

forms::Result<forms::Done> FileSet::appear() {
  for (const auto& file : files_) {
    if (auto finished = file->finish(); !finished) return folder_.told(finished.failure());
  }
  return folder_.appear(names());
}

std::vector<std::string> FileSet::names() const {
  std::vector<std::string> names;
  for (const auto& file : files_) names.push_back(std::filesystem::path(file->path()).filename().string());
  return names;
}

std::vector<std::string> FileSet::paths() const {
  std::vector<std::string> paths;
  for (const std::string& name : names()) paths.push_back(folder_.path() + '/' + name);
  return paths;
}

}  // namespace genpyo::exports
