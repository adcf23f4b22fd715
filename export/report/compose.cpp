#include <algorithm>

#include "export/report/compose_table.h"

namespace genpyo::exports {
namespace {

// "II-2" of "II-2-5"; the whole of "II-7". Of tables that nobody numbered their section's name.
std::string chapter_of(const forms::Form& form, const TablesDefinition& definition, const Table& table) {
  if (definition.by_sections && !form.sections.empty()) return form.sections[form.items[table.rows.front()].section].name;
  const std::string& id = table.id;
  const std::size_t last = id.rfind('-');
  if (last == id.npos || id.find('-') == last) return id;
  return id.substr(0, last);
}

// The table's own notes, and how its charts and p are to be read. The base stands on the cover.
std::vector<std::string> notes_of(const TableFigures& figures, Run run) {
  const Table& table = figures.table();
  const forms::Form& form = figures.form();
  run.base.clear();
  std::vector<std::string> notes = exports::notes_of(form, table, run, figures.language());
  if (table.extraction && !form.extractions[*table.extraction].label.empty()) notes.front().insert(0, figures.language() == "ja" ? "※" : "* ");
  const bool several = table.kind != Table::Kind::statistics &&
                       std::any_of(table.rows.begin(), table.rows.end(), [&](forms::ItemIndex item) {
                         return form.items[item].type == forms::ItemType::select_multiple;
                       });
  if (several) notes.push_back(figures.word(Word::several_marks));
  if (table.between && table.kind == Table::Kind::counts) {
    notes.push_back(filled(figures.word(Word::fisher), {figures.label_of_column(table.groups[table.between->first].name),
                                                        figures.label_of_column(table.groups[table.between->second].name)}));
    if (table.mean_of_marks) notes.push_back(figures.word(Word::welch));
  }
  return notes;
}

std::vector<ReportFact> facts_of(const forms::Form& form, const TablesDefinition& definition,
                                 const DataFacts& data, const std::string& language) {
  const auto say = [&](Word which) { return word(which, language); };
  const std::string taken = std::to_string(data.taken);
  std::vector<ReportFact> facts = {
      {say(Word::form), filled(say(Word::version), {form.form_id, form.version})},
      {say(Word::cases_taken), data.open_too ? filled(say(Word::open_included), {taken}) : taken},
      {say(Word::cases_left_out), std::to_string(data.left_out)}};
  if (definition.base) {
    facts.push_back({say(Word::cases_in_base) + " (" + words_of_base(form, definition.base->text(), language) + ")",
                     std::to_string(data.in_base)});
  }
  facts.push_back({say(Word::data_of), printed_time(data.at)});
  facts.push_back({say(Word::data_hash), data.hash});
  return facts;
}

// As declared; else a chapter is named after the section of the form that its last table asks about:
// what is repeated from an earlier one stands first.
std::string title_of_chapter(const forms::Form& form, const TablesDefinition& definition, const Table& last,
                             const std::string& language) {
  const std::string chapter = chapter_of(form, definition, last);
  for (const Chapter& each : definition.chapters) {
    if (each.id == chapter) return chapter + "　" + each.title.in(language);
  }
  if (last.rows.empty() || form.sections.empty()) return chapter;
  std::string label = form.sections[form.items[last.rows.front()].section].label.in(language);
  // The paper counts its sections anew: 「1. 施設概要」.
  const std::size_t words = label.find_first_not_of("0123456789. ");
  if (words != label.npos) label.erase(0, words);
  if (definition.by_sections) return label.empty() ? chapter : label;
  return label.empty() ? chapter : chapter + "　" + label;
}

ReportTable table_of(const TableFigures& figures, const std::vector<Distribution>& distributions, const Run& run) {
  const Table& table = figures.table();
  ReportTable told;
  told.id = table.id;
  told.title = table.title.in(figures.language());
  rule_table(figures, told);
  told.notes = notes_of(figures, run);
  told.charts = charts_of(figures, distributions);
  return told;
}

}  // namespace

std::string words_of_base(const forms::Form& form, const std::string& text, const std::string& language) {
  for (const forms::Item& item : form.items) {
    const forms::ChoiceList* choices = form.choices_of(item);
    if (choices == nullptr || text.find("${" + item.name + "}") == text.npos) continue;
    for (const forms::Choice& choice : choices->choices) {
      if (text != "${" + item.name + "} = " + std::to_string(choice.code)) continue;
      return item.label.in(language) + " = " + choice.label.in(language);
    }
  }
  return text;
}

std::string printed_time(const std::string& utc) {
  if (utc.size() < 16 || utc.back() != 'Z') return utc;
  return utc.substr(0, 10) + " " + utc.substr(11, 5) + " UTC";
}

Report compose(const forms::Form& form, const TablesDefinition& definition,
               const std::vector<Figure>& figures, const std::vector<Distribution>& distributions,
               const Run& run, const DataFacts& data, std::string_view language) {
  Report report;
  report.language = language;
  report.title = form.title.in(language);
  report.subtitle = word(Word::tables_and_figures, language);
  report.facts = facts_of(form, definition, data, report.language);
  report.foot = word(Word::data, language) + ": " + printed_time(data.at) + "  " + data.hash;
  std::string chapter;
  for (const Table& table : definition.tables) {
    const std::string present = chapter_of(form, definition, table);
    if (report.sections.empty() || present != chapter) report.sections.emplace_back();
    chapter = present;
    report.sections.back().title = title_of_chapter(form, definition, table, report.language);
    const TableFigures own(form, table, figures, language);
    report.sections.back().tables.push_back(table_of(own, distributions, run));
  }
  return report;
}

}  // namespace genpyo::exports
