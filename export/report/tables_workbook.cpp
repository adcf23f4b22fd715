#include "export/report/tables_workbook.h"

#include <algorithm>

#include "export/report/table_sheet.h"
#include "export/report/workbook_figures.h"

namespace genpyo::exports {
namespace {

// Of how many cases the table's figures are, as printed: the least and the greatest n of all cases.
struct Bases {
  std::string least, most;
};

Bases bases_of(const std::vector<Figure>& figures, const std::string& table) {
  Bases bases;
  std::optional<double> least, most;
  for (const Figure& figure : figures) {
    if (figure.table != table || figure.column != "all" || figure.statistic != "n") continue;
    const auto n = printed_number(figure.value);
    const double value = n ? n->value : 0;  // hidden: below every other one
    if (!least || value < *least) {
      least = value;
      bases.least = figure.value;
    }
    if (!most || value > *most) {
      most = value;
      bases.most = figure.value;
    }
  }
  return bases;
}

class TablesBook {
 public:
  TablesBook(const forms::Form& form, const TablesDefinition& definition, const std::vector<Figure>& figures,
             const Report& report, const Run& run, WorkbookFile& file)
      : form_(form), definition_(definition), figures_(figures), report_(report), run_(run), file_(file),
        contents_(names_.take(say(Word::contents))), about_(names_.take(say(Word::sheet_about))),
        all_(names_.take(say(Word::sheet_figures))), charts_(names_.take(say(Word::sheet_charts)), report.language) {
    for (const ReportSection& section : report.sections) {
      for (const ReportTable& table : section.tables) {
        tables_.push_back({&table, &section, names_.take(table.id)});
      }
    }
  }

  void write() {
    add_contents();
    add_about();
    for (std::size_t index = 0; index < tables_.size(); ++index) add_table(definition_.tables[index], tables_[index]);
    add_figures();
    charts_.add_sheet(file_, say(Word::cut));
  }

 private:
  struct Told {
    const ReportTable* table;
    const ReportSection* section;
    std::string sheet;
  };

  std::string say(Word which) const { return word(which, report_.language); }

  std::string base_of(const Table& table) const {
    std::string base = run_.base.empty() ? say(Word::all) : words_of_base(form_, run_.base, report_.language);
    if (table.extraction) base += " / " + form_.extractions[*table.extraction].label.in(report_.language);
    if (!run_.where.empty()) base += " / " + run_.where;
    return base;
  }

  void add_contents() {
    CellSheet sheet(file_, contents_, say(Word::cut));
    sheet.heads({say(Word::table), say(Word::title), say(Word::heading), say(Word::base), say(Word::number_least),
                 say(Word::number_most), say(Word::notes)});
    for (std::size_t index = 0; index < tables_.size(); ++index) {
      const Told& told = tables_[index];
      std::string notes;
      for (const std::string& note : told.table->notes) notes += (notes.empty() ? "" : " / ") + note;
      const Bases bases = bases_of(figures_, told.table->id);
      sheet.next();
      sheet.link(told.sheet, told.table->id);
      sheet.text(told.table->title);
      sheet.text(told.section->title);
      sheet.text(base_of(definition_.tables[index]));
      sheet.printed(bases.least);
      sheet.printed(bases.most);
      sheet.text(notes);
    }
    sheet.end();
  }

  void add_about() {
    CellSheet sheet(file_, about_, say(Word::cut));
    sheet.heads({say(Word::item), say(Word::value)});
    const auto add = [&](const std::string& label, const std::string& value) {
      sheet.next();
      sheet.text(label);
      sheet.printed(value);
    };
    add(say(Word::title), report_.title);
    for (const ReportFact& fact : report_.facts) add(fact.label, fact.value);
    add(say(Word::base), run_.base.empty() ? say(Word::all) : run_.base);
    if (!run_.where.empty()) add(say(Word::base), run_.where);
    if (run_.mask > 0) add("--mask", std::to_string(run_.mask));
    add(say(Word::notes), say(Word::rounding));
    sheet.end();
  }

  void add_table(const Table& table, const Told& told) {
    CellSheet sheet(file_, told.sheet, say(Word::cut));
    const TableFigures words(form_, table, figures_, report_.language);
    const unsigned free = add_table_rows(sheet, words, figures_);
    charts_.add(file_, *told.table, free + 1);
  }

  void add_figures() {
    CellSheet sheet(file_, all_, say(Word::cut));
    sheet.heads({"table", "row", "column", "statistic", "value"});
    for (const Figure& figure : figures_) {
      sheet.next();
      for (const std::string& key : {figure.table, figure.row, figure.column, figure.statistic}) sheet.text(key);
      if (figure.statistic == "text") sheet.text(figure.value);
      else sheet.printed(figure.value);
    }
    sheet.end();
  }

  const forms::Form& form_;
  const TablesDefinition& definition_;
  const std::vector<Figure>& figures_;
  const Report& report_;
  const Run& run_;
  WorkbookFile& file_;
  SheetNames names_;
  std::string contents_, about_, all_;
  WorkbookFigures charts_;
  std::vector<Told> tables_;
};

}  // namespace

forms::Result<forms::Done> write_tables_workbook(const forms::Form& form, const TablesDefinition& definition,
                                                 const std::vector<Figure>& figures, const Report& report, const Run& run,
                                                 const std::string& at, const std::string& path) {
  WorkbookFile file(path, {.in_place = false, .row_by_row = false, .made = at});
  TablesBook(form, definition, figures, report, run, file).write();
  return file.finish();
}

}  // namespace genpyo::exports
