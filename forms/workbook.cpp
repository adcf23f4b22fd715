#include "forms/workbook.h"

#include <algorithm>
#include <filesystem>

#include "forms/csv.h"
#include "forms/form_reader.h"
#include "forms/text.h"
#include "forms/workbook_parts.h"
#include "forms/xml.h"
#include "forms/zip.h"

namespace genpyo::forms {
namespace parts {
namespace {

using Event = xml::Scanner::Event;

const Failure damaged{"one of its parts is damaged or cut off. Open it in a spreadsheet program and save it again."};

// Calls `opened` at each opening tag. False when the XML is broken.
template <typename Opened>
bool for_each_tag(std::string_view text, const Opened& opened) {
  xml::Scanner scanner(text);
  for (Event event = scanner.next(); event != Event::end; event = scanner.next()) {
    if (event == Event::broken) return false;
    if (event == Event::open) opened(scanner);
  }
  return true;
}

// A format's code without what stands in quotes and brackets: "[$-409]yyyy" is a date, "0 \"day\"" not.
NumberKind kind_of_code(std::string_view code) {
  bool day = false, clock = false;
  char until = '\0';
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char sign = code[at];
    if (until != '\0') {
      if (sign == until) until = '\0';
    } else if (sign == '"' || sign == '[') {
      until = sign == '"' ? '"' : ']';
    } else if (sign == '\\') {
      ++at;
    } else if (sign == 'y' || sign == 'd' || sign == 'Y' || sign == 'D') {
      day = true;
    } else if (sign == 'h' || sign == 's' || sign == 'H' || sign == 'S') {
      clock = true;
    }
  }
  if (day) return clock ? NumberKind::date_time : NumberKind::date;
  return clock ? NumberKind::time : NumberKind::plain;
}

// ECMA-376 18.8.30: the formats that have a number and no code.
NumberKind built_in_kind(int id) {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) return NumberKind::date;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return NumberKind::time;
  return id == 22 ? NumberKind::date_time : NumberKind::plain;
}

int whole(const std::string& text) {
  return !text.empty() && text.size() < 7 && text.find_first_not_of("0123456789") == std::string::npos ? std::stoi(text) : -1;
}

}  // namespace

Result<BookEntries> read_book(std::string_view text) {
  BookEntries book;
  const bool read = for_each_tag(text, [&](const xml::Scanner& tag) {
    if (tag.name() == "sheet") book.sheets.push_back({tag.attribute("name"), tag.attribute("id")});
    if (tag.name() == "workbookPr") {
      const std::string flag = tag.attribute("date1904");
      book.from_1904 = flag == "1" || flag == "true";
    }
  });
  if (!read) return damaged;
  return book;
}

Result<std::vector<std::pair<std::string, std::string>>> read_relations(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> relations;
  const bool read = for_each_tag(text, [&](const xml::Scanner& tag) {
    if (tag.name() != "Relationship") return;
    std::string target = tag.attribute("Target");
    target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
    relations.emplace_back(tag.attribute("Id"), std::move(target));
  });
  if (!read) return damaged;
  return relations;
}

Result<std::vector<std::string>> read_strings(std::string_view text) {
  std::vector<std::string> strings;
  xml::Scanner scanner(text);
  bool in_text = false;
  int readings = 0;  // rPh: how kanji are read, which is no part of the text
  for (Event event = scanner.next(); event != Event::end; event = scanner.next()) {
    if (event == Event::broken) return damaged;
    const std::string_view name = scanner.name();
    if (event == Event::text && in_text && !strings.empty()) strings.back() += scanner.text();
    if (event == Event::open && name == "si") strings.emplace_back();
    if (event == Event::open && name == "rPh") ++readings;
    if (event == Event::close && name == "rPh") --readings;
    if (event == Event::open && name == "t") in_text = readings == 0;
    if (event == Event::close && name == "t") in_text = false;
  }
  return strings;
}

Result<std::vector<NumberKind>> read_formats(std::string_view text) {
  std::vector<std::pair<int, NumberKind>> own;
  std::vector<NumberKind> formats;
  bool in_cells = false;
  const bool read = for_each_tag(text, [&](const xml::Scanner& tag) {
    if (tag.name() == "numFmt") own.emplace_back(whole(tag.attribute("numFmtId")), kind_of_code(tag.attribute("formatCode")));
    if (tag.name() == "cellXfs") in_cells = true;
    if (tag.name() == "cellStyles" || tag.name() == "dxfs") in_cells = false;
    if (!in_cells || tag.name() != "xf") return;
    const int id = whole(tag.attribute("numFmtId"));
    const auto found = std::find_if(own.begin(), own.end(), [id](const auto& format) { return format.first == id; });
    formats.push_back(found != own.end() ? found->second : built_in_kind(id));
  });
  if (!read) return damaged;
  return formats;
}

}  // namespace parts

namespace {

constexpr std::size_t most_file_bytes = 64u << 20, most_part_bytes = 256u << 20;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  });
  return text;
}

class Book {
 public:
  Book(const Zip& zip, const WorkbookReading& reading) : zip_(zip), room_{reading.most_cells, reading.most_text_bytes} {
    shared_.verbatim = reading.verbatim;
  }

