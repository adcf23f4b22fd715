#include "forms/paper/ink.h"

#include <algorithm>

#include "forms/paper/dates.h"
#include "forms/paper/hand.h"
#include "forms/paper/qr.h"
#include "forms/paper/title.h"
#include "forms/paper/words.h"
#include "forms/read_date.h"
#include "forms/paper/written.h"

namespace genpyo::paper {
namespace {

using forms::Case;
using forms::Codes;
using forms::Form;
using forms::ItemIndex;
using forms::Mark;
using forms::Missing;

constexpr double figure_size = 13, small_text_size = 9, sign_size = 9;
constexpr std::string_view off_path_sign = "※";

bool taken(const Codes& codes, int code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

// How a missing kind is written on a sheet; "" for those that leave the box as it is.
std::string sign_of(Missing kind, std::string_view language) {
  switch (kind) {
    case Missing::illegible: return "●";
    case Missing::dont_know: return "—";
    case Missing::not_applicable: return word(Word::not_applicable, language);
    case Missing::several_marks: return word(Word::several_marks, language);
    case Missing::page_absent: return word(Word::absent, language);
    case Missing::not_keyed:
    case Missing::no_answer: return "";
  }
  return "";
}

// Writes one case's marks on one page.
class Pen {
 public:
  Pen(const Typesetter& set, Drawing& drawing) : set_(set), drawing_(drawing) {}

  // `first` = the first box of its item on the page: what concerns the item as a whole stands
  // there.
  void write(const Box& box, const Mark& mark, bool off_path, bool first) {
    tone_ = off_path ? Tone::off_path : Tone::pen;
    off_path_ = off_path;
    switch (box.kind) {
      case Box::Kind::choice: return write_choice(box, mark, first);
      case Box::Kind::figure: return write_figure(box, with_space(in_words(mark)));
      case Box::Kind::text: return write_text(box, in_words(mark));
      case Box::Kind::date: return write_date(box, mark);
    }
  }

 private:
  Style style(double size) const { return {size, 0, tone_, false}; }

  std::string in_words(const Mark& mark) const {
    const auto* missing = std::get_if<Missing>(&mark.content);
    return missing != nullptr ? sign_of(*missing, set_.language()) : plain_text(mark.content);
  }

  // Day and time, 2018-04-01T14:30, as they stand on a sheet.
  static std::string with_space(std::string words) {
    const auto between = words.find('T');
    if (between != std::string::npos && between > 0) words[between] = ' ';
    return words;
  }

  void write_choice(const Box& box, const Mark& mark, bool first) {
    const auto* codes = std::get_if<Codes>(&mark.content);
    if (taken(codes != nullptr ? *codes : mark.several, box.code)) {
      const auto seed =
          static_cast<std::uint64_t>(box.item) * 1009 + static_cast<unsigned>(box.code);
      drawing_.strokes.push_back(circle_by_hand(box.rect, seed, tone_));
      if (off_path_) add_off_path_sign({box.rect.x - 0.4, box.rect.y + 1.6});
    } else if (first && codes == nullptr && mark.several.empty()) {
      const std::string words = in_words(mark);
      const double right = box.rect.x - 1.2;
      set_.right(drawing_, {right, box.rect.middle().y}, words, style(sign_size));
      if (off_path_ && !words.empty()) {
        add_off_path_sign({right - set_.width(words, style(sign_size)), box.rect.middle().y});
      }
    }
  }

  void write_figure(const Box& box, const std::string& words) {
    if (words.empty()) return;
    const double room = box.rect.width - 8;
    const double width = set_.width(words, style(figure_size));
    const double size = width <= room ? figure_size : figure_size * room / width;
    set_.right(drawing_, {box.rect.right() - 2.5, box.rect.middle().y}, words, style(size));
    if (off_path_) add_off_path_sign({box.rect.x + 5, box.rect.middle().y});
  }

  // As on the sheet, with its era where it has one.
  void write_date(const Box& box, const Mark& mark) {
    const DateField field = date_field(box.rect);
    const auto* date = std::get_if<forms::PartialDate>(&mark.content);
    const std::string sign = date == nullptr ? in_words(mark) : "";
    if (date == nullptr && sign.empty()) return;
    if (date != nullptr) {
      const forms::WrittenDate written = as_written(*date, mark.raw);
      circle_era(box, field, written);
      write_part(field.year, written.era ? written.year_of_era : date->year);
      write_part(field.month, date->month);
      write_part(field.day, date->day);
    } else {
      set_.centred(drawing_, field.year.middle(), sign, style(figure_size));
    }
    if (off_path_) add_off_path_sign({field.year.x + 5, field.year.middle().y});
  }

  static forms::WrittenDate as_written(const forms::PartialDate& date, std::string_view raw) {
    const auto reading = forms::read_date(raw);
    const auto* written = std::get_if<forms::WrittenDate>(&reading);
    if (written != nullptr && written->date == date) return *written;
    return {date, {}, {}};
  }

  void circle_era(const Box& box, const DateField& field, const forms::WrittenDate& written) {
    if (!written.era && !written.date.year) return;
    const Rect& around =
        written.era ? field.era[static_cast<std::size_t>(*written.era)] : field.western;
    drawing_.strokes.push_back(
        circle_by_hand(around, static_cast<std::uint64_t>(box.item) * 1009, tone_));
  }

  void write_part(const Rect& rect, const std::optional<int>& part) {
    const std::string words =
        part ? std::to_string(*part) : sign_of(Missing::dont_know, set_.language());
    set_.centred(drawing_, rect.middle(), words, style(figure_size));
  }

  void write_text(const Box& box, const std::string& words) {
    if (words.empty()) return;
    const double indent = off_path_ ? text_indent + 3.5 : text_indent;
    const double width = box.rect.width - indent - text_indent;
    const auto most = static_cast<std::size_t>(std::max(box.lines, 1));
    double size = text_size;
    if (set_.lines(words, style(size), width, most + 1).size() > most) size = small_text_size;
    double baseline = box.rect.y + box.line_height - text_above_rule;
    for (const std::string& line : set_.lines(words, style(size), width, most)) {
      const double middle = baseline - below_middle(size);
      set_.left(drawing_, {box.rect.x + indent, middle}, line, style(size));
      baseline += box.line_height;
    }
    if (off_path_) add_off_path_sign({box.rect.x + indent, box.rect.y + box.line_height / 2});
  }

  void add_off_path_sign(Point right_middle) {
    set_.right(drawing_, {right_middle.x - 0.3, right_middle.y}, off_path_sign, style(7));
  }

  const Typesetter& set_;
  Drawing& drawing_;
  Tone tone_ = Tone::pen;
  bool off_path_ = false;
};

// OO-SSS, a digit a cell; any other case number across the cells.
void write_case_number(Drawing& drawing, const Typesetter& set, const Rect& place,
                       std::string_view id) {
  const bool regular = id.size() == 6 && id[2] == '-';
  const Style style{place.height * 0.62 / mm_per_point, 0, Tone::print, false};
  if (!regular) {
    const auto lines = set.lines(id, {8, 0, Tone::print, false}, place.width - 1, 1);
    set.centred(drawing, place.middle(), lines.front(), {8, 0, Tone::print, false});
    return;
  }
  const std::vector<Rect> cells = case_cells(place);
  for (std::size_t cell = 0; cell < cells.size(); ++cell) {
    set.centred(drawing, cells[cell].middle(), id.substr(cell < 2 ? cell : cell + 1, 1), style);
  }
}

// The organization's name, known from the frame.
void write_organization(Drawing& drawing, const Typesetter& set, const Rect& place,
                        const Form& form, const Case& current) {
  const auto item = form.organization();
  if (!item || *item >= current.marks.size()) return;
  const auto* codes = std::get_if<Codes>(&current.marks[*item].content);
  if (codes == nullptr || codes->empty()) return;
  const forms::Choice* choice = form.choices_of(form.items[*item])->find(codes->front());
  if (choice == nullptr) return;
  const Style style{9, 0, Tone::print, false};
  const auto lines = set.lines(set.label(choice->label), style, place.width - 2, 1);
  set.left(drawing, {place.x + 1, place.middle().y + 0.5}, lines.front(), style);
}

// Nothing else is marked on the page: it never arrived. What lies on the sheet by the form alone
// (not applicable, not keyed) says nothing about that.
bool is_absent(const Page& page, const Case& current) {
  bool absent = false;
  for (const Box& box : page.boxes) {
    if (box.item >= current.marks.size()) continue;
    const Mark& mark = current.marks[box.item];
    if (is_missing(mark.content, Missing::page_absent)) absent = true;
    else if (mark.keyed()) return false;
  }
  return absent;
}

// As an office voids a page: a slanting line through it, and the stamp in its upper margin.
void stamp_absent(Drawing& drawing, const Typesetter& set) {
  drawing.lines.push_back({{content_right, margin_top + 24},
                           {content_left, page_height - margin_bottom - 6},
                           0.4,
                           Tone::pen,
                           false});
  const Style style{12, 0, Tone::pen, true};
  const std::string words = word(Word::page_absent, set.language());
  const double width = set.width(words, style) + 10, height = 7.5;
  const Rect plate{(page_width - width) / 2, (margin_top - height) / 2 + 0.5, width, height};
  frame(drawing, plate, 0.5, Tone::pen);
  frame(drawing, {plate.x + 0.9, plate.y + 0.9, plate.width - 1.8, plate.height - 1.8}, 0.2, Tone::pen);
  set.centred(drawing, plate.middle(), words, style);
}

}  // namespace

std::string code_text(const Form& form, std::string_view case_id, std::size_t page) {
  return "genpyo:1:" + form.form_id + ":" + form.version + ":" + std::string(case_id) + ":" +
         std::to_string(page);
}

Drawing ink(const Layout& layout, const Form& form, const FontSet& fonts, const Case* current,
            const std::set<ItemIndex>& off_path, std::size_t page, std::string_view language) {
  Drawing drawing;
  const Typesetter set(fonts, language_of_pages(form, language));
  const Page& sheet = layout.pages[page];
  drawing.fills =
      qr_fills(code_text(form, current != nullptr ? current->id : "-", page + 1), sheet.qr);
  if (current == nullptr) return drawing;
  write_case_number(drawing, set, sheet.case_number, current->id);
  write_organization(drawing, set, sheet.organization, form, *current);
  Pen pen(set, drawing);
  std::set<ItemIndex> seen;
  for (const Box& box : sheet.boxes) {
    if (box.item >= current->marks.size()) continue;
    const bool first = seen.insert(box.item).second && layout.page_of(box.item) == page;
    pen.write(box, current->marks[box.item], off_path.contains(box.item), first);
  }
  if (is_absent(sheet, *current)) stamp_absent(drawing, set);
  return drawing;
}

}  // namespace genpyo::paper
