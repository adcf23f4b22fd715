#include "export/readstat_file.h"

#include <cstdio>
#include <ctime>

namespace genpyo::exports {
namespace {

// ReadStat writes a moment as the local clock has it. We hand in the moment at which the local
// clock shows what the journal's shows (UTC), so that a file does not depend on where it is made.
std::time_t moment_of(const std::string& text) {
  std::tm parts = {};
  parts.tm_year = 70;
  parts.tm_mday = 1;
  int year = 0, month = 0;
  if (std::sscanf(text.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d", &year, &month, &parts.tm_mday, &parts.tm_hour,
                  &parts.tm_min, &parts.tm_sec) == 6) {
    parts.tm_year = year - 1900;
    parts.tm_mon = month - 1;
  }
  parts.tm_isdst = -1;
  return std::mktime(&parts);
}

}  // namespace

ReadStatFile::ReadStatFile(WholeFile& file, const std::string& written_at)
    : file_(file), writer_(readstat_writer_init()) {
  readstat_set_data_writer(get(), &take);
  readstat_writer_set_file_timestamp(get(), moment_of(written_at));
}

// The file collects its own errors and tells them when it is finished.
ssize_t ReadStatFile::take(const void* bytes, std::size_t count, void* self) {
  auto& its = *static_cast<ReadStatFile*>(self);
  const std::string_view piece(static_cast<const char*>(bytes), count);
  if (its.changed_) its.changed_(piece, its.file_);
  else its.file_.write(piece);
  return static_cast<ssize_t>(count);
}

void ReadStatFile::begin_sav(std::size_t rows) {
  must(readstat_writer_set_compression(get(), READSTAT_COMPRESS_ROWS));
  must(readstat_begin_writing_sav(get(), this, static_cast<long>(rows)));
}

void ReadStatFile::begin_dta(std::size_t rows) {
  must(readstat_writer_set_file_format_version(get(), 118));
  must(readstat_begin_writing_dta(get(), this, static_cast<long>(rows)));
}

void ReadStatFile::must(readstat_error_t error) {
  if (error != READSTAT_OK) fail(std::string("ReadStat says: ") + readstat_error_message(error));
}

void ReadStatFile::fail(std::string sentence) {
  if (!failure_) failure_ = forms::Failure{"Cannot write " + file_.path() + ": " + std::move(sentence) + "."};
}

forms::Result<forms::Done> ReadStatFile::finish() {
  if (!failed()) must(readstat_end_writing(get()));
  if (failed()) return *failure_;
  return forms::Done{};
}

}  // namespace genpyo::exports
