// The sheet survey: rows to sections, groups, repeats and items.
#include <algorithm>
#include <array>

#include "forms/xlsform_reading.h"

namespace genpyo::forms::xlsform {
namespace {

using Kind = RowType::Kind;
using yaml::Node;

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
    if (type.kind != Kind::question) open_.push_back({type.kind, record.row, type.word, {}});
    rows_.push_back({&record, std::move(type), name});
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
      return draft_.names.legal("row_" + std::to_string(record.row), record.row, longest());
    }
    const Place place = survey_.place(record, "name");
    if (!is_xml_name(written)) {
      draft_.findings.add(Fault::illegal_name, place, "the name " + quoted(written) + " is not legal.",
                          "Write letters, digits, _, - and points, a letter or _ first.");
    }
    check_taken(written, type, place);
    const std::string name = draft_.names.legal(written, record.row, longest());
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

  std::size_t longest() const {
    const auto repeats = std::count_if(open_.begin(), open_.end(),
                                       [](const Open& one) { return one.kind == Kind::begin_repeat; });
    const std::size_t room = room_of_instance * static_cast<std::size_t>(repeats);
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

class Tree {
 public:
  Tree(const Records& survey, const std::string& title, Draft& draft)
      : survey_(survey), title_(title), draft_(draft), sections_(list_at(survey.place(1))) {}

  Node build(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      switch (row.type.kind) {
        case Kind::begin_group: begin_group(row); break;
        case Kind::begin_repeat: begin_repeat(row); break;
        case Kind::end_group:
        case Kind::end_repeat: end(); break;
        default: add_question(row);
      }
    }
    close_loose();
    return std::move(sections_);
  }

 private:
  // A list of items under way; `block` is finished when the list is.
  struct Level {
    Node block, items;
    bool is_section = false, is_grid = false;
  };

  void begin_group(const Row& row) {
    const Record& record = *row.record;
    if (row.type.loop) {
      draft_.warn(Fault::not_on_paper, survey_.place(record, "type"), "a loop is printed once, as a group.",
                  "Write its groups out, or use a repeat.");
    }
    Node label = label_node(survey_, record, "label", draft_);
    const std::string grid = record.text("genpyo::grid");
    const bool section = levels_.empty() && label.kind != Node::Kind::null && !record.has("hint") && grid.empty();
    if (section) close_loose();
    Node block = map_at(survey_.place(record.row));
    put(block, section ? "section" : grid.empty() ? "group" : "grid", scalar(row.name, survey_.place(record, "name")));
    if (label.kind != Node::Kind::null) put(block, "label", std::move(label));
    if (!section) put_label(block, record, "hint");
    put_rule(block, record, "relevant");
    if (!section) put_text(block, record, "appearance");
    if (section) say_left_out(record, "appearance");
    if (!grid.empty()) put(block, "type", scalar(grid, survey_.place(record, "genpyo::grid")));
    put_own(block, record);
    levels_.push_back({std::move(block), list_at(survey_.place(record.row)), section, !grid.empty()});
  }

  void begin_repeat(const Row& row) {
    const Record& record = *row.record;
    Node block = map_at(survey_.place(record.row));
    put(block, "repeat", scalar(row.name, survey_.place(record, "name")));
    put_label(block, record, "label");
    put_label(block, record, "hint");
    put_rule(block, record, "relevant");
    put_text(block, record, "appearance");
    put_rule(block, record, "repeat_count");
    put_own(block, record);
    levels_.push_back({std::move(block), list_at(survey_.place(record.row)), false, false});
  }

  void end() {
    Level level = std::move(levels_.back());
    levels_.pop_back();
    const bool empty = level.items.list.empty();
    if (empty) {
      draft_.warn(Fault::left_out, level.block.place, "nothing stands inside: it is left out.", "Delete the two rows.");
      return;
    }
    put(level.block, level.is_grid ? "rows" : "items", std::move(level.items));
    if (level.is_section) {
      sections_.list.push_back(std::move(level.block));
    } else {
      items().list.push_back(std::move(level.block));
    }
  }

  // Where the next item belongs; outside of groups a section without a heading of its own.
  Node& items() {
    if (!levels_.empty()) return levels_.back().items;
    if (loose_.kind == Node::Kind::null) loose_ = list_at(survey_.place(1));
    return loose_;
  }

  void close_loose() {
    if (loose_.kind == Node::Kind::null || loose_.list.empty()) return;
    const Place place = loose_.list.front().place;
    Node section = map_at(place);
    const std::string name = "part_" + std::to_string(++parts_);
    put(section, "section", scalar(draft_.names.legal(name, place.line), place));
    put(section, "label", label_of(title_, place, draft_));
    put(section, "items", std::move(loose_));
    sections_.list.push_back(std::move(section));
    loose_ = {};
  }

  void add_question(const Row& row) {
    const Record& record = *row.record;
    check_question(survey_, record, row.type, draft_);
    Node item = map_at(survey_.place(record.row));
    put(item, "name", scalar(row.name, survey_.place(record, "name")));
    // The rows of a grid have its type; it was written into each for other programs.
    const bool in_grid = !levels_.empty() && levels_.back().is_grid;
    if (!in_grid) put(item, "type", scalar(type_text(row), survey_.place(record, "type")));
    add_label(item, row);
    add_rules(item, row);
    put_own(item, record);
    items().list.push_back(std::move(item));
    if (row.type.or_other) add_other(row);
  }

  // "select_one LIST" as the form has the list; a list that is not there is a text.
  std::string type_text(const Row& row) {
    const RowType& type = row.type;
    if (type.list.empty()) return type.word;
    const Record& record = *row.record;
    const Place place = survey_.place(record, "type");
    if (type.list.find("${") != std::string::npos) {
      draft_.warn(Fault::not_on_paper, place, "paper cannot offer earlier answers as choices: a text is asked for.",
                  "Write the choices out as a list.");
      return "text";
    }
    if (type.from_file) {
      const auto parameters = read_parameters(survey_, record, draft_).value_or(Parameters{});
      const auto named = [&](const char* key, const char* otherwise) {
        const auto found = parameters.find(key);
        return found == parameters.end() ? std::string(otherwise) : found->second;
      };
      read_choices_file(type.list, named("value", "name"), named("label", "label"), place, draft_);
    }
    const OptionList* list = draft_.list(type.list);
    if (list != nullptr && !list->options.empty()) return type.word + " " + list->name;
    if (!type.from_file && list == nullptr) say_no_list(type.list, place);
    return "text";
  }

  void say_no_list(const std::string& name, const Place& place) {
    std::vector<std::string> names;
    for (const OptionList& list : draft_.lists) names.push_back(list.written);
    const std::string near = nearest(name, names);
    draft_.findings.add(Fault::unknown_list, place,
                        "there is no list " + quoted(name) + (names.empty() ? ": the workbook has no choices." : "."),
                        near.empty() ? "Write it on the sheet choices: list_name, name, label."
                                     : "Did you mean " + quoted(near) + "?");
  }

  void add_label(Node& item, const Row& row) {
    const Record& record = *row.record;
    Node label = label_node(survey_, record, "label", draft_);
    const bool missing = label.kind == Node::Kind::null;
    const Place place = survey_.place(record.row);
    const bool visible = row.type.seen && !record.has("calculation");
    const bool other_words = record.has("hint") || record.has("media");
    if (missing && visible && !other_words) {
      draft_.findings.add(Fault::missing_label, place, "this question has no label and no hint.",
                          "Write one in the column label.");
    }
    if (missing && row.type.seen) {
      if (visible && other_words) {
        draft_.warn(Fault::missing_label, place, "this question has no label: its name is printed.",
                    "Write one in the column label.");
      }
      label = label_of(record.text("name").empty() ? row.name : record.text("name"), place, draft_);
    }
    if (label.kind != Node::Kind::null) put(item, "label", std::move(label));
    Node hint = label_node(survey_, record, "hint", draft_);
    if (hint.kind == Node::Kind::null) hint = label_node(survey_, record, "guidance_hint", draft_);
    if (hint.kind != Node::Kind::null) put(item, "hint", std::move(hint));
  }

  void add_rules(Node& item, const Row& row) {
    const Record& record = *row.record;
    put_rule(item, record, "relevant");
    put_flag_or_rule(item, record, "required");
    put_label(item, record, "required_message");
    put_rule(item, record, "constraint");
    put_label(item, record, "constraint_message");
    const bool calculated = !record.has("calculation") && row.type.word == "calculate";
    if (calculated && record.has("default")) {
      put(item, "calculation", scalar(expression(record.text("default"), draft_), survey_.place(record, "default")));
    } else {
      put_rule(item, record, "calculation");
      put_rule(item, record, "default");
    }
    put_rule(item, record, "choice_filter");
    if (is_yes(record.text("read_only"))) {
      put(item, "read_only", scalar("yes", survey_.place(record, "read_only")));
    } else if (record.has("read_only") && !is_no(record.text("read_only"))) {
      draft_.warn(Fault::left_out, survey_.place(record, "read_only"), "a read_only that changes cannot be on paper: it is left out.",
                  "Write yes or no.");
    }
    put_text(item, record, "appearance");
    if (!row.type.from_file) put_text(item, record, "parameters");
  }

  // Keys of our own, as they were written into columns that others ignore.
  void put_own(Node& item, const Record& record) {
    for (const Field& field : record.fields) {
      if (!field.column->key.starts_with("genpyo::")) continue;
      if (field.column->key == "genpyo::grid" || item.find(field.column->key.substr(8)) != nullptr) continue;
      const Place place = survey_.place(record.row, field.column->column);
      yaml::Reading reading = yaml::parse(field.text, place.file);
      const bool structured = reading.diagnostics.empty() && reading.root.kind == Node::Kind::map;
      put(item, field.column->key.substr(8), structured ? std::move(reading.root) : scalar(field.text, place));
    }
  }

  // "or_other": a choice more, and a text behind the question.
  void add_other(const Row& row) {
    const Place place = survey_.place(*row.record, "type");
    OptionList* list = draft_.list(row.type.list);
    if (list != nullptr && !list->has("other")) {
      Node option = map_at(place);
      put(option, "name", scalar("other", place));
      put(option, "label", label_of("Other", place, draft_));
      list->add({"other", "other", std::move(option)});
    }
    Node item = map_at(place);
    put(item, "name", scalar(draft_.names.legal(row.name + "_other", place.line), place));
    put(item, "type", scalar("text", place));
    put(item, "label", label_of("Specify other.", place, draft_));
    put(item, "relevant", scalar("selected(${" + row.name + "}, 'other')", place));
    items().list.push_back(std::move(item));
  }

  void put_label(Node& node, const Record& record, const std::string& key) {
    Node label = label_node(survey_, record, key, draft_);
    if (label.kind != Node::Kind::null) put(node, key, std::move(label));
  }
  void put_text(Node& node, const Record& record, const std::string& key) {
    if (const Field* field = record.find(key)) put(node, key, survey_.node(record, *field));
  }
  void put_rule(Node& node, const Record& record, const std::string& key) {
    if (!record.has(key)) return;
    put(node, key, scalar(expression(record.text(key), draft_), survey_.place(record, key)));
  }
  void put_flag_or_rule(Node& node, const Record& record, const std::string& key) {
    const std::string text = record.text(key);
    if (text.empty() || is_no(text)) return;
    const Place place = survey_.place(record, key);
    put(node, key, scalar(is_yes(text) ? "yes" : expression(text, draft_), place));
  }
  void say_left_out(const Record& record, const std::string& key) {
    if (!record.has(key)) return;
    draft_.warn(Fault::left_out, survey_.place(record, key), "the " + key + " of this group means nothing on paper: it is left out.", "");
  }

  const Records& survey_;
  const std::string& title_;
  Draft& draft_;
  Node sections_, loose_;
  std::vector<Level> levels_;
  int parts_ = 0;
};

}  // namespace

std::vector<Row> outline(const Records& survey, Draft& draft) { return Outline(survey, draft).read(); }

yaml::Node survey_node(const Records& survey, const std::vector<Row>& rows, const std::string& title, Draft& draft) {
  return Tree(survey, title, draft).build(rows);
}

}  // namespace genpyo::forms::xlsform
