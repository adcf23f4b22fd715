// Report: what is told to people, before it has a face: contents, sections, tables as they are
// ruled, and their charts. Every cell is printed exactly as the tabulation printed it.
#pragma once
#include <string>
#include <vector>

#include "export/report/chart.h"
#include "export/tables/contents.h"
#include "export/tables/distribution.h"
#include "export/tables/tables.h"
#include "forms/form.h"

namespace genpyo::exports {

struct ReportColumn {
  std::string over;  // neighbours with the same one stand under it; "" = none
  std::string head;
};

struct ReportRow {
  enum class Kind { figures, heading, sum, words };  // heading, words: a label over the whole width
  Kind kind = Kind::figures;
  std::string label;
  int depth = 0;                   // of a part of the row above
  std::vector<std::string> cells;  // by column; "" = nothing to say
};

struct ReportTable {
  std::string id, title;
  std::string stub;  // over the labels of the rows: 項目
  std::vector<ReportColumn> columns;
  std::vector<ReportRow> rows;
  std::vector<std::string> notes;
  std::vector<ReportChart> charts;
};

struct ReportSection {
  std::string title;
  std::vector<ReportTable> tables;
};

struct ReportFact {
  std::string label, value;
};

struct Report {
  std::string language;
  std::string title, subtitle;
  std::vector<ReportFact> facts;
  std::vector<ReportSection> sections;
  std::string foot;  // date and hash of the data, on every page
};

// What the report says of the data besides its figures. No clock is read: `at` is the time of the
// newest line of the journal, `hash` the head of its chain.
struct DataFacts {
  std::size_t taken = 0, left_out = 0, in_base = 0;
  bool open_too = false;  // open cases were taken
  std::string at;         // "2018-03-01T09:30:00.000Z"
  std::string hash;
};

Report compose(const forms::Form& form, const TablesDefinition& definition,
               const std::vector<Figure>& figures, const std::vector<Distribution>& distributions,
               const Run& run, const DataFacts& data, std::string_view language);

// 「施設種別 = 診療所」 of ${facility_type} = 1; any other rule as its author wrote it.
std::string words_of_base(const forms::Form& form, const std::string& text, const std::string& language);

// "2018-03-01 09:30 UTC": the same on every machine.
std::string printed_time(const std::string& utc);

}  // namespace genpyo::exports
