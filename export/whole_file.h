// A file that appears under its name only when whole: written as NAME.part, flushed to disk, then
// renamed. Destroyed before `finish`, it leaves nothing behind. Two writers of one name: the second
// is refused.
#pragma once
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "forms/result.h"

namespace genpyo::exports {

class WholeFile {
 public:
  enum class Readers { as_usual, owner_only };  // by the umask; mode 0600

  // Fails with one sentence (no such folder, read-only, disk full).
  static forms::Result<WholeFile> create(const std::string& path, Readers readers = Readers::as_usual);

  WholeFile(WholeFile&& other) noexcept;
  WholeFile& operator=(WholeFile&& other) noexcept;
  ~WholeFile();

  // Collects an error and tells it at `finish`.
  void write(std::string_view bytes);
  // To the disk, under its .part still.
  forms::Result<forms::Done> complete();
  // `complete`, then to its name.
  forms::Result<forms::Done> finish();

  const std::string& path() const { return path_; }
  std::string part_path() const { return path_ + ".part"; }

 private:
  WholeFile(std::string path, std::FILE* file);
  void discard();
  std::string path_;
  std::unique_ptr<char[]> buffer_;  // of file_: a line of a dataset is no call of the system
  std::FILE* file_ = nullptr;
  int error_ = 0;  // errno of the first write that failed
};

}  // namespace genpyo::exports
