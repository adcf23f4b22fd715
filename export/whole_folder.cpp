#include "export/whole_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "export/disk.h"

namespace genpyo::exports {
namespace {

namespace fs = std::filesystem;
using forms::Done;
using forms::Result;

std::string above(const std::string& path) { return fs::path(path).parent_path().string(); }
std::string name_of(const std::string& path) { return fs::path(path).filename().string(); }

// A folder that was prepared (a group's, one with an access list, a mount point) would lose that when
// another one came in its place; and whoever stands in it would stand nowhere.
bool is_as_made(const std::string& folder, const std::string& made) {
  struct stat there = {}, fresh = {};
  if (::lstat(folder.c_str(), &there) != 0 || ::lstat(made.c_str(), &fresh) != 0) return false;
  std::error_code error;
  return there.st_dev == fresh.st_dev && there.st_uid == fresh.st_uid && there.st_gid == fresh.st_gid &&
         there.st_mode == fresh.st_mode && fs::current_path(error) != folder && !error &&
         ::listxattr(folder.c_str(), nullptr, 0) == ::listxattr(made.c_str(), nullptr, 0);
}

// Renames that can be taken back.
class Moves {
 public:
  // 0 or errno.
  int move(const std::string& from, const std::string& to) {
    if (std::rename(from.c_str(), to.c_str()) != 0) return errno;
    done_.emplace_back(from, to);
    return 0;
  }
  bool take_back() {
    bool is_back = true;
    for (auto each = done_.rbegin(); each != done_.rend(); ++each) {
      is_back = std::rename(each->second.c_str(), each->first.c_str()) == 0 && is_back;
    }
    return is_back;
  }

 private:
  std::vector<std::pair<std::string, std::string>> done_;
};

}  // namespace

Result<WholeFolder> WholeFolder::create(const std::string& path) {
  WholeFolder folder(path);
  std::error_code error;
  folder.target_ = fs::weakly_canonical(fs::absolute(path, error), error).string();
  if (error) return forms::Failure{"Cannot make the folder " + path + ": " + error.message() + ". Choose another with -o."};
  if (folder.target_.ends_with('/') && folder.target_.size() > 1) folder.target_.pop_back();
  if (auto chosen = folder.choose_place(); !chosen) return chosen.failure();
  return folder;
}

WholeFolder::WholeFolder(WholeFolder&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      made_(std::exchange(other.made_, {})),
      workplace_(std::move(other.workplace_)),
      lock_(std::exchange(other.lock_, -1)),
      is_beside_(other.is_beside_) {}

WholeFolder::~WholeFolder() {
  workplace_.reset();
  for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) ::rmdir(folder->c_str());
  if (lock_ >= 0) ::close(lock_);
}

Result<Done> WholeFolder::choose_place() {
  if (Workplace::clear(above(target_), name_of(target_))) return cannot_write(path_, EWOULDBLOCK);
  std::error_code error;
  const fs::file_type type = fs::status(target_, error).type();
  if (type == fs::file_type::not_found) {
    if (auto made = make_folder_above(); !made) return made;
    if (!work_beside(false)) return cannot_write(path_, errno);
    return Done{};
  }
  if (type != fs::file_type::directory) {
    return forms::Failure{"Cannot write into " + path_ + ": it is no folder. Choose another with -o."};
  }
  if (Workplace::clear(target_, "")) return cannot_write(path_, EWOULDBLOCK);
  if (fs::is_empty(target_, error) && !error && work_beside(true)) return Done{};
  return work_inside();
}

Result<Done> WholeFolder::make_folder_above() {
  std::vector<std::string> missing;
  std::error_code error;
  for (std::string folder = above(target_); !fs::exists(folder, error) && folder != above(folder); folder = above(folder)) {
    missing.push_back(folder);
  }
  std::reverse(missing.begin(), missing.end());
  for (const std::string& folder : missing) {
    if (::mkdir(folder.c_str(), 0777) == 0) {
      made_.push_back(folder);
    } else if (errno != EEXIST) {
      return forms::Failure{"Cannot make the folder " + path_ + ": " + std::error_code(errno, std::generic_category()).message() +
                            ". Choose another with -o."};
    }
  }
  return Done{};
}

bool WholeFolder::work_beside(bool is_there) {
  workplace_ = Workplace::make(above(target_), name_of(target_));
  if (!workplace_) return false;
  is_beside_ = !is_there || is_as_made(target_, workplace_->path());
  if (!is_beside_) workplace_.reset();
  return is_beside_;
}

Result<Done> WholeFolder::work_inside() {
  lock_ = ::open(target_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock_ >= 0 && ::flock(lock_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return cannot_write(path_, errno);
  workplace_ = Workplace::make(target_, "");
  if (!workplace_) return cannot_write(path_, errno);
  return Done{};
}

Result<Done> WholeFolder::appear(const std::vector<std::string>& names) {
  if (const int error = sync_folder(workplace()); error != 0) return cannot_write(path_, error);
  auto appeared = is_beside_ ? come_with_one_rename() : replace(names);
  if (appeared) workplace_.reset();
  return appeared;
}

Result<Done> WholeFolder::come_with_one_rename() {
  if (std::rename(workplace().c_str(), target_.c_str()) != 0) return cannot_write(path_, errno);
  workplace_->leave();
  made_.push_back(target_);
  int error = 0;
  for (const std::string& folder : std::exchange(made_, {})) {
    if (error == 0) error = sync_folder(above(folder));
  }
  if (error != 0) return cannot_write(path_, error);
  return Done{};
}

Result<Done> WholeFolder::replace(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    std::error_code error;
    if (fs::symlink_status(target_ + '/' + name, error).type() == fs::file_type::directory) return cannot_write(path_ + '/' + name, EISDIR);
  }
  Moves moves;
  int error = 0;
  const auto step = [&](int result) { return error = result, error == 0; };
  const auto hide = [&](const std::string& name) {
    const int result = moves.move(target_ + '/' + name, workplace() + '/' + name + ".older");
    return step(result == ENOENT ? 0 : result);
  };
  const auto show = [&](const std::string& name) { return step(moves.move(workplace() + '/' + name, target_ + '/' + name)); };
  // Each group is on the disk before the next begins: the disk may turn their order about.
  const auto settle = [&] { return step(sync_folder(target_)); };
  const bool is_done = names.empty() ||
      (hide(names.back()) && settle() && std::all_of(names.begin(), names.end() - 1, hide) && settle() &&
       std::all_of(names.begin(), names.end() - 1, show) && settle() && show(names.back()) && settle());
  if (is_done) return Done{};
  forms::Failure failure = cannot_write(path_, error);
  if (!moves.take_back()) {
    failure.sentence += " What stood there before lies in " + workplace() + ".";
    workplace_->leave();
  }
  return failure;
}

forms::Failure WholeFolder::told(forms::Failure failure) const {
  const std::string hidden = workplace_ ? workplace() : "";
  if (hidden.empty()) return failure;  // it has appeared
  for (auto at = failure.sentence.find(hidden); at != std::string::npos; at = failure.sentence.find(hidden, at + path_.size())) {
    failure.sentence.replace(at, hidden.size(), path_);
  }
  return failure;
}

}  // namespace genpyo::exports
