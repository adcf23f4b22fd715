#include "app/session/intake.h"

#include <algorithm>
#include <map>
#include <optional>

#include "app/session/described_codes.h"
#include "app/session/frame_marks.h"
#include "forms/read_date.h"

namespace genpyo::session {
namespace {

using forms::ItemIndex;

constexpr const char* key_column = "case_id";

// Which item each column holds; nullopt for the case number.
struct Columns {
  std::vector<std::optional<ItemIndex>> items;
  std::optional<std::size_t> key;
};

Columns read_header(const Survey& survey, const std::vector<std::string>& header, Intake& intake) {
  Columns columns;
  std::vector<std::string> names = {key_column};
  for (const forms::Item& item : survey.form.items) names.push_back(item.name);
  forms::NearestNames nearest(std::move(names));
  for (std::size_t column = 0; column < header.size(); ++column) {
    const auto item = survey.form.find(header[column]);
    if (header[column] == key_column) columns.key = column;
    if (!item && header[column] != key_column) {
      const std::string near = nearest.to(header[column]);
      intake.faults.push_back({1, header[column], near.empty() ? "intake.unknown_column" : "intake.unknown_column_near",
                               {header[column], near}});
    }
    columns.items.push_back(item);
  }
  if (!columns.key) intake.faults.push_back({1, key_column, "intake.no_case_id", {}});
  for (const forms::Item& item : survey.form.items) {
    const bool given = std::find(header.begin(), header.end(), item.name) != header.end();
    if (!given && item.asked()) intake.absent_columns.push_back(item.name);
  }
  return columns;
}

std::string allowed_codes(const forms::ChoiceList* choices) {
  std::string codes;
  if (choices == nullptr) return codes;
  for (const forms::Choice& choice : choices->choices) {
    codes += (codes.empty() ? "" : " ") + std::to_string(choice.code);
  }
  return codes;
}

class RowReader {
 public:
  RowReader(const Survey& survey, const Columns& columns, forms::Date today, Origin origin,
            const std::vector<store::Change>& first, Intake& intake)
      : survey_(survey), columns_(columns), today_(today), origin_(origin), first_(first), intake_(intake) {}

  void read(const exports::ReadRow& row) {
    const std::string& id = row.cells[*columns_.key].text;
    const auto number = forms::read_case_number(survey_.frame, id);
    if (number.fault == forms::CaseNumberFault::malformed) return fault(row, "notice.case_malformed", {id});
    if (number.fault == forms::CaseNumberFault::not_in_frame) return fault(row, "notice.case_not_in_frame", {id});
    if (number.fault == forms::CaseNumberFault::not_surveyed) return fault(row, "notice.case_not_surveyed", {id});
    const auto [first, is_new] = lines_.emplace(number.number.text(), row.line);
    if (!is_new) return fault(row, "intake.case_twice", {id, std::to_string(first->second)});

    if (number.fault == forms::CaseNumberFault::beyond_frame) {
      intake_.remarks.push_back({row.line, key_column, "intake.beyond_frame", {id}});
    }
    IntakeCase taken;
    taken.line = row.line;
    taken.current = forms::blank_case(survey_.form, number.number.text());
    take_frame(taken, number.number);
    take_cells(taken, row);
    drop_empty_skipped(taken);
    list_changes(taken);
    intake_.cases.push_back(std::move(taken));
  }

 private:
  void fault(const exports::ReadRow& row, const char* key, std::vector<std::string> arguments) {
    intake_.faults.push_back({row.line, key_column, key, std::move(arguments)});
  }

  void take_frame(IntakeCase& taken, const forms::CaseNumber& number) const {
    for (const auto& changes : {first_, frame_marks(survey_, number)})
      for (const store::Change& change : changes) taken.current.marks[*survey_.form.find(change.subject)] = change.mark;
  }

