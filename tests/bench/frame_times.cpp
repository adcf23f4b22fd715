// frame_times: stands between Genpyo and GLFW (LD_PRELOAD), and writes to the file GENPYO_FRAMES
// one line for each frame: the milliseconds from the key press that it is the first to show until
// it is handed over ("-" when there was none), and those that the swap took.
#include <dlfcn.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>

extern "C" {
struct GLFWwindow;
using KeyFunction = void (*)(GLFWwindow*, int, int, int, int);
}

namespace {

using Clock = std::chrono::steady_clock;

KeyFunction of_program = nullptr;
std::optional<Clock::time_point> pressed;

double milliseconds(Clock::duration time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

void on_key(GLFWwindow* window, int key, int code, int action, int modifiers) {
  if (action != 0 && !pressed) pressed = Clock::now();
  of_program(window, key, code, action, modifiers);
}

FILE* lines() {
  const char* path = std::getenv("GENPYO_FRAMES");
  static FILE* const file = path == nullptr ? nullptr : std::fopen(path, "w");
  return file;
}

}  // namespace

extern "C" KeyFunction glfwSetKeyCallback(GLFWwindow* window, KeyFunction function) {
  using Set = KeyFunction (*)(GLFWwindow*, KeyFunction);
  of_program = function;
  return reinterpret_cast<Set>(dlsym(RTLD_NEXT, "glfwSetKeyCallback"))(window, on_key);
}

// Whoever waits has drawn all that is to be drawn: a key that changed nothing on the screen is not
// what the next frame shows.
extern "C" void glfwWaitEventsTimeout(double seconds) {
  using Wait = void (*)(double);
  static const auto wait = reinterpret_cast<Wait>(dlsym(RTLD_NEXT, "glfwWaitEventsTimeout"));
  pressed.reset();
  wait(seconds);
}

extern "C" void glfwSwapBuffers(GLFWwindow* window) {
  using Swap = void (*)(GLFWwindow*);
  static const auto swap = reinterpret_cast<Swap>(dlsym(RTLD_NEXT, "glfwSwapBuffers"));
  const auto before = Clock::now();
  swap(window);
  if (lines() == nullptr) return;
  if (pressed) {
    std::fprintf(lines(), "%.3f", milliseconds(before - *pressed));
  } else {
    std::fputs("-", lines());
  }
  std::fprintf(lines(), " %.3f\n", milliseconds(Clock::now() - before));
  std::fflush(lines());
  pressed.reset();
}
