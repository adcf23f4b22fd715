// Form: what is asked, by definition. It knows nothing of any case, of time or of how it is drawn.
//
// All items lie in one vector in the order of the paper; everything else refers to them by index.
// Expressions are kept as written, with their place; validators compile them.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "forms/decimal.h"
#include "forms/diagnostic.h"

namespace genpyo::forms {

using ItemIndex = std::size_t;

// A text per language ("ja", "en"). The language asked for, else the form's first, else "".
class Label {
 public:
  Label() = default;
  explicit Label(std::map<std::string, std::string> texts) : texts_(std::move(texts)) {}
  const std::string& in(std::string_view language) const;
  bool empty() const { return texts_.empty(); }
  const std::map<std::string, std::string>& texts() const { return texts_; }

 private:
  std::map<std::string, std::string> texts_;
};

// Where an option or item comes from (questionnaire inventory): the report prints it, another
// public source lists it, or it is inferred.
enum class Source { stated, report, published, inferred };  // stated = the form says nothing; S; P; I

struct Choice {
  int code = 0;  // the number printed on the paper, 0 to 999: it is what is stored
  Label label;
  Source source = Source::stated;
  bool exclusive = false;  // stands alone in a select_multiple (特にない)
  std::string name = {};   // as expressions know it: the number, or XLSForm's name ("yes")
  std::map<std::string, std::string> columns = {};  // of the author's own, for choice filters
};

struct ChoiceList {
  std::string name;
  std::vector<Choice> choices;  // in the order of the paper
  const Choice* find(int code) const;
  int width() const;  // digits of the largest code: a choice is taken when so many are typed
};

// How an item is answered. XLSForm has more words than that: each is one of these (Item::word).
enum class ItemType {
  select_one,
  select_multiple,
  integer,
  text,
  date,
  decimal,
  time,       // a text, 14:30 or 14:30:15
  date_time,  // a text, 2018-04-01T14:30
  rank,       // a text, the choices from the first to the last: "3 1 2"
  note,       // printed, never answered
  calculate,  // not on the paper: what its calculation gives
  blank_box,  // a box on paper for what is no text (a picture, a place on a map): never keyed
};
std::string_view name_of(ItemType type);  // XLSForm's word

// Of a range: a figure from `start` to `end`, in steps.
struct Range {
  Decimal start, end, step;
};

enum class Severity { soft, hard };  // soft: confirm and go on; hard: the case cannot be closed

// An ODK expression as the author wrote it; empty text = no rule.
struct Rule {
  std::string text;
  Place place;
  bool empty() const { return text.empty(); }
};

// Hints for the page that change no meaning.
struct PaperHints {
  int columns = 0;    // of options; 0 = as many as fit
  int lines = 1;      // for a text
  bool new_page = false;
};

struct Item {
  std::string name;
  ItemType type = ItemType::text;
  std::string word;    // the type as the author wrote it (range, barcode, image); "" = name_of(type)
  std::string number;  // 問11-1, 1-2), (3) …: as printed
  Label label;
  Label hint;          // an instruction under the label, also the kiosk's help
  Label unit;          // 人, 日, 件
  Source source = Source::stated;
  std::size_t section = 0;             // index into Form::sections
  std::optional<std::size_t> grid;     // index into Form::grids
  std::optional<std::size_t> choices;  // index into Form::lists
  int depth = 0;                       // of a grid row that is part of the row above (うち …)
  Rule relevant, required, constraint;
  Rule calculation;    // the value follows from others: never keyed
  Rule default_value;  // what stands there until something is keyed
  Rule choice_filter;  // which choices are offered: a column of the list by its name, or ${item}
  bool read_only = false;  // the cursor passes it over
  std::optional<Range> range;
  std::string parameters, appearance;  // as written; on paper only some of their words matter
  std::optional<std::size_t> group;   // index into Form::groups, of the innermost
  std::optional<std::size_t> repeat;  // index into Form::repeats, of the innermost
  int instance = 0;                   // which printed instance of it, from 1
  std::string repeated_name;          // the name without the instance; "" outside of repeats
  Severity required_severity = Severity::hard;
  Severity constraint_severity = Severity::hard;
  Label required_message, constraint_message;
  bool identifying = false;   // never in a clean dataset
  std::string frame_column;   // not empty: the value comes from this column of the frame, not from a clerk
  std::string codes_of;       // not empty: coded afterwards from this text item; not on the paper
  PaperHints paper;
  Place place;

