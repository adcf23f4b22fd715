#include "export/file_set.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
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

forms::Result<WholeFile*> FileSet::add(const std::string& name) {
  auto file = WholeFile::create(folder_ + '/' + name);
  if (!file) return file.failure();
  files_.push_back(std::make_unique<WholeFile>(std::move(*file)));
  return files_.back().get();
}

forms::Result<std::vector<WrittenFile>> FileSet::complete() {
  std::vector<WrittenFile> written;
  for (const auto& file : files_) {
    if (auto completed = file->complete(); !completed) return completed.failure();
    auto sum = sum_of(*file);
    if (!sum) return sum.failure();
    written.push_back(std::move(*sum));
  }
  return written;
}

forms::Result<WrittenFile> FileSet::complete_newest() {
  const WholeFile& newest = *files_.back();
  if (auto completed = files_.back()->complete(); !completed) return completed.failure();
  return sum_of(newest);
}

forms::Result<forms::Done> FileSet::appear() {
  if (files_.empty()) return forms::Done{};
  for (const auto& file : files_) {
    if (auto completed = file->complete(); !completed) return completed;
  }
  const std::string& last = files_.back()->path();
  if (std::remove(last.c_str()) != 0 && errno != ENOENT) {
    return forms::Failure{"Cannot replace " + last + ": " + std::strerror(errno) + "."};
  }
  for (const auto& file : files_) {
    if (auto finished = file->finish(); !finished) return finished;
  }
  return forms::Done{};
}

std::vector<std::string> FileSet::paths() const {
  std::vector<std::string> paths;
  for (const auto& file : files_) paths.push_back(file->path());
  return paths;
}

}  // namespace genpyo::exports
