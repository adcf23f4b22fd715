#include "forms/paper/flow.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace genpyo::paper {
namespace {

constexpr double most_stretch = 5;  // mm more between two pieces, to fill a page
// In squares of a page's white share: one more page outweighs any gain in evenness; a section or a
// question with its followers is parted only where keeping it whole would leave pages much emptier.
constexpr double page_cost = 10, parted_section_cost = 0.06, parted_question_cost = 0.12;

// The part of a piece that fits `room`, at least a strip of it; the rest stays in `piece`.
Piece take_part(Piece& piece, double room) {
  Piece part;
  part.gap_before = piece.gap_before;
  part.new_page = std::exchange(piece.new_page, false);
  part.begins_section = std::exchange(piece.begins_section, false);
  part.follows_on = std::exchange(piece.follows_on, false);
  std::size_t count = 0;
  double height = 0;
  while (count < piece.strips.size() &&
         (count == 0 || height + piece.strips[count].height <= room)) {
    height += piece.strips[count++].height;
  }
  const auto end = piece.strips.begin() + static_cast<std::ptrdiff_t>(count);
  part.strips.assign(std::move_iterator(piece.strips.begin()), std::move_iterator(end));
  part.head_again = piece.head_again;
  piece.strips.erase(piece.strips.begin(), end);
  return part;
}

// Pieces that are taller than their page, as several.
std::vector<Piece> fitted(std::vector<Piece> pieces, double first_room, double later_room) {
  std::vector<Piece> fitting;
  for (Piece& piece : pieces) {
    if (fitting.empty() && piece.strips.front().height > first_room) {
      fitting.emplace_back();  // the title block has the first page to itself
      piece.new_page = true;
    }
    double room = fitting.empty() ? first_room : later_room;
    while (piece.height() > room && piece.strips.size() > 1) {
      fitting.push_back(take_part(piece, room));
      Strip head = piece.head_again;
      append(head, piece.strips.front());
      piece.strips.front() = std::move(head);
      room = later_room;
    }
    fitting.push_back(std::move(piece));
  }
  return fitting;
}

// Chooses the page breaks: the least sum of squared white space (dynamic programming over the
// pieces, as paragraphs are broken into lines by Knuth and Plass, 1981).
class Breaker {
 public:
  Breaker(const std::vector<Piece>& pieces, double first_room, double later_room)
      : pieces_(pieces), first_room_(first_room), later_room_(later_room) {}

  // For each page the index after its last piece.
  std::vector<std::size_t> ends() const {
    const std::size_t count = pieces_.size();
    std::vector<double> cost(count + 1, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> begin(count + 1, 0);
    cost[0] = 0;
    for (std::size_t from = 0; from < count; ++from) {
      double height = 0;
      for (std::size_t to = from + 1; to <= count; ++to) {
        const Piece& last = pieces_[to - 1];
        const bool first_of_page = to == from + 1;
        if (!first_of_page && last.new_page) break;
        height += last.height() + (first_of_page ? 0 : last.gap_before);
        const double room = from == 0 ? first_room_ : later_room_;
        if (height > room && !first_of_page) break;
        const double white = std::max(0.0, 1 - height / room);
        const double total = cost[from] + page_cost + white * white + parting_cost(to);
        if (total < cost[to]) {
          cost[to] = total;
          begin[to] = from;
        }
      }
    }
    std::vector<std::size_t> ends;
    for (std::size_t end = count; end > 0; end = begin[end]) ends.push_back(end);
    std::reverse(ends.begin(), ends.end());
    return ends;
  }

 private:
  double parting_cost(std::size_t at) const {
    if (at == pieces_.size() || pieces_[at].begins_section) return 0;
    return parted_section_cost + (pieces_[at].follows_on ? parted_question_cost : 0);
  }

  const std::vector<Piece>& pieces_;
  double first_room_, later_room_;
};

Page filled(const std::vector<Piece>& pieces, std::size_t from, std::size_t to, double top) {
  double white = content_bottom - top;
  for (std::size_t i = from; i < to; ++i) {
    white -= pieces[i].height() + (i == from ? 0 : pieces[i].gap_before);
  }
  const auto gaps = static_cast<double>(std::max<std::size_t>(to - from, 2) - 1);
  const double stretch = std::clamp(white / gaps, 0.0, most_stretch);
  Page page;
  double y = top;
  for (std::size_t i = from; i < to; ++i) {
    if (i != from) y += pieces[i].gap_before + stretch;
    for (const Strip& strip : pieces[i].strips) {
      place(strip, y, page);
      y += strip.height;
    }
  }
  return page;
}

}  // namespace

std::vector<Page> flow(std::vector<Piece> pieces, double first_top, double later_top) {
  const double first_room = content_bottom - first_top, later_room = content_bottom - later_top;
  pieces = fitted(std::move(pieces), first_room, later_room);
  std::vector<Page> pages;
  std::size_t from = 0;
  for (const std::size_t to : Breaker(pieces, first_room, later_room).ends()) {
    pages.push_back(filled(pieces, from, to, pages.empty() ? first_top : later_top));
    from = to;
  }
  if (pages.empty()) pages.emplace_back();
  return pages;
}

}  // namespace genpyo::paper
