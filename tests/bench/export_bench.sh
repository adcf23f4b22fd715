#!/usr/bin/env bash
# What a dataset costs from the store to the disk: whole processes of the real program on one core,
# the best of several runs. Beside it the same bytes written 64 KiB at a time, pandas, and sqlite3 writing the same
# rows as CSV from a database that holds nothing else, where it is installed.
#   tests/bench/export_bench.sh build/release/app/genpyo FILE.db [runs]     FILE.db: of cases_bench or wide_store
set -euo pipefail
genpyo=$(realpath "${1:?which genpyo?}")
database=$(realpath "${2:?which database? make one with cases_bench or wide_store}")
runs=${3:-3}
export GENPYO_DATA=${GENPYO_DATA:-$(cd "$(dirname "$0")/../.." && pwd)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The least processor time of a command, in milliseconds: other work on the machine only ever adds.
best_of() {
  local best= run cpu times TIMEFORMAT='%U %S'
  for ((run = 0; run < runs; ++run)); do
    times=$({ time taskset -c 0 "$@" >"$work/out" 2>/dev/null; } 2>&1)
    cpu=$(awk '{printf "%d", ($1 + $2) * 1000}' <<<"$times")
    if [ -z "$best" ] || [ "$cpu" -lt "$best" ]; then best=$cpu; fi
  done
  echo "$best"
}
# The most memory of one run, in MB; nothing where there is no GNU time.
memory_of() { [ -x /usr/bin/time ] && /usr/bin/time -f %M -o "$work/most" "$@" >"$work/out" 2>/dev/null && awk '{printf "%d", $1 / 1024}' "$work/most"; }
verdict() { awk -v is="$1" -v limit="$2" 'BEGIN {print (is <= limit ? "pass" : "MISS")}'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN {printf "%.1f", (b > 0 ? a / b : 0)}'; }

csv=$(best_of "$genpyo" export --db "$database" --format csv -o "$work/csv")
data=$(ls "$work"/csv/*_codebook.csv)
data=${data%_codebook.csv}.csv
rows=$(sqlite3 "$database" "SELECT count(*) FROM survey_case WHERE state = 'closed'")
columns=$(head -n 1 "$data" | tr ',' '\n' | wc -l)
echo "$rows cases × $columns variables, $(stat -c %s "$data") bytes"
echo "csv, changes.csv and manifest: $csv ms of processor time"
if [ "$rows" -ge 100000 ] && [ "$columns" -ge 330 ]; then
  echo "  [2000 ms for 100,000 cases × 330 variables] $(verdict "$csv" 2000)"
else
  wanted=$(awk -v ms="$csv" -v rows="$rows" -v columns="$columns" 'BEGIN {printf "%d", ms * 100000 / rows * 330 / columns}')
  echo "  in proportion, 100,000 cases × 330 variables: $wanted ms"
fi
documents=$(best_of "$genpyo" export --db "$database" -o "$work/documents")
echo "the same with its codebooks and DDI, as nothing else is asked for: $documents ms"
most=$(memory_of "$genpyo" export --db "$database" -o "$work/csv" || true)
echo "  memory: ${most:-not measured, there is no GNU time} MB   [100 MB] $([ -z "$most" ] || verdict "$most" 100)"
copy=$(best_of dd if="$data" of="$work/copy" bs=64K)
echo "the same bytes written, 64 KiB at a time: $copy ms; ratio $(ratio "$csv" "$copy")"
for format in json sqlite; do
  cost=$(best_of "$genpyo" export --db "$database" --format "$format" -o "$work/$format")
  echo "$format: $cost ms"
done
if command -v sqlite3 >/dev/null; then
  peer=$(best_of sqlite3 -csv -header "$work/sqlite/$(basename "${data%.csv}").sqlite" 'SELECT * FROM cases')
  echo "sqlite3 -csv, from its own table and without rules: $peer ms; ratio $(ratio "$csv" "$peer")"
else
  echo "sqlite3: skipped, it is not installed"
fi
python=$(command -v python3 || true)
if [ -n "$python" ] && "$python" -c 'import pandas' 2>/dev/null; then
  peer=$(best_of "$python" -c "import pandas, sys; pandas.read_csv(sys.argv[1], dtype=str).to_csv(sys.argv[2], index=False)" "$data" "$work/pandas.csv")
  echo "pandas, reading and writing the same rows: $peer ms; ratio $(ratio "$csv" "$peer")"
else
  echo "pandas: skipped, it is not installed"
fi
