#include "export/progress/progress_page.h"

#include <algorithm>
#include <array>

#include "forms/text.h"

namespace genpyo::exports {
namespace {

using paper::Drawing;
using paper::Tone;

constexpr double left = 18, right = paper::page_width - 18, top = 20, row_height = 6.6;
constexpr double body = 9, small = 7.5;  // points
constexpr std::size_t rows_a_page = 30;
constexpr std::size_t most_extraction_columns = 4;

// Right ends of the columns of figures; the bar lies between rate and keyed.
constexpr double sent_at = 82, back_at = 95, rate_at = 110, bar_from = 113, keyed_at = 152, closed_at = 166;
constexpr double bar_width = 26;

class Page {
 public:
  explicit Page(const paper::FontSet& fonts) : fonts_(fonts) {}

  void put(double x, double y, const std::string& text, double size = body, bool bold = false, Tone tone = Tone::print) {
    drawing.texts.push_back({{x, y}, size, text, tone, bold});
  }
  void put_right(double x, double y, const std::string& text, double size = body, bool bold = false) {
    put(x - fonts_.width_mm(text, size), y, text, size, bold);
  }
  // Cut with … where it is wider than `width`.
  std::string cut(const std::string& text, double size, double width) const {
    if (fonts_.width_mm(text, size) <= width) return text;
    std::string kept;
    for (const std::size_t end : forms::grapheme_ends(text)) {
      std::string longer = text.substr(0, end) + "…";
      if (fonts_.width_mm(longer, size) > width) break;
      kept = std::move(longer);
    }
    return kept;
  }
  void rule(double y, double width) { drawing.lines.push_back({{left, y}, {right, y}, width, Tone::print, false}); }
  void bar(double x, double y, double width, double share) {
    drawing.fills.push_back({{x, y - 3.2, width, 3.8}, Tone::tint});
    if (share > 0) drawing.fills.push_back({{x, y - 3.2, width * share, 3.8}, Tone::bar});
  }

  Drawing drawing;

 private:
  const paper::FontSet& fonts_;
};

// Where the columns of extractions end; none where there are too many of them to stand beside.
std::vector<double> extraction_ends(std::size_t count) {
  std::vector<double> ends;
  if (count > most_extraction_columns) return ends;
  const double width = std::min(13.0, (right - closed_at) / static_cast<double>(std::max<std::size_t>(count, 1)));
  for (std::size_t i = 0; i < count; ++i) ends.push_back(closed_at + width * static_cast<double>(i + 1));
  return ends;
}

std::string sign_of(std::size_t extraction) { return "E" + std::to_string(extraction + 1); }

void head(Page& page, const ProgressWords& words, const std::vector<double>& ends, double y) {
  page.rule(y - 5, 0.4);
  page.put(left, y, words.organization, small);
  page.put_right(sent_at, y, words.sent, small);
  page.put_right(back_at, y, words.back, small);
  page.put_right(rate_at, y, words.rate, small);
  page.put_right(keyed_at, y, words.keyed, small);
  page.put_right(closed_at, y, words.closed, small);
  for (std::size_t i = 0; i < ends.size(); ++i) page.put_right(ends[i], y, sign_of(i), small);
  page.rule(y + 2, 0.2);
}

void line(Page& page, const ProgressRow& row, const std::string& name, const std::vector<double>& ends,
          double y, bool bold) {
  const std::string number = row.number > 0 ? std::to_string(row.number) : "";
  page.put_right(left + 5, y, number);
  page.put(left + 7, y, page.cut(name, body, sent_at - left - 17), body, bold);
  if (row.sent > 0) page.put_right(sent_at, y, std::to_string(row.sent), body, bold);
  page.put_right(back_at, y, std::to_string(row.back), body, bold);
  page.put_right(rate_at, y, percent_of(row.back, row.sent), body, bold);
  page.bar(bar_from, y, bar_width, share_of(row.back, row.sent));
  page.put_right(keyed_at, y, std::to_string(row.keyed), body, bold);
  page.put_right(closed_at, y, std::to_string(row.closed), body, bold);
  for (std::size_t i = 0; i < ends.size(); ++i) page.put_right(ends[i], y, std::to_string(row.in[i]), body, bold);
}

// Not under the bar, whose empty part has the same tint.
void zebra(Page& page, double y) {
  const double after = bar_from + bar_width + 1;
  page.drawing.fills.push_back({{left, y - 4.6, bar_from - left - 1, row_height}, Tone::tint});
  page.drawing.fills.push_back({{after, y - 4.6, right - after, row_height}, Tone::tint});
}

// Each extraction with its count, its part of what is back, and a bar; on a new page where it is full.
void extractions(std::vector<Page>& pages, const Progress& progress, const ProgressWords& words,
                 const paper::FontSet& fonts, double y) {
  constexpr double bottom = paper::page_height - 22;
  pages.back().put(left, y, words.of_back, body, true);
  y += row_height;
  for (std::size_t i = 0; i < progress.all.in.size() && i < words.extractions.size(); ++i) {
    if (y > bottom) {
      pages.emplace_back(fonts);
      y = top;
    }
    Page& page = pages.back();
    const std::int64_t count = progress.all.in[i];
    page.put(left, y, sign_of(i), body, true);
    page.put(left + 9, y, page.cut(words.extractions[i], small, 92), small);
    page.put_right(bar_from + 11, y, std::to_string(count));
    page.put_right(bar_from + 27, y, percent_of(count, progress.all.back) + (progress.all.back > 0 ? " %" : ""));
    page.bar(bar_from + 31, y, right - bar_from - 31, share_of(count, progress.all.back));
    y += row_height;
  }
}

}  // namespace

std::vector<Drawing> draw_progress(const Progress& progress, const ProgressWords& words,
                                   const paper::FontSet& fonts) {
  std::vector<Page> pages;
  const std::vector<double> ends = extraction_ends(progress.all.in.size());
  double y = 0;
  const auto begin_page = [&] {
    pages.emplace_back(fonts);
    pages.back().put(left, top, pages.back().cut(words.title, 14, right - left), 14, true);
    pages.back().put(left, top + 7, words.as_of, small, false, Tone::faint);
    y = top + 19;
    head(pages.back(), words, ends, y);
    y += row_height + 1;
  };
  begin_page();
  for (std::size_t i = 0; i < progress.rows.size(); ++i) {
    if (i > 0 && i % rows_a_page == 0) begin_page();
    const ProgressRow& row = progress.rows[i];
    const std::string& name = row.number == 0 ? words.no_organization : row.organization;
    if (i % 2 == 1) zebra(pages.back(), y);
    line(pages.back(), row, name, ends, y, false);
    y += row_height;
  }
  pages.back().rule(y - 4.6, 0.2);
  line(pages.back(), progress.all, words.all, ends, y, true);
  pages.back().rule(y + 2, 0.4);
  if (!progress.all.in.empty()) extractions(pages, progress, words, fonts, y + 14);

  std::vector<Drawing> drawings;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string number = std::to_string(i + 1) + " / " + std::to_string(pages.size());
    pages[i].put_right(right, paper::page_height - 12, number, small);
    drawings.push_back(std::move(pages[i].drawing));
  }
  return drawings;
}

}  // namespace genpyo::exports
