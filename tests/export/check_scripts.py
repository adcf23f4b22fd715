#!/usr/bin/env python3
"""Runs the scripts that lie beside a CSV file, for every profile, and compares what they give with the
JSON dataset of the same export: every value, label and missing kind. read_csv.R by Rscript, read_csv.py
by a Python with pandas, read_csv.sps by PSPP (whose .sav haven then reads). Then a form whose labels try
to break out of their literals. read_csv.do is not run: no free program does. What is not installed is
skipped, and said; where nothing is installed the status is 77.

    check_scripts.py GENPYO SAMPLE.csv
"""
import csv, json, pathlib, re, shutil, subprocess, sys, tempfile

KINDS = ["not_keyed", "no_answer", "dont_know", "illegible", "several_marks", "not_applicable", "page_absent"]
LETTERS = dict(zip("abcdefg", KINDS))
faults = []

HOSTILE = [
    '"); file.create("PWNED"); c("', '"""; open("PWNED", "w"); """', "'.\nHOST COMMAND=['touch PWNED'].\n'", '"\'\nshell touch PWNED\n',
    "$(touch PWNED) `touch PWNED' ${x}", "`=1+1' \"' `\"", "a */ b /* c // d", "back\\slash \\n \\u0041 \\", "{curly} %s %1$n @x !x",
    "it's 'quoted'", '"""', "\\", "\\\"", "end.", "tab\there", "שלום \u202eabc\u202c", "👨\u200d👩 𠮷", "a\u2028b\u2029c", "#{1+1}", "0", "NA", "",
    "-1", "non\u00a0break", "x" * 300]


