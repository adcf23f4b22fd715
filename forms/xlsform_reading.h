// The parts of reading an XLSForm. Internal to xlsform*.cpp.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "forms/xlsform.h"
#include "forms/xlsform_columns.h"
#include "forms/xlsform_languages.h"
#include "forms/xlsform_names.h"

namespace genpyo::forms::xlsform {

// One row of choices, as a list will have it.
struct Option {
  std::string name, written;  // as it is here, and on the sheet
  yaml::Node node;
};
struct OptionList {
  std::string written, name;  // as the sheet has it, and as the form will
  Place place;
  std::vector<Option> options;
  std::unordered_set<std::string> taken;  // their names
  bool has(const std::string& option) const { return taken.count(option) != 0; }
  void add(Option option) {
    taken.insert(option.name);
    options.push_back(std::move(option));
  }
};

struct Draft {
  const Workbook& workbook;
  const Beside& beside;
  Findings findings = {};
  Languages languages = {};
  NameTable names = {}, list_names = {};
  std::vector<OptionList> lists = {};
  std::unordered_map<std::string, std::size_t> list_indices = {};  // by the name as written
  std::map<std::string, std::string> renamed_options = {};  // 'New York' → 'New_York' in expressions
  // Labels that lack a language, by column: how many, and the first.
  std::map<std::string, std::pair<int, Place>> lacking = {};
  std::string title = {}, form_id = {};  // from the survey sheet, where old forms say them

  bool has_instance_id = true;  // ${instanceID} may be said
  // The lists of select_one_external; those that stand on the sheet choices, too, are not only so.
  std::set<std::string> external_lists = {}, external_only = {};
  std::set<std::string> entities = {};  // the lists of the sheet entities

  OptionList* list(const std::string& written);
  int warnings = 0;
  // The first 200: of thousands of names that are changed nobody reads more.
  void warn(Fault fault, const Place& place, std::string message, std::string repair) {
    if (++warnings <= 200) findings.warn(fault, place, std::move(message), std::move(repair));
  }
};

// The texts of a label, hint or message in all languages; what a language lacks is another's text.
// Null when no column has any.
yaml::Node label_node(const Records& records, const Record& record, std::string_view key, Draft& draft);
// The same text in every language.
yaml::Node label_of(const std::string& text, const Place& place, const Draft& draft);
// Words of ours, which have a Japanese face too.
yaml::Node label_of(const std::string& text, const std::string& japanese, const Place& place, const Draft& draft);

// An expression with the names that are used here.
std::string expression(const std::string& text, const Draft& draft);

void read_choices_sheet(const Records& choices, bool duplicates_allowed, Draft& draft);
void read_external_choices(const Records& external, Draft& draft);
void read_choices_file(const std::string& file, const std::string& value, const std::string& label,
                       const Place& place, Draft& draft);
yaml::Node choices_node(const Draft& draft, const Place& place);

// What a row of the survey sheet is.
struct RowType {
  enum class Kind { question, begin_group, begin_repeat, end_group, end_repeat, setting, left_out, unknown };
  Kind kind = Kind::unknown;
  std::string word;  // ours: "select_one", "geopoint"; of a setting its key
  std::string list;  // as written
  bool from_file = false, external = false, or_other = false, loop = false;
  bool seen = true;  // asked or read by a respondent
};
RowType row_type(const std::string& written);

// A row of the survey sheet that counts; `record` is null where an end had to be supplied.
struct Row {
  const Record* record;
  RowType type;
  std::string name;  // as it is here
  bool repeated = false;  // it stands in a repeat, or is one
};
// First round: what each row is, its name here, and whether groups open and close in pairs.
std::vector<Row> outline(const Records& survey, Draft& draft);
// Second round, all names and lists being known: the sections.
yaml::Node survey_node(const Records& survey, const std::vector<Row>& rows, const std::string& title, Draft& draft);

// A question's row, as an item behind the others; in a grid it has the grid's type.
void add_question(const Records& survey, const Row& row, bool in_grid, yaml::Node& items, Draft& draft);

// Every ${name} in the columns that `judged` says names one row of the survey.
void check_references(const Records& records, bool (*judged)(const Column&), Draft& draft);

// What pyxform refuses in a question's row besides its type and name.
void check_question(const Records& survey, const Record& record, const RowType& type, Draft& draft);
// The words of `parameters`; nothing, and a fault, when they are no pairs key=value.
using Parameters = std::map<std::string, std::string>;
std::optional<Parameters> read_parameters(const Records& survey, const Record& record, Draft& draft);
void check_parameters(const Records& survey, const Record& record, const RowType& type, const Parameters& parameters,
                      Draft& draft);
// A range from its least to its greatest, in steps upwards; "" where it is written so.
std::string turned_range(const Parameters& parameters);
bool is_choices_file(std::string_view name);  // .csv, .xml, .geojson

// What pyxform refuses in the survey as a whole: triggers, files and lists under one name, geometries.
void check_survey(const Records& survey, Draft& draft);
// The sheet entities, and what save_to says of it.
void check_entities(const Records& entities, const Records& survey, Draft& draft);
// Whether each of its lists finds a place among the groups and repeats.
void check_entity_places(const Records& entities, const Records& survey, const std::vector<Row>& rows, Draft& draft);

}  // namespace genpyo::forms::xlsform