  // Whether it is answered on the sheet, and a clerk keys it from there.
  bool asked() const {
    return printed() && has_value() && calculation.empty() && !read_only;
  }
  // Whether the sheet has a place for it.
  bool printed() const {
    return frame_column.empty() && codes_of.empty() && type != ItemType::calculate;
  }
  // Whether it ever has a value.
  bool has_value() const { return type != ItemType::note && type != ItemType::blank_box; }
};

struct Grid {
  std::string name;  // the block's name: staff, patients …
  std::string number;
  Label label, hint;
  std::size_t section = 0;
  std::vector<ItemIndex> rows;
  PaperHints paper;
};

struct Section {
  std::string name;
  Label label;
  std::vector<ItemIndex> items;  // all of them, grid rows too, in the order of the paper
  PaperHints paper;
};

// Items that stand under one heading and one condition: a group, or one printed instance of a
// repeat.
struct Group {
  std::string name;
  Label label, hint;
  Rule relevant;                      // of all that is inside, besides their own
  std::optional<std::size_t> within;  // index into Form::groups
  std::size_t section = 0;
  std::vector<ItemIndex> items;       // also of the groups inside, in the order of the paper
  std::optional<std::size_t> repeat;  // of an instance: index into Form::repeats
  int instance = 0;                   // from 1
  Place place;
};

// A group that the paper prints several times over (members of a household). Each printed instance
// has items of its own, named NAME_INSTANCE; an instance is in use once an item of it is answered.
struct Repeat {
  std::string name;
  Label label;
  std::size_t section = 0;
  int instances = 1;  // as printed
  Rule count;         // how many instances there are; empty = as many as are filled in
  std::vector<ItemIndex> items;  // of all instances, in the order of the paper
  // Of a repeat inside another: the outer one's index, and in which of its instances this stands.
  std::optional<std::pair<std::size_t, int>> within;
  Place place;
};

// A rule across items. It is evaluated while every item it names is answered; with `on_blank`
// always (then a blank is '', as in ODK).
struct Check {
  std::string name;
  Severity severity = Severity::hard;
  Rule relevant;    // when it applies; empty = always
  Rule constraint;  // what must hold
  bool on_blank = false;
  Label message;
  Place place;
};

// Which cases a table may rest on: 「すべての項目を回答した方のみ抽出」.
struct Extraction {
  std::string name;
  Label label;
  std::vector<ItemIndex> answered;  // every one of them must be answered (0 is an answer)
  Rule relevant;                    // the base: cases outside are out without being incomplete
  Rule constraint;                  // a further condition (a per-doctor value is defined)
  Label constraint_message;
  std::vector<std::string> tables;  // the report's tables that rest on it
  Place place;
};

struct Form {
  std::string form_id, version;
  Label title;
  Label note;  // how to fill it in, printed under the title
  std::string default_language = "ja";
  std::vector<std::string> languages;  // those of the title; every label must have them
  std::vector<ChoiceList> lists;
  std::vector<Section> sections;
  std::vector<Grid> grids;
  std::vector<Group> groups;  // an outer one before those inside it
  std::vector<Repeat> repeats;
  std::vector<Item> items;
  std::vector<Check> checks;
  std::vector<Extraction> extractions;
  std::string text;  // the definition as read: archived with the cases keyed under it

  std::optional<ItemIndex> find(std::string_view item_name) const;
  const ChoiceList* choices_of(const Item& item) const;  // null when the item has none
  // What an item's label needs before it to say which is meant: its grid's question, or the printed
  // instances it stands in (「ご家族（2）」), the outermost first; empty where it needs nothing.
  Label heading_of(const Item& item) const;
  // The select whose choices are the frame's organizations; none where the survey has no frame.
  std::optional<ItemIndex> organization() const;
};

}  // namespace genpyo::forms
