#include "export/readstat_reader.h"

#include <readstat.h>

#include <chrono>
#include <cmath>
#include <exception>
#include <fstream>
#include <memory>
#include <string_view>

#include "export/dta_texts.h"
#include "export/sav_rows.h"
#include "forms/partial_date.h"

namespace genpyo::exports {
namespace {

// What is different between the two programs' files.
struct Program {
  const char* file;  // as a sentence names it
  readstat_error_t (*parse)(readstat_parser_t*, const char* path, void* reading);
  bool (*is_date)(std::string_view format);
  double days_a_unit;
  int days_before_1970;  // of its day 0
};

bool is_spss_date(std::string_view format) {
  return format.starts_with("SDATE") || format.starts_with("DATE") || format.starts_with("ADATE") || format.starts_with("EDATE");
}
bool is_stata_date(std::string_view format) { return format.starts_with("%td") || format.starts_with("%-td"); }

constexpr Program spss = {"an SPSS file", readstat_parse_sav, is_spss_date, 1 / 86'400.0, 141'428};
constexpr Program stata = {"a Stata file", readstat_parse_dta, is_stata_date, 1, 3'653};

std::string day(double moment, const Program& program) {
  const double number = std::floor(moment * program.days_a_unit) - program.days_before_1970;
  if (!(number > -355'000 && number < 2'933'000)) return digits(moment);  // not of the years 1000 to 9999: faulted when it is keyed
  const std::chrono::year_month_day date(std::chrono::sys_days(std::chrono::days(static_cast<int>(number))));
  const auto part = [](unsigned value) { return static_cast<int>(value); };
  return forms::edtf({static_cast<int>(date.year()), part(static_cast<unsigned>(date.month())), part(static_cast<unsigned>(date.day()))});
}

// .a not keyed … .g page absent, as readstat_dta.cpp writes them. Nothing for another letter.
std::optional<forms::Missing> kind_of(char tag) {
  const int place = tag - 'a';
  if (place < 0 || place >= static_cast<int>(forms::all_missing.size())) return std::nullopt;
  return forms::all_missing[static_cast<std::size_t>(place)];
}

// ReadStat reads no further than the last label that is there.
bool is_cut_off(const std::string& path) {
  constexpr std::string_view begin = "<stata_dta>", end = "</stata_dta>";
  std::ifstream file(path, std::ios::binary);
  std::string bytes(begin.size(), '\0');
  if (!file.read(bytes.data(), static_cast<std::streamsize>(begin.size())) || bytes != begin) return false;  // or older than these
  bytes.resize(end.size());
  file.seekg(-static_cast<std::streamoff>(end.size()), std::ios::end);
  return !file.read(bytes.data(), static_cast<std::streamsize>(end.size())) || bytes != end;
}

forms::Failure unsound(const std::string& path, const Program& program) {
  return forms::Failure{path + " cannot be read as " + program.file + ": it is damaged, or packed in a way that export does not use. " +
                        "Copy it again, or export it anew."};
}

// Its functions are called by C, through which no exception may go: one ends the reading.
class Reading {
 public:
  Reading(const Program& program, std::size_t most_bytes) : program_(program), room_(most_bytes) {}

  forms::Result<DatasetRows> read(const std::string& path) {
    const std::unique_ptr<readstat_parser_t, decltype(&readstat_parser_free)> parser(readstat_parser_init(), &readstat_parser_free);
    readstat_set_variable_handler(parser.get(), &on_variable);
    readstat_set_value_handler(parser.get(), &on_value);
    const readstat_error_t error = program_.parse(parser.get(), path.c_str(), this);
    if (error == READSTAT_ERROR_USER_ABORT) return forms::Failure{path + " is too large to be read. Export fewer cases at a time."};
    if (error != READSTAT_OK) {
      return forms::Failure{path + " cannot be read as " + program_.file + " (" + readstat_error_message(error) +
                            "). Copy it again, or export it anew."};
    }
    return std::move(read_);
  }

 private:
  static int on_variable(int, readstat_variable_t* variable, const char*, void* self) {
    return guarded(self, [variable](Reading& its) {
      const char* name = readstat_variable_get_name(variable);
      its.read_.names.emplace_back(name == nullptr ? "" : name);
      const char* format = readstat_variable_get_format(variable);
      its.dates_.push_back(format != nullptr && its.program_.is_date(format));
      return its.room_.take(sizeof(std::string) + its.read_.names.back().size());
    });
  }

  static int on_value(int row, readstat_variable_t* variable, readstat_value_t value, void* self) {
    return guarded(self, [=](Reading& its) { return its.take(row, readstat_variable_get_index(variable), value); });
  }

  // `act` says whether there was room.
  template <typename Act>
  static int guarded(void* self, Act act) {
    try {
      return act(*static_cast<Reading*>(self)) ? READSTAT_HANDLER_OK : READSTAT_HANDLER_ABORT;
    } catch (const std::exception&) {  // no memory left
      return READSTAT_HANDLER_ABORT;
    }
  }

  bool take(int row, int column, readstat_value_t value) {
    const auto place = static_cast<std::size_t>(row), at = static_cast<std::size_t>(column);
    if (row < 0 || column < 0 || at >= read_.names.size()) return false;
    while (read_.rows.size() <= place) {
      if (!room_.take_row(read_.names.size())) return false;
      read_.rows.push_back({static_cast<int>(read_.rows.size()) + 2, std::vector<ReadCell>(read_.names.size())});
    }
    ReadCell& cell = read_.rows[place].cells[at];
    if (readstat_value_is_tagged_missing(value)) cell.missing = kind_of(readstat_value_tag(value));
    if (!cell.missing) cell.text = text_of(value, dates_[at]);
    return room_.take(cell.text.size());
  }

  std::string text_of(readstat_value_t value, bool is_date) const {
    if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
      const char* text = readstat_string_value(value);
      return text == nullptr ? "" : text;
    }
    if (readstat_value_is_system_missing(value)) return "";
    if (readstat_value_is_tagged_missing(value)) return std::string(".") + readstat_value_tag(value);  // faulted when it is keyed
    const double figure = readstat_double_value(value);
    return is_date ? day(figure, program_) : digits(figure);
  }

  const Program& program_;
  RowsRoom room_;
  std::vector<bool> dates_;
  DatasetRows read_;
};

}  // namespace

forms::Result<DatasetRows> read_sav(const std::string& path, std::size_t most_bytes) {
  if (!has_sound_rows(path)) return unsound(path, spss);
  return Reading(spss, most_bytes).read(path);
}

forms::Result<DatasetRows> read_dta(const std::string& path, std::size_t most_bytes) {
  if (is_cut_off(path)) return forms::Failure{path + " cannot be read as a Stata file: its end is cut off. Copy it again, or export it anew."};
  if (!has_sound_texts(path)) return unsound(path, stata);
  return Reading(stata, most_bytes).read(path);
}

}  // namespace genpyo::exports
