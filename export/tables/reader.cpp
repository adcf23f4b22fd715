// Reading tables.yaml (docs/form-definition.md, "tables.yaml"), with the fields and the words of
// the form's own reader.
#include <algorithm>
#include <array>
#include <limits>
#include <tuple>
#include <utility>

#include "export/tables/tables.h"
#include "forms/form_fields.h"
#include "forms/yaml.h"

namespace genpyo::exports {
namespace {

using forms::Fault;
using forms::Fields;
using forms::ItemIndex;
using forms::Presence;
using forms::quoted;
using forms::yaml::Node;

constexpr std::array<std::string_view, 3> file_keys = {"base", "chapters", "tables"};
constexpr std::array<std::string_view, 2> chapter_keys = {"chapter", "title"};
constexpr std::array<std::string_view, 15> table_keys = {
    "table",    "kind",   "title",  "rows",          "per",     "of", "extraction",
    "decimals", "groups", "blanks", "mean_of_marks", "without", "between",
    "note",     "tests"};
constexpr std::array<std::string_view, 2> groups_keys = {"by", "columns"};
constexpr std::array<std::string_view, 5> column_keys = {"name", "at_least", "below", "relevant",
                                                         "label"};
constexpr std::array<std::string_view, 5> kinds = {"statistics", "counts", "means", "texts", "answers"};  // as Kind
constexpr std::array<std::string_view, 4> tests = {"chi_square", "mann_whitney", "welch", "holm"};  // as Test
constexpr std::array<std::string_view, 2> blanks_words = {"out", "in"};

constexpr std::size_t most_tables = 500, most_chapters = 100;
constexpr std::size_t most_columns = 50;
constexpr int most_decimals = 9;
constexpr int largest_bound = std::numeric_limits<int>::max();

// «Did you mean …?» with no line: these names lie in another file.
std::string repair_of(std::string_view word, const std::vector<std::string>& names,
                      std::string_view what) {
  const std::string near = forms::nearest(word, names);
  if (!near.empty()) return "Did you mean " + quoted(near) + "?";
  return "Name an " + std::string(what) + " of the form.";
}

class TablesReader {
 public:
  TablesReader(const forms::Form& form, TablesDefinition& definition, forms::Findings& findings)
      : form_(form), definition_(definition), findings_(findings) {}

  void read(const Node& root) {
    const Fields file(root, "the file", file_keys, findings_);
    read_base(file);
    read_chapters(file);
    const Node* tables = file.list("tables", Presence::required);
    if (tables == nullptr || !within(*tables, most_tables, "tables")) return;
    for (const Node& table : tables->list) read_table(table);
  }

 private:
  // A base that is there must say something: an empty one would let every case in.
  void read_base(const Fields& file) {
    definition_.base = expression(file, "base");
  }

  void read_chapters(const Fields& file) {
    if (!file.has("chapters")) return;
    const Node* chapters = file.list("chapters", Presence::required);
    if (chapters == nullptr || !within(*chapters, most_chapters, "chapters")) return;
    forms::Names ids;
    for (const Node& node : chapters->list) {
      const Fields fields(node, forms::subject_of("chapter", node, "chapter"), chapter_keys, findings_);
      Chapter chapter;
      if (const Node* id = fields.scalar("chapter", Presence::required)) {
        chapter.id = id->scalar;
        ids.add(chapter.id, id->place, findings_);
      }
      chapter.title = fields.label("title", Presence::required);
      definition_.chapters.push_back(std::move(chapter));
    }
  }

  // Null when the key is absent or its rule is faulty, which is noted.
  std::shared_ptr<const validators::Expression> expression(const Fields& fields,
                                                           std::string_view key) {
    const auto rule = fields.rule(key, fields.has(key) ? Presence::required : Presence::optional);
    if (rule.empty()) return nullptr;
    std::vector<forms::Diagnostic> faults;
    auto parsed = validators::Expression::parse(rule, form_, std::nullopt, faults, key);
    for (forms::Diagnostic& fault : faults) {
      findings_.add(fault.fault, fault.place, std::move(fault.message), std::move(fault.repair));
    }
    return parsed;
  }

