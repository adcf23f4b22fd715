// ImeLink: the input context (XIC) behind the one that GLFW was given, also after the input
// method's process has died.
//
// Xlib frees the method and its contexts when that process ends; GLFW 3.3 is not told and goes on
// using them. What was sent to it meanwhile comes back as an error that ends the program, or is
// waited for without end; those keys come anew, but not the ones that it took while it lived, which
// go with the reading that vanishes from the screen. The program therefore stands between the two: what GLFW holds is a name
// only. Behind it is the method's context; while there is no method, the keyboard's own; and the
// method's again as soon as one has come back.
#pragma once
#include <X11/Xlib.h>
#include <dlfcn.h>

#include <cassert>

namespace genpyo::ui {

// Xlib's own function, of which the program has one of the same name.
template <typename Function>
Function* of_xlib(const char* name) {
  void* const found = dlsym(RTLD_NEXT, name);
  assert(found != nullptr);
  return reinterpret_cast<Function*>(found);
}

// Before a key press: a context where there is none. Costs nothing while the method lives.
void find_input_context();

// The method's, and it answers; null otherwise.
XIC context_of_method();

// It lives, but has not answered in time: it is not asked any more.
void pass_input_method_by();
bool input_method_is_passed_by();

// Made by ime_spot.cpp, with a place for the candidates where the method knows such. `gone` is
// called when the method dies, and must live as long as the context.
XIC create_input_context(XIM method, Window window, XIMCallback* gone);

// Whether the request of that number came too late: its window was not there any more.
bool went_astray(unsigned long request);

}  // namespace genpyo::ui
