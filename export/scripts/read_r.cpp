#include "export/scripts/read_r.h"

#include "export/scripts/literals.h"

namespace genpyo::exports {
namespace {

constexpr const char* usage = R"(# Reads the CSV file beside it with every label and missing kind. Base R alone is needed. It is made
# with the file: another export has another script.
#
#   source("read_csv.R", encoding = "UTF-8")
#   data <- read_dataset()
#
# read_dataset(file, values, missing)
#   values   "labels"   figures and codes, with the attributes `label` and `labels`
#            "haven"    the same as classes of the package haven
#            "factors"  factors of the labels
#   missing  "na"       NA; attr(data, "missing_kinds")$VARIABLE says of each case why
#            "tagged"   NA that knows its kind (haven::na_tag): "a" the first of the kinds below ...
#            "codes"    figures, each with its label; a text then has its code as text

)";

// After the tables of the file: how it is read.
constexpr const char* reading = R"(
  utf8 <- function(x) {
    if (is.list(x)) return(lapply(x, utf8))
    if (is.character(x)) Encoding(x) <- "UTF-8"
    x
  }
  columns <- utf8(columns)
  names(columns) <- vapply(columns, function(column) column$name, "")
  kind_labels <- utf8(kind_labels)
  kind_levels <- c("not_keyed", "no_answer", "dont_know", "illegible", "several_marks", "not_applicable", "page_absent")

  folder <- "."
  script <- sub("^--file=", "", grep("^--file=.*read_csv\\.R$", commandArgs(FALSE), value = TRUE))
  if (length(script) == 1) folder <- dirname(script)
  for (frame in sys.frames()) if (is.character(frame$ofile)) folder <- dirname(frame$ofile)

  # Texts as they are in the file. R takes a carriage return for the end of a line even between
  # quotes: another character stands in for it.
  read_cells <- function(file) {
    bytes <- readBin(file, "raw", file.size(file))
    if (encoding != "UTF-8") bytes <- iconv(list(bytes), encoding, "UTF-8", toRaw = TRUE)[[1]]
    if (is.null(bytes)) stop(file, " is not in ", encoding)
    if (length(bytes) > 2 && all(bytes[1:3] == as.raw(c(0xef, 0xbb, 0xbf)))) bytes <- bytes[-(1:3)]
    returns <- which(bytes == as.raw(0x0d))
    returns <- returns[findInterval(returns, which(bytes == as.raw(0x22))) %% 2 == 1]
    stand_in <- as.raw(setdiff(c(1:8, 14:25, 27:31), as.integer(unique(bytes)))[1])
    bytes[returns] <- stand_in
    copy <- tempfile(fileext = ".csv")
    on.exit(unlink(copy))
    writeBin(bytes, copy)
    take <- function(what, ...) {
      scan(copy, what, sep = ",", quote = "\"", na.strings = character(), strip.white = FALSE, comment.char = "",
           blank.lines.skip = FALSE, multi.line = FALSE, quiet = TRUE, encoding = "UTF-8", ...)
    }
    if (!identical(take("", nlines = 1), names(columns))) stop(file, " has other columns than this script")
    cells <- take(rep(list(""), length(columns)), skip = 1)
    if (length(returns) > 0) cells <- lapply(cells, function(x) gsub(rawToChar(stand_in), "\r", x, fixed = TRUE))
    names(cells) <- names(columns)
    cells
  }

  # Which kind it is that a cell of the column stands for: 1 to 7, NA of an answer.
  kinds_of <- function(column, cells) {
    if (is.null(column$beside)) return(match(cells[[column$name]], column$missing, incomparables = ""))
    match(cells[[column$beside]], columns[[column$beside]]$says, incomparables = "")
  }
  codes_of_kinds <- function(column) if (has_own_codes) suppressWarnings(as.numeric(column$missing)) else -(1:7)

  # NA that carries a letter in its bits, as Stata's .a and haven's tagged_na("a").
  tagged <- function(kind) {
    readBin(as.raw(c(0xa2, 0x07, 0, 0, 0x60 + kind, 0, 0xf0, 0x7f)), "double", endian = "little")
  }

  text_of <- function(column, cells, kind, missing) {
    if (is_guarded) cells <- ifelse(is.na(kind), sub("^'", "", cells), cells)
    known <- !is.na(kind)
    cells[known] <- if (missing == "codes" && is.null(column$beside)) codes_of_kinds(column)[kind[known]] else NA
    cells
  }

  figures_of <- function(column, cells, kind) {
    if (isTRUE(column$worded)) {
      code <- column$codes[match(cells, column$words)]
      cells <- ifelse(is.na(code) | !is.na(kind), cells, code)
    }
    asked <- is.na(kind) & cells != ""
    x <- rep(NA_real_, length(cells))
    x[asked] <- if (column$holds == "date") as.Date(cells[asked], "%Y-%m-%d") else suppressWarnings(as.numeric(cells[asked]))
    if (anyNA(x[asked])) stop(column$name, " has a cell that this script does not know: ", cells[asked][is.na(x[asked])][1])
    x
  }