  void take_cells(IntakeCase& taken, const exports::ReadRow& row) {
    for (const std::string& name : intake_.absent_columns) {
      taken.current.marks[*survey_.form.find(name)] = forms::mark_missing(forms::Missing::no_answer);
    }
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
      if (!columns_.items[column]) continue;
      const ItemIndex index = *columns_.items[column];
      const forms::Item& item = survey_.form.items[index];
      const std::string& cell = row.cells[column].text;
      const auto& missing = row.cells[column].missing;
      const bool is_computed = !item.calculation.empty() || !item.has_value();
      if ((cell.empty() && !missing && !item.asked()) || is_computed) continue;  // from the frame, or not coded yet
      if (missing) {
        if (*missing != forms::Missing::not_keyed) taken.current.marks[index] = forms::mark_missing(*missing);
        continue;
      }
      auto reading = forms::read_value(item, survey_.form.choices_of(item), cell);
      if (auto* mark = std::get_if<forms::Mark>(&reading)) {
        taken.current.marks[index] = std::move(*mark);
      } else if (const auto lacking = codes_without_label(item, survey_.form.choices_of(item), cell); !lacking.empty()) {
        intake_.faults.push_back({row.line, item.name, "intake.code_without_label", {lacking}});
      } else {
        const std::string shown = cell.size() > 40 ? std::to_string(cell.size()) + " bytes" : cell;
        const auto why = std::get<forms::Misread>(reading);
        auto arguments = notice_arguments(why, shown);
        if (item.choices) arguments.push_back(allowed_codes(survey_.form.choices_of(item)));
        intake_.faults.push_back({row.line, item.name, notice_key(why), std::move(arguments)});
      }
    }
  }

  // An empty box of a question that was not asked says nothing.
  void drop_empty_skipped(IntakeCase& taken) const {
    taken.evaluation = validators::evaluate(*survey_.program, taken.current, today_);
    for (ItemIndex index = 0; index < taken.current.marks.size(); ++index) {
      const bool is_skipped = survey_.form.items[index].asked() && !taken.evaluation.items[index].relevant;
      const forms::Value& content = taken.current.marks[index].content;
      // An export says of an empty box that was looked at: no answer.
      const bool is_exported = origin_ == Origin::exported && !is_absent(index);
      const bool is_empty = forms::is_missing(content, is_exported ? forms::Missing::not_applicable : forms::Missing::no_answer);
      if (is_skipped && is_empty) taken.current.marks[index] = forms::Mark{};
    }
  }

  bool is_absent(ItemIndex index) const {
    const auto& absent = intake_.absent_columns;
    return std::find(absent.begin(), absent.end(), survey_.form.items[index].name) != absent.end();
  }

  void list_changes(IntakeCase& taken) const {
    for (ItemIndex index = 0; index < taken.current.marks.size(); ++index) {
      if (!taken.current.marks[index].keyed()) continue;
      store::Change change;
      change.subject = survey_.form.items[index].name;
      change.mark = taken.current.marks[index];
      taken.changes.push_back(std::move(change));
    }
  }

  const Survey& survey_;
  const Columns& columns_;
  forms::Date today_;
  Origin origin_;
  const std::vector<store::Change>& first_;
  Intake& intake_;
  std::map<std::string, int> lines_;  // by case number: where it stood first
};

}  // namespace

Intake read_rows(const Survey& survey, const exports::DatasetRows& rows, forms::Date today, Origin origin,
                 const std::vector<store::Change>& first) {
  Intake intake;
  const Columns columns = read_header(survey, rows.names, intake);
  if (!intake.faults.empty()) return intake;
  RowReader reader(survey, columns, today, origin, first, intake);
  for (const exports::ReadRow& row : rows.rows) reader.read(row);
  return intake;
}

Intake read_rows(const Survey& survey, forms::csv::Table table, forms::Date today) {
  return read_rows(survey, exports::rows_of(std::move(table)), today);
}

std::string notice_key(forms::Misread why) {
  switch (why) {
    case forms::Misread::not_a_figure: return "notice.not_a_figure";
    case forms::Misread::figure_too_large: return "notice.figure_too_large";
    case forms::Misread::unknown_code: return "notice.unknown_code";
    case forms::Misread::several_codes: return "notice.several_codes";
    case forms::Misread::text_too_long: return "notice.text_too_long";
    case forms::Misread::not_text: return "notice.not_text";
    case forms::Misread::not_a_date: return "notice.not_a_date";
    case forms::Misread::no_such_day: return "notice.no_such_day";
    case forms::Misread::outside_era: return "notice.outside_era";
    case forms::Misread::old_calendar: return "notice.old_calendar";
    case forms::Misread::not_a_time: return "notice.not_a_time";
    case forms::Misread::not_a_moment: return "notice.not_a_moment";
    case forms::Misread::ranked_twice: return "notice.ranked_twice";
  }
  return "";
}

std::vector<std::string> notice_arguments(forms::Misread why, const std::string& text) {
  if (why != forms::Misread::outside_era) return {text};
  const auto reading = forms::read_date(text);
  const auto* fault = std::get_if<forms::DateFault>(&reading);
  return {text, fault == nullptr ? "" : fault->rather};
}

}  // namespace genpyo::session
