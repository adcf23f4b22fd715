// What pyxform refuses in the survey as a whole: triggers, tables of one list, and files and lists
// that would go by one name.
#include <algorithm>

#include "forms/xlsform_reading.h"

namespace genpyo::forms::xlsform {
namespace {

using Kind = RowType::Kind;

std::string stem(const std::string& file) { return is_choices_file(file) ? file.substr(0, file.rfind('.')) : file; }

bool searches(const std::string& appearance) {
  const std::size_t at = appearance.find("search(");
  return at != std::string::npos && appearance.find(')', at) != std::string::npos;
}

bool has_word(const std::string& text, std::string_view word) {
  const std::string padded = " " + text + " ";
  return padded.find(" " + std::string(word) + " ") != std::string::npos;
}

class Whole {
 public:
  Whole(const Records& survey, Draft& draft) : survey_(survey), draft_(draft) {}

  void check() {
    for (const Record& record : survey_.all()) {
      if (!is_yes(record.text("disabled"))) rows_.emplace_back(&record, row_type(record.text("type")));
    }
    for (const auto& [record, type] : rows_) note(*record, type);
    for (const auto& [record, type] : rows_) {
      check_trigger(*record);
      check_geometry(*record);
      check_sources(*record, type);
      check_search(*record, type);
    }
    check_lists();
    check_tables();
    check_loops();
  }

 private:
  void refuse(const Record& record, std::string_view key, std::string message, std::string repair) {
    draft_.findings.add(Fault::bad_value, survey_.place(record, key), std::move(message), std::move(repair));
  }

  void note(const Record& record, const RowType& type) {
    const std::string name = record.text("name");
    if (type.kind == Kind::begin_repeat) repeats_.insert(name);
    if (type.kind != Kind::question && type.kind != Kind::left_out) return;
    questions_.emplace(name, &record);
    if (type.kind == Kind::left_out) secondary_.insert(stem(name));
    if (type.list.empty()) return;
    if (!type.external) secondary_.insert(stem(type.list));
    if (!searches(record.text("appearance"))) read_plainly_.insert(type.list);
  }

  // "${a}, ${b}": questions, and such as someone answers.
  void check_trigger(const Record& record) {
    std::string rest = record.text("trigger");
    if (rest.empty()) return;
    if (rest.find("${") == std::string::npos) return refuse(record, "trigger", "the trigger " + quoted(rest) + " is no reference.", "Write ${name}.");
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      int count = 0;
      const std::string fault = each_reference(rest.substr(0, comma), [&](const std::string& name) {
        ++count;
        check_triggering(record, name);
      });
      if (!fault.empty()) refuse(record, "trigger", fault, "Write ${name}.");
      if (count > 1) refuse(record, "trigger", "between two references stands no comma.", "Write ${one}, ${two}.");
      rest.erase(0, comma + 1);
    }
  }

  void check_triggering(const Record& record, const std::string& name) {
    const auto found = questions_.find(name);
    if (found == questions_.end()) {
      draft_.findings.add(Fault::unknown_name, survey_.place(record, "trigger"), "${" + name + "} names no question.",
                          draft_.names.suggestion(name));
      return;
    }
    const Record& by = *found->second;
    const bool computed = by.has("calculation") || by.has("trigger");
    const bool shown = by.has("label") || by.has("hint");
    if (row_type(by.text("type")).word == "calculate" || (computed && !shown)) {
      refuse(record, "trigger", "nobody sees ${" + name + "}: it triggers nothing.", "Name a question that is asked.");
    }
  }

  void check_geometry(const Record& record) {
    const std::string text = record.text("parameters");
    if (text.find("reference-geometry") == std::string::npos) return;
    const auto parameters = read_parameters(survey_, record, draft_);
    if (!parameters || parameters->count("reference-geometry") == 0) return;
    const std::string& target = parameters->at("reference-geometry");
    const bool whole = target.starts_with("${") && target.find('}') + 1 == target.size();
    const bool known = secondary_.count(target) != 0 || draft_.list(target) != nullptr || draft_.entities.count(target) != 0 ||
                       (whole && repeats_.count(target.substr(2, target.size() - 3)) != 0);
    if (!known) refuse(record, "parameters", "reference-geometry names no list and no repeat.", "Name a list, a file or ${repeat}.");
  }

  // A name that an expression can call stands for one source.
  void add_source(const Record& record, std::string_view key, const std::string& name, const std::string& source) {
    const auto [found, is_new] = sources_.try_emplace(name, source);
    if (is_new || found->second == source) return;
    refuse(record, key, quoted(name) + " would mean " + found->second + " and " + source + ".", "Give one of them another name.");
  }