  Result<forms::Done> read(const std::vector<std::string>& wanted, Workbook& workbook) {
    if (auto read = read_index(); !read) return read;
    for (const parts::SheetEntry& sheet : book_.sheets) workbook.names.push_back(sheet.name);
    for (const parts::SheetEntry& sheet : book_.sheets) {
      const std::string name = lower(sheet.name);
      const bool asked = std::find(wanted.begin(), wanted.end(), name) != wanted.end();
      if (!asked && book_.sheets.size() != 1) continue;
      auto xml = zip_.read(target_of(sheet.relation), most_part_bytes);
      if (!xml) return xml.failure();
      auto rows = parts::read_sheet(*xml, shared_, room_);
      if (!rows) return rows.failure();
      workbook.sheets.push_back({asked || wanted.empty() ? name : wanted.front(), std::move(*rows)});
    }
    return Done{};
  }

 private:
  Result<forms::Done> read_index() {
    auto relations_xml = zip_.read("xl/_rels/workbook.xml.rels", most_part_bytes);
    if (!relations_xml) return relations_xml.failure();
    auto relations = parts::read_relations(*relations_xml);
    if (!relations) return relations.failure();
    relations_ = std::move(*relations);
    auto book_xml = zip_.read("xl/workbook.xml", most_part_bytes);
    if (!book_xml) return book_xml.failure();
    auto book = parts::read_book(*book_xml);
    if (!book) return book.failure();
    book_ = std::move(*book);
    shared_.from_1904 = book_.from_1904;
    return read_shared();
  }

  Result<forms::Done> read_shared() {
    if (const std::string name = target_ending("sharedStrings.xml"); !name.empty()) {
      auto xml = zip_.read(name, most_part_bytes);
      if (!xml) return xml.failure();
      auto strings = parts::read_strings(*xml);
      if (!strings) return strings.failure();
      shared_.strings = std::move(*strings);
    }
    if (const std::string name = target_ending("styles.xml"); !name.empty()) {
      auto xml = zip_.read(name, most_part_bytes);
      if (!xml) return xml.failure();
      auto formats = parts::read_formats(*xml);
      if (!formats) return formats.failure();
      shared_.formats = std::move(*formats);
    }
    return Done{};
  }

  std::string target_of(const std::string& id) const {
    for (const auto& [relation, target] : relations_) {
      if (relation == id) return target;
    }
    return "xl/worksheets";
  }
  // Where it is there at all: a workbook without strings or styles is legal.
  std::string target_ending(std::string_view ending) const {
    for (const auto& [relation, target] : relations_) {
      if (lower(target).ends_with(lower(std::string(ending))) && zip_.has(target)) return target;
    }
    return "";
  }

  const Zip& zip_;
  std::vector<std::pair<std::string, std::string>> relations_;
  parts::BookEntries book_;
  parts::Shared shared_;
  parts::Room room_;
};

// Fails when any text is not UTF-8: nothing behind this could show it.
bool all_utf8(const Workbook& workbook) {
  for (const Sheet& sheet : workbook.sheets) {
    for (const SheetRow& row : sheet.rows) {
      for (const Cell& cell : row.cells) {
        if (!is_utf8(cell.text)) return false;
      }
    }
  }
  return true;
}

void add_row(int number, const std::vector<std::string>& texts, Sheet& sheet) {
  SheetRow row{number, {}};
  for (std::size_t column = 0; column < texts.size(); ++column) {
    std::string text = texts[column];
    text.erase(0, std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    text.erase(text.find_last_not_of(" \t\r\n") + 1);
    if (!text.empty()) row.cells.push_back({static_cast<int>(column) + 1, std::move(text)});
  }
  if (!row.cells.empty()) sheet.rows.push_back(std::move(row));
}

}  // namespace

const Sheet* Workbook::find(std::string_view name) const {
  const auto found = std::find_if(sheets.begin(), sheets.end(), [name](const Sheet& sheet) { return sheet.name == name; });
  return found == sheets.end() ? nullptr : &*found;
}

Result<Workbook> read_workbook(std::string_view bytes, const std::string& file, const std::vector<std::string>& wanted,
                               const WorkbookReading& reading) {
  const auto said = [&file](const Failure& failure) { return Failure{file + " cannot be read: " + failure.sentence}; };
  if (bytes.size() > most_file_bytes) return said({"it is larger than 64 MiB. Delete what is no part of it."});
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    return said({"it is an old .xls file, or locked with a password. Save it as .xlsx, without a password."});
  }
  const auto zip = Zip::open(bytes);
  if (!zip) return said(zip.failure());
  Workbook workbook;
  workbook.file = file;
  if (auto read = Book(*zip, reading).read(wanted, workbook); !read) return said(read.failure());
  if (!all_utf8(workbook)) return said({"it holds text that is not UTF-8. Save it again."});
  return workbook;
}

Result<Workbook> read_csv_workbook(const std::string& folder, const std::vector<std::string>& wanted) {
  Workbook workbook;
  workbook.file = std::filesystem::path(folder).filename().string();
  if (workbook.file.empty()) workbook.file = folder;
  for (const std::string& name : wanted) {
    const std::filesystem::path path = std::filesystem::path(folder) / (name + ".csv");
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) continue;
    auto bytes = read_file(path.string(), most_file_bytes);
    if (!bytes) return bytes.failure();
    auto table = csv::parse(*bytes);
    if (!table) return Failure{path.string() + ": " + table.failure().sentence};
    Sheet sheet{name, {}};
    add_row(1, table->header, sheet);
    for (const csv::Row& row : table->rows) add_row(row.line, row.cells, sheet);
    workbook.names.push_back(name);
    workbook.sheets.push_back(std::move(sheet));
  }
  return workbook;
}

}  // namespace genpyo::forms
