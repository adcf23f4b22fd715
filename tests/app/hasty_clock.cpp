// hasty_clock: the steady clock of a program (LD_PRELOAD) that is 200 ms on whenever it is asked, so
// that a short work takes long and every step of it is shown. When it has been asked GENPYO_STOP_AT
// times, the program stops (SIGSTOP) until somebody lets it go on.
#include <dlfcn.h>

#include <csignal>
#include <cstdlib>
#include <ctime>

extern "C" int clock_gettime(clockid_t clock, timespec* time) noexcept {
  static const auto real = reinterpret_cast<int (*)(clockid_t, timespec*)>(dlsym(RTLD_NEXT, "clock_gettime"));
  if (clock != CLOCK_MONOTONIC) return real(clock, time);
  static const char* const stop_at = std::getenv("GENPYO_STOP_AT");
  static long asked = 0;
  if (++asked == (stop_at == nullptr ? 0 : std::atol(stop_at))) raise(SIGSTOP);
  *time = {asked / 5, asked % 5 * 200'000'000};
  return 0;
}
