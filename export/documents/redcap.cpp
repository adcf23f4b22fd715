#include "export/documents/redcap.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "export/csv_line.h"
#include "export/documents/rule_words.h"
#include "export/documents/simple_rule.h"

namespace genpyo::exports {
namespace {

using forms::Item;
using forms::ItemType;
using Kind = SimpleRule::Kind;

enum Column {
  field_name, form_name, section_header, field_type, field_label, choices, field_note, validation, least, most,
  identifier, branching, required, alignment, question_number, matrix_group, matrix_ranking, annotation, columns
};

const std::vector<std::string> header = {
    "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
    "Choices, Calculations, OR Slider Labels", "Field Note", "Text Validation Type OR Show Slider Number",
    "Text Validation Min", "Text Validation Max", "Identifier?", "Branching Logic (Show field only if...)",
    "Required Field?", "Custom Alignment", "Question Number (surveys only)", "Matrix Group Name",
    "Matrix Ranking?", "Field Annotation"};

// Lower case, digits and _ alone, a letter first, at most a hundred. What REDCap would do itself when
// it reads the file, or other fields' logic would not find the name: no _ at the end, nor two together
// (three stand between a field of checkboxes and its code).
std::string legal(std::string_view name) {
  std::string made;
  for (const char byte : name.substr(0, 90)) {
    const char lower = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    const bool is_letter = lower >= 'a' && lower <= 'z', is_digit = lower >= '0' && lower <= '9';
    if (made.empty() && !is_letter) made = "f_";
    if (is_letter || is_digit) made += lower;
    else if (made.back() != '_') made += '_';
  }
  while (!made.empty() && made.back() == '_') made.pop_back();
  return made.empty() ? "f" : made;
}

class Dictionary {
 public:
  Dictionary(const Described& described, Remarks& remarks)
      : described_(described), form_(described.form()), language_(described.facts.language), remarks_(remarks) {
    for (const Variable& variable : described.dataset->variables) {
      if (variable.is_of_item()) leaving_.insert(variable.item);
    }
    for (forms::ItemIndex index = 0; index < form_.items.size(); ++index) {
      const Item& item = form_.items[index];
      if (item.type == ItemType::note && !item.identifying) leaving_.insert(index);
    }
    taken_.insert("case_id");
    for (const forms::ItemIndex index : leaving_) names_[form_.items[index].name] = name_for(form_.items[index].name);
  }

  std::string text() {
    std::string text = csv_line(header);
    Cells first = blank();
    first[field_name] = "case_id";
    first[field_type] = "text";
    first[field_label] = language_ == "ja" ? "調査票番号" : "Case number";
    text += csv_line(first);
    for (const forms::ItemIndex index : leaving_) text += csv_line(cells_of(form_.items[index]));
    return text;
  }

 private:
  using Cells = std::vector<std::string>;

  std::string name_for(const std::string& name) {
    const std::string wish = legal(name);
    std::string made = wish;
    for (int copy = 2; !taken_.insert(made).second; ++copy) made = wish + "_" + std::to_string(copy);
    if (made != name) remarks_.renamed(name, made, "redcap");
    return made;
  }

  Cells blank() const {
    Cells cells(columns);
    cells[form_name] = legal(form_.form_id);
    return cells;
  }

  Cells cells_of(const Item& item) {
    Cells cells = blank();
    note_.clear();
    cells[field_name] = names_[item.name];
    cells[section_header] = heading_of(item);
    cells[field_type] = type_of(item);
    cells[field_label] = item.label.in(language_);
    cells[choices] = choices_of(item);
    set_validation(item, cells);
    cells[identifier] = item.identifying ? "y" : "";
    cells[branching] = branching_of(item);
    set_required(item, cells);
    cells[question_number] = item.number;
    if (in_matrix(item)) cells[matrix_group] = legal(form_.grids[*item.grid].name);
    if (!item.printed() || item.read_only) cells[annotation] = "@READONLY";
    tell_origin(item);
    cells[field_note] = item.hint.in(language_);
    if (!note_.empty()) cells[field_note] += (cells[field_note].empty() ? "" : " ") + note_;
    return cells;
  }

