#include "export/scripts/read_python.h"

#include "export/scripts/literals.h"

namespace genpyo::exports {
namespace {

constexpr const char* usage = R"("""Reads the CSV file beside it with every label and missing kind. pandas alone is needed. It is made
with the file: another export has another script.

    from read_csv import read, read_missing
    df = read()                    # Int64, Float64, string, datetime64; NA where it is missing
    df = read(values="labels")     # categories of the labels in place of the codes
    df = read(missing="codes")     # missing kinds as figures (of a text: as text), not as NA
    why = read_missing()           # a frame of the same shape: which kind, NA where there is an answer

    df.attrs["labels"]["NAME"], df.attrs["value_labels"]["NAME"][1], df.attrs["missing_kinds"]["NAME"]
"""
import datetime
import pathlib
import sys

import pandas

)";

constexpr const char* reading = R"(

def _missing_codes(column):
    """The code of each kind, as a figure."""
    if HAS_OWN_CODES:
        return {kind: int(cell) for cell, kind in column["missing"].items()}
    return {kind: -1 - place for place, kind in enumerate(KIND_LABELS)}


LABELS = {column["name"]: column["label"] for column in COLUMNS}
VALUE_LABELS = {column["name"]: column["codes"] for column in COLUMNS if column["codes"]}
MISSING_KINDS = {
    column["name"]: {_missing_codes(column)[kind]: kind for kind in column["missing"].values()}
    for column in COLUMNS if column["missing"] and not column["says_kind"]}


def _cells(path):
    path = pathlib.Path(path) if path else pathlib.Path(__file__).resolve().parent / FILE
    cells = pandas.read_csv(path, dtype=str, keep_default_na=False, na_filter=False, encoding=ENCODING)
    if list(cells.columns) != list(LABELS):
        raise ValueError(f"{path} has other columns than this script")
    return cells


def _kinds(column, cells):
    """The kind of each cell, None of an answer."""
    if column["beside"]:
        says = next(other for other in COLUMNS if other["name"] == column["beside"])
        return [says["missing"].get(cell) for cell in cells[column["beside"]]]
    if column["says_kind"]:
        return [None] * len(cells)
    return [column["missing"].get(cell) for cell in cells[column["name"]]]


def _text(column, cells, kinds, missing):
    if IS_GUARDED:
        cells = [cell[1:] if cell.startswith("'") and kind is None else cell for cell, kind in zip(cells, kinds)]
    codes = _missing_codes(column) if missing == "codes" and not column["beside"] else {}
    told = {kind: str(code) for kind, code in codes.items()}
    return pandas.array([cell if kind is None else told.get(kind) for cell, kind in zip(cells, kinds)], dtype="string")


def _figures(column, cells, kinds, missing):
    kind_of_number = float if column["holds"] == "decimal" else int
    codes = _missing_codes(column) if missing == "codes" and not column["beside"] else {}
    words = {label: code for code, label in column["codes"].items()} if column["worded"] else {}
    figures = []
    for cell, kind in zip(cells, kinds):
        if kind is not None:
            figures.append(codes.get(kind))
        elif cell == "":
            figures.append(None)
        else:
            figures.append(words[cell] if cell in words else kind_of_number(cell))
    return pandas.array(figures, dtype="Float64" if column["holds"] == "decimal" else "Int64")


def _dates(cells):
    days = [datetime.date.fromisoformat(cell) if cell else None for cell in cells]
    try:
        return pandas.Series(pandas.to_datetime(days), index=range(len(days)))
    except pandas.errors.OutOfBoundsDatetime:  # days that nanoseconds do not reach stay Python's dates
        return pandas.Series(days, dtype=object)


def _categories(column, figures, missing):
    words = dict(column["codes"])
    if missing == "codes" and not column["says_kind"]:
        codes = _missing_codes(column)
        words.update({codes[kind]: KIND_LABELS[kind] for kind in column["missing"].values()})
    labels = [None if figure is pandas.NA else words.get(figure, str(figure)) for figure in figures]
    others = [label for label in labels if label is not None]
    return pandas.Categorical(labels, categories=list(dict.fromkeys([*words.values(), *others])))


def _variable(column, cells, values, missing):
    kinds = _kinds(column, cells)
    cells = list(cells[column["name"]])
    if column["holds"] == "text":
        return _text(column, cells, kinds, missing)
    if column["holds"] == "date":
        return _dates(cells)
    figures = _figures(column, cells, kinds, missing)
    return _categories(column, figures, missing) if values == "labels" and column["codes"] else figures


def read(path=None, values="codes", missing="na"):
    """The dataset as a frame; `path` is that of the CSV where it is not beside this script."""
    if values not in ("codes", "labels") or missing not in ("na", "codes"):
        raise ValueError("values is codes or labels, missing is na or codes")
    cells = _cells(path)
    df = pandas.DataFrame({column["name"]: _variable(column, cells, values, missing) for column in COLUMNS})
    df.attrs.update(labels=LABELS, value_labels=VALUE_LABELS, missing_kinds=MISSING_KINDS)
    return df


def read_missing(path=None):
    """Of each cell why there is no answer; NA where there is one."""
    cells = _cells(path)
    return pandas.DataFrame({column["name"]: pandas.Categorical(_kinds(column, cells), categories=list(KIND_LABELS))
                             for column in COLUMNS})


if __name__ == "__main__":
    frame = read(*sys.argv[1:2])
    print(f"{len(frame)} cases, {len(frame.columns)} variables")
)";

std::string cells_of_kinds(const DescribedColumn& column) {
  std::string cells;
  for (const auto& missing : column.missing) {
    cells += (cells.empty() ? "" : ", ") + escaped_literal(missing.cell) + ": \"" + std::string(forms::name_of(missing.kind)) + '"';
  }
  return '{' + cells + '}';
}

// What stands for the seven kinds in most columns.
std::string every_cell(const CsvDescription& described) {
  for (const DescribedColumn& column : described.columns) {
    if (column.missing.size() == forms::all_missing.size()) return cells_of_kinds(column);
  }
  return "{}";
}

std::string codes_of(const DescribedColumn& column) {
  std::string codes;
  for (const auto& [code, label, cell] : column.codes) {
    codes += (codes.empty() ? "" : ", ") + std::to_string(code) + ": " + escaped_literal(label);
  }
  return '{' + codes + '}';
}

std::string entry_of(const DescribedColumn& column, const std::string& every) {
  const std::string cells = cells_of_kinds(column);
  const auto flag = [](bool is) { return is ? "True" : "False"; };
  return "    dict(name=" + escaped_literal(column.name) + ", holds=\"" + name_of(column.holds) + "\", label=" +
         escaped_literal(column.label) + ",\n         codes=" + codes_of(column) + ", worded=" + flag(column.is_worded) +
         ",\n         missing=" + (cells == every ? "EVERY" : cells) + ", says_kind=" + flag(column.says_kind) + ", beside=" +
         (column.beside.empty() ? "None" : escaped_literal(column.beside)) + "),\n";
}

}  // namespace

std::string read_python(const CsvDescription& described) {
  const std::string every = every_cell(described);
  std::string script = usage;
  script += "FILE = " + escaped_literal(described.file) + "\nENCODING = \"" + (described.is_cp932() ? "cp932" : "utf-8-sig") + "\"\n";
  script += std::string("IS_GUARDED = ") + (described.is_guarded() ? "True" : "False") + '\n';
  script += std::string("HAS_OWN_CODES = ") + (described.is_cp932() ? "True" : "False") + "\nKIND_LABELS = {\n";
  for (const forms::Missing kind : forms::all_missing) {
    script += std::string("    \"") + std::string(forms::name_of(kind)) + "\": " + escaped_literal(label_of(kind).in(described.language())) + ",\n";
  }
  script += "}\nEVERY = " + every + "\nCOLUMNS = [\n";
  for (const DescribedColumn& column : described.columns) script += entry_of(column, every);
  return script + "]\n" + reading;
}

}  // namespace genpyo::exports
