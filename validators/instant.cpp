#include "validators/instant.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

namespace genpyo::validators {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
// Beyond them, years have no four digits any more.
constexpr double earliest = -62'167'219'200'000, latest = 253'402'300'799'999;

// What is left to read of a text; a failed read leaves it unusable.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}
  bool ends() const { return text_.empty(); }
  bool take(char sign) {
    if (text_.empty() || text_.front() != sign) return false;
    text_.remove_prefix(1);
    return true;
  }
  // Exactly so many digits.
  std::optional<int> digits(std::size_t count) {
    if (text_.size() < count) return std::nullopt;
    int value = 0;
    for (const char digit : text_.substr(0, count)) {
      if (digit < '0' || digit > '9') return std::nullopt;
      value = value * 10 + (digit - '0');
    }
    text_.remove_prefix(count);
    return value;
  }
  // What follows a decimal point, as a part of one.
  std::optional<double> fraction() {
    double value = 0, place = 0.1;
    std::size_t count = 0;
    for (; count < text_.size() && text_[count] >= '0' && text_[count] <= '9'; ++count, place /= 10)
      value += place * (text_[count] - '0');
    if (count == 0) return std::nullopt;
    text_.remove_prefix(count);
    return value;
  }

 private:
  std::string_view text_;
};

std::optional<double> read_clock(Reader& reader) {
  const auto hour = reader.digits(2);
  if (!hour || *hour > 23) return std::nullopt;
  double clock = *hour * 3'600'000.0;
  if (!reader.take(':')) return clock;
  const auto minute = reader.digits(2);
  if (!minute || *minute > 59) return std::nullopt;
  clock += *minute * 60'000.0;
  if (!reader.take(':')) return clock;
  const auto second = reader.digits(2);
  if (!second || *second > 59) return std::nullopt;
  clock += *second * 1000.0;
  if (!reader.take('.')) return clock;
  const auto fraction = reader.fraction();
  if (!fraction) return std::nullopt;
  return clock + std::floor(*fraction * 1000 + 1e-6);
}

double as_utc(double local, const forms::Zone* zone) {
  if (zone == nullptr) return local;
  return local - static_cast<double>(zone->offset_at_local(static_cast<std::int64_t>(local)));
}

// What is written after the clock: Z, +09:00 or nothing.
double read_offset(Reader& reader, double local, const forms::Zone* zone) {
  if (reader.ends()) return as_utc(local, zone);
  if (reader.take('Z')) return reader.ends() ? local : none;
  const bool west = reader.take('-');
  if (!west && !reader.take('+')) return none;
  const auto hours = reader.digits(2);
  const bool parted = reader.take(':');
  const auto minutes = reader.digits(2);
  if (!hours || !parted || !minutes || !reader.ends() || *hours > 14 || *minutes > 59) return none;
  const double offset = (*hours * 60 + *minutes) * 60'000.0;
  return west ? local + offset : local - offset;
}

double midnight(const std::chrono::year_month_day& day) {
  return day.ok() ? static_cast<double>(std::chrono::sys_days(day).time_since_epoch().count()) *
                        day_length
                  : none;
}

double local_of(double instant, const forms::Zone* zone) {
  if (zone == nullptr) return instant;
  return instant + static_cast<double>(zone->offset_at(static_cast<std::int64_t>(instant)));
}

