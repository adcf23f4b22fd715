#!/usr/bin/python3
"""Computes the figures of tables.csv anew, with pandas from the exported dataset, and compares all of them.

    genpyo export --db F --multiple codes -o DIR
    genpyo tables --db F -o DIR
    compare_tables.py DIR forms/home_care_2018

Reads tables.yaml itself and shares no code with Genpyo. Exit status: 0 all the same, 1 some differ, 77 pandas or
PyYAML is not installed. Rounding is half up on exact fractions here too; p values are compared where SciPy is there.
"""
import csv
import sys
from collections import Counter
from fractions import Fraction
from math import floor

try:
    import pandas
    import yaml
except ImportError as absent:
    print(f"skipped: {absent}")
    sys.exit(77)


try:
    from scipy import stats
except ImportError:
    stats = None

NOTHING = "該当無し"
NOT_ASKED = "-6"  # as export writes what the form skipped; every other missing answer is below 0 too


def rounded(value, decimals):
    scaled = floor(value * 10**decimals + Fraction(1, 2))
    digits = str(abs(scaled)).rjust(decimals + 1, "0")
    text = digits[:-decimals] + "." + digits[-decimals:] if decimals else digits
    return "-" + text if scaled < 0 else text


def number(cell):
    return int(cell) if cell.lstrip("-").isdigit() else None


class Survey:
    def __init__(self, folder, form_folder):
        dataset = folder + "/" + form_folder.rstrip("/").split("/")[-1] + ".csv"
        self.data = pandas.read_csv(dataset, dtype=str, keep_default_na=False, encoding="utf-8-sig")
        with open(form_folder + "/form.yaml", encoding="utf-8") as file:
            form = yaml.load(file, yaml.BaseLoader)
        with open(form_folder + "/tables.yaml", encoding="utf-8") as file:
            self.tables = yaml.load(file, yaml.BaseLoader)["tables"]
        self.grids = {}
        self.codes = {}
        for section in form["survey"]:
            for item in section["items"]:
                rows = [row["name"] for row in item.get("rows", [])] or [item["name"]]
                if "grid" in item:
                    self.grids[item["grid"]] = rows
                kind = item["type"].split()
                if len(kind) == 2:
                    for row in rows:
                        self.codes[row] = [int(choice["name"]) for choice in form["choices"][kind[1]]]
        self.extractions = {each["name"]: each for each in form["extractions"]}

    def rows_of(self, names):
        return [row for name in names for row in self.grids.get(name, [name])]

    def value(self, case, row):
        """A figure, a list of codes, or the reason why there is no answer: "blank" or "not asked"."""
        cell = case[row]
        if cell == NOT_ASKED:
            return "not asked"
        if row in self.codes:
            codes = [int(code) for code in cell.split()]
            return codes if codes and min(codes) > 0 else "blank"
        figure = number(cell)
        return figure if figure is not None and figure >= 0 else "blank"

    def is_in(self, case, table):
        if "extraction" not in table:
            return True
        rule = self.extractions[table["extraction"]]
        rows = self.rows_of(rule["answered"])
        whole = all(not isinstance(self.value(case, row), str) for row in rows)
        # The only further condition that this survey has.
        return whole and ("constraint" not in rule or self.value(case, "staff_doctors_home_care") > 0)

    def ratio(self, case, row, table):
        figure, per = self.value(case, row), self.value(case, table["per"]) if "per" in table else 1
        if isinstance(figure, str) or isinstance(per, str) or per <= 0:
            return None
        return Fraction(figure, per)

    def columns(self, case, table):
        yield "all"
        groups = table.get("groups", {})
        for column in groups.get("columns", []):
            if "relevant" in column:  # the only rule that this survey's tables have, and its opposite
                both = all(self.value(case, row) == [2] for row in ("house_call_availability", "home_visit_availability"))
                if both != column["relevant"].startswith("not("):
                    yield column["name"]
                continue
            by = groups["by"]
            value = self.value(case, by) if by == table.get("per") else self.ratio(case, by, table)
            low, high = int(column.get("at_least", -1)), int(column.get("below", 10**12))
            if not isinstance(value, str) and value is not None and low <= value < high:
                yield column["name"]


class Figures(dict):
    def put(self, *place_and_value):
        *place, value = place_and_value
        self[tuple(place)] = str(value)


