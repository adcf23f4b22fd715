// Workplace: a hidden folder in which files are made until they may be seen, `.data.partial-` and
// sixteen hexadecimal digits. Locked while its process lives; removed with it. What a kill left
// behind is told by its name, its owner and the lock that nobody holds.
#pragma once
#include <optional>
#include <string>

namespace genpyo::exports {

class Workplace {
 public:
  // In this folder, for files of that name ("" = for those of the folder itself). Nothing, errno says
  // why.
  static std::optional<Workplace> make(const std::string& in, const std::string& name);

  // Removes the abandoned ones of that name; true when one is in use. A folder that holds anything but
  // plain files is none of ours, and stays; so does every one where the file system knows no locks.
  static bool clear(const std::string& in, const std::string& name);

  Workplace(Workplace&& other) noexcept;
  Workplace& operator=(Workplace&& other) noexcept;
  ~Workplace();

  const std::string& path() const { return path_; }
  // It has another name now, and stays.
  void leave() { path_.clear(); }

 private:
  Workplace(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}
  std::string path_;
  int lock_ = -1;
};

}  // namespace genpyo::exports
