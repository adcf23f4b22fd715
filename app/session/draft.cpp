#include "app/session/draft.h"

#include <algorithm>
#include <array>
#include <utility>

#include "forms/text.h"

namespace genpyo::session {

namespace {

constexpr std::size_t most_edits = 200, most_remembered = 4 * Draft::most_bytes;
constexpr std::size_t most_typed = 48;  // bytes that one undo takes back: a clause of kanji

// The last of the ends before `offset`, 0 when there is none.
std::size_t last_before(const std::vector<std::size_t>& ends, std::size_t offset) {
  const auto found = std::lower_bound(ends.begin(), ends.end(), offset);
  return found == ends.begin() ? 0 : *std::prev(found);
}

std::size_t first_after(const std::vector<std::size_t>& ends, std::size_t offset, std::size_t size) {
  const auto found = std::upper_bound(ends.begin(), ends.end(), offset);
  return found == ends.end() ? size : *found;
}

bool begins_with_one_of(std::string_view text, const auto& marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [text](std::string_view mark) { return text.starts_with(mark); });
}

bool is_blank(std::string_view text) {
  static constexpr std::array<std::string_view, 4> blanks = {" ", "\t", "\n", "　"};
  return begins_with_one_of(text, blanks);
}

bool ends_a_clause(std::string_view text) {
  static constexpr std::array<std::string_view, 4> stops = {"、", "。", ",", "."};
  return is_blank(text) || begins_with_one_of(text, stops);
}

}  // namespace

Draft::Range Draft::selection() const {
  return {std::min(cursor_, anchor_), std::max(cursor_, anchor_)};
}

std::string Draft::selected() const {
  const Range range = selection();
  return text_.substr(range.begin, range.end - range.begin);
}

bool Draft::insert(std::string_view utf8) {
  const Range range = selection();
  if (text_.size() - (range.end - range.begin) + utf8.size() > most_bytes) return false;
  replace(range, utf8);
  return true;
}

void Draft::erase_back() {
  if (!erase_selection()) replace({last_before(forms::grapheme_ends(text_), cursor_), cursor_}, "");
}

void Draft::erase_forward() {
  if (erase_selection()) return;
  replace({cursor_, first_after(forms::grapheme_ends(text_), cursor_, text_.size())}, "");
}

bool Draft::erase_selection() {
  if (selection().empty()) return false;
  replace(selection(), "");
  return true;
}

void Draft::left(bool select) {
  const bool to_end = !select && !selection().empty();
  place(to_end ? selection().begin : last_before(forms::grapheme_ends(text_), cursor_), select);
}

void Draft::right(bool select) {
  const bool to_end = !select && !selection().empty();
  place(to_end ? selection().end : first_after(forms::grapheme_ends(text_), cursor_, text_.size()),
        select);
}

void Draft::word_left(bool select) {
  const auto ends = forms::word_ends(text_);
  std::size_t at = last_before(ends, cursor_);
  while (at > 0 && is_blank(std::string_view(text_).substr(at))) at = last_before(ends, at);
  place(at, select);
}

void Draft::word_right(bool select) {
  const auto ends = forms::word_ends(text_);
  std::size_t at = first_after(ends, cursor_, text_.size());
  while (at < text_.size() && is_blank(std::string_view(text_).substr(at))) {
    at = first_after(ends, at, text_.size());
  }
  place(at, select);
}

void Draft::select_all() {
  place(0, false);
  place(text_.size(), true);
}

void Draft::place(std::size_t offset, bool select, bool at_line_end) {
  const auto ends = forms::grapheme_ends(text_);
  cursor_ = offset >= text_.size() ? text_.size() : last_before(ends, offset + 1);
  if (!select) anchor_ = cursor_;
  at_line_end_ = at_line_end;
  column_.reset();
  if (!done_.empty()) done_.back().grows = false;
}

bool Draft::undo() {
  if (done_.empty()) return false;
  const Edit edit = std::move(done_.back());
  done_.pop_back();
  swap_in(edit.at, edit.inserted.size(), edit.removed);
  undone_.push_back(edit);
  return true;
}

bool Draft::redo() {
  if (undone_.empty()) return false;
  const Edit edit = std::move(undone_.back());
  undone_.pop_back();
  swap_in(edit.at, edit.removed.size(), edit.inserted);
  done_.push_back(edit);
  done_.back().grows = false;
  return true;
}

void Draft::replace(Range range, std::string_view with) {
  if (range.empty() && with.empty()) return;
  remember({range.begin, text_.substr(range.begin, range.end - range.begin), std::string(with),
            !with.empty() && with.size() <= most_typed && !ends_a_clause(with)});
  swap_in(range.begin, range.end - range.begin, std::string(with));
}

void Draft::remember(Edit edit) {
  undone_.clear();
  Edit* last = done_.empty() ? nullptr : &done_.back();
  const bool goes_on = last != nullptr && last->grows && edit.removed.empty() &&
                       edit.at == last->at + last->inserted.size() &&
                       last->inserted.size() + edit.inserted.size() <= most_typed;
  if (goes_on) {
    last->inserted += edit.inserted;
    last->grows = edit.grows;
    return;
  }
  done_.push_back(std::move(edit));
  std::size_t bytes = 0, kept = 0;
  while (kept < done_.size() && kept < most_edits) {
    const Edit& each = done_[done_.size() - 1 - kept];
    bytes += each.removed.size() + each.inserted.size();
    if (bytes > most_remembered && kept > 0) break;
    ++kept;
  }
  done_.erase(done_.begin(), done_.end() - static_cast<std::ptrdiff_t>(kept));
}

void Draft::swap_in(std::size_t at, std::size_t length, const std::string& with) {
  text_.replace(at, length, with);
  cursor_ = anchor_ = at + with.size();
  at_line_end_ = false;
  column_.reset();
}

}  // namespace genpyo::session
