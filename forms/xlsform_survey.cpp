// The sheet survey, second round: rows to sections, groups, repeats and items.
#include "forms/xlsform_cells.h"

namespace genpyo::forms::xlsform {
namespace {

using Kind = RowType::Kind;
using yaml::Node;

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
        default: {
          const bool in_grid = !levels_.empty() && levels_.back().is_grid;
          add_question(survey_, row, in_grid, items(), draft_);
        }
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
    const Cells cells(survey_, record, draft_);
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
    if (!section) cells.put_label(block, "hint");
    cells.put_rule(block, "relevant");
    if (!section) cells.put_text(block, "appearance");
    if (section) say_left_out(record, "appearance");
    if (!grid.empty()) put(block, "type", scalar(grid, survey_.place(record, "genpyo::grid")));
    cells.put_own(block);
    levels_.push_back({std::move(block), list_at(survey_.place(record.row)), section, !grid.empty()});
  }

  void begin_repeat(const Row& row) {
    const Record& record = *row.record;
    const Cells cells(survey_, record, draft_);
    Node block = map_at(survey_.place(record.row));
    put(block, "repeat", scalar(row.name, survey_.place(record, "name")));
    cells.put_label(block, "label");
    cells.put_label(block, "hint");
    cells.put_rule(block, "relevant");
    cells.put_text(block, "appearance");
    cells.put_rule(block, "repeat_count");
    cells.put_own(block);
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

yaml::Node survey_node(const Records& survey, const std::vector<Row>& rows, const std::string& title, Draft& draft) {
  return Tree(survey, title, draft).build(rows);
}

}  // namespace genpyo::forms::xlsform
