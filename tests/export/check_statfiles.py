#!/usr/bin/env python3
"""Compares SPSS and Stata files with the CSV and the codebook of the same export, cell by cell:
values, labels of variables and of codes, missing kinds. Each is read by another program: the .sav by
PSPP and by R's haven, the .dta by haven and by pandas. What is not installed is skipped, and said;
where nothing is installed the status is 77.

    check_statfiles.py GENPYO SAMPLE.csv
"""
import csv, json, pathlib, re, shutil, subprocess, sys, tempfile

FORM = "home_care_2018"
TAGS = {str(-1 - kind): "." + "abcdefg"[kind] for kind in range(7)}
faults = []


def run(*command, allowed=(0,), cwd=None):
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, cwd=cwd)
    if done.returncode not in allowed:
        sys.exit(f"{command[0]}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def equal(reader, what, expected, found):
    if expected != found:
        faults.append(f"{reader}: {what}: {expected!r} in the CSV, {found!r} in the file")


class Export:
    """What the CSV and its codebook say."""

    def __init__(self, folder):
        self.folder = folder
        with open(folder / f"{FORM}.csv", newline="", encoding="utf-8") as file:
            self.names, *self.rows = csv.reader(file)
        self.labels, self.codes, self.is_text, self.kinds = {}, {}, {}, {}
        with open(folder / f"{FORM}_codebook.csv", newline="", encoding="utf-8") as file:
            for line in csv.DictReader(file):
                if line["kind"] == "variable":
                    unit = line["unit_ja"]
                    self.labels[line["variable"]] = line["label_ja"] + (f" ({unit})" if unit else "")
                    self.is_text[line["variable"]] = line["type"] == "text"
                elif line["kind"] == "code":
                    self.codes.setdefault(line["variable"], {})[line["code"]] = line["label_ja"]
                else:
                    self.kinds[line["code"]] = line["label_ja"]
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        self.renamed = {(each["format"], each["variable"]): each["name"] for each in manifest["report"]["renamed"]}

    def names_in(self, format):
        return [self.renamed.get((format, name), name) for name in self.names]

    def labels_of(self, name, tagged):
        """Of codes and missing kinds, by what stands in the file."""
        if self.is_text[name]:
            return {}
        kinds = {TAGS[code] if tagged and not name.endswith("_missing") else code: label for code, label in self.kinds.items()}
        if name.startswith("in_"):
            kinds = {}
        return self.codes.get(name, {}) | kinds


def plain(number):
    return repr(int(number)) if number == int(number) else repr(number)


def compare_values(reader, export, format, rows, tagged):
    equal(reader, "cases", len(export.rows), len(rows))
    for expected, found in zip(export.rows, rows):
        for name, cell, seen in zip(export.names, expected, found):
            number_beside = not export.is_text[name] and name + "_missing" in export.names
            if cell in TAGS and not export.is_text[name] and not number_beside and not name.endswith("_missing") and tagged:
                cell = TAGS[cell]
            if not export.is_text[name] and cell and not cell.startswith("."):
                cell = plain(float(cell))
            equal(reader, f"{expected[0]} {name}", cell.rstrip(" "), seen.rstrip(" "))


def compare_labels(reader, export, format, labels, codes, tagged):
    for name, variable in zip(export.names, export.names_in(format)):
        longest = export.labels[name][:80] if format == "dta" else export.labels[name].encode()[:255].decode(errors="ignore")
        equal(reader, f"label of {name}", longest, labels[variable])
        equal(reader, f"labels of the codes of {name}", export.labels_of(name, tagged), codes.get(variable, {}))


R_PROGRAM = r"""
suppressMessages(library(haven))
args <- commandArgs(TRUE)
data <- if (args[2] == "sav") read_sav(args[1], user_na = TRUE) else read_dta(args[1])
shown <- function(x) {
  if (is.character(x)) return(ifelse(is.na(x), "", x))
  if (inherits(x, "Date")) return(ifelse(is.na(x), "", format(x)))
  tag <- if (args[2] == "dta") na_tag(unclass(x)) else NA
  plain <- as.vector(unclass(x))
  ifelse(is.na(plain), ifelse(is.na(tag), "", paste0(".", tag)), format(plain, digits = 15, trim = TRUE, scientific = FALSE, drop0trailing = TRUE))
}
quoted <- function(x) gsub("\n", "\\\\n", gsub("\t", "\\\\t", gsub("\\\\", "\\\\\\\\", x)))
for (name in names(data)) {
  x <- data[[name]]
  label <- attr(x, "label"); labels <- attr(x, "labels"); range <- attr(x, "na_range")
  cat("variable", name, quoted(if (is.null(label)) "" else label), paste(range, collapse = " "), sep = "\t"); cat("\n")
  if (!is.null(labels)) for (i in seq_along(labels)) {
    cat("code", shown(labels[i]), quoted(names(labels)[i]), sep = "\t"); cat("\n")
  }
  for (cell in shown(x)) { cat("cell", quoted(cell), sep = "\t"); cat("\n") }
}
"""


def unquoted(text):
    return text.replace("\\\\", "\0").replace("\\n", "\n").replace("\\t", "\t").replace("\0", "\\")


def check_haven(export, format):
    program = export.folder / "read.R"
    program.write_text(R_PROGRAM)
    reader, columns, labels, codes, ranges = f"haven {format}", [], {}, {}, {}
    for line in run("Rscript", str(program), str(export.folder / f"{FORM}.{format}"), format).split("\n"):
        what, *parts = line.split("\t")
        if what == "variable":
            name = parts[0]
            labels[name], ranges[name] = unquoted(parts[1]), parts[2]
            columns.append([])
        elif what == "code":
            codes.setdefault(name, {})[parts[0]] = unquoted(parts[1])
        elif what == "cell":
            columns[-1].append(unquoted(parts[0]))
    compare_values(reader, export, format, list(zip(*columns)), format == "dta")
    compare_labels(reader, export, format, labels, codes, format == "dta")
    if format == "sav":
        for name, variable in zip(export.names, export.names_in(format)):
            beside = name.endswith("_missing") or name + "_missing" in export.names
            declared = not (export.is_text[name] or beside or name.startswith("in_"))
            equal(reader, f"missing range of {name}", "-7 -1" if declared else "", ranges[variable])


def check_pspp(export):
    program = export.folder / "read.sps"
    program.write_text(f"GET FILE='{FORM}.sav'.\nSAVE TRANSLATE /OUTFILE='pspp.csv' /TYPE=CSV /REPLACE /FIELDNAMES "
                       "/MISSING=IGNORE /CELLS=VALUES.\n", encoding="utf-8")
    said = run("pspp", program.name, cwd=export.folder)
    equal("PSPP", "what it says", "", said.strip())
    sets = run("pspp", "read_spss.sps", cwd=export.folder)
    several = {name.rsplit("_", 1)[0] for name, codes in export.codes.items() if list(codes) == ["0", "1"] and not name.startswith("in_")}
    equal("PSPP", "sets of several marks", len(several), len(set(re.findall(r"\$\w+", sets))))
    equal("PSPP", "errors of the syntax", False, "error:" in sets)
    with open(export.folder / "pspp.csv", newline="", encoding="utf-8") as file:
        names, *rows = csv.reader(file)
    equal("PSPP", "names", export.names_in("sav"), names)
    compare_values("PSPP", export, "sav", [[cell.strip(" ") if cell.strip(" ") else "" for cell in row] for row in rows], False)


PANDAS_PROGRAM = r"""
import json, sys, warnings
warnings.simplefilter("ignore")
import pandas
reader = pandas.io.stata.StataReader(sys.argv[1])
data = reader.read(convert_categoricals=False, convert_missing=True, convert_dates=False)
def shown(cell):
    text = str(cell)
    if text == ".": return ""
    return text[:-2] if not isinstance(cell, str) and text.endswith(".0") else text
first = 2147483622
def key(code): return "." + "abcdefg"[code - first] if code >= first else str(code)
sets = reader.value_labels()
print(json.dumps({"rows": [[shown(cell) for cell in row] for row in data.itertuples(index=False)],
  "labels": reader.variable_labels(),
  "codes": {name: {key(code): label for code, label in sets[set].items()} for name, set in zip(reader.varlist, reader.lbllist) if set}}))
"""


def check_pandas(export, python):
    seen = json.loads(run(python, "-c", PANDAS_PROGRAM, str(export.folder / f"{FORM}.dta")))
    compare_values("pandas", export, "dta", seen["rows"], True)
    compare_labels("pandas", export, "dta", seen["labels"], seen["codes"], True)


def has(*command):
    return shutil.which(command[0]) and subprocess.run(command, capture_output=True).returncode == 0


def main(genpyo, sample):
    pythons = [python for python in (sys.executable, "/usr/bin/python3") if has(python, "-c", "import pandas")]
    has_haven = has("Rscript", "-e", "library(haven)")
    readers = 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        database, out = str(folder / "a.db"), folder / "out"
        run(genpyo, "import", FORM, sample, "--db", database, allowed=(0, 1))
        run(genpyo, "export", "--db", database, "--all", "--identifying", "--derive", "--format", "csv,sav,dta", "-o", str(out))
        export = Export(out)
        for name, installed, check in (("R's haven", has_haven, lambda: [check_haven(export, format) for format in ("sav", "dta")]),
                                       ("PSPP", shutil.which("pspp"), lambda: check_pspp(export)),
                                       ("pandas", bool(pythons), lambda: check_pandas(export, pythons[0]))):
            if not installed:
                print(f"{name} is not installed: skipped.")
                continue
            before = len(faults)
            check()
            readers += 1
            print(f"{name}: {len(export.rows)} cases of {len(export.names)} variables, {len(faults) - before} differences.")
    for fault in faults[:40]:
        print(fault)
    sys.exit(1 if faults else 0 if readers else 77)


if __name__ == "__main__":
    main(*sys.argv[1:])