  labelled <- function(x, column, values, missing) {
    codes <- column$codes
    words <- column$words
    occurs <- if (is.null(column$missing)) integer() else which(column$missing != "")
    na_values <- if (missing == "codes" && length(occurs) > 0) codes_of_kinds(column)[occurs]
    if (values == "factors" && length(codes) > 0) {
      x <- factor(x, c(codes, na_values), c(words, if (!is.null(na_values)) kind_labels[occurs]))
    } else {
      if (missing == "codes") codes <- c(codes, na_values)
      if (missing == "tagged") codes <- c(codes, vapply(occurs, tagged, 0))
      if (missing != "na") words <- c(words, kind_labels[occurs])
      if (is.integer(x) && length(codes) > 0) codes <- as.integer(codes)
      if (length(codes) > 0) attr(x, "labels") <- stats::setNames(codes, words)
      if (!is.null(na_values)) attr(x, "na_values") <- if (is.integer(x)) as.integer(na_values) else na_values
      if (values == "haven" && length(codes) > 0 && column$holds != "date") {
        class(x) <- c(if (!is.null(na_values)) "haven_labelled_spss", "haven_labelled", "vctrs_vctr", typeof(x))
      }
    }
    attr(x, "label") <- column$label
    x
  }

  variable_of <- function(column, cells, kind, values, missing) {
    if (column$holds == "text") return(structure(text_of(column, cells, kind, missing), label = column$label))
    x <- figures_of(column, cells, if (is.null(column$beside)) kind else NA)
    known <- !is.na(kind)
    if (missing == "codes" && is.null(column$beside)) x[known] <- codes_of_kinds(column)[kind[known]]
    if (missing == "tagged") for (each in unique(kind[known])) x[which(kind == each)] <- tagged(each)
    if (column$holds == "date") return(structure(x, class = "Date", label = column$label))
    whole <- column$holds == "integer" && all(is.na(x) | abs(x) <= .Machine$integer.max)
    if (whole && (missing != "tagged" || is.null(c(column$missing, column$beside)))) x <- as.integer(x)
    labelled(x, column, values, missing)
  }

  function(file = file.path(folder, file_name), values = c("labels", "haven", "factors"), missing = c("na", "tagged", "codes")) {
    values <- match.arg(values)
    missing <- match.arg(missing)
    if (values == "haven" && !requireNamespace("haven", quietly = TRUE)) stop("values = \"haven\" needs the package haven")
    cells <- read_cells(file)
    kinds <- lapply(columns, kinds_of, cells)
    data <- Map(variable_of, columns, cells, kinds, values, missing)
    data <- structure(data, class = "data.frame", row.names = .set_row_names(length(cells[[1]])))
    can_miss <- vapply(columns, function(column) !is.null(c(column$missing, column$beside)), NA)
    attr(data, "missing_kinds") <- lapply(kinds[can_miss], function(kind) factor(kind_levels[kind], kind_levels))
    data
  }
})

if (sys.nframe() == 0 && !interactive()) {
  data <- read_dataset()
  cat(nrow(data), "cases,", ncol(data), "variables\n")
}
)";

std::string strings(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "c(" : ", ") + escaped_literal(text);
  return out + ')';
}

// What stands for the seven kinds, "" for one that does not occur.
std::string cells_of_kinds(const DescribedColumn& column) {
  std::vector<std::string> cells(forms::all_missing.size());
  for (const auto& missing : column.missing) cells[static_cast<std::size_t>(missing.kind)] = missing.cell;
  return strings(cells);
}

// What stands for them in most columns.
std::string every_cell(const CsvDescription& described) {
  for (const DescribedColumn& column : described.columns) {
    if (column.missing.size() == forms::all_missing.size()) return cells_of_kinds(column);
  }
  return "NULL";
}

std::string codes_of(const DescribedColumn& column) {
  std::string codes;
  std::vector<std::string> words;
  for (const auto& [code, label, cell] : column.codes) {
    codes += (codes.empty() ? "c(" : ", ") + std::to_string(code);
    words.push_back(label);
  }
  return ",\n         codes = " + codes + "),\n         words = " + strings(words);
}

std::string entry_of(const DescribedColumn& column, const std::string& every) {
  std::string entry = "    list(name = " + escaped_literal(column.name) + ", holds = \"" + name_of(column.holds) + "\", label = " + escaped_literal(column.label);
  if (!column.codes.empty()) entry += codes_of(column);
  if (column.is_worded) entry += ", worded = TRUE";
  if (!column.beside.empty()) entry += ", beside = " + escaped_literal(column.beside);
  if (column.missing.empty()) return entry + ')';
  const std::string cells = cells_of_kinds(column);
  return entry + (column.says_kind ? ", says = " : ", missing = ") + (cells == every ? "every" : cells) + ')';
}

}  // namespace

std::string read_r(const CsvDescription& described) {
  const auto flag = [](bool is) { return is ? "TRUE\n" : "FALSE\n"; };
  std::vector<std::string> kinds;
  for (const forms::Missing kind : forms::all_missing) kinds.push_back(label_of(kind).in(described.language()));
  const std::string every = every_cell(described);
  std::string script = usage;
  script += "read_dataset <- local({\n  file_name <- " + escaped_literal(described.file) + '\n';
  script += std::string("  encoding <- \"") + (described.is_cp932() ? "CP932" : "UTF-8") + "\"\n";
  script += std::string("  is_guarded <- ") + flag(described.is_guarded());
  script += std::string("  has_own_codes <- ") + flag(described.is_cp932());
  script += "  kind_labels <- " + strings(kinds) + "\n  every <- " + every + "\n  columns <- list(\n";
  for (const DescribedColumn& column : described.columns) {
    script += entry_of(column, every) + (&column == &described.columns.back() ? "\n" : ",\n");
  }
  return script + "  )\n" + reading;
}

}  // namespace genpyo::exports
