// Editing: what the cursor keys do to a Draft. Pure; the clipboard is the face's.
#pragma once
#include <string>
#include <string_view>

#include "app/session/command.h"
#include "app/session/draft.h"
#include "forms/paper/written.h"

namespace genpyo::session {

// Any command that moves the cursor, selects or erases; others do nothing.
void edit(Draft& draft, Command command);

// The same for a draft that stands in several lines: ↑ ↓ Home End move by line. False when there
// is no line in that direction; nothing is changed then.
bool edit_in_lines(Draft& draft, Command command, const paper::Written& lines);

// A text from outside (pasted, or committed by an input method) as a draft can hold it: tabs are
// blanks, line ends at its end and control characters are gone, a broken text is "". Where there
// is one line only, the other line ends are blanks too.
std::string as_one_line(std::string_view utf8);
std::string as_lines(std::string_view utf8);

}  // namespace genpyo::session