  // Where a section or a grid begins. REDCap has one heading for a field: the grid's stands behind.
  std::string heading_of(const Item& item) {
    std::string heading;
    if (last_section_ != item.section && item.section < form_.sections.size()) heading = form_.sections[item.section].label.in(language_);
    last_section_ = item.section;
    if (item.grid && last_grid_ != item.grid) {
      const forms::Grid& grid = form_.grids[*item.grid];
      const std::string words = grid.number + (grid.number.empty() ? "" : " ") + grid.label.in(language_);
      heading += (heading.empty() || words.empty() ? "" : " / ") + words;
    }
    last_grid_ = item.grid;
    return heading;
  }

  static std::string type_of(const Item& item) {
    switch (item.type) {
      case ItemType::select_one: return "radio";
      case ItemType::select_multiple: return "checkbox";
      case ItemType::note: return "descriptive";
      case ItemType::text: return item.paper.lines > 1 ? "notes" : "text";
      default: return "text";
    }
  }

  // A matrix has one list of choices and one type for all of its rows.
  bool in_matrix(const Item& item) const {
    if (!item.grid || (item.type != ItemType::select_one && item.type != ItemType::select_multiple)) return false;
    const auto& rows = form_.grids[*item.grid].rows;
    return std::all_of(rows.begin(), rows.end(), [&](forms::ItemIndex row) {
      return form_.items[row].type == item.type && form_.items[row].choices == item.choices;
    });
  }

  std::string choices_of(const Item& item) {
    const forms::ChoiceList* list = form_.choices_of(item);
    if (list == nullptr || item.type == ItemType::rank) return "";
    std::string text;
    for (const forms::Choice& choice : list->choices) {
      text += (text.empty() ? "" : " | ") + std::to_string(choice.code) + ", " + one_choice(item, choice.label.in(language_));
    }
    return text;
  }

  std::string one_choice(const Item& item, std::string label) {
    const std::string before = label;
    for (std::size_t at = label.find('|'); at != label.npos; at = label.find('|', at)) label.replace(at, 1, "｜");
    std::replace_if(label.begin(), label.end(), [](char byte) { return byte == '\n' || byte == '\r'; }, ' ');
    if (label != before) remarks_.altered("", item.name, "REDCap: a choice's label lost a | or the end of a line");
    return label;
  }

  void set_validation(const Item& item, Cells& cells) {
    switch (item.type) {
      case ItemType::integer: cells[validation] = "integer"; break;
      case ItemType::decimal: cells[validation] = "number"; break;
      case ItemType::date: cells[validation] = "date_ymd"; break;
      case ItemType::time: cells[validation] = "time"; break;
      case ItemType::date_time: cells[validation] = "datetime_ymd"; break;
      default: break;
    }
    const bool is_figure = item.type == ItemType::integer || item.type == ItemType::decimal;
    if (item.constraint.empty()) return;
    const auto bounds = is_figure ? bounds_of(item) : std::nullopt;
    const bool whole = bounds && item.type == ItemType::integer;
    if (!bounds || (!whole && !(bounds->above.empty() && bounds->below.empty()))) return tell(item, "constraint", item.constraint.text);
    cells[least] = bounds->above.empty() ? bounds->least : beside(bounds->above, 1);
    cells[most] = bounds->below.empty() ? bounds->most : beside(bounds->below, -1);
  }

  // The next whole figure: above 0 is 1 and more.
  static std::string beside(const std::string& bound, int step) {
    const auto figure = forms::read_decimal(bound).value_or(forms::Decimal{});
    std::int64_t power = 1;
    for (int place = 0; place < figure.scale; ++place) power *= 10;
    const std::int64_t whole = figure.units / power;
    const bool exact = figure.units % power == 0;
    if (exact) return std::to_string(whole + step);
    const bool rises = figure.units > 0;
    return std::to_string(step > 0 ? whole + (rises ? 1 : 0) : whole - (rises ? 0 : 1));
  }

  void set_required(const Item& item, Cells& cells) {
    const std::string& rule = item.required.text;
    if (rule.empty() || rule == "false()" || rule == "no") return;
    if (rule == "true()" || rule == "yes" || rule == "true") cells[required] = "y";
    else tell(item, "required", rule);
  }

