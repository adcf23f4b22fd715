#include "export/report/callback_pages.h"

#include <algorithm>

#include "export/report/pages.h"
#include "export/report/words.h"
#include "forms/paper/measures.h"
#include "forms/paper/words.h"

namespace genpyo::exports {
namespace {

using Format = PdfDocument::Format;
using forms::ItemIndex;
using forms::ItemType;

constexpr paper::Style title_style{15, 7.5, paper::Tone::print, true}, fact_style{10, 5};
constexpr paper::Style plain{9.5, 4.6}, question{9.5, 4.6, paper::Tone::print, true}, small{8, 3.9};
constexpr double answer_width = 34, answer_height = 7.4, unit_room = 12, gap = 2.6;

double height_of(const std::vector<std::string>& lines, const paper::Style& style) {
  return style.leading * static_cast<double>(lines.size());
}

std::string words_of(const forms::Value& value, const forms::Form& form, const forms::Item& item, std::string_view language) {
  const auto* codes = std::get_if<forms::Codes>(&value);
  const forms::ChoiceList* choices = form.choices_of(item);
  if (codes == nullptr || choices == nullptr) return forms::plain_text(value);
  std::string words;
  for (const int code : *codes) {
    const forms::Choice* choice = choices->find(code);
    words += (words.empty() ? "" : ", ") + (choice != nullptr ? choice->label.in(language) : std::to_string(code));
  }
  return words;
}

class CallbackPages {
 public:
  CallbackPages(const forms::Form& form, const TablesDefinition& definition, const paper::FontSet& fonts, std::string_view language)
      : form_(form), definition_(definition), set_(fonts, language), language_(language) {}

  void add(const CallbackSheet& sheet) {
    begin(sheet, false);
    pages_.bookmark(sheet.callback.case_id, 0);
    write({filled(say(Word::please_answer), {std::to_string(sheet.callback.questions.size()), std::to_string(sheet.callback.tables.size())})}, plain);
    pages_.advance(3);
    std::optional<std::size_t> grid;
    for (const ItemIndex item : sheet.callback.questions) {
      add_question(sheet, item, grid);
      grid = form_.items[item].grid;
    }
    add_tables(sheet);
  }

  void add_none() {
    pages_.begin(Format::portrait);
    write({form_.title.in(language_)}, plain);
    write({say(Word::nobody_to_call)}, title_style);
  }

  std::vector<PrintedPage> all(const std::string& foot) {
    for (std::size_t page = 0; page < pages_.count(); ++page) draw_foot(pages_.all()[page], page + 1, pages_.count(), foot, set_);
    return std::move(pages_.all());
  }

 private:
  std::string say(Word which) const { return word(which, language_); }
  double across() const { return room_across(Format::portrait); }

  void write(const std::vector<std::string>& paragraphs, const paper::Style& style, double left = 0) {
    for (const std::string& paragraph : paragraphs) {
      const auto lines = set_.lines(paragraph, style, across() - left, 40);
      set_.block(pages_.drawing(), {page_margin + left, pages_.pen().y}, lines, style);
      pages_.advance(height_of(lines, style));
    }
  }

  void begin(const CallbackSheet& sheet, bool again) {
    pages_.begin(Format::portrait);
    write({form_.title.in(language_)}, small);
    write({say(Word::call_back) + (again ? " " + say(Word::continued) : "")}, title_style);
    const double y = pages_.pen().y + 0.8;
    pages_.drawing().fills.push_back({{page_margin, y, across(), 0.8}, paper::Tone::band_1});
    pages_.advance(3.6);
    std::string facts = say(Word::case_number) + "  " + sheet.callback.case_id;
    for (const ReportFact& fact : sheet.known) facts += "　　" + fact.label + "  " + fact.value;
    write({facts}, fact_style);
    pages_.advance(2.4);
  }

  // What is set for one question, before it is known on which page.
  struct Question {
    std::vector<std::string> block, label, hint, choices;
    double height = 0, words_width = 0;
    bool wide = false;  // the box stands below, over the whole width
  };

  std::string with_number(const std::string& number, const std::string& label) const {
    return number.empty() ? label : paper::with_printed_numbers(number, language_) + "  " + label;
  }

  std::string choices_of(const forms::Item& item) const {
    const forms::ChoiceList* choices = form_.choices_of(item);
    std::string words;
    for (std::size_t each = 0; choices != nullptr && each < choices->choices.size(); ++each) {
      const forms::Choice& choice = choices->choices[each];
      words += (each > 0 ? "　" : "") + std::to_string(choice.code) + " " + choice.label.in(language_);
    }
    if (choices == nullptr) return words;
    return words + "　(" + say(item.type == ItemType::select_one ? Word::choose_one : Word::choose_any) + ")";
  }

