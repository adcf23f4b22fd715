#include "export/workplace.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <random>
#include <utility>
#include <vector>

#include "export/whole_text.h"

namespace genpyo::exports {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t digits = 16;
constexpr std::size_t longest_name = 200;  // bytes of the folder's name; with ours it stays below 255

std::string beginning_for(const std::string& name) {
  return "." + std::string(cut_at_bytes(name, longest_name)) + (name.empty() ? "" : ".") + "partial-";
}

std::string random_digits() {
  static constexpr std::string_view hexadecimal = "0123456789abcdef";
  std::random_device source;
  std::string text(digits, '0');
  for (char& digit : text) digit = hexadecimal[source() % 16];
  return text;
}

bool is_named(const std::string& entry, const std::string& beginning) {
  return entry.size() == beginning.size() + digits && entry.starts_with(beginning) &&
         entry.find_first_not_of("0123456789abcdef", beginning.size()) == std::string::npos;
}

int open_folder(const std::string& path) {
  return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

bool is_still(int folder, const std::string& path) {
  struct stat opened = {}, named = {};
  return ::fstat(folder, &opened) == 0 && ::lstat(path.c_str(), &named) == 0 &&
         opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

bool belongs_to_us(int folder) {
  struct stat opened = {};
  return ::fstat(folder, &opened) == 0 && opened.st_uid == ::geteuid();
}

// Every entry, or nothing where one is no plain file.
std::optional<std::vector<std::string>> plain_files_in(const std::string& path) {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->symlink_status(error).type() != fs::file_type::regular) return std::nullopt;
    files.push_back(entry->path().string());
  }
  if (error) return std::nullopt;
  return files;
}

void remove(const std::string& path) {
  const auto files = plain_files_in(path);
  if (!files) return;
  for (const std::string& file : *files) ::unlink(file.c_str());
  ::rmdir(path.c_str());
}

enum class Holder { nobody, somebody, unknown };

// Locks it where nobody has.
Holder holder_of(int folder) {
  if (::flock(folder, LOCK_EX | LOCK_NB) == 0) return Holder::nobody;
  return errno == EWOULDBLOCK ? Holder::somebody : Holder::unknown;
}

// True when it is in use.
bool clear_one(const std::string& path) {
  const int folder = open_folder(path);
  if (folder < 0) return false;
  const Holder holder = holder_of(folder);
  if (holder == Holder::nobody && belongs_to_us(folder) && is_still(folder, path)) remove(path);
  ::close(folder);
  return holder == Holder::somebody;
}

}  // namespace

std::optional<Workplace> Workplace::make(const std::string& in, const std::string& name) {
  // Whoever clears up at this moment may take a new folder for an abandoned one: then another is made.
  for (int attempt = 0; attempt < 16; ++attempt) {
    const std::string path = in + '/' + beginning_for(name) + random_digits();
    if (::mkdir(path.c_str(), 0777) != 0) {
      if (errno == EEXIST) continue;
      return std::nullopt;
    }
    const int folder = open_folder(path);
    if (folder >= 0 && holder_of(folder) != Holder::somebody && is_still(folder, path)) return Workplace(path, folder);
    if (folder >= 0) ::close(folder);
    ::rmdir(path.c_str());
  }
  errno = EWOULDBLOCK;
  return std::nullopt;
}

bool Workplace::clear(const std::string& in, const std::string& name) {
  const std::string beginning = beginning_for(name);
  std::vector<std::string> found;
  std::error_code error;
  for (fs::directory_iterator entry(in, error), end; !error && entry != end; entry.increment(error)) {
    if (is_named(entry->path().filename().string(), beginning)) found.push_back(entry->path().string());
  }
  return std::count_if(found.begin(), found.end(), clear_one) > 0;
}

Workplace::Workplace(Workplace&& other) noexcept
    : path_(std::exchange(other.path_, {})), lock_(std::exchange(other.lock_, -1)) {}

Workplace& Workplace::operator=(Workplace&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(lock_, other.lock_);
  return *this;
}

Workplace::~Workplace() {
  if (!path_.empty()) remove(path_);
  if (lock_ >= 0) ::close(lock_);
}

}  // namespace genpyo::exports
