#include "export/report/report_pdf.h"

#include <algorithm>

#include "export/report/pages.h"
#include "export/report/ruled_table.h"
#include "export/report/words.h"

namespace genpyo::exports {
namespace {

using Format = PdfDocument::Format;

constexpr paper::Style cover_title{20, 9.5, paper::Tone::print, true}, cover_subtitle{14, 8};
constexpr paper::Style section_style{13, 6.5, paper::Tone::print, true};
constexpr paper::Style caption_style{10, 4.8, paper::Tone::print, true};
constexpr paper::Style note_style{7.5, 3.5};
constexpr paper::Style entry_style{9, 5.2}, chapter_entry_style{9.5, 6.2, paper::Tone::print, true};
constexpr double section_height = 11, gap_after_table = 9, gap_before_chart = 5, widest_chart = 200;

// Where a table or a section begins.
struct Entry {
  std::string title;
  bool is_section = false;
  std::size_t page = 0;  // among the pages behind the contents, from 0
};

class ReportPages {
 public:
  ReportPages(const Report& report, const paper::FontSet& fonts)
      : report_(report), set_(fonts, report.language) {}

  std::vector<PrintedPage> all() {
    for (const ReportSection& section : report_.sections) add(section);
    std::vector<PrintedPage> pages = front(front(0).size());  // as many whatever their numbers are
    for (PrintedPage& page : pages_.all()) pages.push_back(std::move(page));
    for (std::size_t page = 1; page < pages.size(); ++page) draw_foot(pages[page], page + 1, pages.size(), report_.foot, set_);
    return pages;
  }

 private:
  std::string caption_of(const ReportTable& table) const { return table.id + "　" + table.title; }

  void add(const ReportSection& section) {
    bool is_first = true;
    for (const ReportTable& table : section.tables) {
      add(table, is_first ? &section : nullptr);
      is_first = false;
    }
  }

  void add(const ReportTable& table, const ReportSection* begins) {
    const bool is_narrow = RuledTable::fits(table, set_, room_across(Format::portrait));
    const Format format = is_narrow ? Format::portrait : Format::landscape;
    const RuledTable ruled(table, set_, room_across(format));
    const double caption = caption_height(table, format);
    const double whole = (begins ? section_height : 0) + caption + ruled.head_height() + ruled.rows_height() + notes_height(table, format);
    pages_.make_room(format, room_wanted(whole, ruled.head_height() + caption + (begins ? section_height : 0), table, format));
    if (begins != nullptr) draw_section(*begins);
    pages_.bookmark(caption_of(table), 1);
    entries_.push_back({caption_of(table), false, pages_.count() - 1});
    draw_caption(table, false);
    draw_rows(table, ruled, format);
    draw_notes(table, format);
    for (const ReportChart& chart : table.charts) draw_chart(table, chart, format);
    pages_.advance(gap_after_table);
  }

  // A table stands on one page with its charts, or with the first of them, or alone; where not even
  // that is possible it begins where its head and a few rows fit.
  double room_wanted(double whole, double head, const ReportTable& table, Format format) const {
    constexpr double few_rows = 30;
    if (whole > room_down(format)) return head + few_rows;
    double wanted = whole, with_first = whole;
    for (const ReportChart& chart : table.charts) {
      wanted += chart_of(chart, table, format).height + gap_before_chart;
      if (with_first == whole) with_first = wanted;
    }
    if (wanted <= room_down(format)) return wanted;
    return with_first <= room_down(format) ? with_first : whole;
  }

  Chart chart_of(const ReportChart& told, const ReportTable& table, Format format) const {
    const double most = room_down(format) - caption_height(table, format) - gap_before_chart;
    return no_higher_than(draw(told, set_, std::min(widest_chart, room_across(format))), most);
  }

  void draw_section(const ReportSection& section) {
    pages_.bookmark(section.title, 0);
    entries_.push_back({section.title, true, pages_.count() - 1});
    const double across = room_across(pages_.all().back().format);
    const auto lines = set_.lines(section.title, section_style, across, 1);
    set_.block(pages_.drawing(), pages_.pen(), lines, section_style);
    const double y = pages_.pen().y + section_style.leading + 0.8;
    pages_.drawing().lines.push_back({{page_margin, y}, {page_margin + across, y}, paper::heavy});
    pages_.advance(section_height);
  }

  std::vector<std::string> caption_lines(const ReportTable& table, Format format) const {
    return set_.even_lines(caption_of(table), caption_style, room_across(format), 3);
  }

  double caption_height(const ReportTable& table, Format format) const {
    return static_cast<double>(caption_lines(table, format).size()) * caption_style.leading + 1.6;
  }

  void draw_caption(const ReportTable& table, bool again) {
    ReportTable told;
    told.id = table.id;
    told.title = table.title + (again ? " " + word(Word::continued, report_.language) : "");
    const Format format = pages_.all().back().format;
    set_.block(pages_.drawing(), pages_.pen(), caption_lines(told, format), caption_style);
    pages_.advance(caption_height(told, format));
  }

