// A sheet of an XLSForm as records: the columns' many spellings under one word each, with the
// language behind label::English (en). Internal to xlsform*.cpp.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "forms/diagnostic.h"
#include "forms/form_fields.h"
#include "forms/workbook.h"
#include "forms/yaml.h"

namespace genpyo::forms::xlsform {

struct Column {
  int column = 0;
  std::string header;    // as written
  std::string key;       // one word: label, relevant, genpyo::number; "" = ignored
  std::string language;  // as written behind ::, "" for none
};

struct Field {
  const Column* column = nullptr;
  std::string text;
};

struct Record {
  int row = 0;
  std::vector<Field> fields;
  const Field* find(std::string_view key) const;  // the first of that key
  std::string text(std::string_view key) const;   // "" when absent
  bool has(std::string_view key) const { return find(key) != nullptr; }
};

// Which sheet it is decides which spellings its columns have.
enum class SheetKind { survey, choices, settings, entities };

class Records {
 public:
  // A null sheet has no records. Faults of the header are noted.
  Records(const Workbook& workbook, const Sheet* sheet, SheetKind kind, Findings& findings);

  const std::vector<Record>& all() const { return records_; }
  const std::vector<Column>& columns() const { return columns_; }
  bool has(std::string_view key) const;
  bool present() const { return sheet_ != nullptr; }
  Place place(int row, int column = 0) const;
  Place place(const Record& record, std::string_view key) const;  // of the row when it has no such cell

  // The text of a cell as a node with its place; a null node when absent.
  yaml::Node node(const Record& record, const Field& field) const;

 private:
  void read_header(const SheetRow& header, SheetKind kind, Findings& findings);
  void read_rows(Findings& findings);

  std::string file_;
  const Sheet* sheet_;
  SheetKind kind_;
  std::vector<Column> columns_;
  std::vector<Record> records_;
};

// Whether a label, hint or message may stand there in several languages.
bool is_translated(std::string_view key);

// yes, Yes, YES, true, TRUE, true() …
bool is_yes(std::string_view text);
bool is_no(std::string_view text);

// Blanks and underscores as one underscore each, in small letters.
std::string snake(std::string_view text);
// Runs of blanks as one blank, typographic quotes as plain ones.
std::string cleaned(std::string_view text, bool collapse);

yaml::Node scalar(std::string text, const Place& place);
yaml::Node map_at(const Place& place);
yaml::Node list_at(const Place& place);
void put(yaml::Node& map, const std::string& key, yaml::Node value);

}  // namespace genpyo::forms::xlsform
