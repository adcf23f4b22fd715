#include "export/disk.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace genpyo::exports {
namespace {

std::string advice_on(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT: return "the disk is full, make room and try again";
    case EACCES:
    case EROFS:
    case EPERM: return "no permission to write there, choose another folder";
    case ENOENT: return "the folder does not exist";
    case EISDIR: return "a folder has this name, choose another";
    case ENOTDIR: return "a file has the name of a folder on the way, choose another";
    case ELOOP: return "a link lies in the way under this name and .part, remove it";
    case EWOULDBLOCK: return "another program is writing it, wait for that and try again";
    case EEXIST:
    case ENOTEMPTY: return "somebody else put files there meanwhile, try again";
    default: return std::strerror(error);
  }
}

}  // namespace

forms::Failure cannot_write(const std::string& path, int error) {
  return {"Cannot write " + path + ": " + advice_on(error) + "."};
}

int sync_folder(const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno == EACCES ? 0 : errno;
  const int error = ::fsync(descriptor) == 0 || errno == EINVAL ? 0 : errno;
  ::close(descriptor);
  return error;
}

}  // namespace genpyo::exports
