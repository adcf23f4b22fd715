// The files of one export: they appear together or not at all. All are written in the hidden
// workplace of a WholeFolder, which says what is promised when they appear; only when the last byte
// of the last one is on the disk do they. Destroyed before `appear`, the set leaves nothing behind.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "export/whole_file.h"
#include "export/whole_folder.h"
#include "forms/result.h"

namespace genpyo::exports {

struct WrittenFile {
  std::string name;  // without the folder
  std::int64_t bytes = 0;
  std::string sha256;
};

class FileSet {
 public:
  // Fails as WholeFolder::create does.
  static forms::Result<FileSet> create(const std::string& folder);

  // A file to be written; valid while the set is. A library that opens files itself writes to
  // `part_path()` of it. Fails as WholeFile::create does.
  forms::Result<WholeFile*> add(const std::string& name);

  // All to the disk, still as parts; gives their sums. Files may be added afterwards (the manifest).
  forms::Result<std::vector<WrittenFile>> complete();

  // The one that was added last, after `complete`.
  forms::Result<WrittenFile> complete_newest();

  // The one that was added last says that the export is whole: where it stands, all the others stand.
  forms::Result<forms::Done> appear();

  // What a writer says of its file, with the folder's own name.
  forms::Failure told(forms::Failure failure) const { return folder_.told(std::move(failure)); }

  std::vector<std::string> paths() const;  // where they stand when they have appeared

 private:
  explicit FileSet(WholeFolder folder) : folder_(std::move(folder)) {}
  std::vector<std::string> names() const;

  WholeFolder folder_;  // outlives the files
  std::vector<std::unique_ptr<WholeFile>> files_;
};

}  // namespace genpyo::exports
