// window_bench GENPYO DATABASE FRAME_TIMES: the real window as a person sees it, by the pixels of the display:
// from the start of the process to the first frame, from a key to the changed picture, and what it
// uses while nothing happens; and, by the library FRAME_TIMES in the process, how much of that is
// Genpyo's own. Needs a display of its own (xvfb-run).
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/keysym.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

class Display_ {
 public:
  Display_() : display_(XOpenDisplay(nullptr)) {
    if (display_ == nullptr) throw std::runtime_error("no display");
    root_ = DefaultRootWindow(display_);
  }
  ~Display_() { XCloseDisplay(display_); }
  Display_(const Display_&) = delete;
  Display_& operator=(const Display_&) = delete;

  // A sum over every fourth line of the picture; equal pictures have equal sums.
  std::uint64_t picture() const {
    const int screen = DefaultScreen(display_);
    XImage* image = XGetImage(display_, root_, 0, 0, static_cast<unsigned>(DisplayWidth(display_, screen)),
                              static_cast<unsigned>(DisplayHeight(display_, screen)), AllPlanes, ZPixmap);
    if (image == nullptr) throw std::runtime_error("no picture");
    std::uint64_t sum = 14695981039346656037u;
    for (int y = 0; y < image->height; y += 4) {
      const auto* words = reinterpret_cast<const std::uint32_t*>(image->data + y * image->bytes_per_line);
      for (int x = 0; x < image->width; ++x) sum = (sum ^ (words[x] & 0xFFFFFF)) * 1099511628211u;
    }
    XDestroyImage(image);
    return sum;
  }

  void press(KeySym key) const {
    Window focus = 0;
    int revert = 0;
    XGetInputFocus(display_, &focus, &revert);
    XKeyEvent event{};
    event.display = display_, event.window = focus, event.root = root_, event.same_screen = True;
    event.keycode = XKeysymToKeycode(display_, key);
    for (const int type : {KeyPress, KeyRelease}) {
      event.type = type;
      event.time = ++time_;
      XSendEvent(display_, focus, True, KeyPressMask, reinterpret_cast<XEvent*>(&event));
    }
    XSync(display_, False);
  }

 private:
  Display* display_;
  Window root_ = 0;
  mutable Time time_ = 1'000;
};

struct Paths {
  const char* program;
  const char* database;
  const char* frame_times;  // the library
  std::string frames() const { return std::string(database) + ".frames"; }
};

pid_t start(const Paths& paths) {
  const pid_t child = fork();
  if (child == 0) {
    setenv("LD_PRELOAD", paths.frame_times, 1);
    setenv("GENPYO_FRAMES", paths.frames().c_str(), 1);
    execl(paths.program, paths.program, "kiosk", "home_care_2018", "--db", paths.database,
          static_cast<char*>(nullptr));
    _exit(127);
  }
  return child;
}

double until_changed(const Display_& display, std::uint64_t before, Clock::time_point start) {
  while (display.picture() == before) {
    if (milliseconds_since(start) > 20'000) throw std::runtime_error("the picture does not change");
    std::this_thread::sleep_for(milliseconds(1));
  }
  return milliseconds_since(start);
}

// Until the picture stays as it is for half a second.
std::uint64_t settled(const Display_& display) {
  std::uint64_t before = 0;
  for (int same = 0; same < 5;) {
    std::this_thread::sleep_for(milliseconds(100));
    const auto now = display.picture();
    same = now == before ? same + 1 : 0;
    before = now;
  }
  return before;
}

double processor_seconds(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::string all((std::istreambuf_iterator<char>(file)), {}), field;
  std::istringstream fields(all.substr(all.rfind(')') + 2));
  double ticks = 0;
  for (int number = 3; fields >> field; ++number) {
    if (number == 14 || number == 15) ticks += std::stod(field);
  }
  return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

constexpr double one_frame = 16.7;  // milliseconds

// The frames since line `from` that are the first to show a key.
void say_frames(const std::string& what, const Paths& paths, std::size_t& from) {
  std::ifstream file(paths.frames());
  std::vector<double> own, swap, both;
  std::size_t line = 0;
  for (std::string till_swap, in_swap; file >> till_swap >> in_swap; ++line) {
    if (line < from || till_swap == "-") continue;
    own.push_back(std::stod(till_swap));
    swap.push_back(std::stod(in_swap));
    both.push_back(own.back() + swap.back());
  }
  from = line;
  if (own.empty()) throw std::runtime_error("no frame shows a key");
  std::sort(own.begin(), own.end());
  std::sort(swap.begin(), swap.end());
  std::sort(both.begin(), both.end());
  std::cout << what << ", ms: from the key to handing over the first frame after it median " << own[own.size() / 2]
            << ", worst " << own.back() << "; the drawing of that frame (swap) median " << swap[swap.size() / 2]
            << " (" << own.size() << ")\n";
  const double drawn = both[both.size() / 2];
  std::cout << what << ", ms: from the key to the drawn frame (both) median " << drawn << ", worst " << both.back()
            << "; limit " << one_frame << (drawn <= one_frame ? ": pass\n" : ": MISS\n");
}

void type(const Display_& display, const std::vector<KeySym>& keys) {
  for (const KeySym key : keys) {
    display.press(key);
    std::this_thread::sleep_for(milliseconds(300));  // each has its own frames
  }
}

void measure(const Paths& paths) {
  const Display_ display;
  const auto empty = display.picture();
  std::vector<double> first;
  double starting = 0;  // processor time of all starts
  pid_t process = 0;
  for (int round = 0; round < 5; ++round) {
    if (process != 0) kill(process, SIGTERM), waitpid(process, nullptr, 0), settled(display);
    const auto begun = Clock::now();
    process = start(paths);
    first.push_back(until_changed(display, empty, begun));
    starting += processor_seconds(process);
  }
  std::sort(first.begin(), first.end());
  std::cout << "start to first frame, ms: median " << first[2] << ", worst " << first[4] << " (5); its processor time "
            << starting * 200 << "\n";

  std::vector<double> seen;
  for (int i = 0; i < 40; ++i) {
    const auto before = settled(display);
    const auto begun = Clock::now();
    display.press(i % 2 == 0 ? XK_1 : XK_BackSpace);
    seen.push_back(until_changed(display, before, begun));
  }
  std::sort(seen.begin(), seen.end());
  std::cout << "key to changed picture, ms: median " << seen[20] << ", worst " << seen[39] << " (40)\n";

  std::size_t line = 0;
  say_frames("a key on the list of cases", paths, line);
  type(display, {XK_1, XK_1, XK_0, XK_0, XK_1, XK_Return, XK_Return});
  say_frames("a case number and opening it", paths, line);
  type(display, std::vector<KeySym>(40, XK_1));
  say_frames("a key in the case, with its save", paths, line);

  settled(display);
  const double used = processor_seconds(process);
  std::this_thread::sleep_for(std::chrono::seconds(20));  // the window's own tick is among them
  std::cout << "idle, per cent of a core over 20 s: " << (processor_seconds(process) - used) * 5 << '\n';
  kill(process, SIGTERM);
  waitpid(process, nullptr, 0);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "usage: window_bench GENPYO DATABASE FRAME_TIMES\n";
    return 2;
  }
  try {
    measure({arguments[1], arguments[2], arguments[3]});
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "window_bench: " << error.what() << '\n';
    return 1;
  }
}