def statistics(survey, table, clinics, figures):
    decimals = int(table["decimals"])
    for row in survey.rows_of(table["rows"]):
        cells = {name: [] for name in names_of(table)}
        for case in clinics:
            ratio = survey.ratio(case, row, table) if survey.is_in(case, table) else None
            if ratio is not None:
                for column in survey.columns(case, table):
                    cells[column].append(ratio)
        for column, ratios in cells.items():
            ordered = pandas.Series(ratios, dtype=object).sort_values().tolist()
            size = len(ordered)
            figures.put(table["table"], row, column, "n", size)
            made = [NOTHING] * 4
            if size:
                middle = (ordered[(size - 1) // 2] + ordered[size // 2]) / 2
                made = [rounded(each, decimals) for each in (sum(ordered) / size, middle, ordered[0], ordered[-1])]
            for statistic, value in zip(("mean", "median", "min", "max"), made):
                figures.put(table["table"], row, column, statistic, value)


def counts(survey, table, clinics, figures):
    decimals, name, means = int(table["decimals"]), table["table"], table["kind"] == "means"
    without = {int(code) for code in table.get("without", [])}
    for row in survey.rows_of(table["rows"]):
        tested = {}
        for column in names_of(table):
            inside = [case for case in clinics if column in survey.columns(case, table) and (means or survey.is_in(case, table))]
            values = [survey.value(case, row) for case in inside]
            answers = [value for value in values if not isinstance(value, str)]
            blank = values.count("blank")
            blanks_in = table.get("blanks") == "in"
            base = len(answers) + (blank if blanks_in else 0)
            taken = Counter(code for codes in answers for code in codes)
            marks = [len(set(codes) - without) for codes in answers]
            tested[column] = (base, taken, marks)
            # "n" of the item; of means every choice has an n of its own
            figures.put(name, row, column, "n", base)
            if table.get("mean_of_marks") == "true":
                figures.put(name, row, column, "mean", rounded(Fraction(sum(marks), len(marks)), decimals) if marks else NOTHING)
            share = lambda count: rounded(Fraction(100 * count, base), decimals) if base else NOTHING
            for code in survey.codes[row]:
                figures.put(name, f"{row}={code}", column, "count", taken[code])
                figures.put(name, f"{row}={code}", column, "percent", share(taken[code]))
                if means:
                    ratios = [survey.ratio(case, table["of"], table) for case, value in zip(inside, values)
                              if not isinstance(value, str) and code in value and survey.is_in(case, table)]
                    ratios = [ratio for ratio in ratios if ratio is not None]
                    figures.put(name, f"{row}={code}", column, "n", len(ratios))
                    figures.put(name, f"{row}={code}", column, "mean", rounded(sum(ratios) / len(ratios), decimals) if ratios else NOTHING)
            figures.put(name, f"{row}=none", column, "count", blank)
            if blanks_in:
                figures.put(name, f"{row}=none", column, "percent", share(blank))
        if stats is not None and "between" in table:
            tests(table, row, survey.codes[row], [tested[column] for column in table["between"]], figures)


def tests(table, row, codes, pair, figures):
    (ones, first, marks), (others, second, other_marks) = pair
    for code in codes:
        cells = [[first[code], ones - first[code]], [second[code], others - second[code]]]
        figures.put(table["table"], f"{row}={code}", "all", "p", f"{stats.fisher_exact(cells)[1]:.4f}")
    if table.get("mean_of_marks") == "true":
        figures.put(table["table"], row, "all", "p", f"{stats.ttest_ind(marks, other_marks, equal_var=False).pvalue:.4f}")


def names_of(table):
    return ["all"] + [column["name"] for column in table.get("groups", {}).get("columns", [])]


def main(folder, form_folder):
    survey = Survey(folder, form_folder)
    cases = survey.data.to_dict("records")
    clinics = [case for case in cases if survey.value(case, "facility_type") == [1]]
    expected = Figures()
    for table in survey.tables:
        (statistics if table["kind"] == "statistics" else counts)(survey, table, clinics, expected)
    with open(folder + "/tables.csv", encoding="utf-8-sig", newline="") as file:
        printed = {tuple(line[:4]): line[4] for line in csv.reader(file) if line[3] != "text"}
    del printed[("table", "row", "column", "statistic")]
    skipped = {place for place in printed if place[3] == "p" and stats is None}
    differing = [place for place in sorted(set(printed) | set(expected))
                 if place not in skipped and printed.get(place) != expected.get(place)]
    for place in differing[:50]:
        print(*place, "tables.csv:", printed.get(place), "pandas:", expected.get(place))
    print(f"{len(clinics)} clinics, {len(printed) - len(skipped)} figures compared, {len(differing)} differ, "
          f"{len(skipped)} p values not compared{'' if stats else ' (SciPy is not installed)'}.")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
