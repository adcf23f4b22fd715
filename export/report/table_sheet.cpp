#include "export/report/table_sheet.h"

#include <algorithm>
#include <map>

namespace genpyo::exports {
namespace {

// The figures of one row and column. Of several texts each but the first has a row of its own.
struct Line {
  const Figure* of = nullptr;
  std::map<std::string, const Figure*> figures;  // by statistic
};

class Lines {
 public:
  explicit Lines(const std::vector<Figure>& figures, const std::string& table) {
    std::map<std::pair<std::string, std::string>, std::size_t> groups;
    std::vector<std::vector<Line>> lines;
    for (const Figure& figure : figures) {
      if (figure.table != table) continue;
      if (std::find(statistics.begin(), statistics.end(), figure.statistic) == statistics.end()) statistics.push_back(figure.statistic);
      const auto [group, is_new] = groups.try_emplace({figure.row, figure.column}, lines.size());
      if (is_new) lines.push_back({Line{&figure, {}}});
      add(lines[group->second], figure);
    }
    for (const auto& group : lines) all.insert(all.end(), group.begin(), group.end());
    order();
  }

  std::vector<std::string> statistics;  // n, counts and per cents first
  std::vector<Line> all;

 private:
  static void add(std::vector<Line>& group, const Figure& figure) {
    if (group.back().figures.count(figure.statistic) != 0) group.push_back({&figure, {}});
    group.back().figures[figure.statistic] = &figure;
  }

  void order() {
    const auto rank = [](const std::string& name) { return name == "n" ? 0 : name == "count" ? 1 : name == "percent" ? 2 : name == "text" ? 4 : 3; };
    std::stable_sort(statistics.begin(), statistics.end(), [&](const auto& left, const auto& right) { return rank(left) < rank(right); });
  }
};

std::string unit_of(const TableFigures& words, const std::string& row) {
  const auto item = words.form().find(item_of_row(row));
  if (!item) return "";
  const Table& table = words.table();
  const auto of = table.kind == Table::Kind::means && table.of ? *table.of : *item;
  std::string unit = words.form().items[of].unit.in(words.language());
  if (table.per) unit += " / " + words.label_of_item(*table.per);
  return unit;
}

void add_line(CellSheet& sheet, const TableFigures& words, const Line& line, const std::vector<std::string>& statistics) {
  const std::string& row = line.of->row;
  sheet.next();
  sheet.text(words.label_of_row(item_of_row(row)));
  sheet.text(is_of_choice(row) ? words.label_of_row(row) : "");
  sheet.text(words.label_of_column(line.of->column));
  sheet.text(unit_of(words, row));
  sheet.text(row);
  sheet.text(line.of->column);
  for (const std::string& statistic : statistics) {
    const auto figure = line.figures.find(statistic);
    if (figure == line.figures.end()) sheet.skip();
    else if (statistic == "text") sheet.text(figure->second->value);
    else sheet.printed(figure->second->value);
  }
}

}  // namespace

unsigned add_table_rows(CellSheet& sheet, const TableFigures& words, const std::vector<Figure>& figures) {
  const Lines lines(figures, words.table().id);
  std::vector<std::string> heads = {words.word(Word::item), words.word(Word::choice), words.word(Word::column), words.word(Word::unit),
                                    words.word(Word::row_name), words.word(Word::column_name)};
  for (const std::string& statistic : lines.statistics) {
    heads.push_back(statistic == "text" ? words.word(Word::text_behind) : words.statistic(statistic));
  }
  sheet.heads(heads);
  for (const Line& line : lines.all) add_line(sheet, words, line, lines.statistics);
  sheet.end();
  return static_cast<unsigned>(heads.size());
}

}  // namespace genpyo::exports
