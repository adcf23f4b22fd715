#!/usr/bin/python3
"""The workbooks of the real program, read by openpyxl: every cell of the dataset against the CSV, every
figure of tables.xlsx against tables.csv; LibreOffice opens both.

    check_workbooks.py GENPYO SOURCE WORK      exits 77, and says why, where openpyxl is missing
"""
import csv
import datetime
import os
import re
import shutil
import subprocess
import sys

try:
    import openpyxl
except ImportError:
    print("skipped: openpyxl is not installed (python3-openpyxl)")
    sys.exit(77)

genpyo, source, work = (os.path.abspath(path) for path in sys.argv[1:4])
sheet_ref = re.compile(r"^'?((?:[^']|'')+?)'?!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$")
faults = []
compared = 0


def check(holds, what):
    if not holds:
        faults.append(what)


def run(*arguments, statuses=(0,)):
    ended = subprocess.run([genpyo, *arguments], capture_output=True, env={**os.environ, "GENPYO_DATA": source}, check=False)
    if ended.returncode not in statuses:
        sys.exit(f"{arguments}: exit status {ended.returncode}: {ended.stderr.decode()}")


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def shown(value):
    """A cell as CSV writes it."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    if isinstance(value, (int, float)):
        return f"{value:.15g}"
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), value)


def same(cell, text):
    """Figures by value (36.50 is 36.5), anything else by letter."""
    global compared
    compared += 1
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None and float(text) == cell
    return shown(cell) == text.replace("\r\n", "\n") or shown(cell) == text


def check_sheets(book, where):
    for sheet in book:
        check(not sheet.merged_cells.ranges, f"{where}: {sheet.title} has merged cells")
        check(0 < len(sheet.title) <= 31 and not re.search(r"[\[\]:*?/\\]", sheet.title), f"{where}: sheet {sheet.title}")
        check(sheet.freeze_panes == "A2", f"{where}: the heads of {sheet.title} are not frozen")
        for row in sheet.iter_rows():
            for cell in row:
                check(cell.data_type != "f", f"{where}: {sheet.title}!{cell.coordinate} is a formula")
    check(len({sheet.title.lower() for sheet in book}) == len(book.worksheets), f"{where}: a sheet's name stands twice")


def check_dataset(folder, profile):
    """Every cell, in both directions: as many rows and columns, and the same in each."""
    run("export", "--db", database, "--format", "csv,xlsx", "--profile", profile, "-o", folder, "--all", "--identifying", "--derive")
    expected = rows_of(folder + "/home_care_2018.csv")
    path = folder + "/home_care_2018.xlsx"
    book = openpyxl.load_workbook(path)
    check_sheets(book, profile)
    check(book.sheetnames == ["data", "variables", "codes", "missing"], f"{profile}: sheets {book.sheetnames}")
    found = list(book["data"].iter_rows(values_only=True))
    check(len(found) == len(expected) and len(found[0]) == len(expected[0]), f"{profile}: {len(found)} rows for {len(expected)}")
    for number, (cells, texts) in enumerate(zip(found, expected), 1):
        for name, cell, text in zip(expected[0], cells, texts):
            text = text[1:] if profile == "excel" and text.startswith("'") else text  # its guard
            check(same(cell, text), f"{profile}: row {number}, {name}: {cell!r} for {text!r}")
            check(not isinstance(cell, str) or profile == "labels" or number == 1 or not re.fullmatch(r"-[1-7]", cell),
                  f"{profile}: row {number}, {name}: a code as text")
    names = [row[0].value for row in book["variables"].iter_rows(min_row=2)]
    check(names == expected[0], f"{profile}: the variables are not those of the data")
    return path


def referred(reference):
    return sheet_ref.match(reference)


def check_charts(book, where, everywhere):
    """At least one on each table's sheet, unless a mask takes histograms away; each shows cells that are there, has a title and named axes."""
    charts = 0
    for sheet in book.worksheets[2:-2]:
        check(sheet._charts or not everywhere, f"{where}: {sheet.title} has no chart")
        for chart in sheet._charts:
            charts += 1
            check(chart.title is not None, f"{where}: a chart of {sheet.title} has no title")
            check(chart.y_axis.title is not None and chart.x_axis.title is not None, f"{where}: an axis of {sheet.title} has no title")
            for series in chart.series:
                range_of = referred(series.val.numRef.f)
                data = book[range_of[1].replace("''", "'")]
                cells = [row[0].value for row in data[f"{range_of[2]}{range_of[3]}:{range_of[4] or range_of[2]}{range_of[5] or range_of[3]}"]] \
                    if range_of[5] else [data[f"{range_of[2]}{range_of[3]}"].value]
                cached = {point.idx: point.v for point in series.val.numRef.numCache.pt} if series.val.numRef.numCache else {}
                check(cells and all(isinstance(cell, (int, float, str)) for cell in cells), f"{where}: {sheet.title} shows {cells}")
                for index, cell in enumerate(cells):
                    if isinstance(cell, (int, float)) and index in cached:
                        check(float(cached[index]) == cell, f"{where}: {sheet.title}: the chart keeps {cached[index]} for {cell}")
    return charts


