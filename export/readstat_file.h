// ReadStatFile: a file that ReadStat writes into ours, byte by byte as it makes them. Keeps the
// first thing that went wrong; what comes after it is not written.
#pragma once
#include <readstat.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "export/dataset.h"

namespace genpyo::exports {

class ReadStatFile {
 public:
  // What goes to the file in place of a piece that ReadStat hands over.
  using Changed = std::function<void(std::string_view piece, WholeFile& file)>;

  // `written_at` ("2018-03-01T09:30:00.000Z") is the moment that the file names; "" is the year 1970.
  ReadStatFile(WholeFile& file, const std::string& written_at);
  ReadStatFile(const ReadStatFile&) = delete;
  ReadStatFile& operator=(const ReadStatFile&) = delete;

  void change(Changed changed) { changed_ = std::move(changed); }
  void begin_sav(std::size_t rows);
  void begin_dta(std::size_t rows);
  void begin_row() { must(readstat_begin_row(get())); }
  void end_row() { must(readstat_end_row(get())); }
  forms::Result<forms::Done> finish();

  readstat_writer_t* get() const { return writer_.get(); }
  WholeFile& file() const { return file_; }
  void must(readstat_error_t error);
  void fail(std::string sentence);
  bool failed() const { return failure_.has_value(); }

 private:
  static ssize_t take(const void* bytes, std::size_t count, void* file);
  struct Free {
    void operator()(readstat_writer_t* writer) const { readstat_writer_free(writer); }
  };

  WholeFile& file_;
  std::unique_ptr<readstat_writer_t, Free> writer_;
  Changed changed_;
  std::optional<forms::Failure> failure_;
};

}  // namespace genpyo::exports
