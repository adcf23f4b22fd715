// Kiosk: the window in which a clerk keys sheets. It draws the session's state and hands actions
// to it; it decides nothing.
#pragma once
#include <functional>

#include "app/session/session.h"
#include "app/session/strings.h"
#include "forms/paper/font.h"
#include "forms/result.h"

namespace genpyo::ui {

struct KioskOptions {
  bool fullscreen = false;
  bool stays_in_front = false;  // of the kiosk: not put away when the focus goes
  // The fonts of everything but the page; null: those of the page. What it gives must outlive the
  // call of run_kiosk.
  std::function<const paper::FontSet*(paper::Typeface)> fonts_in = {};
  int width = 1600, height = 1000;  // of the window, when it is not the whole screen
};

// Runs until the session says quit. Fails with a sentence when no window can be opened. Session,
// strings and fonts must outlive the call; main thread only, one at a time.
forms::Result<forms::Done> run_kiosk(session::Session& session, const session::Strings& strings,
                                     const paper::FontSet& fonts, const KioskOptions& options);

}  // namespace genpyo::ui