  std::string branching_of(const Item& item) {
    std::string logic;
    for (const std::string& condition : conditions_of(form_, item)) {
      const auto rule = read_simple_rule(condition);
      const auto translated = rule ? logic_of(*rule) : std::nullopt;
      if (!translated) {
        tell(item, "relevant", condition);
        continue;
      }
      logic += logic.empty() ? *translated : " and (" + *translated + ")";
    }
    return logic;
  }

  std::optional<std::string> logic_of(const SimpleRule& rule) const {
    switch (rule.kind) {
      case Kind::comparison: return comparison(rule);
      case Kind::selected: return selected(rule);
      case Kind::negation: {
        const auto inside = logic_of(rule.parts.front());
        return inside ? std::optional("!(" + *inside + ")") : std::nullopt;
      }
      case Kind::all:
      case Kind::any: {
        std::string whole;
        for (const SimpleRule& part : rule.parts) {
          const auto inside = logic_of(part);
          if (!inside) return std::nullopt;
          const bool nested = part.kind == Kind::any || part.kind == Kind::all;
          whole += (whole.empty() ? "" : rule.kind == Kind::all ? " and " : " or ") + (nested ? "(" + *inside + ")" : *inside);
        }
        return whole;
      }
    }
    return std::nullopt;
  }

  const Item* find(const std::string& name) const {
    const auto index = form_.find(name);
    return index && leaving_.count(*index) != 0 ? &form_.items[*index] : nullptr;
  }

  std::optional<std::string> comparison(const SimpleRule& rule) const {
    const Item* item = find(rule.item);
    if (item == nullptr || item->type == ItemType::select_multiple) return std::nullopt;
    const std::string left = "[" + names_.at(item->name) + "] " + (rule.comparator == "!=" ? "<>" : rule.comparator) + " ";
    if (rule.value_is_item) {
      const Item* other = find(rule.value);
      return other == nullptr ? std::nullopt : std::optional(left + "[" + names_.at(other->name) + "]");
    }
    if (const forms::Choice* choice = choice_meant(form_, *item, rule.value)) return left + "'" + std::to_string(choice->code) + "'";
    if (rule.value_is_figure) return left + rule.value;
    if (rule.value.find('\'') != rule.value.npos) return std::nullopt;
    return left + "'" + rule.value + "'";
  }

  std::optional<std::string> selected(const SimpleRule& rule) const {
    const Item* item = find(rule.item);
    const forms::Choice* choice = item == nullptr ? nullptr : choice_meant(form_, *item, rule.value);
    if (choice == nullptr) return std::nullopt;
    const std::string code = std::to_string(choice->code), &name = names_.at(item->name);
    return item->type == ItemType::select_multiple ? "[" + name + "(" + code + ")] = '1'" : "[" + name + "] = '" + code + "'";
  }

  void tell_origin(const Item& item) {
    if (!item.calculation.empty()) tell(item, "calculation", item.calculation.text);
    if (!item.choice_filter.empty()) tell(item, "choice_filter", item.choice_filter.text);
    if (!item.codes_of.empty()) add_note(language_ == "ja" ? item.codes_of + " から後で符号化" : "coded afterwards from " + item.codes_of);
  }

  void tell(const Item& item, const std::string& what, const std::string& rule) {
    add_note((language_ == "ja" ? "REDCapに移していない式 " : "not carried over to REDCap: ") + what + ": " + rule);
    remarks_.altered("", item.name, "REDCap: " + what + " is not carried over: " + rule);
  }

  void add_note(const std::string& words) { note_ += (note_.empty() ? "" : " ") + words; }

  const Described& described_;
  const forms::Form& form_;
  const std::string& language_;
  Remarks& remarks_;
  std::set<forms::ItemIndex> leaving_;
  std::set<std::string> taken_;
  std::map<std::string, std::string> names_;
  std::optional<std::size_t> last_section_, last_grid_;
  std::string note_;
};

}  // namespace

std::string redcap_dictionary(const Described& described, Remarks& remarks) { return Dictionary(described, remarks).text(); }

}  // namespace genpyo::exports
