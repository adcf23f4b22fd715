#include <algorithm>

#include "export/documents/codebook_faces.h"
#include "export/report/pages.h"
#include "export/report/ruled_table.h"
#include "export/report/words.h"

namespace genpyo::exports {
namespace {

using Format = PdfDocument::Format;

constexpr Format format = Format::portrait;
constexpr paper::Style title_style{18, 8.5, paper::Tone::print, true}, subtitle_style{13, 7};
constexpr paper::Style section_style{13, 6.5, paper::Tone::print, true}, heading_style{10, 4.8, paper::Tone::print, true};
constexpr paper::Style small_style{7.5, 3.5}, name_style{8, 3.8, paper::Tone::band_2}, plain{8.5, 4};
constexpr double label_width = 34, gap = 7, gap_of_table = 2;
constexpr std::size_t most_lines = 12;

class CodebookPages {
 public:
  CodebookPages(const CodebookDocument& document, const paper::FontSet& fonts)
      : document_(document), set_(fonts, document.language), across_(room_across(format)) {}

  std::vector<PrintedPage> all() {
    pages_.begin(format);
    draw_head();
    for (const CodebookSection& section : document_.sections) add(section);
    std::vector<PrintedPage>& pages = pages_.all();
    for (std::size_t page = 0; page < pages.size(); ++page) draw_foot(pages[page], page + 1, pages.size(), document_.foot, set_);
    return std::move(pages);
  }

 private:
  void add_block(const std::string& words, const paper::Style& style) {
    if (words.empty()) return;
    const auto lines = set_.lines(words, style, across_, most_lines);
    set_.block(pages_.drawing(), pages_.pen(), lines, style);
    pages_.advance(static_cast<double>(lines.size()) * style.leading);
  }

  void draw_head() {
    add_block(document_.title, title_style);
    pages_.advance(1.5);
    pages_.drawing().fills.push_back({{page_margin, pages_.pen().y, across_, 1}, paper::Tone::band_1});
    pages_.advance(3);
    add_block(document_.subtitle, subtitle_style);
    pages_.advance(2);
    for (const ReportFact& fact : document_.facts) add_fact(fact, 62);
    pages_.advance(2);
    for (const std::string& note : document_.notes) add_block(note, small_style);
    pages_.advance(gap);
  }

  void add_fact(const ReportFact& fact, double label_room) {
    const auto label = set_.lines(fact.label, plain, label_room - 2, 3);
    const auto value = set_.lines(fact.value, plain, across_ - label_room, most_lines);
    const double height = plain.leading * static_cast<double>(std::max(label.size(), value.size()));
    pages_.make_room(format, height);
    const paper::Point pen = pages_.pen();
    set_.block(pages_.drawing(), pen, label, {plain.size, plain.leading, paper::Tone::faint});
    set_.block(pages_.drawing(), {pen.x + label_room, pen.y}, value, plain);
    pages_.advance(height);
  }

  // An outline takes no title without an end.
  std::string one_line(const std::string& title) const {
    const auto lines = set_.lines(title, heading_style, across_, 1);
    return lines.empty() ? "" : lines.front();
  }

  void add(const CodebookSection& section) {
    constexpr double first_entry = 45;
    pages_.make_room(format, section_style.leading + first_entry);
    pages_.bookmark(one_line(section.title), 0);
    add_block(section.title, section_style);
    const double y = pages_.pen().y + 0.6;
    pages_.drawing().lines.push_back({{page_margin, y}, {page_margin + across_, y}, paper::heavy});
    pages_.advance(4);
    for (const CodebookEntry& entry : section.entries) add(entry);
  }

  static std::string heading(const CodebookEntry& entry) { return entry.number + (entry.number.empty() ? "" : "　") + entry.title; }

  // Many names of one pattern: the first and the last.
  static std::string names(const CodebookEntry& entry) {
    constexpr std::size_t most_names = 6;
    std::string names;
    if (entry.names.size() > most_names) return entry.names.front() + " … " + entry.names.back();
    for (const std::string& name : entry.names) names += (names.empty() ? "" : " · ") + name;
    return names;
  }

  void add(const CodebookEntry& entry) {
    pages_.make_room(format, std::min(height_of_entry(entry), room_down(format)));
    pages_.bookmark(one_line(heading(entry)), 1);
    add_block(entry.over, small_style);
    add_block(heading(entry), heading_style);
    add_block(names(entry), name_style);
    add_block(entry.hint, small_style);
    for (const ReportFact& fact : entry.facts) add_fact(fact, label_width);
    for (const ReportTable& table : entry.tables) add(table);
    pages_.advance(gap);
  }

  double height_of_block(const std::string& words, const paper::Style& style) const {
    return words.empty() ? 0 : static_cast<double>(set_.lines(words, style, across_, most_lines).size()) * style.leading;
  }

  // An entry that fits on a page is not broken.
  double height_of_entry(const CodebookEntry& entry) const {
    double height = height_of_block(entry.over, small_style) + height_of_block(heading(entry), heading_style) +
                    height_of_block(names(entry), name_style) + height_of_block(entry.hint, small_style);
    for (const ReportFact& fact : entry.facts) {
      height += plain.leading * static_cast<double>(std::max<std::size_t>(1, set_.lines(fact.value, plain, across_ - label_width, most_lines).size()));
    }
    for (const ReportTable& table : entry.tables) {
      const RuledTable ruled(table, set_, across_);
      height += gap_of_table + ruled.head_height() + ruled.rows_height();
    }
    return height;
  }

  void add(const ReportTable& table) {
    const RuledTable ruled(table, set_, across_);
    pages_.make_room(format, gap_of_table + ruled.head_height() + (table.rows.empty() ? 0 : ruled.row_height(0)));
    pages_.advance(gap_of_table);
    const auto begin = [&] {
      ruled.draw_head(pages_.drawing(), pages_.pen());
      pages_.advance(ruled.head_height());
    };
    begin();
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      if (pages_.left_over() < ruled.row_height(row)) {
        ruled.draw_end(pages_.drawing(), pages_.pen());
        pages_.begin(format);
        begin();
      }
      ruled.draw_row(pages_.drawing(), pages_.pen(), row);
      pages_.advance(ruled.row_height(row));
    }
    ruled.draw_end(pages_.drawing(), pages_.pen());
  }

  const CodebookDocument& document_;
  paper::Typesetter set_;
  double across_;
  Pages pages_;
};

}  // namespace

forms::Result<forms::Done> write_codebook_pdf(const CodebookDocument& document, const paper::FontSet& fonts, WholeFile& file) {
  const std::vector<PrintedPage> pages = CodebookPages(document, fonts).all();
  return write_pages(pages, document.title + " " + document.subtitle, fonts, file);
}

}  // namespace genpyo::exports
