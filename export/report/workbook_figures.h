// The report's charts as native charts: what they show is gathered on a sheet of its own, and each
// is set beside its table.
#pragma once
#include "export/report/report.h"
#include "export/report/workbook_cells.h"

namespace genpyo::exports {

class WorkbookFigures {
 public:
  WorkbookFigures(std::string sheet, std::string language) : sheet_(std::move(sheet)), language_(std::move(language)) {}

  // Onto the sheet at hand, one below the other from `column` on.
  void add(WorkbookFile& file, const ReportTable& table, unsigned column);
  // Once, behind the last table: the sheet that they all show.
  void add_sheet(WorkbookFile& file, const std::string& whole_in) const;

 private:
  struct Line {
    std::string table, heading, label, base;
    int chart = 0;
    std::vector<std::string> cells;
  };
  WorkbookChart begin(const ReportTable& table, const std::string& heading, const std::vector<std::string>& series);
  void line(const ReportTable& table, const std::string& heading, const std::string& label, const std::string& base,
            std::vector<std::string> cells);
  WorkbookChart of(const BarChart& chart, const ReportTable& table);
  WorkbookChart of(const BandChart& chart, const ReportTable& table);
  WorkbookChart of(const Histogram& chart, const ReportTable& table);
  void place(WorkbookFile& file, WorkbookChart chart, unsigned column);
  std::string say(std::string_view statistic) const;

  std::string sheet_, language_;
  std::vector<Line> lines_;
  int number_ = 0;     // of the chart, over all tables
  unsigned down_ = 0;  // pixels, on the sheet at hand
};

}  // namespace genpyo::exports
