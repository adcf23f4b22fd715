#!/usr/bin/env bash
# What printing costs: whole processes of the real program on the sample, pinned to one core; the
# best of several runs, since other work only ever adds. Beside it reportlab's own time for as many
# glyphs and pages, where it is installed.
#   tests/bench/print_bench.sh build/release/app/genpyo [runs]
set -euo pipefail
genpyo=$(realpath "${1:?which genpyo?}")
runs=${2:-9}
root=$(cd "$(dirname "$0")/../.." && pwd)
export GENPYO_DATA=${GENPYO_DATA:-$root}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$genpyo" import home_care_2018 "$root/forms/home_care_2018/sample.csv" --db "$work/sample.db" >/dev/null 2>&1 || [ $? -eq 1 ]
sheets=$("$genpyo" print --all --db "$work/sample.db" -o "$work/all.pdf" 2>&1 >/dev/null | grep -oE '^[0-9]+ cases' | grep -oE '[0-9]+')

# The shortest wall time and processor time of a command, in milliseconds.
best_of() {
  local best_wall= best_cpu= run wall cpu times TIMEFORMAT='%R %U %S'
  for ((run = 0; run < runs; ++run)); do
    times=$({ time taskset -c 0 "$@" >/dev/null 2>&1; } 2>&1)
    wall=$(awk '{printf "%d", $1 * 1000}' <<<"$times")
    cpu=$(awk '{printf "%d", ($2 + $3) * 1000}' <<<"$times")
    if [ -z "$best_wall" ] || [ "$wall" -lt "$best_wall" ]; then best_wall=$wall; fi
    if [ -z "$best_cpu" ] || [ "$cpu" -lt "$best_cpu" ]; then best_cpu=$cpu; fi
  done
  echo "$best_wall $best_cpu"
}
bytes() { stat -c %s "$1"; }
tenths() { awk -v a="$1" -v b="$2" 'BEGIN {printf "%.1f", a / b}'; }

for language in ja en; do
  read -r wall cpu < <(best_of "$genpyo" print --case 11-001 --language "$language" --db "$work/sample.db" -o "$work/one_$language.pdf")
  echo "one sheet ($language): $wall ms (processor $cpu ms), $(tenths "$(bytes "$work/one_$language.pdf")" 1000) KB   [at most 60 ms, 120 KB]"
  [ "$language" = ja ] && one=$wall
done
read -r wall cpu < <(best_of "$genpyo" print --all --db "$work/sample.db" -o "$work/all.pdf")
echo "all $sheets sheets: $(tenths "$wall" "$sheets") ms a sheet (processor $(tenths "$cpu" "$sheets") ms), $(tenths "$(bytes "$work/all.pdf")" 1000) KB in all   [at most 12 ms a sheet]"

if ! /usr/bin/python3 -c 'import reportlab' 2>/dev/null; then
  echo "reportlab: skipped, python3-reportlab is not installed"
  exit 0
fi
pdftotext -layout "$work/one_ja.pdf" "$work/one.txt"
read -r wall cpu < <(best_of /usr/bin/python3 "$root/tests/bench/reportlab_sheet.py" "$work/one.txt" "$work/reportlab.pdf")
echo "reportlab, the same text and no lines: $wall ms, $(tenths "$(bytes "$work/reportlab.pdf")" 1000) KB: ours takes $(tenths $((one * 100)) "$wall") % of its time"
