// Typist: keys a sheet into a session as a clerk would, question by question, and remembers every
// key, so that the same keys can be sent to the real window.
#pragma once
#include <string>
#include <vector>

#include "app/session/session.h"
#include "forms/case.h"

namespace genpyo::support {

// One key of the keypad as a character: digits - * / + . and '\n' for Enter; or a chord.
struct Stroke {
  std::string text;  // "" for a chord
  session::Chord chord{session::Key::enter};
};

class Typist {
 public:
  explicit Typist(session::Session& session) : session_(session) {}

  // The start screen: the case number and Enter.
  void open(const std::string& case_number);

  // Keys the open case until the closing dialog appears. `most` bounds the number of items, so
  // that a fault in the session ends a test instead of hanging it; gives false when it was reached.
  bool key(const forms::Case& sheet, std::size_t most = 10'000);

  // Enter in the closing dialog.
  void close() { type("\n"); }

  // Every key so far.
  const std::vector<Stroke>& strokes() const { return strokes_; }

 private:
  void type(const std::string& characters);
  void press(session::Chord chord);
  void key_item(const forms::Case& sheet, forms::ItemIndex item);
  void key_off_path(const forms::Case& sheet, forms::ItemIndex after);

  session::Session& session_;
  std::vector<Stroke> strokes_;
};

}  // namespace genpyo::support
