// Hiding small cells, and what would give them back.
#include "export/tables/mask.h"

#include <catch2/catch.hpp>

#include "tests/export/small_form.h"

namespace genpyo::exports {
namespace {

// founder, one or several of 1 to 4.
forms::Form form_of(forms::ItemType type) {
  forms::Form form;
  form.languages = {"ja", "en"};
  form.lists = {{"four", {{1, {}}, {2, {}}, {3, {}}, {4, {}}}}};
  form.items = {item("founder", type, {})};
  form.items[0].choices = 0;
  return form;
}

struct Masking {
  explicit Masking(forms::ItemType type, std::vector<std::string> columns = {}) : form(form_of(type)) {
    Table table;
    table.id = "T";
    table.kind = Table::Kind::counts;
    table.rows = {0};
    table.groups = {every_case()};
    for (const std::string& name : columns) table.groups.push_back({name, {}, {}, {}, {}});
    definition.tables = {table};
  }
  void n(std::int64_t cases, const std::string& column = "all") { put("founder", column, "n", std::to_string(cases)); }
  void count(int code, std::int64_t cases, const std::string& column = "all") {
    put("founder=" + std::to_string(code), column, "count", std::to_string(cases));
    put("founder=" + std::to_string(code), column, "percent", "1.0");
  }
  void put(const std::string& row, const std::string& column, const std::string& statistic, const std::string& value) {
    figures.push_back({"T", row, column, statistic, value});
  }
  // The values in their order, "count percent" of each choice.
  std::string masked(int below = 3) {
    mask(figures, form, definition, below);
    std::string text;
    for (const Figure& figure : figures) text += (text.empty() ? "" : " ") + figure.value;
    return text;
  }
  forms::Form form;
  TablesDefinition definition;
  std::vector<Figure> figures;
};

TEST_CASE("A small count and its per cent are hidden, and the next smallest that would give it back") {
  Masking table(forms::ItemType::select_one);
  table.n(23);
  table.count(1, 2), table.count(2, 14), table.count(3, 7), table.count(4, 0);
  CHECK(table.masked() == "23 <3 秘匿 14 1.0 秘匿 秘匿 0 1.0");
}

TEST_CASE("Two small counts keep each other's secret") {
  Masking table(forms::ItemType::select_one);
  table.n(20);
  table.count(1, 2), table.count(2, 1), table.count(3, 10), table.count(4, 7);
  CHECK(table.masked() == "20 <3 秘匿 <3 秘匿 10 1.0 7 1.0");
}

TEST_CASE("Several marks do not add up, so only the small count is hidden") {
  Masking table(forms::ItemType::select_multiple);
  table.n(20);
  table.count(1, 2), table.count(2, 14), table.count(3, 7), table.count(4, 0);
  CHECK(table.masked() == "20 <3 秘匿 14 1.0 7 1.0 0 1.0");
}

TEST_CASE("Nothing small, nothing hidden, and zero is not small") {
  Masking table(forms::ItemType::select_one);
  table.n(20);
  table.count(1, 3), table.count(2, 17), table.count(3, 0), table.count(4, 0);
  CHECK(mask(table.figures, table.form, table.definition, 3) == 0);
}

TEST_CASE("Across columns too the total does not give a hidden count back, nor does a test") {
  Masking table(forms::ItemType::select_multiple, {"one", "several"});
  table.n(40), table.n(20, "one"), table.n(20, "several");
  table.count(1, 12), table.count(1, 2, "one"), table.count(1, 10, "several");
  table.put("founder=1", "all", "p", "0.0310");
  table.put("founder", "all", "p", "0.5000");
  CHECK(table.masked() == "40 20 20 12 1.0 <3 秘匿 秘匿 秘匿 秘匿 秘匿");
}

TEST_CASE("Statistics of too few are hidden, and texts are taken out") {
  Masking table(forms::ItemType::select_multiple, {"one"});
  table.definition.tables[0].kind = Table::Kind::statistics;
  table.n(2, "one");
  table.put("founder", "one", "mean", "3.5");
  table.n(9);
  table.put("founder", "all", "mean", "4.5");
  table.put("founder=1", "all", "text", "a remark");
  CHECK(table.masked() == "<3 秘匿 9 4.5");
}

}  // namespace
}  // namespace genpyo::exports
