// keep_loaded: no library leaves the process (LD_PRELOAD). LeakSanitizer looks for pointers when the
// process ends; what an OpenGL driver holds in its own variables would seem lost once glfw has
// unloaded it, and a report could not even name it, so that no suppression fits.
extern "C" int dlclose(void*) noexcept { return 0; }
