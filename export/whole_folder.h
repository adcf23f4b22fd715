// WholeFolder: the folder that files go to together. They are made in a hidden workplace on the same
// file system; `appear` shows them. What is promised, whatever kills the program at whatever moment
// (kill -9, loss of power):
//
// - The folder is not there before, or is empty and as mkdir makes it: it appears with one rename(2),
//   whole, or not at all.
// - It holds something (or its owner, mode or place tells that it was prepared): no other file in it
//   is touched. The older files of the names that are written go out of sight first, of them the last
//   one first of all; then the new ones come, the last one last. So the folder never shows files of
//   two runs, and never the last one (a manifest) beside other files than those that it is about;
//   between the renames it can show some of the files without the last. A failure puts back the older
//   ones.
//
// What a kill left out of sight, the next one for the same folder removes. Two programs that write
// the same folder: the second is refused.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "export/workplace.h"
#include "forms/result.h"

namespace genpyo::exports {

class WholeFolder {
 public:
  // With the folders above it, where they are not there yet. Fails with one sentence.
  static forms::Result<WholeFolder> create(const std::string& path);

  WholeFolder(WholeFolder&& other) noexcept;
  WholeFolder& operator=(WholeFolder&&) = delete;
  // Removes what has not appeared, and the folders that it made.
  ~WholeFolder();

  const std::string& path() const { return path_; }
  // Where the files are made, under their last names.
  const std::string& workplace() const { return workplace_->path(); }

  // Once, when each of the files is on the disk. The last one tells that the others are whole.
  forms::Result<forms::Done> appear(const std::vector<std::string>& names);

  // With the name of the folder in place of the workplace's: nobody but us knows that one.
  forms::Failure told(forms::Failure failure) const;

 private:
  explicit WholeFolder(std::string path) : path_(std::move(path)) {}
  forms::Result<forms::Done> choose_place();
  forms::Result<forms::Done> work_inside();
  bool work_beside(bool is_there);
  forms::Result<forms::Done> make_folder_above();
  forms::Result<forms::Done> come_with_one_rename();
  forms::Result<forms::Done> replace(const std::vector<std::string>& names);

  std::string path_;    // as it was named
  std::string target_;  // the same without links
  std::vector<std::string> made_;  // folders above it, the topmost first
  std::optional<Workplace> workplace_;
  int lock_ = -1;  // of the folder, where it is there already
  bool is_beside_ = false;
};

}  // namespace genpyo::exports
