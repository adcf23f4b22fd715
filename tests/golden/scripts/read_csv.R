# Reads the CSV file beside it with every label and missing kind. Base R alone is needed. It is made
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

read_dataset <- local({
  file_name <- "clinic.csv"
  encoding <- "UTF-8"
  is_guarded <- FALSE
  has_own_codes <- FALSE
  kind_labels <- c("未入力", "無回答", "不明", "判読不能", "複数回答", "非該当", "頁欠落")
  every <- c("-1", "-2", "-3", "-4", "-5", "-6", "-7")
  columns <- list(
    list(name = "case_id", holds = "text", label = "調査票番号"),
    list(name = "founder", holds = "integer", label = "開設主体",
         codes = c(1, 5),
         words = c("医療法人", "その他"), missing = every),
    list(name = "partners_1", holds = "integer", label = "連携機関: 病院",
         codes = c(0, 1),
         words = c("選択なし", "選択あり"), missing = every),
    list(name = "partners_2", holds = "integer", label = "連携機関: 訪問看護",
         codes = c(0, 1),
         words = c("選択なし", "選択あり"), missing = every),
    list(name = "doctors", holds = "integer", label = "医師 (人)", missing = every),
    list(name = "rate", holds = "decimal", label = "割合", beside = "rate_missing"),
    list(name = "rate_missing", holds = "integer", label = "割合 (欠損の種類)",
         codes = c(-1, -2, -3, -4, -5, -6, -7),
         words = c("未入力", "無回答", "不明", "判読不能", "複数回答", "非該当", "頁欠落"), says = every),
    list(name = "features", holds = "text", label = "特徴", beside = "features_missing"),
    list(name = "features_missing", holds = "integer", label = "特徴 (欠損の種類)",
         codes = c(-1, -2, -3, -4, -5, -6, -7),
         words = c("未入力", "無回答", "不明", "判読不能", "複数回答", "非該当", "頁欠落"), says = every),
    list(name = "opened", holds = "date", label = "開設日", beside = "opened_missing"),
    list(name = "opened_missing", holds = "integer", label = "開設日 (欠損の種類)",
         codes = c(-1, -2, -3, -4, -5, -6, -7),
         words = c("未入力", "無回答", "不明", "判読不能", "複数回答", "非該当", "頁欠落"), says = every)
  )

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
