#include "export/tables/exclusions.h"

#include "export/csv_line.h"
#include "export/tables/tabulator.h"

namespace genpyo::exports {
namespace {

using forms::ItemIndex;
using validators::States;
using Status = validators::ExtractionState::Status;

// Of means the extraction bears on the means alone: their counts take every case.
bool extraction_decides(const Table& table) {
  return table.extraction && table.kind != Table::Kind::means;
}

Standing of_extraction(const validators::ExtractionState& state) {
  switch (state.status) {
    case Status::in: return {};
    case Status::unknown: return {Exclusion::not_keyed, state.missing};
    case Status::outside: return {Exclusion::base, {}};
    case Status::incomplete: return {Exclusion::incomplete, state.missing};
    case Status::condition: return {Exclusion::condition, {}};
  }
  return {};
}

Standing out_of_base(const validators::Expression& base, const States& states) {
  Standing standing{Exclusion::base, {}};
  for (const ItemIndex item : base.rests_on())
    if (states.items[item].unknown) standing.missing.push_back(item);
  if (!standing.missing.empty()) standing.reason = Exclusion::not_keyed;
  return standing;
}

Standing of_item(const Table& table, ItemIndex row, const States& states) {
  const forms::Value& value = states.items[row].value;
  if (forms::is_missing(value, forms::Missing::not_applicable)) return {Exclusion::not_asked, {}};
  if (!forms::is_answer(value)) return {Exclusion::no_answer, {row}};
  if (table.kind != Table::Kind::statistics || !table.per) return {};
  if (ratio_of(states.items, row, table.per)) return {};
  const bool is_missing = !forms::is_answer(states.items[*table.per].value);
  return {Exclusion::divisor, is_missing ? std::vector{*table.per} : std::vector<ItemIndex>{}};
}

void append_names(std::string& line, const std::vector<ItemIndex>& items, const forms::Form& form) {
  bool first = true;
  for (const ItemIndex item : items) {
    if (!first) line += ' ';
    line += form.items[item].name;
    first = false;
  }
}

// "II-2-8,patients_total,", with quotes where they are needed.
std::string beginning_of(const Table& table, const forms::Item& row) {
  std::string line = csv_line({table.id, row.name, ""});
  line.pop_back();
  return line;
}

}  // namespace

std::string_view name_of(Exclusion reason) {
  switch (reason) {
    case Exclusion::none: return "";
    case Exclusion::not_keyed: return "not_keyed";
    case Exclusion::base: return "base";
    case Exclusion::incomplete: return "incomplete";
    case Exclusion::condition: return "condition";
    case Exclusion::not_asked: return "not_asked";
    case Exclusion::no_answer: return "no_answer";
    case Exclusion::divisor: return "divisor";
  }
  return "";
}

Standing standing_of(const TablesDefinition& definition, const Table& table, ItemIndex row,
                     const States& states, forms::Date today) {
  if (definition.base && !definition.base->holds(states.items, today))
    return out_of_base(*definition.base, states);
  if (extraction_decides(table)) {
    Standing standing = of_extraction(states.extractions[*table.extraction]);
    if (standing.reason != Exclusion::none) return standing;
  }
  return of_item(table, row, states);
}

forms::Result<ExclusionsFile> ExclusionsFile::create(const std::string& path, const forms::Form& form,
                                                     const TablesDefinition& definition) {
  auto file = WholeFile::create(path);
  if (!file) return file.failure();
  file->write(csv_line({"table", "row", "case_id", "in", "reason", "missing"}));
  ExclusionsFile exclusions(std::move(*file), form, definition);
  for (const Table& table : definition.tables) {
    for (const ItemIndex row : table.rows) exclusions.beginnings_.push_back(beginning_of(table, form.items[row]));
  }
  return exclusions;
}

// Of 100,000 cases there are millions of lines: what is the same in all cases is written once.
void ExclusionsFile::add(const std::string& case_id, const States& states, forms::Date today) {
  const std::string quoted_id = csv_line({case_id, ""});  // "11-001,\n"
  const std::string_view number = std::string_view(quoted_id).substr(0, quoted_id.size() - 2);
  auto beginning = beginnings_.begin();
  for (const Table& table : definition_->tables) {
    for (const ItemIndex row : table.rows) {
      const Standing standing = standing_of(*definition_, table, row, states, today);
      const bool is_in = standing.reason == Exclusion::none;
      line_.assign(*beginning++).append(number).append(is_in ? ",1," : ",0,").append(name_of(standing.reason)).append(",");
      append_names(line_, standing.missing, *form_);
      file_.write(line_ += '\n');
    }
  }
}

}  // namespace genpyo::exports