  void read_table(const Node& node) {
    const Fields fields(node, forms::subject_of("table", node, "table"), table_keys, findings_);
    Table table;
    if (const Node* id = fields.scalar("table", Presence::required)) {
      table.id = id->scalar;
      table_ids_.add(table.id, id->place, findings_);
    }
    read_kind(fields, table);
    table.title = fields.label("title", Presence::required);
    table.note = fields.label("note", Presence::optional);
    if (fields.list("rows", Presence::required) != nullptr) {
      for (const Node* name : fields.texts("rows")) append_rows(table, *name);
    }
    table.per = figure_named(fields, "per", Presence::optional);
    read_counting(fields, table);
    table.extraction = extraction_named(fields);
    fields.value("decimals", Presence::required);
    table.decimals = fields.figure("decimals", 0, most_decimals, table.decimals);
    table.groups.push_back(every_case());
    if (const Node* groups = fields.value("groups", Presence::optional)) {
      read_groups(*groups, fields.subject(), table);
    }
    read_between(fields, table);
    for (const Node* name : fields.texts("tests")) read_test(*name, fields, table);
    definition_.tables.push_back(std::move(table));
  }

  // One of the words, by its position; the first, and a fault, for any other.
  std::size_t word(const Fields& fields, std::string_view key, forms::Words words,
                   Presence presence) {
    const Node* found = fields.scalar(key, presence);
    if (found == nullptr) return 0;
    const auto at = std::find(words.begin(), words.end(), found->scalar);
    if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
    findings_.add(Fault::bad_value, found->place,
                  "the " + std::string(key) + " of " + fields.subject() + " cannot be " +
                      quoted(found->scalar) + ".",
                  forms::suggestion(found->scalar, words));
    return 0;
  }

  void read_kind(const Fields& fields, Table& table) {
    table.kind = static_cast<Table::Kind>(word(fields, "kind", kinds, Presence::required));
  }

  // What belongs to counts and means.
  void read_counting(const Fields& fields, Table& table) {
    const bool is_means = table.kind == Table::Kind::means;
    table.of = figure_named(fields, "of", is_means ? Presence::required : Presence::optional);
    table.blanks_in = word(fields, "blanks", blanks_words, Presence::optional) == 1;
    table.mean_of_marks = fields.flag("mean_of_marks");
    for (const Node* code : fields.texts("without")) read_without(*code, table);
  }

  void read_without(const Node& node, Table& table) {
    const bool is_known = std::any_of(table.rows.begin(), table.rows.end(), [&](ItemIndex row) {
      const forms::ChoiceList* choices = form_.choices_of(form_.items[row]);
      return choices != nullptr && std::any_of(choices->choices.begin(), choices->choices.end(),
                                               [&](const forms::Choice& choice) {
                                                 return std::to_string(choice.code) == node.scalar;
                                               });
    });
    if (is_known) {
      table.without.push_back(std::stoi(node.scalar));
    } else {
      findings_.add(Fault::unknown_code, node.place,
                    "without names " + quoted(node.scalar) + ", which no row has as a code.",
                    "Write codes of the lists of the rows.");
    }
  }

  // An item, or a grid by all of its rows.
  void append_rows(Table& table, const Node& name) {
    if (const auto item = form_.find(name.scalar)) return append_row(table, *item, name);
    for (const forms::Grid& grid : form_.grids) {
      if (grid.name != name.scalar) continue;
      for (const ItemIndex row : grid.rows) append_row(table, row, name);
      return;
    }
    std::vector<std::string> names = item_names();
    for (const forms::Grid& grid : form_.grids) names.push_back(grid.name);
    unknown(name, "rows", names, "item or grid");
  }

  void append_row(Table& table, ItemIndex item, const Node& name) {
    if (!suits(table.kind, item, name)) return;
    std::vector<ItemIndex>& rows = table.rows;
    if (std::find(rows.begin(), rows.end(), item) == rows.end()) {
      rows.push_back(item);
      return;
    }
    findings_.add(Fault::duplicate_name, name.place,
                  "rows has " + quoted(form_.items[item].name) + " twice.", "Leave it out here.");
  }

  bool suits(Table::Kind kind, ItemIndex item, const Node& name) {
    switch (kind) {
      case Table::Kind::statistics: return is_figure(item, name, "rows");
      case Table::Kind::counts:
      case Table::Kind::means: return is_select(item, name);
      case Table::Kind::texts: return is_coded_text(item, name);
      case Table::Kind::answers: return true;
    }
    return false;
  }

