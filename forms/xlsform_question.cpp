// The sheet survey: a question's row as an item.
#include "forms/xlsform_cells.h"

namespace genpyo::forms::xlsform {
namespace {

using yaml::Node;

class Question {
 public:
  Question(const Records& survey, const Row& row, Draft& draft)
      : survey_(survey), row_(row), draft_(draft), cells_(survey, *row.record, draft) {}

  void add(bool in_grid, Node& items) {
    const Row& row = row_;
    const Record& record = *row.record;
    check_question(survey_, record, row.type, draft_);
    Node item = map_at(survey_.place(record.row));
    put(item, "name", scalar(row.name, survey_.place(record, "name")));
    // The rows of a grid have its type; it was written into each for other programs.
    if (!in_grid) put(item, "type", scalar(type_text(row), survey_.place(record, "type")));
    add_label(item, row);
    add_rules(item, row);
    cells_.put_own(item);
    items.list.push_back(std::move(item));
    if (row.type.or_other) add_other(row, items);
  }

 private:
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
    const auto& elsewhere = draft_.external_lists;
    if (type.external ? elsewhere.count(type.list) == 0 : draft_.external_only.count(type.list) != 0) list = nullptr;
    if (list != nullptr && !list->options.empty()) return type.word + " " + list->name;
    if (!is_choices_file(type.list) && list == nullptr) say_no_list(type.list, place);
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
    cells_.put_rule(item, "relevant");
    cells_.put_flag_or_rule(item, "required");
    cells_.put_label(item, "required_message");
    cells_.put_rule(item, "constraint");
    cells_.put_label(item, "constraint_message");
    const bool calculated = !record.has("calculation") && row.type.word == "calculate";
    if (calculated && record.has("default")) {
      put(item, "calculation", scalar(expression(record.text("default"), draft_), survey_.place(record, "default")));
    } else {
      cells_.put_rule(item, "calculation");
      cells_.put_rule(item, "default");
    }
    cells_.put_rule(item, "choice_filter");
    if (is_yes(record.text("read_only"))) {
      put(item, "read_only", scalar("yes", survey_.place(record, "read_only")));
    } else if (record.has("read_only") && !is_no(record.text("read_only"))) {
      draft_.warn(Fault::left_out, survey_.place(record, "read_only"), "a read_only that changes cannot be on paper: it is left out.",
                  "Write yes or no.");
    }
    cells_.put_text(item, "appearance");
    if (row.type.word == "range") {
      put_range(item, record);
    } else if (!row.type.from_file) {
      cells_.put_text(item, "parameters");
    }
  }

  // A range that counts downwards is turned round: paper has no other.
  void put_range(Node& item, const Record& record) {
    const auto parameters = read_parameters(survey_, record, draft_);
    if (!parameters) return;
    const std::string turned = turned_range(*parameters);
    if (turned.empty()) return cells_.put_text(item, "parameters");
    put(item, "parameters", scalar(turned, survey_.place(record, "parameters")));
  }

  // "or_other": a choice more, and a text behind the question.
  void add_other(const Row& row, Node& items) {
    const Place place = survey_.place(*row.record, "type");
    OptionList* list = draft_.list(row.type.list);
    if (list != nullptr && !list->has("other")) {
      Node option = map_at(place);
      put(option, "name", scalar("other", place));
      put(option, "label", label_of("Other", "その他", place, draft_));
      list->add({"other", "other", std::move(option)});
    }
    Node item = map_at(place);
    put(item, "name", scalar(draft_.names.legal(row.name + "_other", place.line, longest_variable, row.repeated), place));
    put(item, "type", scalar("text", place));
    put(item, "label", label_of("Specify other.", "その他の内容", place, draft_));
    put(item, "relevant", scalar("selected(${" + row.name + "}, 'other')", place));
    items.list.push_back(std::move(item));
  }

  const Records& survey_;
  const Row& row_;
  Draft& draft_;
  Cells cells_;
};

}  // namespace

void add_question(const Records& survey, const Row& row, bool in_grid, yaml::Node& items, Draft& draft) {
  Question(survey, row, draft).add(in_grid, items);
}

}  // namespace genpyo::forms::xlsform
