#include "export/whole_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <utility>

#include "export/disk.h"

namespace genpyo::exports {
namespace {

std::string part_of(const std::string& path) { return path + ".part"; }

// Locked, and still the file of that name: whoever had it before us may have renamed it meanwhile.
// A file system that knows no locks is written without.
bool is_ours(int descriptor, const std::string& part) {
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return false;
  struct stat opened = {}, named = {};
  const bool is_same = ::fstat(descriptor, &opened) == 0 && ::lstat(part.c_str(), &named) == 0 &&
                       opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
  if (!is_same) errno = EWOULDBLOCK;
  return is_same;
}

constexpr std::size_t buffer_size = 1 << 16;
constexpr mode_t as_usual = 0666, owner_only = 0600;

// A part that a crash left behind is written anew. The lock keeps two programs from mixing their
// lines under one name; a link or pipe laid there by somebody else is not followed or waited for.
// Null, errno says why.
std::FILE* open_part(const std::string& part, mode_t mode) {
  const int descriptor =
      ::open(part.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, mode);
  if (descriptor < 0) return nullptr;
  // The part that a crash left may be readable by more than are to read this file.
  const bool is_closed = mode != owner_only || ::fchmod(descriptor, mode) == 0;
  if (is_closed && is_ours(descriptor, part) && ::ftruncate(descriptor, 0) == 0) {
    return ::fdopen(descriptor, "wb");
  }
  const int error = errno;
  ::close(descriptor);
  errno = error;
  return nullptr;
}

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

}  // namespace

forms::Result<WholeFile> WholeFile::create(const std::string& path, Readers readers) {
  std::FILE* file = open_part(part_of(path), readers == Readers::owner_only ? owner_only : as_usual);
  if (file == nullptr) return cannot_write(path, errno);
  return WholeFile(path, file);
}

WholeFile::WholeFile(std::string path, std::FILE* file)
    : path_(std::move(path)), buffer_(new char[buffer_size]), file_(file) {
  std::setvbuf(file_, buffer_.get(), _IOFBF, buffer_size);
}

WholeFile::WholeFile(WholeFile&& other) noexcept
    : path_(std::move(other.path_)),
      buffer_(std::move(other.buffer_)),
      file_(std::exchange(other.file_, nullptr)),
      error_(other.error_) {}

WholeFile& WholeFile::operator=(WholeFile&& other) noexcept {
  if (this != &other) {
    discard();
    path_ = std::move(other.path_);
    buffer_ = std::move(other.buffer_);
    file_ = std::exchange(other.file_, nullptr);
    error_ = other.error_;
  }
  return *this;
}

WholeFile::~WholeFile() { discard(); }

void WholeFile::discard() {
  if (file_ == nullptr) return;
  std::remove(part_of(path_).c_str());  // while it is locked: later it might be another's
  std::fclose(file_);
  file_ = nullptr;
}

void WholeFile::write(std::string_view bytes) {
  assert(file_ != nullptr);
  if (error_ != 0) return;
  // Nobody else has the file, so that it need not be locked for each of a million lines.
  if (::fwrite_unlocked(bytes.data(), 1, bytes.size(), file_) != bytes.size()) error_ = errno;
}

forms::Result<forms::Done> WholeFile::complete() {
  assert(file_ != nullptr);
  if (error_ == 0 && std::fflush(file_) != 0) error_ = errno;
  if (error_ == 0 && ::fsync(::fileno(file_)) != 0) error_ = errno;
  if (error_ == 0) return forms::Done{};
  discard();
  return cannot_write(path_, error_);
}

forms::Result<forms::Done> WholeFile::finish() {
  if (auto completed = complete(); !completed) return completed;
  if (std::rename(part_of(path_).c_str(), path_.c_str()) != 0) {
    error_ = errno;
    discard();
    return cannot_write(path_, error_);
  }
  std::fclose(file_);
  file_ = nullptr;
  if (const int error = sync_folder(folder_of(path_)); error != 0) return cannot_write(path_, error);
  return forms::Done{};
}

}  // namespace genpyo::exports
