#include "app/ui/window.h"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/ui/drawn_frame.h"
#include "app/ui/ime.h"
#include "app/ui/ime_spot.h"
#include "app/ui/keys.h"

namespace genpyo::ui {
namespace {

constexpr double tick_seconds = 20;  // a hold on a case is to be renewed every 30 seconds
constexpr int least_width = 640, least_height = 480;
constexpr int frames_after_event = 3;  // ImGui needs one or two until hover and layout settle

forms::Failure cannot_open(const std::string& what_to_do) {
  const char* reason = nullptr;
  glfwGetError(&reason);
  return {"The window cannot be opened (" +
          std::string(reason == nullptr ? "no reason given" : reason) + "): " + what_to_do};
}

struct Size {
  int width, height;
};

// All of the monitor, or as wished but not larger than the desktop has room for.
Size size_on(GLFWmonitor* monitor, const KioskOptions& options) {
  if (const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor)) {
    return {mode->width, mode->height};
  }
  GLFWmonitor* primary = glfwGetPrimaryMonitor();
  if (primary == nullptr) return {options.width, options.height};
  int x = 0, y = 0, width = 0, height = 0;
  glfwGetMonitorWorkarea(primary, &x, &y, &width, &height);
  return {std::clamp(options.width, 1, std::max(1, width)),
          std::clamp(options.height, 1, std::max(1, height))};
}

// On a fine screen GLFW makes the window as many times larger: not beyond the desktop.
void keep_on_desktop(GLFWwindow* handle) {
  GLFWmonitor* primary = glfwGetPrimaryMonitor();
  if (primary == nullptr || glfwGetWindowMonitor(handle) != nullptr) return;
  int x = 0, y = 0, most_wide = 0, most_high = 0, width = 0, height = 0;
  glfwGetMonitorWorkarea(primary, &x, &y, &most_wide, &most_high);
  glfwGetWindowSize(handle, &width, &height);
  if (most_wide <= 0 || most_high <= 0 || (width <= most_wide && height <= most_high)) return;
  glfwSetWindowSize(handle, std::min(width, most_wide), std::min(height, most_high));
}

}  // namespace

struct Window::Inside {
  GLFWwindow* handle = nullptr;
  bool has_imgui = false;
  KeyReader keys;
  DrawnFrame drawn;
  int frames_left = frames_after_event;
  float zoom_steps = 0;
  bool mouse_was_used = false;
  double next_tick = tick_seconds;
  struct Place {
    int x = 40, y = 40, width = 1280, height = 800;
  } windowed;  // where the window was before it took the whole screen

  ~Inside() {
    if (has_imgui) {
      ImGui_ImplOpenGL3_Shutdown();
      ImGui_ImplGlfw_Shutdown();
      ImGui::DestroyContext();
    }
    if (handle != nullptr) glfwDestroyWindow(handle);
    glfwTerminate();
  }

  // The window of a GLFW callback, which is about to be drawn anew.
  static Inside& stirred(GLFWwindow* handle) {
    auto& inside = *static_cast<Inside*>(glfwGetWindowUserPointer(handle));
    inside.frames_left = frames_after_event;
    return inside;
  }

  // The same, of which the pixels may be lost: the next frame is drawn whatever it shows.
  static void laid_bare(GLFWwindow* handle) { stirred(handle).drawn.forget(); }

  static Inside& stirred_by_mouse(GLFWwindow* handle) {
    Inside& inside = stirred(handle);
    inside.mouse_was_used = true;
    return inside;
  }

  // Keys to our own queue; the mouse to ImGui.
  void listen() {
    glfwSetWindowUserPointer(handle, this);
    glfwSetKeyCallback(handle, [](GLFWwindow* w, int key, int, int action, int modifiers) {
      const bool is_taken = action != GLFW_RELEASE && input_method_has_key();
      if (!is_taken) stirred(w).keys.on_key(key, action, modifiers);
    });
    glfwSetCharCallback(handle, [](GLFWwindow* w, unsigned c) { stirred(w).keys.on_character(c); });
    glfwSetMouseButtonCallback(handle, [](GLFWwindow* w, int button, int action, int modifiers) {
      stirred_by_mouse(w);
      ImGui_ImplGlfw_MouseButtonCallback(w, button, action, modifiers);
    });
    glfwSetScrollCallback(handle, [](GLFWwindow* w, double x, double y) {
      Inside& inside = stirred_by_mouse(w);
      const bool ctrl = glfwGetKey(w, GLFW_KEY_LEFT_CONTROL) == GLFW_PRESS ||
                        glfwGetKey(w, GLFW_KEY_RIGHT_CONTROL) == GLFW_PRESS;
      if (ctrl)
        inside.zoom_steps += static_cast<float>(y);
      else
        ImGui_ImplGlfw_ScrollCallback(w, x, y);
    });
    glfwSetCursorPosCallback(
        handle, [](GLFWwindow* w, [[maybe_unused]] double x, [[maybe_unused]] double y) {
          stirred_by_mouse(w);
#if IMGUI_VERSION_NUM >= 18700
          ImGui_ImplGlfw_CursorPosCallback(w, x, y);
#endif
        });
    glfwSetCursorEnterCallback(handle, [](GLFWwindow* w, int entered) {
      laid_bare(w);
      ImGui_ImplGlfw_CursorEnterCallback(w, entered);
    });
    glfwSetWindowFocusCallback(handle, [](GLFWwindow* w, int focused) {
      laid_bare(w);
      ImGui_ImplGlfw_WindowFocusCallback(w, focused);
    });
    glfwSetWindowRefreshCallback(handle, [](GLFWwindow* w) { laid_bare(w); });
    glfwSetFramebufferSizeCallback(handle, [](GLFWwindow* w, int, int) { laid_bare(w); });
    glfwSetWindowCloseCallback(
        handle, [](GLFWwindow* w) { stirred(w).keys.push(session::Run{session::Command::quit}); });
  }