// A moment in the parts that a calendar and a clock show.
struct Parts {
  std::chrono::sys_days days;
  std::chrono::year_month_day day;
  int milliseconds = 0;  // since midnight
  int year() const { return static_cast<int>(day.year()); }
  int month() const { return static_cast<int>(static_cast<unsigned>(day.month())); }
  int date() const { return static_cast<int>(static_cast<unsigned>(day.day())); }
  int hour() const { return milliseconds / 3'600'000; }
  int minute() const { return milliseconds / 60'000 % 60; }
  int second() const { return milliseconds / 1000 % 60; }
};

Parts parts_of(double local) {
  const double days = std::floor(local / day_length);
  Parts parts;
  parts.days = std::chrono::sys_days(std::chrono::days(static_cast<int>(days)));
  parts.day = std::chrono::year_month_day(parts.days);
  parts.milliseconds = static_cast<int>(std::lround(local - days * day_length));
  return parts;
}

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

bool has_text(double instant) {
  return !std::isnan(instant) && instant >= earliest && instant <= latest;
}

std::string date_text(const Parts& parts) {
  return padded(parts.year(), 4) + "-" + padded(parts.month(), 2) + "-" + padded(parts.date(), 2);
}

std::string month_name(int month, std::string_view language) {
  constexpr std::array<std::string_view, 12> names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (language == "ja") return std::to_string(month) + "月";
  return std::string(names[static_cast<std::size_t>(month - 1)]);
}

std::string day_name(std::chrono::sys_days day, std::string_view language) {
  constexpr std::array<std::string_view, 7> names = {"Sun", "Mon", "Tue", "Wed",
                                                     "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 7> japanese = {"日", "月", "火", "水", "木", "金", "土"};
  const unsigned index = std::chrono::weekday(day).c_encoding();
  return std::string(language == "ja" ? japanese[index] : names[index]);
}

// ISO 8601: the week that holds the year's first Thursday is the first.
int week_of(std::chrono::sys_days day) {
  using std::chrono::days;
  const unsigned since_monday = std::chrono::weekday(day).iso_encoding() - 1;
  const auto thursday = day - days(since_monday) + days(3);
  const std::chrono::year year = std::chrono::year_month_day(thursday).year();
  return static_cast<int>((thursday - std::chrono::sys_days(year / 1 / 1)).count() / 7) + 1;
}

std::string sign_text(char sign, const Parts& parts, std::string_view language) {
  switch (sign) {
    case 'Y': return padded(parts.year(), 4);
    case 'y': return padded(parts.year() % 100, 2);
    case 'm': return padded(parts.month(), 2);
    case 'n': return std::to_string(parts.month());
    case 'b': return month_name(parts.month(), language);
    case 'd': return padded(parts.date(), 2);
    case 'e': return std::to_string(parts.date());
    case 'a': return day_name(parts.days, language);
    case 'W': return std::to_string(week_of(parts.days));
    case 'H': return padded(parts.hour(), 2);
    case 'h': return std::to_string(parts.hour());
    case 'M': return padded(parts.minute(), 2);
    case 'S': return padded(parts.second(), 2);
    case '3': return padded(parts.milliseconds % 1000, 3);
    case '%': return "%";
    default: return std::string("%") + sign;
  }
}

}  // namespace

double instant_of(const forms::Date& day, const forms::Zone* zone) {
  using namespace std::chrono;
  const year_month_day date(year(day.year), month(static_cast<unsigned>(day.month)),
                            std::chrono::day(static_cast<unsigned>(day.day)));
  const double local = midnight(date);
  return std::isnan(local) ? none : as_utc(local, zone);
}

double read_instant(std::string_view text, const forms::Zone* zone) {
  if (!may_be_instant(text)) return none;
  Reader reader(text);
  const auto year = reader.digits(4);
  reader.take('-');
  const auto month = reader.digits(2);
  reader.take('-');
  const auto day = reader.digits(2);
  if (!year || !month || !day) return none;
  const double local = midnight(std::chrono::year(*year) / *month / *day);
  if (std::isnan(local) || reader.ends()) return std::isnan(local) ? none : as_utc(local, zone);
  if (!reader.take('T')) return none;
  const auto clock = read_clock(reader);
  return clock ? read_offset(reader, local + *clock, zone) : none;
}

std::string with_leading_zeros(std::string_view text) {
  if (text.size() < 8 || text[4] != '-') return std::string(text);
  const std::size_t month_end = text.find('-', 5);
  if (month_end == std::string_view::npos) return std::string(text);
  const std::size_t day_end = std::min(text.find('T', month_end), text.size());
  std::string out(text.substr(0, 5));
  if (month_end == 6) out += '0';
  out += text.substr(5, month_end - 4);
  if (day_end == month_end + 2) out += '0';
  return out += text.substr(month_end + 1);
}

double read_time(std::string_view text, const forms::Zone* zone) {
  double instant = none;
  if (text.find('T') != std::string_view::npos) {
    instant = read_instant(text, zone);
  } else {
    Reader reader(text);
    const auto clock = read_clock(reader);
    if (clock) instant = read_offset(reader, *clock, zone);
  }
  if (std::isnan(instant)) return none;
  const double local = local_of(instant, zone) / day_length;
  return local - std::floor(local);
}

std::string instant_text(double instant, const forms::Zone* zone) {
  if (!has_text(instant)) return "Invalid Date";
  const double whole = std::round(instant);
  const double local = local_of(whole, zone);
  const Parts parts = parts_of(local);
  if (parts.milliseconds == 0) return date_text(parts);
  const int offset = static_cast<int>((local - whole) / 60'000);
  return date_text(parts) + "T" + padded(parts.hour(), 2) + ":" + padded(parts.minute(), 2) + ":" +
         padded(parts.second(), 2) + "." + padded(parts.milliseconds % 1000, 3) +
         (offset < 0 ? "-" : "+") + padded(std::abs(offset) / 60, 2) + ":" +
         padded(std::abs(offset) % 60, 2);
}

std::string formatted(double instant, const forms::Zone* zone, std::string_view format,
                      std::string_view language) {
  if (!has_text(instant)) return "";
  const Parts parts = parts_of(local_of(std::round(instant), zone));
  std::string out;
  for (std::size_t at = 0; at < format.size(); ++at) {
    if (format[at] == '%' && at + 1 < format.size())
      out += sign_text(format[++at], parts, language);
    else
      out += format[at];
  }
  return out;
}

double local_days(double instant, const forms::Zone* zone) {
  return std::isnan(instant) ? none : local_of(instant, zone) / day_length;
}

}  // namespace genpyo::validators