  // Of a text that names somebody no list is made.
  bool is_coded_text(ItemIndex index, const Node& name) {
    const forms::Item& item = form_.items[index];
    const auto text = form_.find(item.codes_of);
    if (form_.choices_of(item) != nullptr && text && !form_.items[*text].identifying) return true;
    findings_.add(Fault::bad_value, name.place,
                  "rows names " + quoted(item.name) + ", which codes no text that may be shown.",
                  "Texts are of select items with codes_of.");
    return false;
  }

  void read_test(const Node& name, const Fields& fields, Table& table) {
    const auto at = std::find(tests.begin(), tests.end(), name.scalar);
    if (at == tests.end()) {
      findings_.add(Fault::bad_value, name.place, "tests cannot be " + quoted(name.scalar) + ".",
                    forms::suggestion(name.scalar, tests));
      return;
    }
    const auto test = static_cast<Table::Test>(at - tests.begin());
    const bool compares_two = test == Table::Test::mann_whitney || test == Table::Test::welch;
    if (compares_two && !table.between && !fields.has("between")) {
      findings_.add(Fault::missing_key, name.place,
                    quoted(name.scalar) + " of " + fields.subject() + " compares two columns.",
                    "Add the key \"between\" with their names.");
    }
    if (!table.has(test)) table.tests.push_back(test);
  }

  bool is_figure(ItemIndex index, const Node& name, std::string_view key) {
    const forms::Item& item = form_.items[index];
    if (item.type == forms::ItemType::integer) return true;
    findings_.add(Fault::bad_value, name.place,
                  std::string(key) + " names " + quoted(item.name) + ", which is a " +
                      std::string(name_of(item.type)) + ".",
                  "Statistics are of items of type integer.");
    return false;
  }

  bool is_select(ItemIndex index, const Node& name) {
    const forms::Item& item = form_.items[index];
    if (form_.choices_of(item) != nullptr) return true;
    findings_.add(Fault::bad_value, name.place,
                  "rows names " + quoted(item.name) + ", which is a " +
                      std::string(name_of(item.type)) + ".",
                  "Counts and means are of select items.");
    return false;
  }

  std::optional<ItemIndex> figure_named(const Fields& fields, std::string_view key,
                                        Presence presence) {
    const Node* name = fields.scalar(key, presence);
    if (name == nullptr) return std::nullopt;
    const auto item = form_.find(name->scalar);
    if (!item) unknown(*name, key, item_names(), "item");
    return item && is_figure(*item, *name, key) ? item : std::nullopt;
  }

  std::optional<std::size_t> extraction_named(const Fields& table) {
    const Node* name = table.scalar("extraction", Presence::optional);
    if (name == nullptr) return std::nullopt;
    std::vector<std::string> names;
    for (const forms::Extraction& each : form_.extractions) names.push_back(each.name);
    const auto found = std::find(names.begin(), names.end(), name->scalar);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    unknown(*name, "extraction", names, "extraction");
    return std::nullopt;
  }

  void read_groups(const Node& node, const std::string& table_subject, Table& table) {
    const Fields fields(node, "the groups of " + table_subject, groups_keys, findings_);
    table.grouped_by = figure_named(fields, "by", Presence::optional);
    const Node* columns = fields.list("columns", Presence::required);
    if (columns == nullptr || !within(*columns, most_columns, "columns")) return;
    forms::Names names;
    for (const Node& column : columns->list) read_column(column, names, table.groups);
    const bool needs_value = std::any_of(table.groups.begin(), table.groups.end(),
                                         [](const Group& group) { return group.has_bound(); });
    if (needs_value) fields.value("by", Presence::required);
  }

