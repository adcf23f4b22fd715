// Test lines: what the tests of one table come to, as lines of it under the column "all". With
// several p in a table, one of them is small by chance alone: Holm's adjustment (Holm 1979) says what
// is left of each.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "export/tables/contingency.h"
#include "export/tables/rank_test.h"
#include "export/tables/significance.h"
#include "export/tables/tables.h"

namespace genpyo::exports {

// Each p multiplied by the number of those not smaller, never below a smaller one's and at most 1.
std::vector<double> holm(const std::vector<double>& p);

class TestLines {
 public:
  // Both must outlive it.
  TestLines(const Table& table, std::vector<Figure>& figures) : table_(table), figures_(figures) {}

  // 該当無し where a test could not be made.
  void p(const std::string& row, const std::string& statistic, std::optional<double> value);
  void number(const std::string& row, const std::string& statistic, std::optional<double> value, int decimals);
  void chi_square(const std::string& row, const std::optional<Contingency>& test);
  void mann_whitney(const std::string& row, const std::optional<RankTest>& test);
  void welch(const std::string& row, const std::optional<WelchTest>& test);

  // Where the table asks for it: beside every p that was made a line "…p_holm".
  void finish();

 private:
  void put(const std::string& row, const std::string& statistic, std::string value);

  struct Made {
    std::string row, statistic;
    double p;
  };
  const Table& table_;
  std::vector<Figure>& figures_;
  std::vector<Made> made_;
};

}  // namespace genpyo::exports