def check_tables(folder, more):
    run("tables", "--db", database, "-o", folder, *more)
    where = "tables " + " ".join(more)
    path = folder + "/tables.xlsx"
    book = openpyxl.load_workbook(path)
    check_sheets(book, where)
    expected = rows_of(folder + "/tables.csv")
    contents, figures = book.worksheets[0], book.worksheets[-2]
    found = list(figures.iter_rows(values_only=True))
    check(len(found) == len(expected), f"{where}: {len(found)} figures for {len(expected)}")
    left = {}
    for cells, texts in zip(found, expected):
        check(all(same(cell, text) for cell, text in zip(cells, texts)), f"{where}: {cells} for {texts}")
        left.setdefault(texts[0], []).append(tuple(texts[1:]))
    del left["table"]
    check_decimals(figures, expected, where)
    # Each figure stands on its table's sheet too, and nothing else does.
    for row in contents.iter_rows(min_row=2):
        table, link = row[0].value, row[0].hyperlink
        check(link is not None and link.location, f"{where}: {table} has no link")
        sheet = book[referred(link.location)[1].replace("''", "'")]
        check_table(sheet, left.pop(table), f"{where}: {table}")
    check(not left, f"{where}: no sheet for {list(left)}")
    charts = check_charts(book, where, "--mask" not in more)
    print(f"{where or 'tables'}: {len(expected) - 1} figures, {len(book.worksheets)} sheets, {charts} charts")
    return path


def check_decimals(sheet, expected, where):
    for row, texts in zip(sheet.iter_rows(), expected):
        decimals = re.fullmatch(r"-?\d+(?:\.(\d+))?", texts[4])
        if not decimals or texts[3] == "text":
            continue
        wanted = "0." + "0" * len(decimals[1]) if decimals[1] else "0"
        check(row[4].number_format == wanted, f"{where}: {texts} is shown as {row[4].number_format}")


def check_table(sheet, figures, where):
    rows = list(sheet.iter_rows(values_only=True))
    on_sheet = sorted(shown(cell) for row in rows[1:] for cell in row[6:] if cell is not None)
    wanted = sorted(shown(float(text)) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text for _, _, _, text in figures)
    check(on_sheet == wanted, f"{where}: its sheet holds other figures")
    keys = {(row[4], row[5]) for row in rows[1:]}
    check(keys == {(row, column) for row, column, _, _ in figures}, f"{where}: its sheet has other rows")


def convert(paths):
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice: skipped, it is not installed")
        return
    for path in paths:
        folder = os.path.dirname(path)
        home = "-env:UserInstallation=file://" + os.path.join(work, "office")
        for kind in ("pdf", "csv"):
            try:
                subprocess.run([office, home, "--headless", "--convert-to", kind, "--outdir", folder, path], timeout=100, capture_output=True, check=False)
            except subprocess.TimeoutExpired:
                check(False, f"LibreOffice does not end on {path}")
            made = os.path.splitext(path)[0] + "." + kind
            check(os.path.exists(made) and os.path.getsize(made) > 500, f"LibreOffice makes no {kind} of {path}")
    print(f"LibreOffice: {len(paths)} workbooks converted")


shutil.rmtree(work, ignore_errors=True)
os.makedirs(work)
database = work + "/survey.db"
run("import", "home_care_2018", source + "/forms/home_care_2018/sample.csv", "--db", database, statuses=(0, 1))
datasets = [check_dataset(f"{work}/{profile}", profile) for profile in ("analysis", "excel", "labels")]
print(f"datasets: {compared} cells compared")
tables = [check_tables(work + "/ja", []), check_tables(work + "/en", ["--language", "en"]),
          check_tables(work + "/masked", ["--mask", "3"]),
          check_tables(work + "/cross", ["--cross", "standard", "--by", "founder"])]
os.makedirs(work + "/office_in")  # apart: a converted CSV would take the place of tables.csv
convert([shutil.copy(path, work + "/office_in") for path in (datasets[0], tables[0])])
for fault in faults[:40]:
    print("FAULT", fault)
print(f"{compared} cells compared, {len(faults)} faults")
sys.exit(1 if faults else 0)
