"""Reads the CSV file beside it with every label and missing kind. pandas alone is needed. It is made
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

FILE = "clinic.csv"
ENCODING = "utf-8-sig"
IS_GUARDED = False
HAS_OWN_CODES = False
KIND_LABELS = {
    "not_keyed": "未入力",
    "no_answer": "無回答",
    "dont_know": "不明",
    "illegible": "判読不能",
    "several_marks": "複数回答",
    "not_applicable": "非該当",
    "page_absent": "頁欠落",
}
EVERY = {"-1": "not_keyed", "-2": "no_answer", "-3": "dont_know", "-4": "illegible", "-5": "several_marks", "-6": "not_applicable", "-7": "page_absent"}
COLUMNS = [
    dict(name="case_id", holds="text", label="調査票番号",
         codes={}, worded=False,
         missing={}, says_kind=False, beside=None),
    dict(name="founder", holds="integer", label="開設主体",
         codes={1: "医療法人", 5: "その他"}, worded=False,
         missing=EVERY, says_kind=False, beside=None),
    dict(name="partners_1", holds="integer", label="連携機関: 病院",
         codes={0: "選択なし", 1: "選択あり"}, worded=False,
         missing=EVERY, says_kind=False, beside=None),
    dict(name="partners_2", holds="integer", label="連携機関: 訪問看護",
         codes={0: "選択なし", 1: "選択あり"}, worded=False,
         missing=EVERY, says_kind=False, beside=None),
    dict(name="doctors", holds="integer", label="医師 (人)",
         codes={}, worded=False,
         missing=EVERY, says_kind=False, beside=None),
    dict(name="rate", holds="decimal", label="割合",
         codes={}, worded=False,
         missing={}, says_kind=False, beside="rate_missing"),
    dict(name="rate_missing", holds="integer", label="割合 (欠損の種類)",
         codes={-1: "未入力", -2: "無回答", -3: "不明", -4: "判読不能", -5: "複数回答", -6: "非該当", -7: "頁欠落"}, worded=False,
         missing=EVERY, says_kind=True, beside=None),
    dict(name="features", holds="text", label="特徴",
         codes={}, worded=False,
         missing={}, says_kind=False, beside="features_missing"),
    dict(name="features_missing", holds="integer", label="特徴 (欠損の種類)",
         codes={-1: "未入力", -2: "無回答", -3: "不明", -4: "判読不能", -5: "複数回答", -6: "非該当", -7: "頁欠落"}, worded=False,
         missing=EVERY, says_kind=True, beside=None),
    dict(name="opened", holds="date", label="開設日",
         codes={}, worded=False,
         missing={}, says_kind=False, beside="opened_missing"),
    dict(name="opened_missing", holds="integer", label="開設日 (欠損の種類)",
         codes={-1: "未入力", -2: "無回答", -3: "不明", -4: "判読不能", -5: "複数回答", -6: "非該当", -7: "頁欠落"}, worded=False,
         missing=EVERY, says_kind=True, beside=None),
]


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