  void start_imgui() {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    has_imgui = true;
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().LogFilename = nullptr;
    ImGui_ImplGlfw_InitForOpenGL(handle, false);
    ImGui_ImplOpenGL3_Init("#version 330 core");
  }
};

Window::Window(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Window::~Window() = default;

forms::Result<std::unique_ptr<Window>> Window::open(const std::string& title,
                                                    const KioskOptions& options) {
  if (glfwInit() == GLFW_FALSE) {
    return cannot_open("start Genpyo from a graphical session (DISPLAY must name it).");
  }
  auto inside = std::make_unique<Inside>();
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHint(GLFW_AUTO_ICONIFY, options.stays_in_front ? GLFW_FALSE : GLFW_TRUE);
  glfwWindowHint(GLFW_FLOATING, options.stays_in_front ? GLFW_TRUE : GLFW_FALSE);
  GLFWmonitor* monitor = options.fullscreen ? glfwGetPrimaryMonitor() : nullptr;
  const auto [width, height] = size_on(monitor, options);
  inside->handle = glfwCreateWindow(width, height, title.c_str(), monitor, nullptr);
  if (inside->handle == nullptr) {
    return cannot_open(
        "Genpyo needs OpenGL 3.3; the package libgl1-mesa-dri has it for any machine.");
  }
  glfwSetWindowSizeLimits(inside->handle, least_width, least_height, GLFW_DONT_CARE,
                          GLFW_DONT_CARE);
  keep_on_desktop(inside->handle);
  glfwMakeContextCurrent(inside->handle);
  glfwSwapInterval(1);
  inside->start_imgui();
  inside->listen();
  return std::unique_ptr<Window>(new Window(std::move(inside)));
}

std::vector<session::Action> Window::wait(bool every_second) {
  if (every_second) inside_->next_tick = std::min(inside_->next_tick, glfwGetTime() + 1);
  if (inside_->frames_left > 0) {
    glfwPollEvents();
  } else {
    glfwWaitEventsTimeout(std::max(0.01, inside_->next_tick - glfwGetTime()));
  }
  std::vector<session::Action> actions = inside_->keys.take();
  if (std::exchange(inside_->mouse_was_used, false)) actions.emplace_back(session::Stir{});
  if (!actions.empty()) stir();
  if (glfwGetTime() >= inside_->next_tick) {
    inside_->next_tick = glfwGetTime() + tick_seconds;
    inside_->drawn.forget();  // a driver that loses a picture loses it for as long as this at most
    if (actions.empty()) return {session::Tick{}};
    actions.emplace_back(session::Tick{});
    inside_->frames_left = std::max(inside_->frames_left, 1);  // nothing moves: one frame is enough
  }
  return actions;
}

void Window::stir() { inside_->frames_left = frames_after_event; }

void Window::draw_once() { inside_->frames_left = std::max(inside_->frames_left, 1); }

bool Window::begin_frame() {
  if (inside_->frames_left == 0) return false;
  --inside_->frames_left;
  int width = 0, height = 0;
  glfwGetFramebufferSize(inside_->handle, &width, &height);
  if (width == 0 || height == 0) return false;
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  return true;
}

void Window::redraw() { inside_->drawn.forget(); }

void Window::end_frame(unsigned ground) {
  ImGui::Render();
  if (inside_->drawn.is_same(*ImGui::GetDrawData(), ground)) return;
  int width = 0, height = 0;
  glfwGetFramebufferSize(inside_->handle, &width, &height);
  glViewport(0, 0, width, height);
  const ImVec4 colour = ImGui::ColorConvertU32ToFloat4(ground);
  glClearColor(colour.x, colour.y, colour.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(inside_->handle);
}

void Window::use_full_screen(bool full) {
  GLFWwindow* handle = inside_->handle;
  if (full == (glfwGetWindowMonitor(handle) != nullptr)) return;
  Inside::Place& place = inside_->windowed;
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  if (monitor == nullptr) return;
  if (full) {
    glfwGetWindowPos(handle, &place.x, &place.y);
    glfwGetWindowSize(handle, &place.width, &place.height);
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    if (mode == nullptr) return;
    glfwSetWindowMonitor(handle, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
  } else {
    glfwSetWindowMonitor(handle, nullptr, place.x, place.y, place.width, place.height,
                         GLFW_DONT_CARE);
  }
  stir();
}

void Window::tell_caret(ImVec2 at) {
  tell_input_method_spot(static_cast<int>(at.x), static_cast<int>(at.y));
}

float Window::scale() const {
  float x = 1, y = 1;
  glfwGetWindowContentScale(inside_->handle, &x, &y);
  return std::clamp(y, 0.75f, 4.0f);
}

int Window::take_zoom_steps() {
  const float whole = std::trunc(std::clamp(inside_->zoom_steps, -20.0f, 20.0f));
  inside_->zoom_steps = std::fmod(inside_->zoom_steps, 1.0f);
  return static_cast<int>(whole);
}

std::string Window::clipboard() const {
  const char* text = glfwGetClipboardString(inside_->handle);
  return text == nullptr ? "" : text;
}

void Window::offer(const std::string& text) {
  glfwSetClipboardString(inside_->handle, text.c_str());
}

}  // namespace genpyo::ui