  void draw_rows(const ReportTable& table, const RuledTable& ruled, Format format) {
    const auto begin = [&] {
      ruled.draw_head(pages_.drawing(), pages_.pen());
      pages_.advance(ruled.head_height());
    };
    begin();
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
      // A heading stays with the row below it.
      const bool is_heading = table.rows[row].kind == ReportRow::Kind::heading && row + 1 < table.rows.size();
      const double need = ruled.row_height(row) + (is_heading ? ruled.row_height(row + 1) : 0);
      if (pages_.left_over() < need) {
        ruled.draw_end(pages_.drawing(), pages_.pen());
        pages_.begin(format);
        draw_caption(table, true);
        begin();
      }
      ruled.draw_row(pages_.drawing(), pages_.pen(), row);
      pages_.advance(ruled.row_height(row));
    }
    ruled.draw_end(pages_.drawing(), pages_.pen());
  }

  std::vector<std::string> note_lines(const ReportTable& table, Format format) const {
    std::vector<std::string> lines;
    for (const std::string& note : table.notes) {
      for (std::string& line : set_.lines(note, note_style, room_across(format), 4)) lines.push_back(std::move(line));
    }
    return lines;
  }

  double notes_height(const ReportTable& table, Format format) const {
    return 1.2 + static_cast<double>(note_lines(table, format).size()) * note_style.leading;
  }

  void draw_notes(const ReportTable& table, Format format) {
    pages_.make_room(format, notes_height(table, format));
    pages_.advance(1.2);
    set_.block(pages_.drawing(), pages_.pen(), note_lines(table, format), note_style);
    pages_.advance(notes_height(table, format) - 1.2);
  }

  void draw_chart(const ReportTable& table, const ReportChart& told, Format format) {
    const Chart chart = chart_of(told, table, format);
    if (pages_.left_over() < chart.height + gap_before_chart) {
      pages_.begin(format);
      draw_caption(table, true);
    } else {
      pages_.advance(gap_before_chart);
    }
    append(pages_.drawing(), chart.drawing, pages_.pen());
    pages_.advance(chart.height);
  }

  // Cover and contents; `before` pages stand before the first table.
  std::vector<PrintedPage> front(std::size_t before) const {
    Pages pages;
    pages.begin(Format::portrait);
    draw_cover(pages);
    pages.begin(Format::portrait);
    pages.bookmark(word(Word::contents, report_.language), 0);
    set_.block(pages.drawing(), pages.pen(), {word(Word::contents, report_.language)}, section_style);
    pages.advance(section_height);
    for (const Entry& entry : entries_) draw_entry(pages, entry, before);
    return std::move(pages.all());
  }

  void draw_entry(Pages& pages, const Entry& entry, std::size_t before) const {
    const paper::Style& style = entry.is_section ? chapter_entry_style : entry_style;
    const double left = entry.is_section ? 0 : 6, gap = entry.is_section ? 1.6 : 0;
    const double right = page_margin + room_across(Format::portrait);
    pages.make_room(Format::portrait, gap + style.leading + (entry.is_section ? entry_style.leading : 0));
    pages.advance(gap);
    const auto lines = set_.lines(entry.title, style, room_across(Format::portrait) - left - 14, 1);
    const double middle = pages.pen().y + style.leading / 2;
    const double end = set_.left(pages.drawing(), {page_margin + left, middle}, lines.empty() ? "" : lines.front(), style);
    set_.right(pages.drawing(), {right, middle}, std::to_string(entry.page + before + 1), style);
    if (!entry.is_section) {
      pages.drawing().lines.push_back({{end + 2, middle + 1}, {right - 10, middle + 1}, paper::thin, paper::Tone::faint, true});
    }
    pages.advance(style.leading);
  }

  void draw_cover(Pages& pages) const {
    paper::Drawing& drawing = pages.drawing();
    const double across = room_across(Format::portrait);
    double y = 70;
    const auto title = set_.even_lines(report_.title, cover_title, across, 4);
    set_.block(drawing, {page_margin, y}, title, cover_title);
    y += static_cast<double>(title.size()) * cover_title.leading + 2;
    drawing.fills.push_back({{page_margin, y, across, 1.2}, paper::Tone::band_1});
    y += 5;
    set_.block(drawing, {page_margin, y}, {report_.subtitle}, cover_subtitle);
    y = 165;
    for (const ReportFact& fact : report_.facts) y = draw_fact(drawing, fact, y);
    const auto note = set_.lines(word(Word::rounding, report_.language), note_style, across, 3);
    set_.block(drawing, {page_margin, y + 4}, note, note_style);
  }

  double draw_fact(paper::Drawing& drawing, const ReportFact& fact, double y) const {
    constexpr paper::Style plain{9, 4.4};
    constexpr double label_width = 62, padding = 1.4;
    const double across = room_across(Format::portrait);
    const auto label = set_.lines(fact.label, plain, label_width - 2, 3);
    const auto value = set_.lines(fact.value, plain, across - label_width, 3);
    set_.block(drawing, {page_margin, y + padding}, label, plain);
    set_.block(drawing, {page_margin + label_width, y + padding}, value, plain);
    const double bottom = y + 2 * padding + plain.leading * static_cast<double>(std::max(label.size(), value.size()));
    drawing.lines.push_back({{page_margin, bottom}, {page_margin + across, bottom}, paper::thin, paper::Tone::faint});
    return bottom;
  }

  const Report& report_;
  paper::Typesetter set_;
  Pages pages_;
  std::vector<Entry> entries_;
};

}  // namespace

forms::Result<forms::Done> write_report_pdf(const Report& report, const paper::FontSet& fonts,
                                            const std::string& path) {
  ReportPages pages(report, fonts);
  return write_pages(pages.all(), report.title + " " + report.subtitle, fonts, path);
}

}  // namespace genpyo::exports
