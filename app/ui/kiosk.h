// Kiosk: the window in which a clerk keys sheets. It draws the session's state and hands actions
// to it; it decides nothing.
#pragma once
#include "app/session/session.h"
#include "app/session/strings.h"
#include "forms/paper/font.h"
#include "forms/result.h"

namespace genpyo::ui {

struct KioskOptions {
  bool fullscreen = false;
  bool stays_in_front = false;  // of the kiosk: not put away when the focus goes
  int width = 1600, height = 1000;  // of the window, when it is not the whole screen
};

// Runs until the session says quit. Fails with a sentence when no window can be opened. Session,
// strings and fonts must outlive the call; main thread only, one at a time.
forms::Result<forms::Done> run_kiosk(session::Session& session, const session::Strings& strings,
                                     const paper::FontSet& fonts, const KioskOptions& options);

}  // namespace genpyo::ui