  Question measured(ItemIndex index, bool new_block) const {
    const forms::Item& item = form_.items[index];
    Question told;
    told.wide = item.type == ItemType::text;
    told.words_width = across() - (told.wide ? 0 : answer_width + unit_room + 4) - (item.grid ? 4 : 0);
    if (item.grid && new_block) {
      const forms::Grid& grid = form_.grids[*item.grid];
      told.block = set_.lines(with_number(grid.number, grid.label.in(language_)), question, across(), 4);
    }
    told.label = set_.lines(with_number(item.number, item.label.in(language_)), item.grid ? plain : question, told.words_width, 6);
    if (!item.hint.empty()) told.hint = set_.lines(item.hint.in(language_), small, told.words_width, 4);
    told.choices = set_.lines(choices_of(item), small, told.words_width, 20);
    const double words = height_of(told.label, plain) + height_of(told.hint, small) + height_of(told.choices, small);
    told.height = height_of(told.block, question) + (told.wide ? words + 2 * answer_height : std::max(words, answer_height)) + gap;
    return told;
  }

  void add_question(const CallbackSheet& sheet, ItemIndex index, const std::optional<std::size_t>& grid) {
    const forms::Item& item = form_.items[index];
    Question told = measured(index, item.grid != grid);
    if (pages_.left_over() < told.height && !pages_.at_top()) {
      begin(sheet, true);
      told = measured(index, true);
    }
    paper::Drawing& drawing = pages_.drawing();
    double y = pages_.pen().y;
    set_.block(drawing, {page_margin, y}, told.block, question);
    y += height_of(told.block, question);
    const double top = y, left = page_margin + (item.grid ? 4 : 0);
    set_.block(drawing, {left, y}, told.label, item.grid ? plain : question);
    y += height_of(told.label, plain);
    set_.block(drawing, {left, y}, told.hint, small);
    y += height_of(told.hint, small);
    set_.block(drawing, {left, y}, told.choices, small);
    y += height_of(told.choices, small);
    draw_box(item, told.wide ? paper::Rect{left, y, page_margin + across() - left, 2 * answer_height - 1}
                             : paper::Rect{page_margin + across() - unit_room - answer_width, top, answer_width, answer_height});
    const double bottom = pages_.pen().y + told.height - gap / 2;
    drawing.lines.push_back({{page_margin, bottom}, {page_margin + across(), bottom}, paper::thin, paper::Tone::faint, true});
    pages_.advance(told.height);
  }

  void draw_box(const forms::Item& item, const paper::Rect& box) {
    paper::Drawing& drawing = pages_.drawing();
    const paper::Point corners[] = {{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}, {box.x, box.y}};
    for (std::size_t side = 0; side < 4; ++side) drawing.lines.push_back({corners[side], corners[side + 1], paper::rule});
    set_.left(drawing, {box.right() + 1.5, box.middle().y}, item.unit.in(language_), small);
  }

  void add_tables(const CallbackSheet& sheet) {
    std::vector<std::string> names;
    for (const std::string& id : sheet.callback.tables) {
      const auto table = std::find_if(definition_.tables.begin(), definition_.tables.end(), [&](const Table& each) { return each.id == id; });
      names.push_back(table == definition_.tables.end() ? id : id + "  " + table->title.in(language_));
    }
    const double need = question.leading + small.leading * static_cast<double>(names.size()) + 4;
    if (pages_.left_over() < std::min(need, 100.0) && !pages_.at_top()) begin(sheet, true);
    pages_.advance(2);
    write({say(Word::regained)}, question);
    write(names, small, 4);
  }

  const forms::Form& form_;
  const TablesDefinition& definition_;
  paper::Typesetter set_;
  std::string language_;
  Pages pages_;
};

}  // namespace

CallbackSheet callback_sheet(const forms::Form& form, Callback callback, const validators::States& states,
                             std::string_view language) {
  CallbackSheet sheet{std::move(callback), {}};
  for (ItemIndex index = 0; index < form.items.size(); ++index) {
    const forms::Item& item = form.items[index];
    const forms::Value& value = states.items[index].value;
    if (item.frame_column.empty() || item.identifying || !forms::is_answer(value)) continue;
    sheet.known.push_back({item.label.in(language), words_of(value, form, item, language)});
  }
  return sheet;
}

forms::Result<forms::Done> write_callbacks_pdf(const std::vector<CallbackSheet>& sheets, const forms::Form& form,
                                               const TablesDefinition& definition, const std::string& foot,
                                               const paper::FontSet& fonts, std::string_view language,
                                               const std::string& path) {
  CallbackPages pages(form, definition, fonts, language);
  for (const CallbackSheet& sheet : sheets) pages.add(sheet);
  if (sheets.empty()) pages.add_none();
  return write_pages(pages.all(foot), form.title.in(language) + " " + word(Word::call_back, language), fonts, path);
}

}  // namespace genpyo::exports
