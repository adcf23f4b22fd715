// Ruled table: a table of the report measured for a width, to be drawn row by row, so that a page
// may break between any two. Numbers stand on their decimal point.
#pragma once
#include <vector>

#include "export/report/report.h"
#include "forms/paper/measures.h"
#include "forms/paper/typesetter.h"

namespace genpyo::exports {

inline constexpr paper::Style table_head{7.5, 3.4};
inline constexpr paper::Style table_label{8, 3.6};
inline constexpr paper::Style table_figure{8, 3.6};

class RuledTable {
 public:
  // `table` and `set` must outlive it.
  RuledTable(const ReportTable& table, const paper::Typesetter& set, double width);

  // Whether the labels keep room enough to be read.
  static bool fits(const ReportTable& table, const paper::Typesetter& set, double width);

  double head_height() const { return over_height_ + head_height_; }
  double row_height(std::size_t row) const { return heights_[row]; }
  double rows_height() const;

  void draw_head(paper::Drawing& drawing, paper::Point top) const;
  void draw_row(paper::Drawing& drawing, paper::Point top, std::size_t row) const;
  // The heavy rule below the last row of a page.
  void draw_end(paper::Drawing& drawing, paper::Point top) const;

 private:
  double left_of(std::size_t column) const { return label_width_ + column_width_ * static_cast<double>(column); }
  void draw_figure(paper::Drawing& drawing, paper::Point top, std::size_t row, std::size_t column) const;
  void draw_over(paper::Drawing& drawing, paper::Point top) const;
  void draw_centred(paper::Drawing& drawing, const paper::Rect& rect, const std::string& words) const;

  const ReportTable& table_;
  const paper::Typesetter& set_;
  double width_, label_width_, column_width_;
  double over_height_ = 0, head_height_ = 0;
  std::vector<double> decimals_;  // mm behind the point, by column
  std::vector<double> heights_;
  std::vector<std::vector<std::string>> labels_;  // lines, by row
};

}  // namespace genpyo::exports