  void read_column(const Node& node, forms::Names& names, std::vector<Group>& groups) {
    const Fields fields(node, forms::subject_of("column", node, "name"), column_keys, findings_);
    Group group;
    group.name = fields.name("name");
    if (const Node* name = fields.scalar("name", Presence::optional)) {
      new_column_name(*name, names);
    }
    group.label = fields.label("label", Presence::required);
    group.at_least = bound(fields, "at_least");
    group.below = bound(fields, "below");
    group.rule = expression(fields, "relevant");
    if (!fields.has("at_least") && !fields.has("below") && !fields.has("relevant")) {
      findings_.add(Fault::missing_key, node.place, fields.subject() + " has no bound.",
                    "Add the key \"at_least\" or \"below\", or a rule with \"relevant\".");
    } else if (group.at_least && group.below && *group.at_least >= *group.below) {
      findings_.add(Fault::bad_value, node.place,
                    fields.subject() + " is empty: no value is at least " +
                        std::to_string(*group.at_least) + " and below " +
                        std::to_string(*group.below) + ".",
                    "Write the smaller number at \"at_least\".");
    }
    groups.push_back(std::move(group));
  }

  void read_between(const Fields& fields, Table& table) {
    if (!fields.has("between")) return;
    std::vector<std::size_t> columns;
    for (const Node* name : fields.texts("between")) {
      const auto found = std::find_if(table.groups.begin(), table.groups.end(),
                                      [&](const Group& group) { return group.name == name->scalar; });
      if (found == table.groups.end()) {
        findings_.add(Fault::unknown_block, name->place,
                      "between names " + quoted(name->scalar) + ", which is no column of " +
                          fields.subject() + ".",
                      "Name two columns of its groups.");
        return;
      }
      columns.push_back(static_cast<std::size_t>(found - table.groups.begin()));
    }
    if (columns.size() == 2 && columns[0] != columns[1]) {
      table.between = {columns[0], columns[1]};
    } else {
      findings_.add(Fault::bad_value, fields.place(),
                    "between of " + fields.subject() + " is not two columns.",
                    "Name two columns of its groups: between: [one, other].");
    }
  }

  void new_column_name(const Node& name, forms::Names& names) {
    if (name.scalar != "all") return names.add(name.scalar, name.place, findings_);
    findings_.add(Fault::duplicate_name, name.place,
                  "the column \"all\" is there already, in every table.", "Choose another name.");
  }

  std::optional<std::int64_t> bound(const Fields& column, std::string_view key) {
    constexpr int none = -1;
    const int figure = column.figure(key, 0, largest_bound, none);
    return figure == none ? std::nullopt : std::optional<std::int64_t>(figure);
  }

  bool within(const Node& list, std::size_t most, std::string_view what) {
    if (list.list.size() <= most) return true;
    findings_.add(Fault::too_large, list.place,
                  "there are over " + std::to_string(most) + " " + std::string(what) + ".",
                  "Leave some out.");
    return false;
  }

  void unknown(const Node& name, std::string_view key, const std::vector<std::string>& names,
               std::string_view what) {
    if (findings_.full()) return;  // before the search, which is the costly part
    findings_.add(Fault::unknown_block, name.place,
                  std::string(key) + " names " + quoted(name.scalar) + ", which no " +
                      std::string(what) + " has.",
                  repair_of(name.scalar, names, what));
  }

  std::vector<std::string> item_names() const {
    std::vector<std::string> names;
    for (const forms::Item& item : form_.items) names.push_back(item.name);
    return names;
  }

  const forms::Form& form_;
  TablesDefinition& definition_;
  forms::Findings& findings_;
  forms::Names table_ids_;
};

bool is_before(const forms::Diagnostic& left, const forms::Diagnostic& right) {
  return std::tie(left.place.line, left.place.column) <
         std::tie(right.place.line, right.place.column);
}

}  // namespace

TablesReading read_tables(std::string_view yaml, std::string_view file, const forms::Form& form) {
  TablesReading reading;
  forms::yaml::Reading parsed = forms::yaml::parse(yaml, file);
  forms::Findings findings(std::move(parsed.diagnostics));
  findings.languages = form.languages;
  const bool is_read = parsed.root.kind != Node::Kind::null || findings.diagnostics.empty();
  if (parsed.root.place.file.empty()) parsed.root.place.file = file;  // an empty file has no node
  if (is_read) TablesReader(form, reading.definition, findings).read(parsed.root);
  std::stable_sort(findings.diagnostics.begin(), findings.diagnostics.end(), is_before);
  findings.tell_that_there_are_more(file);
  reading.diagnostics = std::move(findings.diagnostics);
  return reading;
}

}  // namespace genpyo::exports
