#include "export/readstat_reader.h"

#include <readstat.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <exception>
#include <memory>
#include <string_view>

#include "forms/partial_date.h"

namespace genpyo::exports {
namespace {

constexpr int days_from_1582_10_14 = 141'428;
constexpr double seconds_of_day = 86'400;
constexpr double largest_exact = 9'007'199'254'740'992;  // 2^53

std::string digits(double figure) {
  char text[400];  // the longest double without an exponent has 309 digits before its point
  const auto end = std::abs(figure) <= largest_exact && figure == std::floor(figure)
                       ? std::to_chars(text, text + sizeof text, static_cast<std::int64_t>(figure)).ptr
                       : std::to_chars(text, text + sizeof text, figure, std::chars_format::fixed).ptr;
  return {text, end};
}

std::string day(double seconds) {
  const double number = std::floor(seconds / seconds_of_day) - days_from_1582_10_14;
  if (!(number > -355'000 && number < 2'933'000)) return digits(seconds);  // not of the years 1000 to 9999: faulted when it is keyed
  const std::chrono::year_month_day date(std::chrono::sys_days(std::chrono::days(static_cast<int>(number))));
  const auto part = [](unsigned value) { return static_cast<int>(value); };
  return forms::edtf({static_cast<int>(date.year()), part(static_cast<unsigned>(date.month())), part(static_cast<unsigned>(date.day()))});
}

bool is_date(std::string_view format) {
  return format.starts_with("SDATE") || format.starts_with("DATE") || format.starts_with("ADATE") || format.starts_with("EDATE");
}

// Its functions are called by C, through which no exception may go: one ends the reading.
class Reading {
 public:
  explicit Reading(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  forms::Result<forms::csv::Table> read(const std::string& path) {
    const std::unique_ptr<readstat_parser_t, decltype(&readstat_parser_free)> parser(readstat_parser_init(), &readstat_parser_free);
    readstat_set_variable_handler(parser.get(), &on_variable);
    readstat_set_value_handler(parser.get(), &on_value);
    const readstat_error_t error = readstat_parse_sav(parser.get(), path.c_str(), this);
    if (error == READSTAT_ERROR_USER_ABORT) return forms::Failure{path + " is too large to be read."};
    if (error != READSTAT_OK) return forms::Failure{path + " cannot be read as an SPSS file: " + readstat_error_message(error) + "."};
    return std::move(table_);
  }

 private:
  static int on_variable(int, readstat_variable_t* variable, const char*, void* self) {
    return guarded(self, [variable](Reading& its) {
      its.table_.header.emplace_back(readstat_variable_get_name(variable));
      const char* format = readstat_variable_get_format(variable);
      its.dates_.push_back(format != nullptr && is_date(format));
    });
  }

  static int on_value(int row, readstat_variable_t* variable, readstat_value_t value, void* self) {
    return guarded(self, [=](Reading& its) { its.take(row, readstat_variable_get_index(variable), value); });
  }

  template <typename Act>
  static int guarded(void* self, Act act) {
    auto& its = *static_cast<Reading*>(self);
    try {
      act(its);
    } catch (const std::exception&) {  // no memory left
      return READSTAT_HANDLER_ABORT;
    }
    return its.bytes_ <= its.most_bytes_ ? READSTAT_HANDLER_OK : READSTAT_HANDLER_ABORT;
  }

  void take(int row, int column, readstat_value_t value) {
    const auto place = static_cast<std::size_t>(row);
    while (table_.rows.size() <= place) {
      table_.rows.push_back({static_cast<int>(table_.rows.size()) + 2, std::vector<std::string>(table_.header.size())});
      bytes_ += table_.header.size() * sizeof(std::string);
    }
    std::string& cell = table_.rows[place].cells[static_cast<std::size_t>(column)];
    cell = text_of(value, dates_[static_cast<std::size_t>(column)]);
    bytes_ += cell.size();
  }

  static std::string text_of(readstat_value_t value, bool is_date) {
    if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
      const char* text = readstat_string_value(value);
      return text == nullptr ? "" : text;
    }
    if (readstat_value_is_system_missing(value)) return "";
    const double figure = readstat_double_value(value);
    return is_date ? day(figure) : digits(figure);
  }

  std::size_t most_bytes_, bytes_ = 0;
  std::vector<bool> dates_;
  forms::csv::Table table_;
};

}  // namespace

forms::Result<forms::csv::Table> read_sav(const std::string& path, std::size_t most_bytes) {
  return Reading(most_bytes).read(path);
}

}  // namespace genpyo::exports
