// DatasetRows: what a file that `export` wrote holds, read back: names of variables, and cells as
// texts, or as missing kinds where the format has them. One reader a format; such a file may be
// anything, and each reader is bounded.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "forms/csv.h"
#include "forms/form.h"
#include "forms/missing.h"
#include "forms/result.h"

namespace genpyo::exports {

struct ReadCell {
  std::string text;                             // as CSV has it in the analysis profile; "" for nothing
  std::optional<forms::Missing> missing = {};  // where the format says the kind itself
};

struct ReadRow {
  int line = 0;  // the row's place in the file, the names being line 1
  std::vector<ReadCell> cells;
};

// A code that stands for a missing kind, where the file says so.
struct KindCode {
  std::string variable;  // "" = every one
  std::string code;
  forms::Missing kind = forms::Missing::not_keyed;
};

// What the file itself says a variable means, or a code of it: in each language that it has words in.
struct SaidLabel {
  std::string variable;
  std::optional<std::int64_t> code = {};
  forms::Label label;
};

struct DatasetRows {
  std::string form_id;  // "" where the file does not say
  std::vector<std::string> names;
  std::vector<ReadRow> rows;
  std::vector<KindCode> kinds;  // empty: those of the analysis profile
  std::vector<SaidLabel> labels = {};  // of variables and codes, where the format has them
};

// What the rows of one file may take in memory.
inline constexpr std::size_t most_rows_bytes = std::size_t{2} << 30;

// What is left of it, counted while a file is read.
class RowsRoom {
 public:
  explicit RowsRoom(std::size_t bytes) : left_(bytes) {}
  bool take(std::size_t bytes) {
    if (bytes > left_) return false;
    left_ -= bytes;
    return true;
  }
  bool take_row(std::size_t cells) { return take(sizeof(ReadRow) + cells * sizeof(ReadCell)); }

 private:
  std::size_t left_;
};

DatasetRows rows_of(forms::csv::Table table);

// Fails where a name is empty or stands there twice.
forms::Result<forms::Done> check_names(const std::vector<std::string>& names);

// A cell of the row that says what a variable or a code means: into `words`, by language, where its
// column is one of labels ("label_ja").
void take_label(std::string_view column, const std::string& text, std::map<std::string, std::string>& words);

// The code in digits; 0, which no code is that could be added to a list, where it is none.
std::int64_t code_in(std::string_view text);

// A number as CSV has it: no exponent, as few digits as give it back.
std::string digits(double number);

}  // namespace genpyo::exports
