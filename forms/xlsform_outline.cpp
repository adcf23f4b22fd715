// The sheet survey, first round: what each row is, its name, what opens and closes.
#include <algorithm>
#include <array>

#include "forms/xlsform_reading.h"

namespace genpyo::forms::xlsform {
namespace {

using Kind = RowType::Kind;

// A repeat's instances put _1, _2 … behind the names inside: they need room.
constexpr std::size_t room_of_instance = 3;

// A group, repeat or the form itself while its rows are read.
struct Open {
  Kind kind = Kind::question;
  int row = 0;
  std::string word;
  std::set<std::string> names;  // as written, of what stands directly inside
};

class Outline {
 public:
  Outline(const Records& survey, Draft& draft) : survey_(survey), draft_(draft) { open_.emplace_back(); }

  std::vector<Row> read() {
    for (const Record& record : survey_.all()) read(record);
    for (std::size_t still = open_.size(); still-- > 1;) {
      draft_.findings.add(Fault::structure, survey_.place(open_[still].row),
                          "the " + open_[still].word + " that begins here never ends.",
                          "Add a row end " + open_[still].word + " behind its last question.");
      rows_.push_back({nullptr, closing(open_[still].kind), ""});
    }
    return std::move(rows_);
  }

 private:
  static RowType closing(Kind begun) {
    RowType type;
    type.kind = begun == Kind::begin_repeat ? Kind::end_repeat : Kind::end_group;
    return type;
  }

  void read(const Record& record) {
    if (is_yes(record.text("disabled"))) {
      return draft_.warn(Fault::left_out, survey_.place(record, "disabled"), "this row is disabled: it is left out.",
                         "Delete it, or use relevant.");
    }
    const std::string written = record.text("type");
    if (written.empty()) return read_typeless(record);
    RowType type = row_type(written);
    switch (type.kind) {
      case Kind::unknown: return say_unknown(record, written);
      case Kind::setting: (type.word == "title" ? draft_.title : draft_.form_id) = record.text("name"); return;
      case Kind::end_group:
      case Kind::end_repeat: return close(record, type);
      default: break;
    }
    const std::string name = read_name(record, type);
    if (type.kind == Kind::left_out) return say_left_out(record, written);
    const bool repeated = is_repeated(type);
    if (type.kind != Kind::question) open_.push_back({type.kind, record.row, type.word, {}});
    rows_.push_back({&record, std::move(type), name, repeated});
  }

  void read_typeless(const Record& record) {
    if (record.has("name") || record.has("label")) {
      draft_.findings.add(Fault::missing_key, survey_.place(record.row), "this row has no type.",
                          "Write one in the column type, as text or select_one LIST.");
    } else {
      draft_.warn(Fault::left_out, survey_.place(record.row), "this row has no type, name and label: it is left out.",
                  "Delete it, or give it a type.");
    }
  }

  void say_unknown(const Record& record, const std::string& written) {
    constexpr std::array<std::string_view, 12> usual = {
        "text", "integer", "decimal", "date", "time", "note", "calculate", "select_one", "select_multiple",
        "begin_group", "end_group", "begin_repeat"};
    const std::string word = written.substr(0, written.find(' '));
    const bool listless = word.starts_with("select");
    draft_.findings.add(Fault::unknown_type, survey_.place(record, "type"), quoted(written) + " is no type.",
                        listless ? "Write " + (word == "select_multiple" ? word : std::string("select_one")) +
                                       " and the name of a list on the sheet choices."
                                 : suggestion(word, usual));
  }
  void say_left_out(const Record& record, const std::string& written) {
    draft_.warn(Fault::left_out, survey_.place(record, "type"), "the data of a " + written + " are not read here.",
                "Take the row out if nothing refers to it.");
  }

  std::string read_name(const Record& record, const RowType& type) {
    std::string written = record.text("name");
    if (type.word == "audit" && written.empty()) written = "audit";
    if (type.word == "note" && written.empty()) written = "generated_note_name_" + std::to_string(record.row);
    if (written.empty()) {
      draft_.findings.add(Fault::missing_key, survey_.place(record.row), "this " + what(type) + " has no name.",
                          "Write one in the column name: letters, digits and _.");
      return draft_.names.legal("row_" + std::to_string(record.row), record.row, longest(), is_repeated(type));
    }
    const Place place = survey_.place(record, "name");
    if (!is_xml_name(written)) {
      draft_.findings.add(Fault::illegal_name, place, "the name " + quoted(written) + " is not legal.",
                          "Write letters, digits, _, - and points, a letter or _ first.");
    }
    check_taken(written, type, place);
    const std::string name = draft_.names.legal(written, record.row, longest(), is_repeated(type));
    if (name != written && is_xml_name(written)) {
      draft_.warn(Fault::renamed, place, "the name " + quoted(written) + " is " + quoted(name) + " here.",
                  "Rules and labels that refer to it are changed likewise.");
    }
    return name;
  }

  static std::string what(const RowType& type) {
    return type.kind == Kind::question ? "question" : type.word;
  }

  void check_taken(const std::string& written, const RowType& type, const Place& place) {
    const bool repeat = type.kind == Kind::begin_repeat;
    const bool meta = written == "meta";
    const bool root = repeat && written == "data";
    const bool twice = !open_.back().names.insert(written).second ||
                       (repeat && !repeat_names_.insert(written).second);
    if (!meta && !root && !twice) return;
    draft_.findings.add(Fault::duplicate_name, place,
                        meta   ? "the name \"meta\" belongs to every form's own data."
                        : root ? "a repeat cannot have the name \"data\": it is the form's own."
                               : "the name " + quoted(written) + " stands here a second time.",
                        "Choose another.");
  }

  std::size_t open_repeats() const {
    return static_cast<std::size_t>(std::count_if(
        open_.begin(), open_.end(), [](const Open& one) { return one.kind == Kind::begin_repeat; }));
  }
  bool is_repeated(const RowType& type) const { return type.kind == Kind::begin_repeat || open_repeats() > 0; }

  std::size_t longest() const {
    const std::size_t room = room_of_instance * open_repeats();
    return longest_variable - std::min<std::size_t>(room, 16);
  }

  void close(const Record& record, RowType& type) {
    const bool fits = open_.size() > 1 && open_.back().word == type.word;
    if (!fits) {
      draft_.findings.add(Fault::structure, survey_.place(record, "type"),
                          open_.size() > 1 ? "here ends a " + type.word + ", but a " + open_.back().word +
                                                 " is open since row " + std::to_string(open_.back().row) + "."
                                           : "here ends a " + type.word + " that never began.",
                          "Let every begin have its end, the inner one first.");
      return;
    }
    rows_.push_back({&record, std::move(type), ""});
    open_.pop_back();
  }

  const Records& survey_;
  Draft& draft_;
  std::vector<Open> open_;
  std::set<std::string> repeat_names_;
  std::vector<Row> rows_;
};

}  // namespace

std::vector<Row> outline(const Records& survey, Draft& draft) { return Outline(survey, draft).read(); }

}  // namespace genpyo::forms::xlsform