  static std::string file_source(const std::string& file) {
    return (file.ends_with(".csv") ? "file-csv/" : "file/") + file;
  }

  void check_sources(const Record& record, const RowType& type) {
    const std::string name = record.text("name");
    if (type.kind == Kind::left_out) {
      const std::string file = name + (record.text("type").starts_with("csv") ? ".csv" : ".xml");
      if (!externals_.insert(name).second) {
        refuse(record, "name", "the file " + quoted(name) + " is named a second time.", "Name it once in the whole form.");
      }
      add_source(record, "name", name, file_source(file));
    }
    if (is_choices_file(type.list)) add_source(record, "type", stem(type.list), file_source(type.list));
    for (const char* key : {"calculation", "constraint", "read_only", "required", "relevant", "choice_filter", "default"}) {
      each_pulldata(record.text(key), [&](const std::string& file) { add_source(record, key, file, "file-csv/" + file + ".csv"); });
    }
  }

  template <typename Found>
  static void each_pulldata(const std::string& text, const Found& found) {
    constexpr std::string_view blanks = " \t\r\n";
    for (std::size_t at = text.find("pulldata"); at != std::string::npos; at = text.find("pulldata", at + 8)) {
      const std::size_t open = text.find_first_not_of(blanks, at + 8);
      const std::size_t comma = text.find(',', at);
      if (open == std::string::npos || text[open] != '(' || comma == std::string::npos) continue;
      std::string name = text.substr(open + 1, comma - open - 1);
      std::erase_if(name, [](char byte) { return byte == '\'' || byte == '"' || byte == ' '; });
      found(name);
    }
  }

  void check_search(const Record& record, const RowType& type) {
    if (type.list.empty() || !searches(record.text("appearance"))) return;
    searched_.insert(type.list);
    if (is_choices_file(type.list)) {
      refuse(record, "appearance", "search() does not go with a file of choices.", "Take one of them out.");
    } else if (read_plainly_.count(type.list) != 0) {
      refuse(record, "appearance", "the list " + quoted(type.list) + " is read by search(), and without it elsewhere.",
             "Write search() everywhere, or use another list.");
    }
  }

  void check_lists() {
    for (const OptionList& list : draft_.lists) {
      const auto found = sources_.find(list.written);
      const bool own = draft_.external_only.count(list.written) == 0 && !is_choices_file(list.written);
      if (found == sources_.end() || !own || searched_.count(list.written) != 0) continue;
      draft_.findings.add(Fault::bad_value, list.place, quoted(list.written) + " would mean this list and " + found->second + ".",
                          "Give one of them another name.");
    }
  }

  // In a group with the appearance table-list all selects have one list.
  void check_tables() {
    bool table = false;
    std::string list;
    for (const auto& [record, type] : rows_) {
      const bool begins = type.kind == Kind::begin_group || type.kind == Kind::begin_repeat;
      if (begins && has_word(record->text("appearance"), "table-list")) {
        table = true;
        list.clear();
      }
      if (type.kind == Kind::end_group || type.kind == Kind::end_repeat) table = false;
      if (!table || type.list.empty() || type.kind != Kind::question) continue;
      if (list.empty()) {
        list = type.list;
        if (record->has("choice_filter")) refuse(*record, "choice_filter", "a table-list has no choice_filter.", "Take it out.");
      } else if (list != type.list) {
        refuse(*record, "type", "this table-list has the list " + quoted(list) + ", not " + quoted(type.list) + ".",
               "Give all its questions one list.");
      }
    }
  }

  void check_loops() {
    int loops = 0;
    for (const auto& [record, type] : rows_) {
      if (type.kind == Kind::begin_group && type.loop) {
        ++loops;
        if (type.list.empty() || draft_.list(type.list) == nullptr) {
          draft_.findings.add(Fault::unknown_list, survey_.place(*record, "type"), "this loop has no list to go over.",
                              "Write begin loop over LIST, and the list on the sheet choices.");
        }
      }
      if (type.kind == Kind::end_group && type.loop) --loops;
      if (type.kind == Kind::begin_repeat && loops > 0) {
        refuse(*record, "type", "a repeat cannot stand in a loop: its name would stand there many times.", "Use a group.");
      }
    }
  }

  const Records& survey_;
  Draft& draft_;
  std::vector<std::pair<const Record*, RowType>> rows_;
  std::map<std::string, const Record*> questions_;
  std::set<std::string> repeats_, secondary_, read_plainly_, searched_, externals_;
  std::map<std::string, std::string> sources_;
};

}  // namespace

void check_survey(const Records& survey, Draft& draft) { Whole(survey, draft).check(); }

}  // namespace genpyo::forms::xlsform