def run(*command, allowed=(0,), cwd=None):
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, cwd=cwd)
    if done.returncode not in allowed:
        sys.exit(f"{' '.join(command)[:200]}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def equal(reader, what, expected, found):
    if expected != found:
        faults.append(f"{reader}: {what}: {expected!r} in the JSON, {found!r} by the script")


def plain(cell):
    """A figure as text, the same by whomever it was written."""
    if cell in ("", "NA"):
        return cell
    number = float(cell)
    return str(int(number)) if number == int(number) else repr(number)


class Expected:
    """What the JSON dataset says; of NAME_missing, which it has not, the same by its kinds."""

    def __init__(self, folder, form, profile, language="ja"):
        self.folder, self.form, self.profile = folder, form, profile
        dataset = json.loads((folder / f"{form}.json").read_text(encoding="utf-8"))
        encoding = "cp932" if profile == "legacy" else "utf-8-sig"
        with open(folder / f"{form}.csv", newline="", encoding=encoding) as file:
            self.names, *self.raw = csv.reader(file)
        described = {each["name"]: each for each in dataset["variables"]}
        self.kind_labels = [kind["label"].get(language) or kind["label"]["en"] for kind in dataset["missing_kinds"]]
        self.labels, self.codes, self.is_text = {}, {}, {}
        for name in self.names:
            of = described.get(name) or described[name.removesuffix("_missing")]
            self.is_text[name] = name in described and (of["kind"] == "text")
            unit = of["unit"].get(language, "")
            self.labels[name] = of["label"].get(language, "") + (f" ({unit})" if unit else "")
            self.codes[name] = {str(code["code"]): code["label"].get(language, "") for code in of["codes"]} if name in described else {}
            if name not in described:
                beside = {"ja": "欠損の種類", "en": "kind of missing value"}[language]
                self.labels[name] = of["label"].get(language, "") + f" ({beside})"
        self.says_kind = {name for name in self.names if name not in described}
        self.cells = {name: [self.cell_of(case, name) for case in dataset["cases"]] for name in self.names}
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        self.renamed = {each["variable"]: each["name"] for each in manifest["report"]["renamed"] if each["format"] == "read_csv.sps"}

    def cell_of(self, case, name):
        """A value and a kind, one of them ""."""
        if name in self.says_kind:
            value = case[name.removesuffix("_missing")]
            return (value["missing"] if isinstance(value, dict) else "", "")
        value = case[name]
        if isinstance(value, dict):
            return ("", value["missing"])
        return (value if isinstance(value, str) else plain(str(value)), "")

    def keeps_words(self, name):
        """Whether two codes have one label, so that words lead to no code."""
        words = list(self.codes[name].values())
        return self.profile == "labels" and (len(set(words)) < len(words) or "" in words)


def compare(reader, expected, found):
    """`found` by variable: label, codes, cells as (value, kind)."""
    equal(reader, "names", [expected.renamed.get(name, name) if "PSPP" in reader else name for name in expected.names], list(found))
    for name, variable in zip(expected.names, found.values()):
        label, codes, cells = variable
        equal(reader, f"label of {name}", shown_by(reader, expected.labels[name], 255), shown_by(reader, label, 255))
        kinds_of_code = {code: KINDS[expected.kind_labels.index(text)] for code, text in codes.items() if text in expected.kind_labels}
        if name not in expected.says_kind and not expected.keeps_words(name) and not expected.is_text[name]:
            own = {code: shown_by(reader, text, 120) for code, text in codes.items() if code in expected.codes[name] or code not in kinds_of_code}
            equal(reader, f"labels of the codes of {name}", {code: shown_by(reader, text, 120) for code, text in expected.codes[name].items()}, own)
        if expected.keeps_words(name):
            cells = [(next((code for code, text in expected.codes[name].items() if text == value), value), kind) for value, kind in cells]
            if reader.startswith("PSPP"):
                continue  # a string of SPSS has no missing kinds
        wanted = expected.cells[name]
        if name in expected.says_kind:
            cells = [(kinds_of_code.get(value, value), kind) for value, kind in cells]
        if reader.startswith("PSPP") and (name + "_missing" in expected.names or expected.is_text[name]):
            is_said = name + "_missing" in expected.names  # else a code stands among the texts
            wanted = [(value.rstrip(" ") if not kind or is_said else str(-1 - KINDS.index(kind)), "") for value, kind in wanted]
        if len(wanted) != len(cells):
            equal(reader, f"cases of {name}", len(wanted), len(cells))
        for row, one, other in zip(expected.raw, wanted, cells):
            if equal_number(name, expected, one, other):
                continue
            if one != other and expected.keeps_words(name) and expected.codes[name].get(one[0]) == expected.codes[name].get(other[0]):
                continue
            equal(reader, f"{row[0]} {name}", one, other)


def equal_number(name, expected, one, other):
    return not expected.is_text[name] and one[0] and other[0] and re.fullmatch(r"-?[\d.]+", one[0] + other[0]) and plain(one[0]) == plain(other[0])


def shown_by(reader, label, most):
    if not reader.startswith("PSPP"):
        return label
    return re.sub(r"[\x00-\x1f\x7f]", " ", label.encode()[:most].decode(errors="ignore")).rstrip(" ")


R_OUTPUT = r"""
quoted <- function(x) gsub("\r", "\\\\r", gsub("\n", "\\\\n", gsub("\t", "\\\\t", gsub("\\\\", "\\\\\\\\", x))))
number <- function(x) format(x, digits = 15, trim = TRUE, scientific = FALSE, drop0trailing = TRUE)
shown <- function(x) {
  if (is.factor(x) || is.character(x) || inherits(x, "Date")) return(ifelse(is.na(x), "", as.character(x)))
  x <- as.vector(unclass(x)); attributes(x) <- NULL
  ifelse(is.na(x), "", vapply(x, number, ""))
}
tell <- function(data, kinds) for (name in names(data)) {
  x <- data[[name]]; labels <- attr(x, "labels"); label <- attr(x, "label")
  cat("variable", name, quoted(if (is.null(label)) "" else label), class(x)[1], sep = "\t"); cat("\n")
  for (i in seq_along(labels)) if (!is.na(labels[i])) {
    cat("code", shown(labels[i]), quoted(names(labels)[i]), sep = "\t"); cat("\n")
  }
  kind <- as.character(kinds(name, x)); if (length(kind) == 0) kind <- rep(NA, nrow(data))
  lines <- paste("cell", quoted(shown(x)), ifelse(is.na(kind), "", kind), sep = "\t")
  writeLines(lines, useBytes = FALSE)
}
"""
R_PROGRAM = R_OUTPUT + r"""
args <- commandArgs(TRUE)
source(file.path(args[1], "read_csv.R"), encoding = "UTF-8")
data <- if (args[2] == "factors") read_dataset(values = "factors") else read_dataset(values = if (args[2] == "tagged") "haven" else "labels", missing = args[2])
told <- attr(data, "missing_kinds")
tell(data, function(name, x) if (args[2] == "tagged") { if (is.double(x)) haven::na_tag(as.vector(unclass(x))) else told[[name]] } else if (args[2] == "codes") NA else told[[name]])
"""
HAVEN_PROGRAM = R_OUTPUT + r"""
suppressMessages(library(haven))
data <- read_sav(commandArgs(TRUE)[1], user_na = TRUE)
tell(data, function(name, x) {
  values <- attr(x, "na_values"); range <- attr(x, "na_range"); labels <- attr(x, "labels")
  x <- as.vector(unclass(x))
  is_missing <- x %in% values
  if (!is.null(range)) is_missing <- is_missing | (!is.na(x) & x >= range[1] & x <= range[2])
  ifelse(is_missing, names(labels)[match(x, labels)], NA)
})
"""


def unquoted(text):
    return re.sub(r"\\(.)", lambda match: {"n": "\n", "t": "\t", "r": "\r", "\\": "\\"}[match[1]], text)


def told_by(output):
    variables = {}
    for line in output.split("\n"):
        what, *parts = line.split("\t")
        if what == "variable":
            variable = variables[parts[0]] = (unquoted(parts[1]), {}, [])
        elif what == "code":
            variable[1][parts[0]] = unquoted(parts[1])
        elif what == "cell":
            variable[2].append((unquoted(parts[0]), parts[1]))
    return variables


def check_r(expected):
    program = expected.folder / "run.R"
    program.write_text(R_PROGRAM, encoding="utf-8")
    found = told_by(run("Rscript", str(program), str(expected.folder), "na"))
    compare("R", expected, found)
    run("env", "LC_ALL=C", "Rscript", "read_csv.R", cwd=expected.folder)
    factors = told_by(run("Rscript", str(program), str(expected.folder), "factors"))
    for name, (_, codes, cells) in found.items():
        if expected.is_text[name]:
            continue
        labels = expected.codes[name] if name not in expected.says_kind else codes
        wanted = [(labels.get(value, value), kind) for value, kind in cells]
        equal("R factors", name, wanted, [(value, kind) for value, kind in factors[name][2]])
    if expected.profile != "labels":
        codes = told_by(run("Rscript", str(program), str(expected.folder), "codes"))
        for column, name in enumerate(expected.names):
            cells = [row[column][1:] if expected.profile == "excel" and row[column].startswith("'") else row[column] for row in expected.raw]
            is_figure = not expected.is_text[name] and not any("-" in cell[1:] for cell in cells)
            equal("R codes", name, [plain(cell) if is_figure else cell for cell in cells],
                  [plain(value) if is_figure else value for value, _ in codes[name][2]])
    if has("Rscript", "-e", "library(haven)"):
        tagged = told_by(run("Rscript", str(program), str(expected.folder), "tagged"))
        for name, (_, _, cells) in tagged.items():
            equal("R tagged", name, found[name][2], [(value, LETTERS.get(kind, kind)) for value, kind in cells])


PANDAS_PROGRAM = r"""
import json, sys, warnings
warnings.simplefilter("error")
sys.path.insert(0, sys.argv[1])
import pandas, read_csv
df, words, codes, why = read_csv.read(), read_csv.read(values="labels"), read_csv.read(missing="codes"), read_csv.read_missing()
def shown(cell):
    if cell is None or cell is pandas.NA or cell is pandas.NaT or cell != cell: return ""
    return cell.strftime("%Y-%m-%d") if hasattr(cell, "strftime") else str(cell)
def kind(cell): return cell if isinstance(cell, str) else ""
print(json.dumps({
  "labels": df.attrs["labels"], "codes": df.attrs["value_labels"], "kinds": df.attrs["missing_kinds"],
  "types": {name: str(df[name].dtype) for name in df}, "columns": list(df.columns),
  "cells": {name: [(shown(a), kind(b)) for a, b in zip(df[name], why[name])] for name in df},
  "words": {name: [shown(a) for a in words[name]] for name in df},
  "coded": {name: [shown(a) for a in codes[name]] for name in df}}))
"""


def check_pandas(expected, python):
    seen = json.loads(run(python, "-c", PANDAS_PROGRAM, str(expected.folder)))
    found = {name: (seen["labels"][name], seen["codes"].get(name, {}), [tuple(cell) for cell in seen["cells"][name]]) for name in seen["columns"]}
    compare("pandas", expected, found)
    said = run(python, "read_csv.py", cwd=expected.folder)
    equal("pandas", "what it says", f"{len(expected.raw)} cases, {len(expected.names)} variables\n", said)
    for column, name in enumerate(expected.names):
        codes = seen["codes"].get(name, {})
        equal("pandas words", name, [codes.get(value, value) for value, _ in found[name][2]], seen["words"][name])
        if expected.profile != "labels":
            raw = [row[column][1:] if expected.profile == "excel" and row[column].startswith("'") else row[column] for row in expected.raw]
            is_figure = seen["types"][name] in ("Int64", "Float64")
            equal("pandas codes", name, [plain(cell) if is_figure else cell for cell in raw],
                  [plain(cell) if is_figure else cell for cell in seen["coded"][name]])


def check_pspp(expected):
    syntax = (expected.folder / "read_csv.sps").read_text(encoding="utf-8")
    (expected.folder / "run.sps").write_text(syntax + "SAVE OUTFILE='pspp.sav'.\n", encoding="utf-8")
    said = run("pspp", "run.sps", cwd=expected.folder, allowed=(0, 1))
    equal("PSPP", "errors and warnings of the syntax", [], re.findall(r".*(?:error|warning):.*", said))
    several = {name.rsplit("_", 1)[0] for name, codes in expected.codes.items() if list(codes) == ["0", "1"] and not name.startswith("in_")}
    equal("PSPP", "sets of several marks", len(several), len(set(re.findall(r"\$\w+", said))))
    if not has("Rscript", "-e", "library(haven)"):
        return print("haven is not installed: what PSPP made is not compared.")
    program = expected.folder / "haven.R"
    program.write_text(HAVEN_PROGRAM, encoding="utf-8")
    found = told_by(run("Rscript", str(program), str(expected.folder / "pspp.sav")))
    of_label = dict(zip(expected.kind_labels, KINDS))
    for name, (_, _, cells) in found.items():
        cells[:] = [("", of_label[kind]) if kind else (value, "") for value, kind in cells]
    compare("PSPP", expected, found)


def has(*command):
    return shutil.which(command[0]) and subprocess.run(command, capture_output=True).returncode == 0


def hostile_survey(folder):
    """One item a label, and a list of choices that has them all."""
    listed = [label for label in HOSTILE if label]
    text = lambda label: json.dumps(label, ensure_ascii=False)
    lines = ["form_id: hostile", 'version: "1"', "default_language: en", "title: {en: Hostile}", "choices:", "  all:"]
    lines += [f"    - {{name: {code}, label: {{en: {text(label)}}}}}" for code, label in enumerate(listed, 1)]
    lines += ["survey:", "  - section: one", "    label: {en: One}", "    items:"]
    for number, label in enumerate(listed):
        lines += [f"      - name: item_{number}", "        type: select_one all", f"        label: {{en: {text(label)}}}"]
    lines += ["      - name: words", "        type: text", "        label: {en: Words}"]
    (folder / "form.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    with open(folder / "rows.csv", "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["case_id", *(f"item_{number}" for number in range(len(listed))), "words"])
        for case in range(4):
            answers = [(number + case * 7) % len(listed) + 1 for number in range(len(listed))]
            rows.writerow([f"01-00{case + 1}", *answers, ["=1+1", "it's \"quoted\", so", "'-2", "5"][case]])


def checks():
    pythons = [python for python in (sys.executable, "/usr/bin/python3") if has(python, "-c", "import pandas")]
    for name, installed, check in (("R", shutil.which("Rscript"), check_r), ("PSPP", shutil.which("pspp"), check_pspp),
                                   ("pandas", pythons, lambda expected: check_pandas(expected, pythons[0]))):
        if installed:
            yield name, check
        else:
            print(f"{name} is not installed: skipped.")


def main(genpyo, sample):
    readers = list(checks())
    if not readers:
        sys.exit(77)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        run(genpyo, "import", "home_care_2018", sample, "--db", str(scratch / "a.db"), allowed=(0, 1))
        plain_sample = scratch / "sample.csv"  # CP932 has no 𠮷
        plain_sample.write_bytes(pathlib.Path(sample).read_bytes().replace("𠮷".encode(), "吉".encode()))
        run(genpyo, "import", "home_care_2018", str(plain_sample), "--db", str(scratch / "c.db"), allowed=(0, 1))
        (scratch / "form").mkdir()
        hostile_survey(scratch / "form")
        run(genpyo, "import", str(scratch / "form"), str(scratch / "form" / "rows.csv"), "--db", str(scratch / "b.db"), allowed=(0, 1))
        exports = [("a.db", "home_care_2018", "ja", "analysis", ["--identifying", "--derive"]), ("a.db", "home_care_2018", "ja", "excel", ["--identifying"]),
                   ("c.db", "home_care_2018", "ja", "legacy", ["--wider", "--identifying"]), ("a.db", "home_care_2018", "ja", "labels", ["--identifying"]),
                   ("a.db", "home_care_2018", "ja", "analysis", ["--multiple", "codes"]), ("b.db", "hostile", "en", "analysis", []),
                   ("b.db", "hostile", "en", "excel", []), ("b.db", "hostile", "en", "labels", [])]
        for number, (database, form, language, profile, more) in enumerate(exports):
            folder = scratch / f"{number} {profile}"
            run(genpyo, "export", "--db", str(scratch / database), "--all", "--profile", profile, "--language", language, *more,
                "--format", "csv,json", "-o", str(folder))
            expected = Expected(folder, form, profile, language)
            for name, check in readers:
                if name == "PSPP" and "ECHO" in (folder / "read_csv.sps").read_text(encoding="utf-8"):
                    equal("PSPP", "what it says of line breaks", True, "line break" in run("pspp", "read_csv.sps", cwd=folder))
                    continue
                before = len(faults)
                check(expected)
                print(f"{name}, {form}, {profile} {' '.join(more)}: {len(expected.raw)} cases of {len(expected.names)} variables, {len(faults) - before} differences.")
            for escaped in folder.rglob("PWNED"):
                faults.append(f"a label broke out of its literal: {escaped}")
    for fault in faults[:40]:
        print(fault[:400])
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
