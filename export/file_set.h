// The files of one export: they appear together or not at all. All are written as NAME.part; only
// when the last byte of the last one is on the disk are they renamed, in the order in which they
// were added. Destroyed before `appear`, the set leaves nothing behind.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "export/whole_file.h"
#include "forms/result.h"

namespace genpyo::exports {

struct WrittenFile {
  std::string name;  // without the folder
  std::int64_t bytes = 0;
  std::string sha256;
};

class FileSet {
 public:
  explicit FileSet(std::string folder) : folder_(std::move(folder)) {}

  // A file to be written; valid while the set is. A library that opens files itself writes to
  // `part_path()` of it. Fails as WholeFile::create does.
  forms::Result<WholeFile*> add(const std::string& name);

  // All to the disk, still as parts; gives their sums. Files may be added afterwards (the manifest).
  forms::Result<std::vector<WrittenFile>> complete();

  // The one that was added last, after `complete`.
  forms::Result<WrittenFile> complete_newest();

  // The one that says that the export is whole appears last, and an older one of its name is gone
  // before the first file appears: so where it stands, all the others stand.
  forms::Result<forms::Done> appear();

  std::vector<std::string> paths() const;

 private:
  std::string folder_;
  std::vector<std::unique_ptr<WholeFile>> files_;
};

}  // namespace genpyo::exports
