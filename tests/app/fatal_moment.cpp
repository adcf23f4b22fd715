// fatal_moment: stands between Genpyo and the disk (LD_PRELOAD), counts the calls that change a
// folder or bring a file to the disk, and before the one of number GENPYO_MOMENT sends the process
// the signal GENPYO_SIGNAL.
#include <dlfcn.h>
#include <sys/types.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace {

int number_in(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? 0 : std::atoi(value);
}

void count() {
  static int calls = 0;
  if (++calls == number_in("GENPYO_MOMENT")) kill(getpid(), number_in("GENPYO_SIGNAL"));
}

template <typename Function>
Function real(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}  // namespace

extern "C" int rename(const char* from, const char* to) noexcept {
  count();
  return real<int (*)(const char*, const char*)>("rename")(from, to);
}

extern "C" int mkdir(const char* path, mode_t mode) noexcept {
  count();
  return real<int (*)(const char*, mode_t)>("mkdir")(path, mode);
}

extern "C" int rmdir(const char* path) noexcept {
  count();
  return real<int (*)(const char*)>("rmdir")(path);
}

extern "C" int unlink(const char* path) noexcept {
  count();
  return real<int (*)(const char*)>("unlink")(path);
}

extern "C" int fsync(int file) {
  count();
  return real<int (*)(int)>("fsync")(file);
}
